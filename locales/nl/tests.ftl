# $left (Number) - attempts that are left
tests-attempts-left = { $left ->
    [one] Je hebt nog 1 poging.
   *[other] Je hebt nog { $left } pogingen.
}
# $mark (Number) - the share that passes, in hundredths
tests-passes = Je bent geslaagd vanaf { $mark }%.
tests-how = Je hoeft niet alles in één keer te doen. Bewaar wat je hebt en ga later verder. Wat je niet instuurt, bewaren we 30 dagen.
tests-see-last = Bekijk je vorige poging
# $provider (String) - the training company
tests-readers = Je trainer, je adviseur en de communicatieassistent van { $provider } zien je antwoorden zodra je de toets instuurt. Je projectleider ziet alleen of de stap gedaan is.
# $kind (String) - kind of question, as a code
# $points (Number) - what a right answer earns
tests-hint = { $kind ->
    [single] Kies één antwoord.
    [multiple] Kies alle goede antwoorden. Een fout antwoord kost punten.
    [order] Geef alles een plaats. Elke plaats komt één keer voor.
    [matching] Kies bij elk deel wat erbij hoort.
   *[open] Antwoord in je eigen woorden. Je trainer kijkt dit na.
} { $points ->
    [one] Goed voor 1 punt.
   *[other] Goed voor { $points } punten.
}
tests-choose-place = Kies een plaats
tests-choose-pair = Kies wat erbij hoort
tests-incomplete = Ik stuur de toets in zoals hij nu is
tests-incomplete-hint = Een vraag zonder antwoord levert geen punten op.
tests-once = Na het insturen kun je deze poging niet meer veranderen.
tests-submit = Stuur de toets in
tests-submitted = Je toets is ingestuurd.
tests-already = Je toets was al ingestuurd.
tests-conflict-title = Er is intussen iets veranderd
tests-conflict = Je bewaarde deze toets in een ander venster, of er zijn vragen veranderd. Wat je hier typte, staat nog in de velden, maar is nog niet bewaard. Waar het verschilt, zie je ook wat er al bewaard was. Kies wat je wilt houden en bewaar opnieuw.
tests-conflict-saving = Deze toets is ook ergens anders veranderd. Druk op ‘Bewaar en ga later verder’ en kies.
tests-held = Je was uitgelogd voordat we het konden bewaren. Bewaar het nu, of stuur de toets in.
tests-unsent = Dit typte je nog toen je de toets niet meer kon insturen. Kopieer het als je het wilt houden.
tests-over-title = Deze toets is gesloten
tests-over = De training is voorbij. Je kunt de toets niet meer maken.
tests-shut-title = Deze toets staat nog niet klaar
# $provider (String) - the training company
tests-not-ready = { $provider } werkt er nog aan. Je ziet de vragen hier zodra de toets klaarstaat.
# $number (Number) - which attempt
# $day (String) - when it was handed in
tests-attempt-on = Poging { $number }, ingestuurd op { $day }
tests-passed = Je bent geslaagd
tests-failed = Je bent nog niet geslaagd
tests-marked = Je toets is nagekeken
tests-waits-title = Je toets wordt nagekeken
tests-waits = Een deel van je antwoorden leest je trainer. Daarna zie je hier de uitslag.
tests-unreleased-title = Je toets is ingestuurd
# $provider (String) - the training company
tests-unreleased = { $provider } geeft de uitslag van iedereen tegelijk vrij. Je ziet hem dan hier.
# $points (Number) - points earned
# $most (Number) - points there were
# $percent (Number) - the same in hundredths
tests-score = { $points } van de { $most } punten ({ $percent }%)
# $points (Number) - points earned
# $most (Number) - points there were
tests-earned = { $points } van { $most ->
    [one] 1 punt
   *[other] { $most } punten
}
tests-again = Maak de toets opnieuw
tests-again-why = De goede antwoorden zie je als je geslaagd bent of geen pogingen meer hebt.
tests-continue = Ga verder met de toets
tests-begin = Maak de toets
# $provider (String) - the training company
tests-spent = Je hebt geen pogingen meer. Wil je weten hoe je verder kunt? Vraag het aan je trainer of aan { $provider }.
tests-ask = Stel een vraag
tests-earlier = Eerdere pogingen
tests-right-answer = Het goede antwoord
tests-comment = Je trainer zegt
tests-feedback = Uitleg
tests-kept = We bewaren je antwoorden en je uitslag zolang je af en toe inlogt. Doe je twee jaar niets, dan vernietigen we ze.
tests-step-marking = ingestuurd, de uitslag komt nog
tests-step-failed = niet geslaagd, je pogingen zijn op
tests-step-shut = staat nog niet klaar

