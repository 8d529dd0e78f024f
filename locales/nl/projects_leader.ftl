projects-leader-title = Mijn projecten
projects-leader-past-title = Hier staan geen projecten meer
projects-leader-past = Wie een project leidde en wie meededen, bewaren we tot een tijd na het einde. Die tijd is om.
# $days (Number) - days until the project begins
projects-leader-coming = begint { $days ->
    [one] morgen
   *[other] over { $days } dagen
}
projects-leader-running = bezig
projects-leader-over = afgerond
# $name (String) - the adviser's full name
projects-leader-adviser = adviseur { $name }
projects-leader-nav = Onderdelen van dit project
projects-leader-overview = Overzicht
projects-leader-participants = Deelnemers
projects-leader-groups = Groepen
projects-leader-wishes = Leerwensen
# $count (Number) - people in the project
projects-leader-people = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}
# $done (Number) - actions done
# $total (Number) - actions of everybody together
projects-leader-done = { $done } van { $total } acties gedaan
# $done (Number) - people who did it
# $total (Number) - people in all
projects-leader-of = { $done } van { $total }
# $count (Number) - people who are behind
projects-leader-behind = { $count ->
    [one] 1 deelnemer loopt achter
   *[other] { $count } deelnemers lopen achter
}
projects-leader-nobody-behind = Niemand loopt achter.
# $people (Number) - people in the project
# $groups (Number) - groups in the project
projects-leader-tile-people = { $people ->
    [one] deelnemer
   *[other] deelnemers
} in { $groups ->
    [one] 1 groep
   *[other] { $groups } groepen
}
projects-leader-tile-done = van de acties gedaan
# $count (Number) - people who are behind
projects-leader-tile-behind = { $count ->
    [one] loopt achter
   *[other] lopen achter
}
# $count (Number) - people who did all preparation
projects-leader-tile-prepared = { $count ->
    [one] heeft de voorbereiding af
   *[other] hebben de voorbereiding af
}
projects-leader-by-action = Voortgang per actie
projects-leader-by-action-hint = Kies een actie en zie wie hem nog moet doen.
projects-leader-by-group = Voortgang per groep
projects-leader-without-group = Nog geen groep
projects-leader-who-is-behind = Wie loopt achter
# $count (Number) - people who are behind
projects-leader-all-behind = Alle { $count } bekijken
projects-leader-nobody-behind-hint = Als iemand een actie mist, staat die persoon hier, met het aantal dagen.
projects-leader-name = Naam
projects-leader-group = Groep
projects-leader-no-group = geen
projects-leader-first-open = Eerste open actie
projects-leader-late = Te laat
# $days (Number) - days late
projects-leader-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
}
projects-leader-actions = Acties gedaan
projects-leader-preparation = Voorbereiding
projects-leader-prepared = klaar
projects-leader-not-prepared = niet klaar
projects-leader-not-late = op tijd
projects-leader-all-done = alles gedaan
projects-leader-nobody = Er doet nog niemand mee
projects-leader-nobody-hint = Zodra de opleider de deelnemers heeft ingevoerd, zie je hier wie ze zijn en hoever ze zijn.
projects-leader-no-actions = Er zijn nog geen acties
projects-leader-no-actions-hint = Zodra de opleider ze heeft klaargezet, zie je hier hoeveel mensen ze hebben gedaan.
projects-leader-no-groups = Er zijn nog geen groepen
projects-leader-no-groups-hint = Zodra de opleider ze heeft gepland, zie je hier de trainer, de tijd en de plaats.
projects-leader-no-wishes = Er zijn nog geen leerwensen
projects-leader-no-wishes-hint = Zodra een deelnemer de intake heeft ingestuurd, lees je hier wat die wil leren.
# $count (Number) - people in the group
# $capacity (Number) - places in the group
projects-leader-occupancy = { $count } van { $capacity } plaatsen bezet
# $name (String) - the trainer's full name
projects-leader-trainer = Trainer: { $name }
projects-leader-no-trainer = De trainer is nog niet bekend.
projects-leader-no-meetings = De dagen zijn nog niet bekend.
projects-leader-all-groups = Alle groepen en wie erin zit
projects-leader-want-to-learn = Wat ze willen leren
# $count (Number) - learning wishes
projects-leader-all-wishes = { $count ->
    [one] Bekijk de leerwens
   *[other] Alle { $count } leerwensen
}
projects-leader-list = Lijst van deelnemers
projects-leader-filter-group-any = Alle groepen
projects-leader-filter-action = Nog niet gedaan
projects-leader-filter-action-any = Maakt niet uit
projects-leader-filter-late = Loopt achter
projects-leader-filter-preparation = Voorbereiding niet klaar
projects-leader-filter = Filteren
projects-leader-filter-clear = Toon iedereen
projects-leader-sort = Volgorde
projects-leader-sort-name = op naam
projects-leader-sort-progress = minst gedaan eerst
projects-leader-sort-late = langst te laat eerst
projects-leader-none-found = Niemand gevonden
projects-leader-none-found-hint = Er is niemand die aan alles voldoet wat je koos. Kies minder, of toon iedereen.
projects-leader-pages = Bladzijden
# $from (Number) - the first row on this page
# $to (Number) - the last row on this page
# $total (Number) - rows in all
projects-leader-slice = { $from } tot en met { $to } van { $total }
projects-leader-previous = Vorige
projects-leader-next = Volgende
projects-leader-email = E-mail
projects-leader-path = Acties
# $day (String) - the day it was done
projects-leader-step-done = gedaan op { $day }
# $day (String) - the last day to do it
projects-leader-step-open = open, tot en met { $day }
# $days (Number) - days late
# $day (String) - the last day to have done it
projects-leader-step-late = { $days ->
    [one] 1 dag te laat
   *[other] { $days } dagen te laat
} ({ $day })
projects-leader-step-attendance = de trainer vult nog in wie er was
projects-leader-wishes-of = Wat deze deelnemer wil leren
projects-leader-no-wishes-of = Hier staat straks wat deze deelnemer wil leren. Dat komt uit de intake.
projects-leader-no-group-yet = Deze deelnemer zit nog niet in een groep.
projects-leader-members = Deelnemers in deze groep
projects-leader-no-members = Er zit nog niemand in deze groep.
projects-leader-wishes-intro = Dit schreven de deelnemers in hun intake. De andere antwoorden leest alleen de opleider.
# $count (Number) - people who did not answer yet
projects-leader-unanswered = { $count ->
    [one] 1 deelnemer heeft nog niet geantwoord.
   *[other] { $count } deelnemers hebben nog niet geantwoord.
}
# $people (Number) - people in the project
projects-leader-tile-people-only = { $people ->
    [one] deelnemer
   *[other] deelnemers
}
# $found (Number) - people found
# $people (Number) - people in the project
projects-leader-found = { $found } van { $people } deelnemers
# $day (String) - a day in words
projects-leader-excused = afgemeld voor { $day }
projects-leader-evaluation = Evaluatie
