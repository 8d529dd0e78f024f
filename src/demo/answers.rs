//! What the people of the demo answered in their intake. Nobody said this.

/// The answers of one person, for the long questionnaire and for the short one.
pub struct Filled {
    /// Which of the choices, from 0.
    pub often: usize,
    /// What they write, what is chosen, what is hard, what they wish, what to keep in mind.
    pub long: [&'static str; 5],
    /// How many e-mails, what they wish.
    pub short: [&'static str; 2],
}

/// What person `number` of project `project` answered.
pub fn of(project: usize, number: usize) -> &'static Filled {
    // The second running project begins further on, so that its people do not repeat the first.
    FILLED.iter().cycle().nth(number + if project == 3 { 9 } else { 0 }).unwrap_or(&FIRST)
}

const fn filled(
    often: usize,
    writes: &'static str,
    hard: &'static str,
    wish: &'static str,
    note: &'static str,
    mails: &'static str,
    mail_wish: &'static str,
) -> Filled {
    Filled { often, long: [writes, "", hard, wish, note], short: [mails, mail_wish] }
}

const FIRST: Filled = filled(
    1,
    "Brieven over uitkeringen en e-mails aan bewoners",
    "Ik wil alles uitleggen, en dan wordt het te lang.",
    "Een brief schrijven die iemand in één keer snapt, ook als het slecht nieuws is.",
    "",
    "Ongeveer twintig",
    "Mijn vraag bovenaan zetten, zodat ik antwoord krijg.",
);

const FILLED: &[Filled] = &[
    FIRST,
    filled(
        0,
        "Besluiten op bezwaar",
        "De wet staat vol lange woorden. Als ik die weglaat, ben ik bang dat het besluit niet meer klopt.",
        "Juridisch juist schrijven zonder dat de lezer een woordenboek nodig heeft.",
        "",
        "Een stuk of tien",
        "Kortere e-mails die toch beleefd zijn.",
    ),
    filled(
        1,
        "Letters to expats about permits, in Dutch and in English",
        "Dutch is not my first language. I am never sure how formal I should be.",
        "To write friendly letters in Dutch without asking a colleague to check each one.",
        "Please speak slowly. I understand written Dutch better than spoken Dutch.",
        "About thirty",
        "To sound friendly in Dutch.",
    ),
    filled(
        2,
        "Adviezen aan het college",
        "Ik begin altijd met de geschiedenis. De conclusie staat pas op bladzijde drie.",
        "Mijn advies op één bladzijde krijgen, met het besluit bovenaan.",
        "",
        "Vijf tot tien",
        "Leren wanneer ik beter kan bellen.",
    ),
    filled(
        0,
        "E-mails en teksten voor de website",
        "Mijn collega's vullen mijn teksten aan tot niemand ze meer begrijpt.",
        "Uitleggen waarom kort beter is, en mijn collega's daarin meekrijgen.",
        "Ik werk op donderdag tot drie uur.",
        "Meer dan vijftig",
        "Sneller antwoorden, met vaste zinnen die niet hard klinken.",
    ),
    filled(
        3,
        "Verslagen van huisbezoeken",
        "Schrijven wat ik zag, zonder te oordelen.",
        "Feiten en mening uit elkaar houden in een verslag.",
        "Ik leer het best van voorbeelden uit mijn eigen werk.",
        "Een paar",
        "Minder twijfelen voor ik op verzenden druk.",
    ),
    filled(
        1,
        "Brieven over subsidies",
        "Een afwijzing schrijven die eerlijk is en toch vriendelijk.",
        "Slecht nieuws brengen zonder eromheen te draaien.",
        "",
        "Vijftien",
        "Een onderwerpregel maken die zegt waar het over gaat.",
    ),
    filled(
        0,
        "Antwoorden op klachten",
        "Ik neem de toon van de klager over.",
        "Rustig blijven op papier en iets aanbieden waar de ander wat aan heeft.",
        "",
        "Dertig",
        "Boze e-mails beantwoorden zonder een halve dag te verliezen.",
    ),
    filled(
        2,
        "Nieuwsberichten voor collega's",
        "Ik vind het moeilijk om te kiezen wat ik weglaat.",
        "Een tekst de helft korter maken zonder dat er iets verloren gaat.",
        "",
        "Twintig",
        "E-mails schrijven die mensen ook op hun telefoon lezen.",
    ),
    filled(
        1,
        "Vergunningen en de brieven erbij",
        "Onze standaardbrieven zijn oud. Ik durf er niets in te veranderen.",
        "Onze standaardbrieven herschrijven, samen met een collega.",
        "",
        "Tien",
        "Duidelijk vragen wat ik nodig heb.",
    ),
    filled(
        0,
        "E-mails aan aannemers en bewoners",
        "Technische dingen uitleggen aan iemand die er niets van weet.",
        "Uitleggen waarom een vergunning nodig is, zonder vaktaal.",
        "Ik kom uit Drachten en ben soms wat later met de trein.",
        "Veertig",
        "Eén e-mail sturen in plaats van vijf.",
    ),
    filled(
        2,
        "Rapporten over waterkwaliteit",
        "Mijn zinnen worden lang omdat ik alles precies wil zeggen.",
        "Een samenvatting schrijven die een bestuurder begrijpt.",
        "",
        "Acht",
        "De belangrijkste zin vooraan zetten.",
    ),
    filled(
        3,
        "Verslagen van overleg",
        "Ik schrijf op wat er gezegd is, niet wat er besloten is.",
        "Verslagen van één bladzijde maken, met alleen besluiten en afspraken.",
        "",
        "Zes",
        "Afspraken bevestigen in drie zinnen.",
    ),
    filled(
        1,
        "Brieven over onderhoud aan sloten",
        "Boeren en bewoners lezen dezelfde brief, en ze willen iets anders weten.",
        "Een brief zo opbouwen dat iedereen zijn eigen stukje vindt.",
        "",
        "Twaalf",
        "Minder mensen in de cc zetten.",
    ),
    filled(
        0,
        "Antwoorden op vragen via het contactformulier",
        "Ik kopieer oude antwoorden en dan klopt de toon niet.",
        "Antwoorden die persoonlijk klinken, ook als ik er twintig op een dag schrijf.",
        "",
        "Zestig",
        "Snel en toch persoonlijk antwoorden.",
    ),
    filled(
        2,
        "Plannen en voorstellen",
        "Beginnen. Ik staar lang naar een leeg scherm.",
        "Een manier vinden om snel een eerste versie te hebben.",
        "",
        "Tien",
        "Niet te veel tijd aan een e-mail besteden.",
    ),
    filled(
        1,
        "Brieven over handhaving",
        "Streng zijn zonder te dreigen.",
        "Zo schrijven dat iemand de regel snapt en zich eraan houdt.",
        "",
        "Vijf",
        "Duidelijk zijn over een termijn.",
    ),
];
