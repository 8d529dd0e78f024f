groups-title = Groepen
groups-new = Nieuwe groep
groups-none-title = Nog geen groepen
groups-none = Een groep heeft een trainer, bijeenkomsten en een aantal plaatsen.
# $capacity (Number) - how many fit in
# $placed (Number) - how many are in it
groups-of = { $placed } van { $capacity } plaatsen
groups-no-trainer = Nog geen trainer
groups-no-meetings = Nog geen bijeenkomsten
# $name (String) - the trainer
groups-by = Met { $name }, trainer
groups-name = Naam van de groep
groups-name-hint = Bijvoorbeeld Dinsdagochtend. Deelnemers zien deze naam ook.
groups-trainer = Trainer
groups-capacity = Aantal plaatsen
groups-meetings = Bijeenkomsten
groups-meetings-hint = Rijen die je leeg laat, tellen niet mee.
# $number (Number) - its place in the form
groups-meeting = Bijeenkomst { $number }
groups-date = Dag
groups-start = Van
groups-end = Tot
groups-location = Plaats
groups-make = Groep maken
groups-save = Groep bewaren
# $name (String) - a group
groups-made = De groep { $name } is gemaakt.
# $name (String) - a group
groups-changed = De groep { $name } is bewaard.
groups-change = De groep veranderen
groups-change-open = Naam, trainer, plaatsen en bijeenkomsten
groups-members = In deze groep
groups-empty-title = Nog niemand
groups-empty = Hier komen de deelnemers te staan die een plaats hebben.
groups-take-out = Uit de groep halen
# $name (String) - a person
groups-taken-out = { $name } zit niet meer in deze groep.
groups-unplaced = Deelnemers zonder groep
groups-nobody-unplaced = Iedereen in dit project heeft een groep.
# $shown (Number) - how many are shown
# $total (Number) - how many there are
groups-first = De eerste { $shown } van { $total }. Zoek op naam om anderen te vinden.
# $left (Number) - places left
groups-who = Wie krijgt een plaats? Er { $left ->
    [0] is geen plek meer
    [1] is nog 1 plek
   *[other] zijn nog { $left } plekken
}.
groups-place = In de groep plaatsen
# $count (Number) - people
groups-placed = { $count ->
    [0] Iedereen die je koos, had al een groep.
    [1] 1 deelnemer heeft nu een plaats.
   *[other] { $count } deelnemers hebben nu een plaats.
}
