portfolios-title = Mijn portfolio
portfolios-intro = Wat je al deed en kunt. Alleen jij ziet dit, tot je zelf iets laat zien.
# $part (String) - a part of it, as a code
portfolios-part = { $part ->
    [work] Werkervaring
    [education] Opleidingen
    [interests] Interesses
    [assignments] Opdrachten en bestanden
   *[results] Resultaten
}
# $part (String) - a part of it, as a code
portfolios-part-hint = { $part ->
    [work] Waar je werkte, wanneer, en wat je erover schreef.
    [education] Wat je leerde, waar, en wat je erover schreef.
    [interests] De tekst die je zelf schreef.
    [assignments] Wat je instuurde en wanneer. Een bestand kan een trainer alleen openen van de eigen groep, zolang het er is.
   *[results] Hoeveel stappen je deed, je certificaten, en dat je een evaluatie instuurde. Niet wat je daarin schreef.
}
portfolios-sharing = Wie ziet dit?
portfolios-only-you = Alleen jij. Je laat nu niets zien.
portfolios-trainer-sees = Je trainer ziet nu:
portfolios-choose = Kies wat je laat zien
portfolios-shown = je trainer ziet dit
# $part (String) - a part of it, as a code
portfolios-none-yet = { $part ->
    [work] Waar heb je gewerkt, of wat doe je nu? Ook vrijwilligerswerk telt.
   *[education] Welke scholen, cursussen of trainingen deed je?
}
# $part (String) - a part of it, as a code
portfolios-add = { $part ->
    [work] Voeg werk toe
   *[education] Voeg een opleiding toe
}
portfolios-change = Verander
# $from (String) - a year, or a month of one
# $until (String) - a year, or a month of one
portfolios-period = { $from } – { $until }
# $from (String) - a year, or a month of one
portfolios-since = sinds { $from }
portfolios-interests = Interesses
portfolios-no-interests = Waar ben je graag mee bezig, op je werk of daarbuiten?
portfolios-write = Schrijf iets
portfolios-change-interests = Verander de tekst
portfolios-no-results = Zodra je aan een training meedoet, staat hier hoe ver je bent.
# $total (Number) - how many steps there are
# $done (Number) - how many are done
portfolios-done = { $total ->
    [one] { $done } van 1 stap gedaan
   *[other] { $done } van { $total } stappen gedaan
}
portfolios-evaluated = evaluatie ingestuurd
portfolios-not-evaluated = evaluatie nog niet ingestuurd
portfolios-certificates = Certificaten
# $day (String) - a date
portfolios-given = afgegeven op { $day }
portfolios-no-assignments = Zodra je iets instuurt, staat het hier.
# $day (String) - a date
portfolios-handed-in = ingestuurd op { $day }
portfolios-no-file = Het bestand staat niet meer in de portal.
portfolios-no-file-for-you = Er is geen bestand dat jij kunt openen.
portfolios-opened = Wat ik opende en downloadde
portfolios-nothing-opened = Zodra je cursusmateriaal opent of downloadt, staat het hier.
# $day (String) - a date
portfolios-opened-on = het laatst op { $day }
portfolios-opened-why = Dit zie alleen jij. Van het cursusmateriaal dat er nu voor je is, onthouden we wanneer je het opende.

portfolios-new-work = Werk toevoegen
portfolios-new-education = Opleiding toevoegen
portfolios-edit-work = Werk veranderen
portfolios-edit-education = Opleiding veranderen
portfolios-title-field = Wat
portfolios-title-work = Wat was je functie?
portfolios-title-work-hint = Bijvoorbeeld: baliemedewerker.
portfolios-title-education = Wat leerde je?
portfolios-title-education-hint = Bijvoorbeeld: mbo Juridisch-administratief, of een cursus Excel.
portfolios-organisation = Waar
portfolios-where-work = Bij welke organisatie?
portfolios-where-education = Bij welke school of opleider?
portfolios-starts = Van
portfolios-starts-hint = Een jaar, of een maand en een jaar. Bijvoorbeeld 2019 of maart 2019.
portfolios-ends = Tot en met
portfolios-ends-hint = Leeg als het nog doorgaat.
portfolios-description = Wat deed je?
portfolios-description-hint = Een paar zinnen is genoeg. Schrijf niets over je gezondheid of over anderen.
portfolios-save = Bewaar
portfolios-saved = Het staat in je portfolio.
portfolios-remove = Haal dit uit mijn portfolio
portfolios-remove-how = Het is dan meteen weg en komt niet terug.
portfolios-remove-button = Haal weg
portfolios-removed = Het is weg.
portfolios-held-title = Wat je typte, is er nog
portfolios-held = Je was uitgelogd voordat het bewaard werd. Kijk het na en bewaar het.
portfolios-conflict-title = In een ander venster is iets anders bewaard
portfolios-conflict = Wat je typte, is er nog, maar het is niet bewaard. Bewaar je het nu, dan komt het in de plaats van wat er staat.
portfolios-kept-now = Dit is nu bewaard:
portfolios-kept-nothing = Niets.
portfolios-interests-field = Wat boeit je?
portfolios-interests-hint = Leeg maken mag ook: dan is de tekst weg.

portfolios-shows-nothing = niets
portfolios-who-sees = Wie ziet wat je aanvinkt?
portfolios-no-trainer = Nu nog niemand: je zit niet in een groep met een trainer. Krijg je die, dan ziet die trainer wat je aanvinkt.
# $day (String) - a date
portfolios-until = tot en met { $day }
portfolios-who-else = Niemand anders: je projectleider niet, mensen in je groep niet, en onze andere medewerkers ook niet. Krijgt je groep een andere trainer, of ga je naar een andere groep, dan ziet die trainer het. Elke keer dat een trainer kijkt, komt in het register.
portfolios-which-parts = Wat laat je zien?
portfolios-which-hint = Haal je een vinkje weg, dan ziet je trainer dat deel meteen niet meer.
portfolios-sharing-save = Bewaar mijn keuze
portfolios-sharing-saved = Je keuze is bewaard. Die geldt meteen.
portfolios-sharing-conflict-title = In een ander venster koos je iets anders
# $now (String) - the parts that are shown
portfolios-sharing-conflict = Je laat nu zien: { $now }. Wat je hier aanvinkte, is niet bewaard. Klopt het, bewaar het dan nog eens.

portfolios-title-staff = Portfolio’s
portfolios-intro-staff = Van cursisten in je eigen groepen die je iets laten zien, zolang hun project loopt.
portfolios-nobody-title = Niemand laat iets zien
portfolios-nobody = Cursisten kiezen zelf of ze een deel van hun portfolio laten zien. Doet iemand in je groep dat, dan staat die hier.
portfolios-until-when = Te zien tot en met
# $name (String) - the student
portfolios-of = Portfolio van { $name }
# $day (String) - a date
portfolios-shown-to-you = Dit laat deze cursist aan jou zien, als trainer van de groep. Je ziet het tot en met { $day }, of tot de cursist het niet meer wil.
portfolios-nothing-here = Hier staat nog niets.
portfolios-register = Dat je dit bekijkt, staat in het register.
