conversations-title = Berichten
conversations-lead = Schrijf je trainer, je adviseur of de helpdesk. Alleen degene aan wie je schrijft, leest het. Je projectleider niet.
# $to (String) - to whom, as a code
conversations-to = { $to ->
    [trainer] je trainer
    [adviser] je adviseur
   *[helpdesk] voor vragen over de portal
}
# $to (String) - to whom, as a code
# $provider (String) - the training company
conversations-nameless = { $to ->
    [trainer] Je trainer
    [adviser] Je adviseur
   *[helpdesk] Helpdesk van { $provider }
}
# $count (Number) - messages
conversations-unread = { $count ->
    [one] 1 nieuw bericht
   *[other] { $count } nieuwe berichten
}
conversations-drafted = niet verstuurd
conversations-last = Laatste bericht
conversations-nothing-yet = Nog geen berichten
conversations-read-them = Lees je berichten
conversations-ask = Heb je een vraag? Schrijf je trainer, je adviseur of de helpdesk.
conversations-to-all = Schrijf of lees berichten
conversations-back = Naar alle berichten
conversations-said = Wat er is geschreven
conversations-nothing-said = Hier is nog niets geschreven.
conversations-you = Jij
conversations-new = nieuw
conversations-seen = gelezen
conversations-not-seen = nog niet gelezen
conversations-pages = Bladzijden van dit gesprek
conversations-older = Oudere berichten
conversations-newer = Nieuwere berichten
conversations-is-closed = Dit gesprek is afgesloten. Schrijf je weer, dan gaat het weer open.
conversations-write = Schrijf een bericht
conversations-message = Je bericht
# $most (Number) - characters at most
conversations-hint = Gewone tekst, niet meer dan { $most } tekens. Schrijf niets over gezondheid, geld of geloof van iemand.
conversations-send = Verstuur
conversations-keep = Bewaar voor later
# $to (String) - to whom, as a code
conversations-sent = { $to ->
    [trainer] Je bericht aan je trainer is verstuurd.
    [adviser] Je bericht aan je adviseur is verstuurd.
   *[helpdesk] Je bericht aan de helpdesk is verstuurd.
}
conversations-kept = Je bericht is bewaard en nog niet verstuurd.
# $moment (String) - when it was kept
conversations-kept-on = Bewaard op { $moment }. Nog niet verstuurd.
# $time (String) - when it was kept
conversations-kept-at = Bewaard om { $time } uur. Nog niet verstuurd.
conversations-kept-now = Bewaard. Nog niet verstuurd.
conversations-keeping = Bezig met bewaren
conversations-offline = Bewaren lukt nu niet. Wat je typte, staat er nog; we proberen het zo opnieuw.
conversations-signed-out = Je bent uitgelogd. Wat je typte, staat er nog.
conversations-sign-in = Log opnieuw in
conversations-conflict-keeping = Dit bericht is ook in een ander venster veranderd. Druk op ‘Bewaar voor later’ en kies.
conversations-conflict-title = Dit bericht is in een ander venster veranderd
conversations-conflict = Wat je hier typte, staat nog in het veld. Daaronder zie je wat in het andere venster is bewaard. Kies wat je wilt houden, en verstuur of bewaar het.
conversations-elsewhere = In het andere venster bewaard:
conversations-held-title = Wat je typte, is er nog
conversations-held = Je was uitgelogd voordat het aankwam. Het is nog niet verstuurd. Verstuur het nu, of bewaar het voor later.
conversations-unsaved-title = Je bericht is nog niet verstuurd
conversations-unsaved = Het lukt nu niet. Dat ligt aan ons, niet aan jou. Wat je typte, staat nog in het veld. Laat deze pagina open en probeer het over een paar minuten opnieuw.
# $to (String) - to whom, as a code
conversations-nobody-title = { $to ->
    [trainer] Je hebt nu geen trainer
   *[adviser] Dit project heeft nu geen adviseur
}
conversations-nobody = Daarom kun je hier nu niets sturen.
conversations-nobody-helpdesk = Schrijf de helpdesk
conversations-nobody-typed = Dit typte je, en het is niet verstuurd:
# $to (String) - to whom, as a code
# $provider (String) - the training company
conversations-readers = { $to ->
    [trainer] Alleen je trainer leest dit gesprek. Krijg je een andere trainer, dan leest die het ook.
    [adviser] Alleen de adviseurs van { $provider } lezen dit gesprek.
   *[helpdesk] Alleen de helpdesk en het projectbureau van { $provider } lezen dit gesprek.
} Je projectleider en je groep zien het niet.
# $kept (String) - how long a message is kept, in words
# $draft (String) - how long a draft is kept, in words
conversations-terms = Een bericht bewaren we { $kept } na het versturen. Wat je niet verstuurt, bewaren we { $draft }; dat leest niemand.

conversations-queue-lead = Wie het langst op antwoord wacht, staat bovenaan.
conversations-which = Welke gesprekken
conversations-waiting = Wacht op antwoord
conversations-all = Alle gesprekken
conversations-calm-title = Niemand wacht op antwoord
conversations-calm = Schrijft een deelnemer je, dan staat dat hier tot je antwoordt of het gesprek afsluit.
conversations-none-title = Nog geen gesprekken
conversations-none = Hier komen de gesprekken met deelnemers die jou schrijven.
conversations-person = Deelnemer
conversations-project = Project
conversations-state = Stand
conversations-desk-column = Aan
# $to (String) - at which desk it is answered, as a code
conversations-desk = { $to ->
    [trainer] Aan de trainer
    [adviser] Aan de adviseur
   *[helpdesk] Aan de helpdesk
}
conversations-waits-just = wacht minder dan een uur
# $hours (Number) - hours
conversations-waits-hours = { $hours ->
    [one] wacht 1 uur
   *[other] wacht { $hours } uur
}
# $days (Number) - days
conversations-waits-days = { $days ->
    [one] wacht 1 dag
   *[other] wacht { $days } dagen
}
conversations-state-answered = beantwoord
conversations-state-closed = afgesloten
# $group (String) - a group
conversations-in-group = groep { $group }
conversations-to-project = Naar het project
conversations-answer-title = Antwoord
conversations-answer = Je antwoord
conversations-send-answer = Verstuur het antwoord
# $name (String) - the student
conversations-answered = Je antwoord aan { $name } is verstuurd.
conversations-close-title = Geen antwoord nodig?
conversations-close-explained = Sluit het gesprek af. Het staat dan niet meer bij wat op antwoord wacht. Schrijft een van jullie weer, dan gaat het vanzelf open.
conversations-close = Gesprek afsluiten
# $name (String) - the student
conversations-closed = Het gesprek met { $name } is afgesloten.
conversations-register = Dat je dit gesprek opende, staat in het verwerkingsregister. Of de deelnemer je antwoord heeft gelezen, zie je niet.
conversations-choose = Namens wie schrijf je?
# $to (String) - at which desk, as a code
conversations-as = { $to ->
    [trainer] Je schrijft als trainer
    [adviser] Je schrijft als adviseur
   *[helpdesk] Je schrijft namens de helpdesk
}
# $name (String) - the participant
conversations-begun = Je bericht aan { $name } is verstuurd.
conversations-told = De deelnemer krijgt een e-mail dat er een bericht is. Wat je schrijft, staat daar niet in.
conversations-begin = Stuur een bericht

# $name (String) - first name
conversations-letter-dear = Beste { $name },
# $to (String) - to whom the student wrote, as a code
# $project (String) - a project
conversations-letter-student = { $to ->
    [trainer] Je trainer heeft je een bericht gestuurd
    [adviser] Je adviseur heeft je een bericht gestuurd
   *[helpdesk] De helpdesk heeft je een bericht gestuurd
} over { $project }.
# $project (String) - a project
conversations-letter-staff = Een deelnemer van { $project } heeft je een bericht gestuurd.
conversations-letter-not-here = Voor de privacy staat het niet in deze mail. Je leest het in de portal.
conversations-letter-read = Lees het bericht
conversations-letter-once = Zolang je het niet hebt gelezen, sturen we over dit gesprek geen tweede mail.
# $provider (String) - the training company
conversations-letter-subject = Er staat een bericht voor je klaar bij { $provider }
