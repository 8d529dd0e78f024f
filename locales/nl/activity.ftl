activity-title = Mijn activiteit
activity-link = Wanneer je actief was en eerder inlogde
activity-intro = Dit hebben we bijgehouden over wanneer je met je training bezig was.
activity-nothing-title = Nog niets bijgehouden
activity-nothing = Zodra je aan een stap begint of een document opent, zie je dat hier.
# $days (Number) - so many days
activity-days-active = { $days ->
    [one] Actief op 1 dag
   *[other] Actief op { $days } dagen
}
# $month (String) - the name of a month
# $year (String) - a year
# $days (String) - the days
activity-month = { $month } { $year }: { $days }
# $first (String) - the first ones of a list
# $last (String) - the last one
activity-and = { $first } en { $last }
activity-steps = Stappen
activity-step = Stap
activity-began-at = Begonnen
activity-done-at = Afgerond
activity-took = Doorlooptijd
activity-worked = Bezig, minstens
activity-not-seen = niet bekend
activity-not-yet = nog niet
# $date (String) - a date
# $time (String) - a time of day
activity-at = { $date }, { $time } uur
activity-moment = minder dan een minuut
# $minutes (Number) - so many minutes
activity-minutes = { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}
# $hours (Number) - so many hours
activity-hours = { $hours } uur
# $hours (String) - so many hours, in words
# $minutes (String) - so many minutes, in words
activity-hours-minutes = { $hours } en { $minutes }
# $days (Number) - so many days
activity-days = { $days } dagen
activity-documents = Geopende documenten
activity-no-documents = Je hebt hier nog geen document geopend.
# $times (Number) - how often
activity-times = { $times ->
    [one] Geopend op
   *[other] { $times } keer geopend, voor het laatst op
}
activity-sign-ins = Wanneer je inlogde
activity-sign-ins-intro = Staat er iets bij wat je niet herkent? Verander dan je wachtwoord en laat het ons weten.
activity-sign-ins-account = Waar je nu bent ingelogd
activity-no-sign-ins-title = Nog niets bijgehouden
activity-no-sign-ins = De volgende keer dat je inlogt, zie je dat hier.
activity-when = Wanneer
activity-address = Internetadres
activity-browser = Browser
activity-unknown = niet bekend
activity-erased = gewist
activity-how = Hoe we dit bijhouden
activity-how-steps = Een stap begint als je de bladzijde ervan voor het eerst opent, en eindigt als je hem afrondt. De doorlooptijd is de tijd daartussen.
activity-how-time = Bezig tellen we van de eerste tot de laatste keer dat je een bladzijde van de stap opent of iets bewaart. Ben je langer dan een half uur weg, dan telt die tijd niet mee. Je was dus minstens zo lang bezig.
activity-how-left-out = Van een evaluatie houden we niet bij wanneer je eraan werkte. Of je bij een bijeenkomst was, vult je trainer in.
activity-how-readers = Je trainer, je adviseur en ons projectbureau zien wanneer je inlogde, aan stappen werkte en documenten opende. Je projectleider ziet welke stappen je wanneer afrondde, en op welke dag je voor het laatst actief was. Je internetadres en je browser zie je alleen zelf.
# $address (String) - how long the address is kept
# $browser (String) - how long the browser is kept
# $sign_in (String) - how long it is kept that somebody signed in
# $steps (String) - how long the rest is kept
activity-how-long = Je internetadres wissen we na { $address } en je browser na { $browser }. Dat je inlogde, wissen we als je { $sign_in } niets in de portal hebt gedaan. Wat je aan stappen deed en welke documenten je opende, wissen we na { $steps } zonder activiteit.
activity-how-statement = Lees de privacyverklaring
activity-last = Laatst actief
activity-none = geen activiteit
# $name (String) - the person
activity-of = Activiteit van { $name }
activity-none-of-title = Nog geen stap begonnen
activity-none-of = Zodra deze deelnemer een stap opent of afrondt, staat die hier.
activity-how-time-staff = De tijd onder ‘Bezig, minstens’ loopt van de eerste tot de laatste bladzijde van een stap. Pauzes van meer dan een half uur tellen niet mee.
activity-trail = Dag voor dag
activity-no-trail-title = Nog niets gebeurd
activity-no-trail = Deze deelnemer heeft nog niet ingelogd en nog niets gedaan.
activity-trail-bounds = Inloggen staat hier alleen voor de tijd van het project. Van evaluaties houden we geen tijden bij.
activity-signed-in = Ingelogd
# $title (String) - the step
activity-began = Begonnen met: { $title }
# $title (String) - the step
activity-done = Afgerond: { $title }
# $title (String) - the document
activity-opened = Geopend: { $title }
activity-register = In het register staat dat je deze bladzijde hebt bekeken.
