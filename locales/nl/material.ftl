material-title = Cursusmateriaal
material-intro = Teksten en bestanden bij je training. Je kunt ze lezen en downloaden zo vaak je wilt.
material-empty-title = Er is nog geen materiaal
material-empty = Zodra je trainer iets klaarzet, staat het hier.
material-none-here = Voor deze training is er nog geen materiaal.
material-to-steps = Naar je stappen
# $count (Number) - pieces that were not opened
material-unread = { $count } nieuw
material-new = nieuw
material-changed = veranderd
# $day (String) - a date
material-opened-on = geopend op { $day }
# $day (String) - a date
material-since = staat hier sinds { $day }
# $kind (String) - the kind of a file, such as PDF
# $size (String) - how large it is
material-file-kind = { $kind }, { $size }
material-text-kind = tekst
material-opening-does = Je hoeft niets af te vinken. Zodra je het opent, is deze stap gedaan.
material-step-done = Deze stap is gedaan.
# $title (String) - what it is called
material-open-text = Lees ‘{ $title }’
# $title (String) - what it is called
material-open-file = Download ‘{ $title }’

material-staff-title = Cursusmateriaal
material-staff-intro = Wat je hier bij een training zet, is voor alle deelnemers aan die training.
material-no-trainings-title = Er zijn nog geen trainingen
material-no-trainings = Materiaal hoort bij een training. Zodra er een is, staat die hier.
# $count (Number) - pieces of material
material-pieces = { $count ->
    [0] nog niets
    [one] 1 stuk
   *[other] { $count } stukken
}
# $name (String) - the training
material-shelf-training = Voor iedereen die ‘{ $name }’ volgt
# $name (String) - the project
# $client (String) - the client
material-shelf-project = { $name } · { $client }
material-write = Tekst schrijven
material-add-file = Bestand toevoegen
material-shelf-empty-title = Hier staat nog niets
material-shelf-empty = Schrijf een tekst of voeg een bestand toe. Jij kiest vanaf wanneer deelnemers het zien.
material-up = Omhoog
material-down = Omlaag
# $position (Number) - the place of a step
material-of-step = hoort bij stap { $position }
# $count (Number) - people
material-opened-by = { $count ->
    [0] door niemand geopend
    [one] door 1 deelnemer geopend
   *[other] door { $count } deelnemers geopend
}
# $count (Number) - people
material-opened-so-far = { $count ->
    [0] Tot nu toe opende niemand het.
    [one] Tot nu toe opende 1 deelnemer het.
   *[other] Tot nu toe openden { $count } deelnemers het.
}
# $group (String) - the group
material-for-group = Groep { $group }
# $name (String) - a person
material-for-person = Alleen { $name }
material-for-everybody = Alle deelnemers
# $day (String) - a date
material-visible-since = zichtbaar sinds { $day }
# $moment (String) - a date and a time
material-visible-from = zichtbaar vanaf { $moment }
material-hidden = nog niet zichtbaar
material-first-day = zichtbaar vanaf de eerste dag van het project
# $days (Number) - days
material-days-before = { $days ->
    [one] zichtbaar vanaf 1 dag voor het project begint
   *[other] zichtbaar vanaf { $days } dagen voor het project begint
}
# $days (Number) - days
material-days-after = { $days ->
    [one] zichtbaar vanaf 1 dag na de eerste dag van het project
   *[other] zichtbaar vanaf { $days } dagen na de eerste dag van het project
}

material-new-text = Nieuwe tekst
material-field-title = Titel
material-field-summary = Waar gaat het over?
material-field-summary-hint = Eén zin. Deelnemers zien die in hun lijst.
material-field-body = Tekst
material-field-body-hint = Je schrijft in Markdown: # voor een kop, - voor een lijst, **vet** en *schuin*. Een link schrijf je als [woorden](https://adres).
material-preview = Voorbeeld bekijken
material-preview-title = Zo ziet een deelnemer het
material-preview-unsaved = Dit is nog niet bewaard.
material-for-whom-and-when = Voor wie en vanaf wanneer
material-audience = Voor wie
material-release = Vanaf wanneer zien zij het?
material-release-hidden = Nog niet
material-release-now = Meteen
material-release-later = Later
material-release-later-hint = Vul dan hieronder in wanneer.
material-days = Dagen na de eerste dag van het project
material-days-hint = 0 is de eerste dag zelf. Met een minteken is het ervoor: -7 is een week eerder.
material-date = Datum
material-time = Tijd
material-time-hint = Leeg is het begin van die dag.
material-step = Hoort bij stap
material-step-hint = Wie het opent, heeft die stap gedaan.
material-no-step = Geen stap
material-save = Bewaren
material-cancel = Annuleren
# $title (String) - what it is called
material-saved = ‘{ $title }’ is bewaard.
material-the-file = Het bestand
material-choose-file = Kies het bestand
material-choose-file-how = Daarna geef je het een titel en kies je vanaf wanneer deelnemers het zien. Tot dan ziet niemand het.
material-arrived = Het bestand is er. Kies nu vanaf wanneer deelnemers het zien en bewaar.
material-withdraw = Weghalen
material-withdraw-what = Niemand kan dit dan nog openen. Een bestand wordt meteen vernietigd. Terughalen kan niet.
material-withdraw-yes = Ja, haal het weg
# $title (String) - what it is called
material-withdrawn = ‘{ $title }’ is weg.