tests-title = Toetsen
tests-to-mark = Toetsen om na te kijken
tests-nothing-title = Er is niets om na te kijken
tests-nothing = Stuurt iemand een toets in met een open vraag, dan staat die hier. De oudste staat bovenaan.
tests-new = Nieuwe toets
tests-none-title = Dit project heeft geen toets
tests-none-in-project = Een toets is een stap van het project. Hij komt van de training, of je maakt hem hier.
tests-none-in-training = Deze training heeft geen toets.
tests-catalogue = Een project dat je van een training maakt, krijgt zijn eigen kopie van de toetsen.
tests-is-open = staat klaar
tests-is-shut = staat nog niet klaar
# $count (Number) - attempts that were handed in
tests-counted = { $count ->
    [0] nog niets ingestuurd
    [one] 1 keer ingestuurd
   *[other] { $count } keer ingestuurd
}
# $count (Number) - attempts that wait to be marked
tests-waiting = { $count ->
    [one] 1 om na te kijken
   *[other] { $count } om na te kijken
}
tests-to-questions = Vragen en instellingen
# $handed (Number) - how many handed in
# $people (Number) - how many take part
tests-handed-in = { $handed } van { $people } deelnemers hebben de toets ingestuurd.
tests-release-title = De uitslag is nog niet vrijgegeven
tests-release-what = Als je de uitslag vrijgeeft, ziet iedereen van wie de toets is nagekeken de punten en de uitleg. Wie daarna klaar is, ziet de uitslag meteen. Je kunt dit niet terugdraaien.
tests-release = Geef de uitslag vrij
tests-released = De uitslag is vrijgegeven.
tests-results = Uitslagen
tests-nobody-title = Er zijn nog geen deelnemers
tests-nobody = Wie aan het project meedoet, staat hier.
tests-attempts = Pogingen
# $number (Number) - which attempt
tests-attempt = Poging { $number }
tests-not-yet = nog niet ingestuurd
tests-to-be-marked = nog na te kijken
tests-with-passed = geslaagd
tests-with-failed = niet geslaagd
# $most (Number) - points there are
tests-points-of = Punten, van 0 tot en met { $most }
tests-comment-field = Wat je erover zegt
tests-marks-how = Zijn alle open vragen nagekeken, dan is de toets klaar. Je kunt ook een deel bewaren en later verdergaan.
tests-marks-save = Bewaar de punten
tests-marks-saved = De punten zijn bewaard.
tests-marks-conflict-title = Iemand anders keek deze toets intussen na
tests-marks-conflict = Wat jij typte, staat nog in de velden, maar is nog niet bewaard. Waar het verschilt, zie je ook wat er al bewaard was.
# $kept (String) - what is kept
tests-marks-elsewhere = Al bewaard: { $kept }
tests-marks-held = Je was uitgelogd voordat we het konden bewaren. Kijk het na en bewaar het opnieuw.
tests-register = Dat je deze antwoorden las, staat in het verwerkingsregister.

