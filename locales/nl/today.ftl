today-title = Vandaag
# $name (String) - the reader's first name
today-hello = Goedendag, { $name }
today-duties = Dit doe je in Traject
# $role (String) - a role, as a code
today-duty = { $role ->
    [programmer] Je bouwt en onderhoudt het systeem. Persoonsgegevens van klanten zie je niet.
    [content] Je beheert trainingen, materialen en vragenlijsten. Persoonsgegevens zie je niet.
    [planner] Je plant groepen: training, datum, plaats, prijs en trainer. Je ziet aantallen, geen namen.
    [security] Je benoemt medewerkers en houdt het verwerkingsregister in de gaten. De inhoud van dossiers zie je niet.
    [marketing] Je stuurt deelnemers tips en nieuws.
    [helpdesk] Je beantwoordt vragen van deelnemers.
    [trainer] Je geeft trainingen, volgt je groepen en leest ingestuurde teksten.
    [adviser] Je leidt projecten, volgt de voortgang en leest ingestuurde teksten.
   *[assistant] Je maakt projecten en groepen en nodigt deelnemers uit.
}
# $count (Number) - people
today-uninvited = { $count ->
    [one] deelnemer nog niet uitgenodigd
   *[other] deelnemers nog niet uitgenodigd
}
# $count (Number) - people
today-outside = { $count ->
    [one] uitnodiging nog niet gebruikt
   *[other] uitnodigingen nog niet gebruikt
}
# $count (Number) - projects
today-groupless = { $count ->
    [one] project loopt of begint bijna, zonder groepen
   *[other] projecten lopen of beginnen bijna, zonder groepen
}
# $count (Number) - texts
today-texts = { $count ->
    [one] ingestuurde tekst die je kunt lezen
   *[other] ingestuurde teksten die je kunt lezen
}
# $count (Number) - letters
today-letters = { $count ->
    [one] e-mail niet aangekomen
   *[other] e-mails niet aangekomen
}
today-meetings = Jouw volgende bijeenkomsten
today-attention = Projecten die aandacht vragen
today-calm-title = Niets dat wacht
today-calm = Hier staan projecten zonder groepen, en projecten waar nog niet iedereen binnen is.
today-what = Wat er wacht
today-no-groups = nog geen groepen
# $count (Number) - people
today-line-uninvited = { $count } nog niet uitgenodigd
# $count (Number) - people
today-line-outside = { $count } nog niet binnen
# $count (Number) - projects
today-more = { $count ->
    [one] En nog 1 project.
   *[other] En nog { $count } projecten.
}
# $count (Number) - people
today-absences = { $count ->
    [one] afmelding voor een bijeenkomst
   *[other] afmeldingen voor bijeenkomsten
}
# $count (Number) - threads
today-threads = { $count ->
    [one] gesprek wacht op antwoord
   *[other] gesprekken wachten op antwoord
}
today-freed-title = Teruggegeven plaatsen
# $count (Number) - places
today-freed = { $count ->
    [one] 1 deelnemer gaf de afgelopen week een plaats terug
   *[other] { $count } deelnemers gaven de afgelopen week een plaats terug
}
# $count (Number) - changes
today-terms = { $count ->
    [one] Er wacht een nieuwe bewaartermijn op een tweede functionaris
   *[other] Er wachten { $count } nieuwe bewaartermijnen op een tweede functionaris
}
today-terms-look = Bekijken
# $count (Number) - requests
today-requests = { $count ->
    [one] Er is een verzoek van iemand over de eigen gegevens
   *[other] Er zijn { $count } verzoeken van mensen over hun eigen gegevens
}
# $date (String) - the last day for the first answer
today-requests-due = Het eerste antwoord moet er uiterlijk op { $date } zijn.
today-requests-look = Bekijken
