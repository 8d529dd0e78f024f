form-summary-title = Er klopt nog iets niet
form-required = verplicht
form-optional = niet verplicht
form-show-password = Laat zien

wrong-required = Vul dit in.
# $most (Number) - characters at most
wrong-too-long = Dit is te lang. Gebruik niet meer dan { $most } tekens.
wrong-not-an-email = Dit is geen e-mailadres. Vul het in zoals naam@voorbeeld.nl.
wrong-not-a-date = Dit is geen datum. Vul hem in zoals 2026-12-08.
wrong-not-a-time = Dit is geen tijd. Vul hem in zoals 09:30.
# $least (Number) - the smallest number
# $most (Number) - the largest number
wrong-not-a-number = Vul een heel getal in van { $least } tot en met { $most }.
wrong-ends-before-start = Het einde ligt vóór het begin. Kies een later einde.
wrong-taken = Deze naam is al in gebruik. Kies een andere.
wrong-not-a-choice = Kies een van de mogelijkheden.
wrong-not-a-sign-in-name = Gebruik 3 tot en met 60 letters, cijfers, punten, streepjes of liggende streepjes. Of vul je eigen e-mailadres in.
wrong-not-ticked = Zet hier een vinkje om verder te gaan.
# $least (Number) - characters at least
wrong-password-short = Dit wachtwoord is te kort. Gebruik minstens { $least } tekens.
wrong-password-guessable = Dit wachtwoord is makkelijk te raden. Neem bijvoorbeeld drie of vier losse woorden.
wrong-password-same = Dit is het wachtwoord dat je al had. Kies een nieuw.
wrong-sign-in = Deze naam en dit wachtwoord horen niet bij elkaar. Controleer ze allebei.
wrong-password-wrong = Dit is niet het wachtwoord dat je nu hebt.
wrong-code-wrong = Deze code klopt niet. Vul de zes cijfers in die je app nu laat zien, of een herstelcode van twaalf cijfers.
wrong-not-from-the-app = Deze code klopt niet. Vul de zes cijfers in die je app nu laat zien. Lukt het steeds niet? Zet dan op je telefoon aan dat de tijd vanzelf goed staat.
wrong-code-used = Deze code is al gebruikt. Wacht tot je app een nieuwe laat zien, en vul die in.
wrong-sent-code-wrong = Deze code klopt niet of is verlopen. Laat hem nog eens voorlezen, of stuur een nieuwe.
wrong-no-file = Kies eerst een bestand.
# $megabytes (Number) - megabytes at most
wrong-file-too-large = Dit bestand is te groot. Een bestand mag niet groter zijn dan { $megabytes } MB.
wrong-file-empty = Dit bestand is leeg. Kies een ander bestand.
wrong-file-kind = Dit soort bestand kunnen we niet aannemen, of de naam past niet bij de inhoud. Kies een tekst (docx, odt, pdf, txt, rtf), een werkblad of presentatie (xlsx, pptx) of een foto (jpg, png, heic).
wrong-file-macros = In dit bestand zitten macro’s, kleine programma’s. Sla het op als gewoon docx-, xlsx- of pptx-bestand en stuur dat.
wrong-file-locked = Dit bestand heeft een wachtwoord of is van een oude versie van Office. Haal het wachtwoord eraf, of sla het op als docx, xlsx, pptx of pdf.
wrong-one-file = Stuur één bestand tegelijk. Een tweede bestand kun je hierna insturen.
wrong-one-of-two = Kies een van de twee: uit de lijst, of zelf typen.
wrong-twice = Dit staat er twee keer.
# $left (Number) - places left
wrong-no-room = Er { $left ->
    [0] is geen plek meer
    [1] is nog 1 plek
   *[other] zijn nog { $left } plekken
}. Haal vinkjes weg of maak de groep groter.
wrong-no-such-number = Dit nummer bestaat niet. Kijk het na in het register.
wrong-not-within-a-year = Kies een dag vanaf vandaag, en niet meer dan een jaar vooruit.
wrong-nobody = Zet een vinkje bij minstens één persoon.
# $reason (String) - why, as a code
wrong-roster = { $reason ->
    [empty] Dit bestand is leeg.
    [too_large] Dit bestand is te groot. Een lijst heeft niet meer dan 20.000 regels en 20 MB.
    [old_excel] Dit is een oud Excel-bestand (xls). Sla het op als xlsx of csv en probeer het opnieuw.
    [protected] Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw.
    [no_headings] We vinden geen regel met kolomnamen, zoals Achternaam en E-mail. Zet die boven de lijst.
    [no_email] We vinden geen kolom met e-mailadressen. Noem die kolom E-mail.
    [no_name] We vinden geen kolom met namen. Noem die kolom Achternaam of Naam.
   *[unknown] Dit bestand kunnen we niet lezen als lijst. Sla het op als xlsx of csv en probeer het opnieuw.
}
wrong-not-the-name = Dit is niet de naam die hierboven staat. Typ die precies over.
wrong-not-a-phone = Dit is geen telefoonnummer. Gebruik cijfers, zoals 06 12345678 of +31 6 12345678.
# $now (String) - what the field says by now
wrong-is-now = Dit is intussen ergens anders veranderd in ‘{ $now }’. Wil je wat hier staat? Bewaar dan nog een keer.
wrong-emptied-meanwhile = Dit is intussen ergens anders leeggemaakt. Wil je wat hier staat? Bewaar dan nog een keer.
wrong-address-same = Dit is het e-mailadres dat je al hebt. Vul je nieuwe adres in.
# $most (Number) - how many at most
wrong-too-many-open = Je hebt al { $most } verzoeken lopen. Trek er een in, of wacht op antwoord.
# $most (Number) - how many times at most
wrong-too-often = Dit heb je vandaag al { $most } keer gevraagd. Probeer het morgen opnieuw.
wrong-too-early = Dit kan pas vanaf het begin van de bijeenkomst.
wrong-settled = Dit ligt vast: er heeft al iemand op gerekend.
wrong-changed-meanwhile = Iemand anders heeft dit intussen veranderd. Wat jij typte, staat hier nog. Bewaar nog een keer als jouw versie die van de ander moet vervangen.
wrong-not-a-period = Vul een jaar in, of een maand en een jaar. Bijvoorbeeld 2019 of maart 2019.
# $most (Number) - how many there can be
wrong-enough = Meer dan { $most } passen er niet in. Haal er eerst een weg.