tests-settings = Instellingen
tests-save = Bewaar de instellingen
tests-created = De toets is gemaakt. Voeg nu de vragen toe.
tests-changed = De instellingen zijn bewaard.
# $title (String) - what the test is called
tests-removed = De toets ‘{ $title }’ is verwijderd.
tests-opened = De toets staat klaar.
tests-shut = De toets staat niet meer klaar.
tests-settled = Er is al iemand met deze toets begonnen. Daarom liggen de vragen vast.
tests-settled-rules = Er is al iemand begonnen. De grens om te slagen en het moment van de uitslag liggen daarom vast.
tests-field-title = Naam van de toets
tests-field-introduction = Inleiding
tests-field-introduction-hint = Staat boven de vragen en bij de stap.
tests-field-due = Uiterlijk te maken op
tests-field-due-days = Uiterlijk te maken, in dagen
tests-field-due-days-hint = Zoveel dagen na het begin van een project.
tests-field-minutes = Hoelang het duurt, in minuten
tests-field-attempts = Aantal pogingen
tests-field-pass-mark = Geslaagd vanaf, in procenten
tests-field-pass-mark-hint = Laat dit leeg als niemand kan zakken. Dan is de stap gedaan zodra iemand de toets instuurt.
tests-field-result = Wanneer deelnemers de uitslag en de uitleg zien
tests-field-result-hint = De goede antwoorden ziet iemand pas als hij geslaagd is of geen pogingen meer heeft.
# $result (String) - when results are shown, as a code
tests-result = { $result ->
    [at_once] meteen als de toets is nagekeken
    [by_staff] als wij de uitslag vrijgeven
   *[other] { $result }
}
tests-remove-title = Toets verwijderen
tests-remove-what = Nog niemand is begonnen. De toets, de vragen en de stap verdwijnen.
tests-remove = Verwijder de toets
tests-questions = Vragen
tests-no-questions-title = Er zijn nog geen vragen
tests-no-questions = Voeg minstens één vraag toe. Daarna kun je de toets klaarzetten.
# $points (Number) - points of all questions together
tests-most = { $points ->
    [one] Samen 1 punt.
   *[other] Samen { $points } punten.
}
# $points (Number) - what a right answer earns
tests-points = { $points ->
    [one] 1 punt
   *[other] { $points } punten
}
# $kind (String) - kind of question, as a code
tests-kind = { $kind ->
    [single] Eén goed antwoord
    [multiple] Meer goede antwoorden
    [open] Open vraag
    [order] In de goede volgorde
    [matching] Wat hoort bij wat
   *[other] { $kind }
}
# $kind (String) - kind of question, as a code
tests-kind-scored = { $kind ->
    [single] Alle punten voor het goede antwoord, anders geen.
    [multiple] Elk goed antwoord levert een deel van de punten op, elk fout antwoord kost evenveel. Nooit minder dan nul.
    [open] De trainer leest het antwoord en geeft punten.
    [order] Een deel van de punten voor alles wat op zijn eigen plaats staat.
    [matching] Een deel van de punten voor elk goed paar.
   *[other] { $kind }
} { $kind ->
    [multiple] Punten zijn heel en worden naar beneden afgerond.
    [order] Punten zijn heel en worden naar beneden afgerond.
    [matching] Punten zijn heel en worden naar beneden afgerond.
   *[other] { "" }
}
tests-change = Wijzig
tests-add-question = Vraag toevoegen
tests-opening-project = Als de toets klaarstaat, kunnen deelnemers beginnen. Zodra iemand begint, liggen de vragen vast.
tests-opening-training = Alleen een toets die klaarstaat, kunnen deelnemers van een nieuw project meteen maken.
tests-open-it = Zet de toets klaar
tests-shut-it = Haal de toets weg voor deelnemers
# $kind (String) - kind of question, as a code
tests-rows = { $kind ->
    [order] Wat op volgorde moet, in de goede volgorde
    [matching] Wat bij elkaar hoort
   *[other] De antwoorden
}
# $kind (String) - kind of question, as a code
tests-rows-hint = { $kind ->
    [single] Vul er minstens twee in en kies het goede. Laat leeg wat je niet nodig hebt.
    [multiple] Vul er minstens twee in en zet een vinkje bij elk goed antwoord. Laat leeg wat je niet nodig hebt.
   *[other] Vul er minstens twee in. Laat leeg wat je niet nodig hebt. Deelnemers zien ze door elkaar.
}
# $number (Number) - which row
tests-row = Rij { $number }
# $number (Number) - which row
tests-field-text = Tekst { $number }
# $number (Number) - which row
tests-field-pair = Wat hoort bij { $number }
# $number (Number) - which row
tests-is-right = Tekst { $number } is goed
tests-field-right = Het goede antwoord
tests-field-prompt = Vraag
tests-field-points = Punten
tests-field-feedback = Uitleg bij de uitslag
tests-field-feedback-hint = Bij een open vraag ziet de trainer dit ook bij het nakijken.
tests-field-position = Plaats in de toets
tests-question-save = Bewaar de vraag
tests-question-saved = De vraag is bewaard.
tests-question-remove-title = Vraag verwijderen
tests-question-remove = Verwijder de vraag
tests-question-removed = De vraag is verwijderd.
