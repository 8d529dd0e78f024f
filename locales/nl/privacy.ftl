privacy-title = Privacyverklaring
# $date (String) - the day from which it holds, in words
# $version (String) - the name of the version
privacy-version = Geldt vanaf { $date } (versie { $version }).

privacy-short = In het kort
# $provider (String) - the training company
privacy-short-why = { $provider } gebruikt je gegevens alleen om je de training te geven die je werkgever heeft gevraagd.
# $seen (String) - how long its owner sees it, in words
# $kept (String) - how long it is kept, in words
privacy-short-files = Je ingestuurde teksten lezen alleen je trainer en je adviseur. Na { $seen } zie je ze niet meer in de portal; na { $kept } zijn ze vernietigd.
privacy-short-leader = Je projectleider ziet welke stappen je hebt gedaan en wat je wilt leren. Nooit je bestanden.
privacy-short-nobody = We verkopen niets, volgen je niet op andere sites en laten geen computer over je beslissen.
privacy-short-rights = Je mag je gegevens inzien, laten verbeteren en laten wissen.

privacy-who = Wie we zijn
# $provider (String) - the training company
privacy-who-we = Je werkgever heeft { $provider } gevraagd om je een training te geven. Daarvoor krijgen we een paar gegevens van je werkgever. De rest vul je zelf in.
privacy-who-basis = We mogen je gegevens gebruiken omdat jij, je werkgever en wij er belang bij hebben dat de training goed verloopt. We gebruiken ze nergens anders voor. Willen we dat ooit wel? Dan leggen we het eerst uit, en mag je nee zeggen.

privacy-what = Wat we bewaren
privacy-what-name = Je naam, je e-mailadres en je taal, en je telefoonnummer en je adres als we die krijgen of als je ze zelf invult. Zo weten we wie je bent en kunnen we je bereiken.
privacy-what-work = Bij welke organisatie en afdeling je werkt en wat je functie is. Geeft je werkgever een personeelsnummer mee, dan gebruiken we dat alleen om je in onze lijst terug te vinden. Het staat nooit in de portal.
privacy-what-path = In welke groep je zit, wanneer je aan stappen werkte en ze afrondde, welk cursusmateriaal je wanneer opende en hoeveel je van films zag.
privacy-what-intake = Wat je in de intake schrijft, met je leerwensen. Zo past je trainer de training aan op jou.
privacy-what-files = De teksten die je instuurt. Ze staan versleuteld bij ons, elk met een eigen sleutel.
privacy-what-results = Bij welke bijeenkomsten je was, en wat er op je certificaat staat. Wat je in een evaluatie met je naam schrijft. Van een anonieme evaluatie bewaren we bij jou alleen dát je hem instuurde.
privacy-what-messages = De berichten die jij en wij elkaar in de portal schrijven, en of ze zijn gelezen. Wat je begint en niet verstuurt, lees je alleen zelf.
privacy-what-account = Je inlognaam en een vingerafdruk van je wachtwoord. Het wachtwoord zelf kunnen we niet lezen. Log je in twee stappen in: ook de sleutel van je codes, versleuteld, en een vingerafdruk van je herstelcodes. Heb je een passkey: de naam die je hem gaf, wanneer je hem maakte en gebruikte, en zijn openbare sleutel. De geheime sleutel en je vinger of gezicht blijven op je apparaat. Verder: wanneer, met welke browser en vanaf welk internetadres je inlogt.
privacy-what-mails = De mails die de portal je stuurt, zonder de geheime links.
privacy-what-register = Wie wat met je gegevens deed, en wanneer. Zo kunnen we laten zien dat alles klopt. Je ziet het zelf in de portal: de rol en het moment, nooit de naam.
privacy-what-requests = Wat je ons vraagt over je gegevens, en wanneer je antwoord kreeg.
privacy-what-papers = Dat je akkoord gaf op de studieovereenkomst, wanneer, en voor welke tekst.
privacy-what-portfolio = Wat je zelf in je portfolio schrijft. Je projectleider ziet het nooit. Je trainer ziet alleen de delen die je zelf aanzet, zolang je project loopt.
privacy-what-not = We vragen nooit naar je gezondheid, je geloof of je burgerservicenummer. Stuur ons ook geen teksten waar zulke gegevens van iemand in staan.

