projects-title = Projecten
projects-new = Nieuw project
projects-new-sub = Een training voor één organisatie. Deelnemers en groepen voeg je daarna toe.
projects-search = Naam of organisatie
projects-filter = Zoeken
projects-phase-label = Fase
projects-phase-all = Alle fases
# $phase (String) - a phase, as a code
projects-phase = { $phase ->
    [preparing] voorbereiding
    [running] loopt
   *[over] klaar
}
projects-none-title = Nog geen projecten
projects-none = Hier komen de projecten te staan die je volgt.
projects-none-found-title = Niets gevonden
projects-none-found = Er is geen project dat hierbij past. Controleer wat je typte of kies een andere fase.
projects-show-all = Alle projecten
projects-name = Naam van het project
projects-name-hint = Deelnemers zien deze naam ook.
projects-organisation = Organisatie
projects-known-organisation = Bekende organisatie
projects-new-organisation = Of een nieuwe organisatie
projects-new-organisation-hint = Typ de naam. Is die al bekend, dan gebruiken we de organisatie die er al is.
projects-choose = Kies …
projects-project = Het project
projects-training = Training
projects-training-hint = Het project krijgt de acties en intakevragen van deze training.
projects-starts = Eerste dag
projects-ends = Laatste dag
projects-period = Periode
projects-participants = Deelnemers
projects-adviser = Adviseur
projects-nobody-yet = nog niemand
projects-anchor = Bewaartermijn van teksten
# $visible (String) - how long, in words
# $kept (String) - how long, in words
projects-anchor-hint = Een tekst is { $visible } zichtbaar en wordt na { $kept } vernietigd. Vanaf wanneer tellen we?
# $anchor (String) - when the clocks start, as a code
projects-anchor-words = { $anchor ->
    [project_end] vanaf het einde van het project
   *[confirmation] vanaf het insturen
}
projects-anchor-end-hint = Hoogstens 12 maanden na het insturen.
projects-make = Project maken
projects-cancel = Annuleren
# $name (String) - a project
projects-made = Het project { $name } is gemaakt.
projects-read-roster = Deelnemers inlezen
projects-leaders = Projectleiders van de klant
projects-past = Wie aan dit project meedeed, het leidde of gaf, bewaren we tot een tijd na het einde. Die tijd is om.
projects-no-leaders = Nog niemand. Een projectleider volgt de voortgang van de eigen mensen.
projects-leader-outside = nog niet binnen
projects-add-leader = Projectleider toevoegen
projects-first-name = Voornaam
projects-infix = Tussenvoegsel
projects-last-name = Achternaam
projects-email = E-mail
projects-leader-hint = Naar dit adres gaat de uitnodiging.
projects-appoint = Toevoegen en uitnodigen
# $name (String) - a person
projects-leader-made = { $name } is nu projectleider en krijgt een e-mail.
# $name (String) - a person
projects-leader-known = { $name } was al projectleider. Er is niets veranderd.
projects-actions = Acties
projects-action = Actie
projects-due = Uiterlijk
projects-done = Gedaan
# $done (Number) - how many are done
# $total (Number) - how many there are
projects-of = { $done } van { $total }
projects-nobody-title = Nog geen deelnemers
projects-nobody = Lees de lijst in die de klant stuurde. Je ziet eerst wat er met elke regel gebeurt.
# $all (Number) - participants
# $invited (Number) - participants who were invited and are not in
# $waiting (Number) - participants who were not invited
projects-counts = { $all ->
    [one] 1 deelnemer
   *[other] { $all } deelnemers
}. Niet uitgenodigd: { $waiting }. Uitgenodigd, nog niet binnen: { $invited }.
projects-search-name = Naam
projects-entry = Toegang
projects-entry-all = Iedereen
# $entry (String) - how far somebody is, as a code
projects-entry-words = { $entry ->
    [waiting] niet uitgenodigd
    [invited] uitgenodigd, nog niet binnen
   *[inside] doet mee
}
projects-entry-known = heeft een account, niet uitgenodigd
# $date (String) - a date
projects-invited-on = uitgenodigd op { $date }
projects-nobody-found-title = Niemand gevonden
projects-nobody-found = Er is niemand die hierbij past.
projects-person = Naam
projects-group = Groep
projects-no-group = geen
projects-progress = Acties gedaan
# $count (Number) - actions
projects-late = { $count } te laat
projects-choosing = Hoe komt iemand in een groep?
# $days (Number) - days before the first meeting
# $hours (Number) - hours to accept
projects-choosing-open = Deelnemers kiezen zelf. Veranderen of afzeggen kan tot { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} voor de eerste bijeenkomst. Wie van de wachtlijst een plaats krijgt, heeft { $hours } uur om te antwoorden.
projects-choosing-closed = De opleider deelt de groepen in.
projects-choosing-change = Veranderen
projects-choosing-tick = Deelnemers kiezen zelf een groep
projects-choosing-days = Veranderen of afzeggen kan tot zoveel dagen voor de eerste bijeenkomst
projects-choosing-days-hint = Een heel getal van 0 tot en met 60.
projects-choosing-hours = Zoveel uur om een plaats van de wachtlijst aan te nemen
projects-choosing-hours-hint = Een heel getal van 1 tot en met 168, dat is een week.
projects-choosing-save = Bewaren
projects-choosing-changed = Bewaard hoe deelnemers in een groep komen.
