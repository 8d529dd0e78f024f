requests-title = Verzoeken over je gegevens
requests-lead = Je mag laten verbeteren, laten wissen of bezwaar maken. Je krijgt binnen vier weken antwoord.
requests-new = Een verzoek doen
requests-new-lead = Kies wat je wilt. Je krijgt binnen vier weken antwoord, op je e-mailadres of in een gesprek.
requests-empty-title = Je hebt nog geen verzoek gedaan
requests-empty = Doe je een verzoek, dan zie je hier hoever het is en op welke dag je uiterlijk antwoord hebt.
requests-what = Wat wil je?
# $kind (String) - what is asked, as a code
requests-kind = { $kind ->
    [access] Alles inzien
    [portability] Mijn gegevens meekrijgen
    [correction] Iets laten verbeteren
    [erasure] Mijn gegevens laten wissen
    [restriction] Mijn gegevens voorlopig niet gebruiken
   *[objection] Bezwaar maken
}
# $kind (String) - what is asked, as a code
requests-kind-hint = { $kind ->
    [access] Ook wat je in de portal zelf niet ziet, zoals je personeelsnummer.
    [portability] Om ze ergens anders te gebruiken.
    [correction] Iets wat niet klopt en wat je zelf niet kunt veranderen. Schrijf wat er staat, en wat het moet zijn.
    [erasure] Kan iets nog niet weg? Dan hoor je waarom, en op welke dag het wel kan.
    [restriction] We bewaren ze dan, maar doen er niets mee. Schrijf waarom.
   *[objection] Je wilt niet dat we je gegevens ergens voor gebruiken. Schrijf waarvoor, en waarom.
}
requests-asked = Uitleg
requests-asked-hint = Nodig als je iets wilt laten verbeteren, niet wilt laten gebruiken of bezwaar maakt. Stuur geen kopie van je paspoort: we weten al dat jij het bent.
requests-who-reads = Alleen de functionarissen van de opleider die over gegevens gaan, lezen dit. Je werkgever en je trainer niet.
requests-send = Versturen
requests-cancel = Toch niet
requests-at-once = Dit kan meteen, zonder te wachten
requests-at-once-details = Je naam, adres of telefoonnummer zelf veranderen
requests-at-once-export = Downloaden wat we over je bewaren
# $date (String) - the last day for an answer
requests-filed = Je verzoek is verstuurd. Je krijgt uiterlijk op { $date } antwoord.
requests-known = Dit verzoek had je al gedaan. Het staat hieronder.
requests-received = Verstuurd:
# $state (String) - how far it is, as a code
requests-state = { $state ->
    [open] wacht op antwoord
    [late] te laat
    [withdrawn] ingetrokken
   *[answered] beantwoord
}
# $date (String) - the last day for an answer
requests-open = Je krijgt uiterlijk op { $date } antwoord.
# $date (String) - the last day for an answer
requests-late = Je had uiterlijk op { $date } antwoord moeten hebben. Neem contact op met de opleider.
# $date (String) - a day
requests-withdrawn = Je trok dit in op { $date }.
# $date (String) - a day
requests-answered = Je kreeg antwoord op { $date }.
requests-withdraw = Intrekken
requests-withdraw-explained = Dan doen we er niets meer mee. Je kunt het later opnieuw doen.
requests-withdraw-yes = Ja, trek mijn verzoek in
requests-taken-back = Je verzoek is ingetrokken.
requests-staff-lead = Wat mensen vragen over hun eigen gegevens. Op elk verzoek moet binnen vier weken antwoord zijn. Wat het eerst antwoord moet hebben, staat bovenaan.
requests-none-title = Er is geen verzoek
requests-none = Vraagt iemand om inzage, verbetering of wissen, dan staat het hier, met de dag waarop het antwoord er moet zijn.
requests-whose = Wie
requests-kind-column = Verzoek
requests-received-column = Binnengekomen
requests-due-column = Antwoord uiterlijk
requests-state-column = Stand
requests-their-words = In hun eigen woorden
requests-no-words = Er staat geen uitleg bij.
requests-words-gone = Deze persoon is gewist. Wat er stond, is er niet meer.
requests-next = Wat je doet
requests-next-how = Beantwoord het verzoek via het e-mailadres dat we al kennen. Vraag nooit om een kopie van een identiteitsbewijs. Is het antwoord gegeven? Noteer dat dan hier.
requests-to-person = Naar deze persoon: inzage geven of wissen
requests-answer = Het verzoek is beantwoord
requests-answer-noted = Genoteerd: het verzoek is beantwoord.
# $name (String) - how to greet somebody
requests-letter-dear = Beste { $name },
requests-letter-subject = Er is een verzoek over persoonsgegevens
# $moment (String) - a date and time in words
requests-letter-made = Op { $moment } heeft iemand in de portal een verzoek gedaan over de eigen gegevens.
# $date (String) - the last day for an answer
requests-letter-due = Het antwoord moet er uiterlijk op { $date } zijn.
# $address (String) - the address of a page
requests-letter-where = Om wie en wat het gaat, staat niet in deze mail. Je leest het op { $address }.
