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
groups-call-off = Afzeggen
groups-call-off-explained = Iedereen in de groep krijgt een mail. In hun agenda staat dan dat de bijeenkomst niet doorgaat.
groups-call-off-yes = Bijeenkomst afzeggen
# $day (String) - a day in words
groups-called-off = De bijeenkomst van { $day } is afgezegd.
groups-off = Afgezegd
groups-waiting-list = Wachtlijst
# $count (Number) - people
groups-in-line = { $count } op de wachtlijst
# $until (String) - a moment in words
groups-offered-until = Kan een plaats aannemen tot { $until }
# $since (String) - a moment in words
groups-waits-since = Wacht sinds { $since }
groups-reason = Reden om toch te plaatsen
groups-reason-hint = Alleen nodig als de groep vol is of iemand op dat moment ergens anders moet zijn. We bewaren de reden. Schrijf niets over gezondheid.
groups-obstacles-title = Op twee plekken tegelijk
groups-obstacles = Haal het vinkje weg, of vul hieronder een reden in om toch te plaatsen.
groups-move-reason = Reden om toch te verzetten
groups-move-reason-hint = Alleen nodig als iemand uit de groep op dat moment ergens anders moet zijn. We bewaren de reden. Schrijf niets over gezondheid.
groups-move-obstacles = Kies een ander moment, of vul onderaan een reden in om de bijeenkomst toch te verzetten.
# $name (String) - a person
# $project (String) - a project
# $group (String) - a group
# $when (String) - day and times
groups-obstacle = { $name } zit dan bij { $project }, groep { $group }: { $when }.

groups-choose-title = Kies je groep
groups-choose = Kies deze groep
groups-change-to = Ga naar deze groep
groups-queue = Zet mij op de wachtlijst
groups-others = Andere groepen
groups-choice-mine = jouw groep
groups-choice-offered = plaats voor jou
groups-choice-begun = al begonnen
groups-choice-full = vol
# $left (Number) - places left
groups-choice-free = { $left ->
    [one] nog 1 plaats
   *[other] nog { $left } plaatsen
}
# $count (Number) - people in line
groups-line = { $count ->
    [0] Er wacht nog niemand.
    [one] Er wacht 1 ander.
   *[other] Er wachten { $count } anderen.
}
# $ahead (Number) - people before the student
groups-queued = { $ahead ->
    [0] Je staat op de wachtlijst. Je bent als eerste aan de beurt.
    [one] Je staat op de wachtlijst. Er is 1 ander voor je.
   *[other] Je staat op de wachtlijst. Er zijn { $ahead } anderen voor je.
}
# $hours (Number) - hours to accept
groups-line-explained = Komt er een plaats vrij, dan krijgt de eerste van de wachtlijst een mail. Die heeft { $hours } uur om de plaats aan te nemen. Daarna is de volgende aan de beurt.
groups-leave-line = Haal mij van de wachtlijst
groups-left-line = Je staat niet meer op de wachtlijst.
groups-accept = Ja, ik neem de plaats
groups-decline = Nee, ik hoef de plaats niet
# $until (String) - a moment in words
groups-offer-held = Deze plaats is voor jou. Je kunt hem aannemen tot { $until }.
# $until (String) - a day in words
groups-change-until = Je kunt van groep veranderen of afzeggen tot en met { $until }.
# $until (String) - a day in words
groups-change-past = Veranderen of afzeggen kon tot en met { $until }. Kun je niet komen? Meld je dan af voor de bijeenkomst.
groups-give-up = Ik zeg mijn plaats af
groups-give-up-explained = Je plaats gaat meteen naar iemand anders. Je kunt daarna een andere groep kiezen als daar nog plaats is.
groups-give-up-yes = Plaats afzeggen
groups-given-up = Je plaats is afgezegd.
groups-closed-title = Je hoeft niet te kiezen
# $provider (String) - the training company
groups-closed = { $provider } deelt de groepen in. Je krijgt bericht zodra je een groep hebt.
groups-nothing-title = Er zijn nog geen groepen
# $provider (String) - the training company
groups-nothing = { $provider } maakt ze nog. Kijk hier over een paar dagen weer.
groups-refused-title = Dat lukte niet
groups-refused-closed = In dit project kun je zelf geen groep kiezen of veranderen.
groups-refused-begun = Deze groep is al begonnen. Kies een andere.
# $until (String) - a day in words
groups-refused-late = Veranderen of afzeggen kon tot en met { $until }. Je houdt de plaats die je hebt.
# $project (String) - a project
# $when (String) - day and times
groups-refused-clash = Op dat moment heb je al iets anders: { $project }, { $when }.
groups-refused-gone = Deze plaats is niet meer vrij. Je was te laat, of je had hem al aangenomen of afgewezen.
groups-offer-title = Er is een plaats voor je vrij
# $group (String) - a group
# $until (String) - a moment in words
groups-offer-explained = De plaats is in groep { $group }. Je kunt hem aannemen tot { $until }. Daarna gaat hij naar de volgende van de wachtlijst.
groups-offer-accepted = Je hebt een plaats
groups-offer-gone-title = Dit aanbod is voorbij
groups-offer-gone = Misschien heb je al geantwoord, of was de tijd om. Log in om te zien of je een plaats hebt.
groups-to-path = Naar mijn traject

# $name (String) - first name
groups-letter-dear = Beste { $name },
# $group (String) - a group
# $project (String) - a project
groups-letter-offer = Er is een plaats vrijgekomen in groep { $group } van { $project }. Jij bent aan de beurt. De groep komt bij elkaar op:
# $until (String) - a moment in words
groups-letter-until = We houden de plaats voor je vast tot { $until }. Neem hem vóór die tijd aan.
groups-letter-answer = Plaats aannemen of van de wachtlijst gaan
groups-letter-next = Horen we niets van je? Dan gaat de plaats naar de volgende en sta je niet meer op de wachtlijst.
# $project (String) - a project
groups-letter-offer-subject = Er is een plaats voor je vrij: { $project }
# $group (String) - a group
# $project (String) - a project
groups-letter-changed = Er verandert iets aan de bijeenkomsten van groep { $group } van { $project }.
# $change (String) - what became of the meeting, as a code
# $when (String) - day, times and place
groups-letter-meeting = { $change ->
    [cancelled] Gaat niet door: { $when }
    [added] Nieuw: { $when }
   *[moved] Wordt: { $when }
}
# $change (String) - what became of the meeting, as a code
groups-letter-calendar = { $change ->
    [cancelled] Haal deze bijeenkomst uit je agenda
    [added] Zet deze bijeenkomst in je agenda
   *[moved] Verander deze bijeenkomst in je agenda
}
# $project (String) - a project
groups-letter-changed-subject = Je bijeenkomsten veranderen: { $project }
