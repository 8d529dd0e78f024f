certificates-title = Mijn certificaten
certificates-intro = Je trainingen, met het certificaat als je dat hebt.
certificates-given = Certificaat
certificates-download = Download het certificaat
certificates-none-given = Bij deze training hoort geen certificaat.
certificates-over-without = Deze training is voorbij. Je hebt er geen certificaat van.
certificates-not-yet = Je certificaat komt vanzelf als je alles hebt gedaan wat ervoor nodig is.
certificates-what-it-takes = Bekijk wat er nodig is
certificates-to-yours = Naar je certificaat
certificates-of-training = Certificaat
# $day (String) - the day it was issued
certificates-issued-on-day = Afgegeven op { $day }
certificates-yours = Je certificaat is er. Gefeliciteerd!
certificates-your-number = Het nummer is
# $provider (String) - the training company
certificates-show-it = Laat je het aan iemand zien? Met het nummer en de eerste letter van je achternaam kan iedereen bij { $provider } nagaan of het echt is.
# $provider (String) - the training company
certificates-wrong = Klopt je naam niet, of iets anders? Vraag { $provider } om een nieuw certificaat. Het oude nummer geldt dan niet meer.
certificates-gone-title = De gegevens van dit certificaat zijn vernietigd
certificates-gone = Vijf jaar na de afgifte vernietigen we ze. Wie het papier heeft, kan nog steeds nagaan dat het echt is.
certificates-none-title = Geen certificaat
certificates-conditions = Wat er nodig is
certificates-by-itself = Is alles gedaan? Dan krijg je het certificaat vanzelf, met een e-mail erbij.
# $met (Number) - conditions that are met
# $all (Number) - how many there are
certificates-met = { $met } van { $all } klaar
certificates-is-met = klaar
certificates-is-open = nog open
certificates-steps-done = Alle stappen gedaan
# $open (Number) - how many steps are open
certificates-steps-open = { $open ->
    [one] Nog 1 stap te doen
   *[other] Nog { $open } stappen te doen
}
certificates-no-meetings = Nog geen bijeenkomsten bekend
# $attended (Number) - at how many meetings somebody was
# $needed (Number) - at how many they must have been
# $total (Number) - how many there are
certificates-attended = { $total ->
    [one] Aanwezig bij { $attended } van 1 bijeenkomst; nodig: { $needed }
   *[other] Aanwezig bij { $attended } van { $total } bijeenkomsten; nodig: { $needed }
}
certificates-is-over = Laatste bijeenkomst geweest
certificates-not-over = De laatste bijeenkomst moet nog komen
certificates-tested = Toets gehaald
# $open (Number) - tests that are not passed
certificates-not-tested = { $open ->
    [one] Toets nog niet gehaald
   *[other] { $open } toetsen nog niet gehaald
}
certificates-evaluated = Evaluatie ingestuurd
certificates-not-evaluated = Evaluatie nog niet ingestuurd

certificates-holder = Naam
certificates-training = Training
certificates-period = Periode
certificates-organisation = Organisatie
certificates-meetings = Bijeenkomsten
# $attended (Number) - at how many meetings somebody was
# $total (Number) - how many there were
certificates-attended-of = { $attended } van { $total } bijgewoond
certificates-study-hours = Studielast
# $hours (Number) - hours of study
certificates-hours = { $hours } uur
certificates-accreditation = Accreditatie
certificates-issued-on = Afgegeven op
certificates-number = Certificaatnummer
# $training (String) - what the training is called
# $name (String) - who it was given to
certificates-paper-title = Certificaat { $training } van { $name }
certificates-paper-heading = Certificaat
certificates-paper-to = Uitgereikt aan
certificates-paper-for = voor het volgen van de training
# $address (String) - the address of the check page
certificates-paper-check = Is dit certificaat echt? Scan de code, of ga naar { $address }. Je hebt het nummer nodig en de eerste letter van de achternaam.
# $address (String) - the address of the check page
certificates-paper-code = Code die naar { $address } leidt, om dit certificaat te controleren

