papers-title = Papieren
papers-confirmation = Inschrijvingsbevestiging
papers-agreement = Studieovereenkomst
papers-confirmation-file = inschrijvingsbevestiging
papers-agreement-file = studieovereenkomst
# $title (String) - what the paper is
# $name (String) - the student
papers-title-of = { $title } van { $name }
# $provider (String) - the training company
# $name (String) - the student
# $training (String) - what the training is called
papers-confirmed = { $provider } bevestigt dat { $name } een plek heeft in de training ‘{ $training }’.
# $provider (String) - the training company
# $name (String) - the student
papers-between = Dit spreken { $provider }, de opleider, en { $name }, de cursist, met elkaar af.
papers-name = Naam
papers-organisation = Organisatie
papers-training = Training
papers-project = Project
papers-period = Periode
papers-group = Groep
papers-trainer = Trainer
papers-study-hours = Studielast
# $hours (Number) - hours of study
papers-hours = { $hours } uur
papers-accreditation = Accreditatie
papers-promised = Wat we afspreken
papers-consent = Akkoord
papers-planned = Bijeenkomsten
papers-day = Dag
papers-time = Tijd
papers-place = Plaats
papers-no-meetings = Er is nog geen bijeenkomst gepland.
papers-no-group = Er is nog geen plek in een groep. Daarom staan hier nog geen bijeenkomsten.
papers-plan-changes = De planning kan veranderen. In de portal staat altijd de laatste.
papers-plan-is-no-part = De groep, de trainer en de bijeenkomsten staan erbij zoals ze nu gepland zijn. Ze horen niet bij wat is afgesproken en kunnen veranderen. In de portal staat altijd de laatste planning.
# $provider (String) - the training company
# $day (String) - a date
papers-made = Gemaakt door { $provider } op { $day }.
# $version (Number) - which text it is
# $day (String) - since when it holds
papers-version = Tekst { $version }, van { $day }.
# $name (String) - the student
# $moment (String) - when
papers-agreed = { $name } gaf akkoord in de portal op { $moment }.
papers-not-agreed = Nog geen akkoord gegeven.
# $provider (String) - the training company
# $title (String) - what the paper is
# $page (Number) - the number of the page
# $of (Number) - how many there are
papers-page = { $provider } · { $title } · bladzijde { $page } van { $of }

papers-download = Download als PDF
papers-print = Print deze bladzijde
papers-yours = Je papieren
papers-waits = wacht op je akkoord
papers-place-first = Je inschrijvingsbevestiging komt hier zodra je een plek in een groep hebt.
papers-no-place-title = Je hebt nog geen plek in een groep
papers-no-place = Zodra je een plek hebt, staat je inschrijvingsbevestiging hier.
papers-none-title = Bij deze training hoort geen studieovereenkomst
papers-none = Je hoeft hier niets te doen.
papers-agree-title = Ben je het ermee eens?
papers-agree-how = Lees de tekst. We bewaren wanneer je akkoord gaf, en voor welke tekst. Je kunt hem daarna altijd terugvinden op deze bladzijde. Heb je een vraag of ben je het er niet mee eens? Stuur eerst een bericht.
papers-agree = Ik ga akkoord
papers-agree-send = Verstuur mijn akkoord
papers-thanks = Bedankt, je akkoord is vastgelegd.
papers-held-title = Je was uitgelogd
papers-held = Je akkoord is nog niet vastgelegd. Kijk of het vinkje goed staat en verstuur het nog eens.
papers-changed-title = De tekst is veranderd
papers-changed = Je gaf eerder akkoord voor een andere tekst. Die vind je onderaan. Lees de nieuwe tekst en zeg of je het ermee eens bent.
papers-changed-meanwhile = Terwijl je las, kwam er een nieuwe tekst. Je akkoord is niet vastgelegd. Hieronder staat de tekst die nu geldt.
papers-over-title = Dit project is voorbij
papers-over = Je hoeft niet meer akkoord te gaan. Er is niets vastgelegd.
papers-earlier = Waar je ook akkoord voor gaf
papers-earlier-staff = Waar ook akkoord voor is gegeven
# $version (Number) - which text it is
# $day (String) - when they agreed
papers-earlier-text = Tekst { $version }, akkoord op { $day }

papers-who = Wie heeft wat
# $agreed (Number) - how many agreed
# $all (Number) - how many take part
papers-agreed-of = { $agreed } van { $all } gaven akkoord.
papers-open = Bekijk
papers-no-place-yet = nog geen plek
# $day (String) - when
papers-agreed-on = op { $day }
papers-is-agreed = akkoord
papers-is-old = akkoord, oude tekst
papers-not-yet = nog geen akkoord
papers-none-staff = Bij deze training hoort geen studieovereenkomst. Een contentbeheerder kan er een tekst voor schrijven.
papers-nobody-title = Er doet nog niemand mee
papers-nobody = Zodra er deelnemers zijn, staan hun papieren hier.
papers-register = Dat je dit bekijkt, staat in het register.

papers-texts = Studieovereenkomsten
papers-texts-intro = Per training: wat de opleider en de cursist met elkaar afspreken.
papers-no-text = Nog geen tekst. Deelnemers worden niet om akkoord gevraagd.
# $version (Number) - which text it is
# $day (String) - since when it holds
papers-version-since = Tekst { $version }, geldt sinds { $day }
# $name (String) - what the training is called
papers-text-of = Studieovereenkomst: { $name }
papers-text-intro = Een nieuwe tekst vraagt iedereen in een lopend project opnieuw om akkoord. Waar iemand eerder akkoord voor gaf, blijft te lezen.
papers-dutch = Tekst in het Nederlands
papers-english = Tekst in het Engels
papers-text-hint = Gewone tekst. Een lege regel begint een nieuwe alinea. Naam, training, groep en bijeenkomsten staan er vanzelf bij.
papers-english-hint = Zonder deze tekst lezen mensen met een Engelse portal de Nederlandse.
papers-text-save = Maak dit de tekst
# $name (String) - what the training is called
papers-text-made = De nieuwe tekst voor ‘{ $name }’ geldt vanaf nu.
# $name (String) - what the training is called
papers-text-same = De tekst voor ‘{ $name }’ is hetzelfde gebleven. Niemand wordt opnieuw gevraagd.
papers-text-held = Wat je typte, is er nog. De tekst geldt nog niet. Kijk hem na en bewaar hem.
papers-text-conflict-title = Er geldt intussen een andere tekst
papers-text-conflict = Iemand anders, of jij in een ander venster, maakte een nieuwe tekst. Die staat onder elk veld. Wat je typte, is er nog. Pas het zo nodig aan en bewaar het: dan geldt jouw tekst.
papers-text-elsewhere = Dit is wat er nu geldt:
