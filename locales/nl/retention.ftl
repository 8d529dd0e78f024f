retention-title = Hoe lang we iets bewaren
retention-intro = Maanden zijn kalendermaanden. De laatste dag telt helemaal mee.
retention-kind-column = Wat
retention-portal = Op het portaal
retention-destroyed = Vernietigd na
retention-from = Gerekend vanaf
# $hours (Number) - so many hours
retention-hours = { $hours } uur
# $days (Number) - so many days
retention-days = { $days } dagen
# $months (Number) - so many months
retention-months = { $months ->
    [one] { $months } maand
   *[other] { $months } maanden
}
# $years (Number) - so many years
retention-years = { $years } jaar
# $kind (String) - what is kept, as a code
retention-kind = { $kind ->
    [progress] afgeronde stappen
    [participation] deelname aan een project
    [registration] persoon en account
    [staff_account] account van een medewerker die weg is
    [sign_in] wanneer iemand inlogde
    [sign_in_address] internetadres waarvandaan iemand inlogde
    [sign_in_browser] browser waarmee iemand inlogde
    [hold] vasthouden dat voorbij is
    [upload] ingestuurd bestand
    [pending_upload] bestand dat niet is bevestigd
    [intake] intake en leerwensen
    [intake_draft] intake die niet is ingestuurd
    [evaluation] evaluatie met naam
    [evaluation_draft] evaluatie die niet is ingestuurd
    [test_draft] toets die niet is ingestuurd
    [certificate] gegevens van een certificaat; daarna blijft een code over die naar niemand leidt
    [letter] verzonden e-mail
    [message] bericht in een gesprek
    [message_draft] bericht dat niet is verstuurd
    [roster] deelnemerslijst die niet is ingelezen
    [request] verzoek over gegevens
    [register_line] regel in dit register
    [session] aanmelding die niet wordt gebruikt
    [link] link in een uitnodiging of voor een nieuw wachtwoord
    [held_form] formulier dat te laat werd verstuurd
   *[other] { $kind }
}
# $anchor (String) - what starts the clock, as a code
retention-anchor = { $anchor ->
    [creation] het moment van maken
    [confirmation] het bevestigen, of het einde van het project als dat zo is afgesproken
    [project_end] het einde van het project
    [sending] het versturen
    [last_use] het laatste gebruik
    [last_activity] het laatste wat de persoon deed
    [sign_in] het inloggen
    [ending] het einde
   *[other] { $anchor }
}
retention-version = Versie
retention-change = Veranderen
retention-fixed = staat vast
retention-changes = Wacht op een tweede functionaris
retention-change-yours = Jij hebt dit gevraagd; een collega moet het bevestigen
retention-change-for-you = Wacht op jou
# $term (String) - how long, in words
retention-on-portal = { $term } op het portaal
# $term (String) - how long, in words
retention-destroyed-after = vernietigd na { $term }
# $anchor (String) - what starts the clock, in words
retention-counted-from = Gerekend vanaf { $anchor }.
retention-other = Een andere termijn
retention-how = Je ziet eerst wat er zou gebeuren. Een kortere termijn geldt meteen, ook voor wat er al is. Een langere geldt alleen voor wat er daarna bij komt.
# $unit (String) - the unit, as a code
retention-unit = { $unit ->
    [hours] In uren.
    [days] In dagen.
   *[months] In maanden.
}
# $unit (String) - the unit, in words
# $most (Number) - at most
retention-at-most = { $unit } Niet meer dan { $most }.
retention-look = Bekijk wat dit doet
retention-would = Dit zou er gebeuren
retention-would-nothing = Niets wat er nu is, verdwijnt eerder.
# $count (Number) - rows
# $all (Number) - rows
retention-would-sooner = { $count ->
    [one] 1 van { $all } zou nu eerder verdwijnen.
   *[other] { $count } van { $all } zouden nu eerder verdwijnen.
}
retention-would-earliest = De eerste op
# $count (Number) - rows
retention-would-at-once = { $count ->
    [one] Daarvan is er 1 meteen voorbij.
   *[other] Daarvan zijn er { $count } meteen voorbij.
}
retention-longer = Langer bewaren geldt alleen voor wat er na de bevestiging bij komt.
retention-statement = Dit is langer dan in de privacyverklaring staat. Bevestigt een collega het, dan verandert de verklaring mee. Iedereen leest haar dan bij de volgende keer inloggen.
retention-second = Dit verandert nog niets. Een tweede functionaris kijkt mee en bevestigt het.
retention-ask = Vraag een collega om te bevestigen
retention-leave = Niets veranderen
retention-change-nothing = Die termijn geldt al.
retention-change-asked = Gevraagd. Zodra een tweede functionaris het bevestigt, geldt de nieuwe termijn.
retention-change-waits = Er wacht al een andere termijn voor deze gegevens. Laat die eerst bevestigen of trek haar in.
# $term (String) - how long, in words
retention-is-now = nu { $term }
retention-asked-on = Gevraagd op
retention-asked-by = Gevraagd door
retention-you = jou
retention-nobody = iemand die weg is
retention-own = Jij hebt dit gevraagd. Bevestigen kan alleen een andere functionaris.
retention-confirm-hint = Bevestig je, dan gaat een kortere termijn meteen in. Wat daardoor voorbij is, komt niet terug.
retention-confirm = Bevestigen
retention-take-back = Intrekken
retention-refuse = Niet doen
retention-change-in-force = Deze termijn is bevestigd
retention-change-withdrawn = Deze termijn is niet ingegaan
retention-change-confirmed = De nieuwe termijn geldt.
# $count (Number) - rows
retention-change-applied = { $count ->
    [0] De nieuwe termijn geldt. Niets verdwijnt eerder.
    [1] De nieuwe termijn geldt. Eén ding verdwijnt eerder.
   *[other] De nieuwe termijn geldt. { $count } dingen verdwijnen eerder.
}
# $count (Number) - rows
retention-change-goes-on = De nieuwe termijn geldt. Van { $count } dingen is de klok al verzet; de rest volgt binnen enkele minuten.
retention-change-taken-back = De termijn blijft zoals hij was.
retention-holds = Vastgehouden
retention-holds-intro = Wat je vasthoudt, vernietigen we niet tot en met de dag die je kiest. Wie het aangaat, ziet op zijn pagina waarom, en wanneer het wel kan.
retention-holds-none = Er wordt niets vastgehouden
retention-holds-none-more = Loopt er een klacht, een geschil of een onderzoek? Houd dan vast wat daarbij nodig is.
retention-hold-new = Iets vasthouden
retention-hold-about = Wat
# $about (String) - what is held, as a code
retention-about = { $about ->
    [person] persoon
    [project] project
   *[upload] bestand
}
retention-hold-number = Nummer
retention-hold-number-hint = Zoals het in het register staat. Je collega’s die de dossiers kennen, kunnen het opzoeken.
retention-hold-reason = Waarom
# $reason (String) - why something is held, as a code
retention-reason = { $reason ->
    [dispute] een geschil
    [inspection] een onderzoek door een toezichthouder
    [complaint] een klacht
   *[incident] een onderzoek naar een incident
}
retention-hold-until = Tot en met
retention-hold-until-hint = Daarna stopt het vanzelf. Niet meer dan een jaar vooruit; je kunt het later opnieuw doen.
retention-hold-note = Kenmerk
retention-hold-note-hint = Bijvoorbeeld een zaaknummer. Geen namen.
retention-hold-place = Vasthouden
retention-hold-placed = Dit wordt nu vastgehouden.
retention-hold-through = tot en met
retention-hold-end = Nu beëindigen
retention-hold-ended = Dit wordt niet meer vastgehouden.
retention-alarm-title = De klok is versprongen: er wordt niets vernietigd
# $trusted (String) - a date and time, in words
# $stopped (String) - a date and time, in words
retention-alarm = De klok van de server klopte voor het laatst op { $trusted } en stond daarna op { $stopped }. Stond de server zo lang uit, dan is er niets aan de hand. Zo niet, dan is de klok verkeerd gezet.
retention-alarm-now = De klok staat nu op:
retention-alarm-wrong = Klopt dat niet? Laat systeembeheer eerst de klok goed zetten. Tot jij dit bevestigt, wordt er niets vernietigd.
retention-alarm-confirm = De klok klopt, ga door
retention-alarm-confirmed = De klok is goedgekeurd. Wat voorbij is, wordt weer vernietigd.
retention-alarm-moved = De klok staat niet meer waar hij stond toen je keek. Kijk opnieuw.
# $name (String) - the first name
retention-letter-dear = Beste { $name },
# $provider (String) - the training company
retention-letter-subject = Je account bij { $provider } eindigt
# $provider (String) - the training company
# $date (String) - the last day, in words
retention-letter-ends = Je hebt al lang niets gedaan in de portal van { $provider }, en er loopt geen training meer voor je. Daarom wissen we je account en je gegevens na { $date }.
# $link (String) - the address to sign in at
# $name (String) - the sign-in name
retention-letter-stay = Wil je blijven? Log voor die dag één keer in. Dat is genoeg: { $link }. Je inlognaam is { $name }.
# $link (String) - the address to choose a password at
# $name (String) - the sign-in name
retention-letter-stay-without-password = Wil je blijven? Kies voor die dag een wachtwoord en log één keer in. Dat is genoeg: { $link }. Je inlognaam is { $name }.
# $provider (String) - the training company
retention-letter-stay-without-account = Wil je blijven? Laat het voor die dag weten aan { $provider }.
retention-letter-else = Heb je een certificaat? Download het voor die dag. Het blijft geldig, en wie je het laat zien kan het blijven controleren. Hoef je niets te bewaren? Dan hoef je niets te doen. Dit is de enige mail die je hierover krijgt.