privacy-readers = Wie wat ziet
privacy-reader-trainer = Je trainer en je adviseur
privacy-reader-trainer-sees = je naam, je voortgang, je intake en je ingestuurde teksten. Ook wanneer je inlogde, aan stappen werkte en documenten opende; niet vanaf welk internetadres of met welke browser.
privacy-reader-office = Ons projectbureau en de helpdesk
privacy-reader-office-sees = je naam, hoe we je bereiken en wat we je mailden. Het projectbureau ziet ook je voortgang, en net als je trainer wanneer je actief was. Je teksten zien ze niet.
privacy-reader-asked = De mensen aan wie je een bericht schrijft
privacy-reader-asked-sees = wat jullie elkaar schrijven: alleen je trainer, alleen de adviseurs, of alleen de helpdesk en het projectbureau. Je projectleider leest het nooit.
privacy-reader-leader = De projectleider bij je werkgever
privacy-reader-leader-sees = je naam, je groep, welke stappen je hebt gedaan en wanneer, of je voorbereiding af is, of je achterloopt, op welke dag je voor het laatst actief was, en je leerwensen.
privacy-reader-leader-not = Niet: wanneer je inlogde en wat je opende, je bestanden, de rest van je intake en je personeelsnummer.
privacy-reader-group = Mensen in je groep
privacy-reader-group-sees = je naam en je e-mailadres.
privacy-reader-checking = Wie jouw certificaat controleert
privacy-reader-checking-sees = wat er op het certificaat staat, als die persoon het nummer en de eerste letter van je achternaam heeft.
privacy-readers-more = Willen we je werkgever later meer laten zien dan hier staat? Dan hoor je dat minstens 7 dagen van tevoren.
privacy-readers-silence = Wie bij ons met je gegevens werkt, heeft getekend voor geheimhouding. Zonder die handtekening werkt hun account niet. Andere klanten van ons zien niets van jou.

privacy-terms = Hoelang we het bewaren
privacy-terms-lead = Daarna wordt het vernietigd, ook als niemand eraan denkt: de portal doet het zelf.
privacy-term-uploads = Ingestuurde teksten
# $seen (String) - how long its owner sees it, in words
# $kept (String) - how long it is kept, in words
# $pending (String) - how long it waits to be confirmed, in words
privacy-term-uploads-long = { $seen } zichtbaar in de portal, na { $kept } vernietigd. Trek je een tekst zelf in, dan is hij meteen weg. Een bestand dat je niet bevestigt, bewaren we { $pending }.
privacy-term-intake = Intake en leerwensen
# $kept (String) - how long it is kept, in words
privacy-term-intake-long = tot { $kept } na het einde van het project.
privacy-term-path = Gedane stappen, geopend materiaal en bekeken films
# $kept (String) - how long it is kept, in words
privacy-term-path-long = tot je { $kept } niets in de portal hebt gedaan.
privacy-term-account = Naam, account en portfolio
# $kept (String) - how long it is kept, in words
privacy-term-account-long = tot je { $kept } niets in de portal hebt gedaan en er geen project meer loopt. 30 dagen ervoor krijg je een mail.
privacy-term-roster = Deelnemerslijsten, presentie en akkoord
# $kept (String) - how long it is kept, in words
privacy-term-roster-long = tot { $kept } na het einde van het project.
privacy-term-evaluation = Evaluatie
# $kept (String) - how long it is kept, in words
# $draft (String) - how long it is kept before it is handed in, in words
privacy-term-evaluation-long = tot { $kept } na het einde van het project. Wat je niet instuurt: tot { $draft } nadat je er voor het laatst aan schreef.
privacy-term-certificate = Certificaat
# $kept (String) - how long it is kept, in words
privacy-term-certificate-long = { $kept } na de afgifte, ook als je account eerder eindigt: wie je het laat zien, moet het kunnen controleren. Daarna blijft alleen een code over, die niet naar jou leidt. Laat je je gegevens wissen? Dan wissen we het certificaat meteen.
privacy-term-messages = Berichten
# $kept (String) - how long it is kept, in words
privacy-term-messages-long = { $kept } na het versturen. Wat je niet verstuurt: tot 30 dagen nadat je er voor het laatst aan schreef.
privacy-term-mails = Mails aan jou
# $kept (String) - how long it is kept, in words
privacy-term-mails-long = { $kept }. Een link in zo’n mail werkt 72 uur.
privacy-term-sessions = Waar je bent ingelogd
privacy-term-sessions-long = tot 12 uur nadat je voor het laatst iets deed, en nooit langer dan 30 dagen. Daarna wissen we het binnen een dag. Was je net bezig met een formulier? Dat bewaren we 24 uur versleuteld voor je.
privacy-term-activity = Wanneer je inlogde
# $kept (String) - how long it is kept, in words
# $address (String) - how long the internet address is kept, in words
# $browser (String) - how long the browser is kept, in words
privacy-term-activity-long = tot je { $kept } niets in de portal hebt gedaan. Het internetadres erbij wissen we na { $address }, en de browser na { $browser }.
privacy-term-register = Wie wat deed
privacy-term-register-long = 5 jaar. Laat je je gegevens wissen, dan staat je naam er niet meer bij.
privacy-term-requests = Verzoeken over je gegevens
privacy-term-requests-long = 5 jaar. Laat je je gegevens wissen, dan verdwijnt meteen wat je erbij schreef, en je naam ook.
privacy-term-backups = Reservekopieën
privacy-term-backups-long = 14 dagen. Zetten we er een terug, dan wissen we opnieuw wat al gewist was.

