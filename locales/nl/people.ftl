people-title = Mijn gegevens
people-lead = Klopt er iets niet? Verander het hier. Het geldt meteen.
people-name = Hoe je heet
# $field (String) - a field of the form, as a code
people-field = { $field ->
    [first_name] Voornaam
    [initials] Voorletters
    [infix] Tussenvoegsel
    [last_name] Achternaam
    [street] Straat en huisnummer
    [postcode] Postcode
    [city] Plaats
    [phone] Telefoonnummer
    [language] Taal van de pagina’s en de mails
    [meetings] Mail mij als een bijeenkomst verandert
    [messages] Mail mij als er een bericht voor me is
   *[other] { $field }
}
people-infix-hint = Bijvoorbeeld: van der.
people-name-used = Zo staat je naam vanaf nu overal in de portal. Een certificaat dat je al hebt, verandert niet vanzelf mee.
people-reach = Hoe we je bereiken
people-email-is = Je e-mailadres is
people-email-change = E-mailadres veranderen
people-reach-why = Telefoon en adres hoef je niet in te vullen. Alleen medewerkers van de opleider die contact met je opnemen, mogen ze zien.
people-letters = Taal en mails
people-letters-lead = Deze mails kun je aan- of uitzetten:
people-meetings-hint = Zet je dit uit, dan zie je een verandering alleen nog in de portal en in je agenda.
people-meetings-not-yet = Dit kun je pas uitzetten als je agenda gekoppeld is. Tot die tijd krijg je deze mails altijd, zodat je niet voor een dichte deur staat.
people-always-lead = Deze mails krijg je altijd, want zonder kun je iets missen wat je moet weten:
people-always-account = over je account: een uitnodiging, een nieuw wachtwoord, een ander e-mailadres;
people-always-place = een plaats in een groep die voor je vrijkomt, want daarop moet je binnen een dag antwoorden;
people-always-certificate = dat er een certificaat voor je klaarstaat;
people-always-end = dat je account bijna eindigt.
people-keep = Bewaren
people-kept = Je gegevens zijn bewaard.
people-more = Wat je nog meer kunt
people-more-export = Alles meenemen
people-more-export-what = Alles wat we over je bewaren, in één bestand.
people-more-register = Zien wie er keek
people-more-register-what = Wie je gegevens en je bestanden opende, en wanneer.
people-more-requests = Een verzoek doen
people-more-requests-what = Laten verbeteren, laten wissen, of bezwaar maken.
people-more-account = Wachtwoord en inloggen
people-more-account-what = Je inlognaam, je wachtwoord en waar je bent ingelogd.