certificates-check-title = Certificaat controleren
certificates-check-intro = Heeft iemand je een certificaat laten zien? Hier ga je na of het echt is, en wat erop moet staan.
certificates-check-form = Wat staat er op het certificaat?
certificates-number-hint = Zeventien tekens, zoals op het papier. Streepjes en spaties mogen.
certificates-letter-field = Eerste letter van de achternaam
certificates-letter-hint = Zonder ‘van’, ‘de’ of ‘’t’. Bij ‘Zoë van ’t Hoff’ is dat de H.
certificates-check-button = Controleer
certificates-valid-title = Dit certificaat is echt
certificates-valid = geldig
# $provider (String) - who issued it
certificates-valid-words = Het is afgegeven door { $provider }. Dit is alles wat erop staat.
certificates-compare = Staat er op het papier iets anders? Dan is het papier veranderd.
certificates-replaced-title = Dit certificaat is vervangen
# $day (String) - the day it was replaced
# $why (String) - what was mended, as a code
certificates-replaced-words = { $why ->
    [name] Op { $day } kwam er een nieuw certificaat voor in de plaats, met een verbeterde naam. Vraag de eigenaar naar het nieuwe.
   *[other] Op { $day } kwam er een nieuw certificaat voor in de plaats, met verbeterde gegevens over de training. Vraag de eigenaar naar het nieuwe.
}
certificates-destroyed-title = Dit certificaat is echt afgegeven
# $provider (String) - the training company
certificates-destroyed-words = De gegevens zelf zijn vernietigd: die bewaren we niet voor altijd. { $provider } kan daarom niet meer zeggen wat erop staat. Het nummer en de letter horen bij een certificaat dat echt is afgegeven.
certificates-unknown-title = Dit certificaat kennen we niet
certificates-unknown-words = Er is geen certificaat met dit nummer en deze letter. Kijk of je allebei goed hebt overgenomen. Klopt het, dan is dit certificaat niet door ons afgegeven.

# $name (String) - first name
certificates-letter-dear = Beste { $name },
# $training (String) - what the training is called
certificates-letter-subject = Je certificaat { $training }
# $training (String) - what the training is called
certificates-letter = Gefeliciteerd! Je hebt alles gedaan wat nodig is voor het certificaat van ‘{ $training }’.
# $training (String) - what the training is called
certificates-letter-again-subject = Je nieuwe certificaat { $training }
# $training (String) - what the training is called
certificates-letter-again = Er is een nieuw certificaat van ‘{ $training }’ voor je. Op het vorige stond iets verkeerd. Het vorige nummer geldt niet meer.
# $address (String) - where it is
certificates-letter-where = Je downloadt het hier: { $address }
# $address (String) - the address of the check page
certificates-letter-check = Wie het certificaat krijgt, kan op { $address } nagaan of het echt is.

certificates-title-staff = Certificaten
certificates-certificate = Certificaat
certificates-open-conditions = Wat nog open staat
# $given (Number) - how many have one
# $all (Number) - how many take part
certificates-given-of = { $given } van { $all } hebben een certificaat
certificates-not-given = nog niet
certificates-data-gone = gegevens vernietigd
certificates-none-staff = Zet het certificaat aan bij ‘Voorwaarden en evaluatie’. Wie al alles heeft gedaan, krijgt het dan binnen een uur.
certificates-nobody-title = Er doet nog niemand mee
certificates-nobody = Zodra er deelnemers zijn, zie je hier hoe ver ze zijn.
certificates-rules = Voorwaarden en evaluatie
certificates-rules-save = Bewaar
certificates-rules-saved = De voorwaarden zijn bewaard.
certificates-rule-given = Deelnemers krijgen een certificaat
certificates-rule-given-hint = Vanzelf, zodra aan alles is voldaan en de laatste bijeenkomst voorbij is.
certificates-rule-attendance = Aanwezig bij hoeveel procent van de bijeenkomsten?
certificates-rule-attendance-hint = 0 betekent: telt niet mee. Te laat is ook aanwezig, afgemeld niet.
certificates-rule-actions = Alle stappen moeten gedaan zijn
certificates-rule-tests = Elke toets moet gehaald zijn
certificates-rule-evaluation = De evaluatie moet ingestuurd zijn
# $name (String) - who it was given to
certificates-of = Certificaat van { $name }
certificates-says = Wat erop staat
# $why (String) - what was mended, as a code
certificates-was-replaced = { $why ->
    [name] vervangen: andere naam
   *[other] vervangen: andere gegevens
}
# $day (String) - last day of the data
certificates-kept = We bewaren deze gegevens tot en met { $day }. Daarna blijft alleen een code over, waarmee te zien is dat het certificaat echt was.
certificates-replace = Klopt er iets niet?
certificates-replace-words = Een certificaat verandert nooit. Je geeft een nieuw af, met een nieuw nummer. De deelnemer krijgt bericht, en het oude nummer zegt ‘vervangen’. De naam in de portal verandert hier niet door.
certificates-what = Wat was er verkeerd?
# $what (String) - what is mended, as a code
certificates-what-words = { $what ->
    [name] De naam. De rest blijft zoals het was.
   *[other] Iets anders. Het nieuwe certificaat neemt over wat er nu van de training en de presentie bekend is.
}
certificates-reason = Waarom
certificates-reason-hint = Dit staat niet op het certificaat. De deelnemer kan het wel opvragen.
certificates-replace-button = Geef een nieuw certificaat af
certificates-replaced = Het nieuwe certificaat is afgegeven. De deelnemer krijgt er bericht van.
certificates-replaced-before = Dit certificaat was al vervangen.
certificates-held-title = Wat je typte, is er nog
certificates-held = Je was uitgelogd voordat het nieuwe certificaat werd afgegeven. Kijk het na en geef het af.
