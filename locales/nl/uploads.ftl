uploads-title = Wat je hebt ingestuurd
uploads-intro = Alleen jij, je trainer en je adviseur kunnen deze bestanden lezen. Je projectleider niet.
uploads-empty-title = Hier staan nu geen bestanden
uploads-empty = Vraagt een stap om een tekst? Dan staat die hier zodra je hem hebt ingestuurd, met de dag waarop hij verdwijnt. Wat je eerder instuurde en hier niet meer staat, zien alleen je trainer en je adviseur nog even.
uploads-to-steps = Naar je stappen
# $date (String) - the last day, in words
uploads-visible-through = zichtbaar tot en met { $date }
# $date (String) - the last day, in words
uploads-kept-through = vernietigd na { $date }
uploads-not-handed-in = nog niet ingestuurd
# $moment (String) - the moment, in words
uploads-removed-at = verwijderd na { $moment }
uploads-replaced-by-next = kies je hieronder een ander bestand, dan komt dat in de plaats van dit
# $step (String) - what the action is called
uploads-for-step = Voor de stap ‘{ $step }’
uploads-finish = Nakijken en insturen
uploads-withdraw = Intrekken
# $file (String) - the name of the file
uploads-withdraw-named = { $file } intrekken
# $position (Number) - the place of the step in the path
# $steps (Number) - how many steps there are
# $day (String) - the last day to do it, in words
uploads-step = Stap { $position } van { $steps } · uiterlijk { $day }
uploads-sent-title = Wat je voor deze stap al stuurde
uploads-warning-title = Haal eerst vertrouwelijke gegevens weg
uploads-warning = Alleen je trainer en je adviseur lezen je tekst. Maak toch onleesbaar wat over anderen gaat:
uploads-warning-people = namen, adressen en telefoonnummers van klanten of bewoners
uploads-warning-numbers = burgerservicenummers, rekeningnummers en dossiernummers
uploads-warning-private = alles over gezondheid, geld of geloof van iemand
uploads-warning-how = Zo doe je dat: typ er iets anders voor in de plaats, zoals ‘mevrouw A.’ of XXXX. Een zwarte balk over de woorden is niet genoeg: de woorden blijven eronder staan. Stuur je een foto? Plak af wat niemand mag lezen voordat je hem maakt.
uploads-choose-title = Je bestand
uploads-choose-first = Kies je bestand. We bewaren het versleuteld; nog niemand anders kan het lezen.
uploads-choose-second = Kijk het na en bevestig. Pas dan is het ingestuurd.
uploads-file = Kies een bestand
# $megabytes (Number) - the largest size, in megabytes
uploads-file-hint = Een tekst (docx, odt, pdf, txt, rtf), een werkblad of presentatie (xlsx, pptx) of een foto (jpg, png, heic). Niet groter dan { $megabytes } MB.
uploads-send = Bestand versturen
# $megabytes (Number) - the largest size, in megabytes
uploads-too-large = Dit bestand is groter dan { $megabytes } MB. Er is niets verstuurd. Maak het kleiner, bijvoorbeeld met minder of kleinere foto’s, of kies een ander bestand.
uploads-broken = Het versturen is niet gelukt: de verbinding viel weg of je bent uitgelogd. Er is niets half bewaard. Probeer het opnieuw.
uploads-sending = Je bestand wordt verstuurd
uploads-cancel = Stoppen
uploads-retry = Opnieuw proberen
# $visible (String) - how long, in words
# $kept (String) - how long, in words
uploads-clocks = Na het insturen zie je je bestand nog { $visible } op deze site. Daarna zien alleen je trainer en je adviseur het nog. Na { $kept } vernietigen we het. Je kunt het altijd zelf eerder intrekken.
# $date (String) - the last day of the project, in words
# $visible (String) - how long, in words
# $kept (String) - how long, in words
uploads-clocks-after-end = Je ziet je bestand op deze site tot { $visible } na het einde van het project ({ $date }). Daarna zien alleen je trainer en je adviseur het nog. We vernietigen het { $kept } na het einde. Je kunt het altijd zelf eerder intrekken.
uploads-over-title = Insturen kan niet meer
# $project (String) - the name of the project
# $date (String) - the last day of the project, in words
uploads-over = Het project ‘{ $project }’ is afgelopen op { $date }. Wil je toch nog iets laten lezen? Vraag het je trainer.
uploads-confirm-title = Nog één ding: bevestig je bestand
uploads-arrived = Je bestand is binnen
uploads-look-again = Nog eens bekijken
uploads-choose-other = Ander bestand kiezen
uploads-remove = Verwijderen
uploads-tick = Ik heb vertrouwelijke gegevens weggehaald of onleesbaar gemaakt
uploads-tick-hint = Dus geen namen, adressen of nummers van anderen, en niets over hun gezondheid, geld of geloof.
uploads-hand-in = Insturen
uploads-unless-confirmed = Het bestand is nog niet ingestuurd. Bevestig je niet, dan verwijderen we het na
# $visible (String) - the last day its owner sees it, in words
# $kept (String) - the last day it exists, in words
uploads-confirm-clocks = Stuur je het nu in, dan zie je het hier tot en met { $visible }. Daarna zien alleen je trainer en je adviseur het nog, en na { $kept } vernietigen we het. Je kunt het altijd zelf eerder intrekken.
uploads-confirmed = Je bestand is ingestuurd. Je trainer kan het nu lezen.
uploads-handed-in = Dit heb je ingestuurd
uploads-handed-in-on = Ingestuurd op
uploads-visible = Zichtbaar tot en met
uploads-kept = Vernietigd na
uploads-size = Grootte
uploads-dates-explained = Zo lang zie jij het bestand hier. Daarna zien alleen je trainer en je adviseur het nog, tot we het vernietigen.
uploads-download = Bestand downloaden
uploads-another = Nog een bestand insturen voor deze stap
uploads-withdraw-title = Wil je dit bestand intrekken?
uploads-remove-title = Wil je dit bestand verwijderen?
uploads-withdraw-explained = We vernietigen het meteen. Je trainer en je adviseur kunnen het dan niet meer lezen, en niemand kan het terughalen.
uploads-remove-explained = We vernietigen het meteen. Niemand heeft het gelezen, en niemand kan het terughalen.
uploads-withdraw-opens = De stap staat daarna weer open. Je kunt dan een ander bestand insturen.
uploads-withdraw-yes = Ja, vernietig dit bestand
uploads-leave = Nee, laat het staan
uploads-back-to-file = Terug naar het bestand
# $reason (String) - why, in words
# $date (String) - the last day, in words
uploads-held = we bewaren dit nu nog, want er is { $reason }; op zijn vroegst vernietigd na { $date }
uploads-withdraw-held = Dit bestand kan nu niet weg. Je kunt het later wel intrekken, of je wacht tot we het vernietigen.
uploads-withdrawn = Het bestand is vernietigd.
uploads-staff-title = Ingestuurde teksten
uploads-staff-intro = Wat deelnemers hebben ingestuurd, het nieuwste eerst. Elke keer dat je een bestand opent, komt in het register.
uploads-staff-empty-title = Er is nog niets ingestuurd
uploads-staff-empty = Zodra een deelnemer een tekst instuurt, staat hij hier. Je ziet hem tot hij wordt vernietigd.
uploads-column-who = Deelnemer en project
uploads-column-file = Bestand en actie
uploads-project = Project
uploads-off-portal = niet meer op het portaal
uploads-pages = Bladzijden
# $page (Number) - the number of the page
uploads-page = Bladzijde { $page }
uploads-newer = Nieuwere
uploads-older = Oudere
uploads-staff-visible = Deelnemer ziet het tot en met
uploads-staff-recorded = Als je dit bestand opent, schrijven we dat in het register.