privacy-changed-title = Termijnen die veranderd zijn
# $kind (String) - what is kept, in words
# $now (String) - how long, in words
# $since (String) - a date, in words
# $before (String) - how long it was before, in words
privacy-changed = { $kind }: { $now }, sinds { $since }. Daarvoor: { $before }.
# $seen (String) - how long its owner sees it, in words
# $kept (String) - how long it is kept, in words
privacy-changed-portal = { $seen } zichtbaar en na { $kept } vernietigd
privacy-changed-how = Een kortere termijn geldt ook voor wat we al hadden. Een langere geldt alleen voor wat er daarna bij kwam.

privacy-rights = Wat jij mag
privacy-right-access = Vragen wat we van je hebben, en het meekrijgen in een bestand.
privacy-right-correct = Fouten laten verbeteren.
privacy-right-erase = Je gegevens laten wissen. Kan iets nog niet weg? Dan zeggen we waarom, en op welke dag het wel kan.
privacy-right-stop = Bezwaar maken, of vragen om je gegevens voorlopig niet te gebruiken.
privacy-rights-self = Veel doe je zelf in de portal, bij ‘Mijn gegevens’: je naam en adres veranderen, alles downloaden, zien wie er keek, en een verzoek doen.
privacy-rights-mail = Of mail naar
# $provider (String) - the training company
privacy-rights-how = Of laat het weten aan { $provider }.
privacy-rights-answer = Je krijgt binnen 4 weken antwoord. We controleren of jij het bent via het e-mailadres dat we al kennen, en vragen geen kopie van je paspoort. Gaat het over wat je werkgever met je gegevens doet? Dan helpen we je daar verder.
privacy-complaint = Vind je dat we het niet goed doen en komen we er samen niet uit? Dan kun je een klacht indienen bij de
privacy-complaint-link = Autoriteit Persoonsgegevens

privacy-cookies = Cookies
privacy-cookies-which = We gebruiken er vier, en alleen omdat de portal ze nodig heeft. Eén houdt je ingelogd. Eén onthoudt de taal die je koos. Eén herkent de browser waarmee je eerder inlogde, zodat een ander jou niet kan buitensluiten door je wachtwoord te raden. Eén komt er alleen als je een passkey gebruikt, en is na vijf minuten weg. Geen ervan volgt je.
privacy-cookies-list = Alle cookies op een rij

privacy-change = Als deze verklaring verandert
privacy-change-how = Elke versie heeft een datum. Verandert er iets, dan lees je dat op je eerste pagina in de portal. Doen we iets nieuws met je gegevens of bewaren we ze langer, dan vragen we je bij het inloggen eerst om akkoord. We bewaren welke versie je wanneer hebt gelezen.

privacy-all = Alles op een rij
privacy-all-lead = Dit lijstje maakt de portal zelf, uit dezelfde gegevens waarmee hij werkt. Zo kan het niet afwijken van wat er echt gebeurt.
privacy-all-why = Waarvoor
privacy-all-readers = Wie het ziet
privacy-all-term = Hoelang
privacy-all-fields = Precies
privacy-news-title = De privacyverklaring is veranderd
# $date (String) - the day from which it holds, in words
privacy-news-from = Vanaf { $date }:
privacy-news-seen = Gelezen
privacy-news-read = Lees de hele verklaring
# $version (String) - a version, as a code
privacy-news-what = { $version ->
    [v2026-11-25] we bewaren ook de berichten die jij en wij elkaar in de portal schrijven, of je bij een bijeenkomst was, wat je invult over de training, en je certificaat.
    [v2026-11-26] je kunt zelf je adres invullen, zien wie er in je gegevens keek en een verzoek doen. Wat je ons vraagt, bewaren we 5 jaar. We bewaren ook welk cursusmateriaal je opende, hoeveel je van films zag, wat je in een toets antwoordt, wanneer je aan stappen werkte, je akkoord op de studieovereenkomst en wat je in je portfolio zet. Van het inloggen bewaren we 6 maanden vanaf welk internetadres en met welke browser, en als je in twee stappen inlogt ook waarmee we je code controleren. Maak je een passkey, dan bewaren we de naam die je hem gaf, wanneer je hem gebruikte en zijn openbare sleutel.
   *[other] { $version }
}
