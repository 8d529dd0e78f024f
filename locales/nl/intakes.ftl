intakes-back = Naar je stappen
intakes-how = Je hoeft niet alles in één keer te doen. Bewaar wat je hebt en ga later verder.
# $provider (String) - the training company
intakes-readers = Je trainer, je adviseur en de communicatieassistent van { $provider }, zodra je de intake instuurt. Je projectleider leest alleen de antwoorden waar dat bij staat.
# $day (String) - last day of the draft
intakes-draft-until = Wat je nog niet instuurt, bewaren we tot en met { $day }. Bewaar je weer iets, dan schuift die dag op.
# $kept (String) - how long, in words
intakes-draft-first = Wat je nog niet instuurt, bewaren we { $kept }. Bewaar je weer iets, dan begint die tijd opnieuw.
intakes-required = Beantwoord alle vragen, behalve waar ‘niet verplicht’ bij staat.
intakes-leader-reads = Je projectleider leest dit antwoord ook.
# $moment (String) - when it was saved
intakes-saved = Je antwoorden zijn bewaard op { $moment }.
# $time (String) - when it was saved
intakes-saved-at = Bewaard om { $time } uur
intakes-saved-now = Bewaard
intakes-saving = Bezig met bewaren
intakes-offline = Bewaren lukt nu niet. Wat je typte, staat er nog; we proberen het zo opnieuw.
intakes-signed-out = Je bent uitgelogd. Wat je typte, staat er nog.
intakes-sign-in = Log opnieuw in
intakes-conflict-saving = Deze intake is ook in een ander venster veranderd. Druk op ‘Bewaar en ga later verder’ en kies.
intakes-save = Bewaar en ga later verder
intakes-submit = Stuur de intake in
intakes-once = Na het insturen kun je je antwoorden niet meer veranderen.
intakes-later = Je antwoorden zijn bewaard. Ga verder wanneer het je uitkomt.
intakes-submitted = Je intake is ingestuurd. Bedankt!
intakes-already = Je intake was al ingestuurd.
intakes-wrong-kept = Wat je typte, is bewaard.
intakes-conflict-title = Deze intake is in een ander venster veranderd
intakes-conflict = Wat je hier typte, staat nog in de velden, maar is nog niet bewaard. Waar het verschilt, zie je ook wat er al bewaard was. Kies wat je wilt houden en bewaar opnieuw.
intakes-elsewhere = In het andere venster bewaard:
intakes-elsewhere-nothing = In het andere venster staat hier niets.
intakes-unsaved-title = Je antwoorden zijn nog niet bewaard
intakes-unsaved = Bewaren lukt nu niet. Dat ligt aan ons, niet aan jou. Wat je typte, staat nog in de velden. Laat deze pagina open en bewaar over een paar minuten opnieuw.
intakes-held-title = Wat je typte, is er nog
intakes-held = Je was uitgelogd voordat we het konden bewaren. Bewaar het nu, of stuur de intake in.

# $moment (String) - when it was handed in
intakes-sent = ingestuurd op { $moment }
intakes-answers = Je antwoorden
# $provider (String) - the training company
intakes-sent-readers = Je trainer, je adviseur en de communicatieassistent van { $provider } lezen je antwoorden. Je projectleider leest alleen wat hieronder het label ‘ook voor je projectleider’ heeft.
# $day (String) - last day of the answers
intakes-kept = We bewaren je antwoorden tot en met { $day }. Dat is een jaar na het einde van je project. Daarna vernietigen we ze.
intakes-no-answer = geen antwoord
intakes-also-leader = ook voor je projectleider
intakes-next = Naar je volgende stap
intakes-unsent-title = Dit is niet ingestuurd
intakes-unsent = Dit typte je nog toen de intake al gesloten was. Wil je dat je trainer het weet? Kopieer het en vertel het op de training.
intakes-gone-title = Deze intake is gesloten
intakes-gone = Je kunt hem niet meer invullen. Wat je hebt ingevuld, is vernietigd of loopt niet meer mee.

# $name (String) - full name of the participant
intakes-of = Intake van { $name }
# $name (String) - full name of the participant
intakes-none-title = { $name } heeft nog geen intake ingestuurd
intakes-none = Zodra dat gebeurt, staan de antwoorden hier. Wat nog niet is ingestuurd, leest niemand.
intakes-wish = leerwens
# $moment (String) - when it was handed in
intakes-received = Ingestuurd op { $moment }
# $day (String) - last day of the answers
intakes-destroyed = wordt na { $day } vernietigd
intakes-register = Dat je deze intake las, staat in het verwerkingsregister.
intakes-answers-staff = Antwoorden
