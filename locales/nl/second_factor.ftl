second-factor-title = Inloggen in twee stappen
second-factor-lead = Na je wachtwoord gebruik je een passkey, of een code die een app op je telefoon laat zien. Wie je wachtwoord raadt of steelt, komt er dan nog niet in.
second-factor-first-title = Stel eerst de tweede stap in
# $provider (String) - the training company
second-factor-first = Wie bij { $provider } werkt, logt in met een wachtwoord en een tweede stap. Dat stel je één keer in. Het duurt een paar minuten.
second-factor-off = Uit
second-factor-off-says = Nu is je wachtwoord genoeg om in te loggen.
second-factor-how = Zo zet je het aan
second-factor-how-app = Zet een app voor codes op je telefoon, als je die nog niet hebt. Zoek op ‘authenticator’; veel wachtwoordkluizen kunnen het ook.
second-factor-how-scan = Lees met die app het plaatje in dat wij je laten zien.
second-factor-how-code = Vul de code in die de app dan toont.
second-factor-how-paper = Bewaar de tien herstelcodes die je krijgt. Daarmee kom je erin als je je telefoon niet hebt.
second-factor-by = Hoe wil je het doen?
second-factor-by-app = Met een app op je telefoon
second-factor-by-app-hint = De app laat een code van zes cijfers zien, en die vul je in.
second-factor-after = Daarna krijg je tien herstelcodes. Daarmee kom je erin als je je telefoon of passkey niet hebt.
second-factor-password-hint = Zo weten we zeker dat jij het bent.
second-factor-begin = Beginnen
second-factor-on = Aan
# $date (String) - a date in words
second-factor-since = Aan sinds { $date }
# $count (Number) - how many recovery codes are left
second-factor-left = { $count ->
    [0] Je hebt geen herstelcodes meer. Maak nieuwe, anders kom je er niet in als je je telefoon of passkey kwijt bent.
    [one] Je hebt nog 1 herstelcode. Maak op tijd nieuwe.
   *[other] Je hebt nog { $count } herstelcodes.
}
second-factor-change = Iets veranderen
second-factor-act = Wat wil je doen?
second-factor-act-renew = Nieuwe herstelcodes maken
second-factor-act-renew-hint = De oude werken dan niet meer.
second-factor-act-enrol = Een andere telefoon of app gebruiken
second-factor-act-enrol-hint = De oude werkt tot de nieuwe is gekoppeld. Je krijgt ook nieuwe herstelcodes.
second-factor-act-app = Een app op je telefoon koppelen
second-factor-act-app-hint = Dan kun je ook inloggen met een code. Je passkeys en herstelcodes blijven werken.
second-factor-act-off = De tweede stap uitzetten
second-factor-act-off-hint = Daarna is je wachtwoord genoeg om in te loggen.
second-factor-needed = Voor wie hier werkt, hoort de tweede stap erbij. Uitzetten kan daarom niet.
second-factor-go-on = Verder
second-factor-app-title = Koppel je app
second-factor-app-lead = Open de app op je telefoon en lees dit plaatje in.
second-factor-picture = QR-code waarmee je app wordt gekoppeld
second-factor-by-hand = Kun je het plaatje niet inlezen?
second-factor-by-hand-says = Of kies in de app voor een sleutel invullen, en typ dit over. Spaties mogen weg.
second-factor-open = Open je app op dit apparaat
second-factor-secret = Sleutel
second-factor-account = Account
second-factor-kind = Soort code
second-factor-kind-time = Op basis van tijd
second-factor-app-code = Code uit de app
second-factor-app-code-hint = Zes cijfers. Elke halve minuut komt er een nieuwe.
second-factor-app-confirm = Controleren en aanzetten
second-factor-codes-title = Bewaar je herstelcodes
second-factor-codes-on = De tweede stap staat aan. Bewaar nu nog deze codes.
second-factor-codes-renewed = Dit zijn je nieuwe codes. De oude werken niet meer.
second-factor-codes = Met een herstelcode log je in als je je telefoon of passkey niet hebt. Elke code werkt één keer.
second-factor-codes-once = Je ziet ze alleen nu. Druk deze pagina af, schrijf de codes over of zet ze in een wachtwoordkluis. Bewaar ze niet op je telefoon.
# $name (String) - a sign-in name
# $provider (String) - the training company
# $date (String) - a date in words
second-factor-codes-of = Herstelcodes van { $name } voor { $provider }, gemaakt op { $date }
second-factor-codes-done = Ik heb ze bewaard
second-factor-app-added = Je app is gekoppeld. Op andere apparaten ben je nu afgemeld.
second-factor-turned-off = De tweede stap staat uit. Op andere apparaten ben je nu afgemeld.
second-factor-step-title = Nog één stap
second-factor-step = Open de app op je telefoon en vul de code in die daar nu staat.
second-factor-step-code = Code
second-factor-step-hint = Zes cijfers uit je app. Heb je je telefoon niet? Vul dan een van je herstelcodes in.
second-factor-step-lost = Kom je er zo niet in?
# $provider (String) - the training company
second-factor-step-lost-says = Bel { $provider } en vraag om hulp bij het inloggen. Je krijgt een code op je e-mailadres en leest die voor. Daarna kun je weer inloggen met je wachtwoord.
second-factor-step-again = Terug naar inloggen
second-factor-demo = Dit is de demo. De code van nu:
second-factor-demo-wait = Dit is de demo. De codes van nu zijn al gebruikt. Laad de pagina over een halve minuut opnieuw.
second-factor-late = Je wachtte te lang met de tweede stap. Log opnieuw in.
second-factor-own = Tweede stap
second-factor-own-link = Tweede stap instellen
second-factor-own-change = Tweede stap, passkeys of herstelcodes veranderen
second-factor-help-title = Hulp bij inloggen
second-factor-help-intro = Is iemand telefoon of passkey kwijt, en ook de herstelcodes? Stuur dan een code naar het e-mailadres dat we kennen. Wie hem voorleest, kan bij die mail.
second-factor-help-staff = Je helpt mensen die hier werken. Deelnemers en projectleiders gaan naar de helpdesk.
second-factor-help-others = Je helpt deelnemers en projectleiders. Wie hier werkt, gaat naar de beveiligingsfunctionaris.
second-factor-help-search = E-mailadres of inlognaam
second-factor-help-search-button = Zoeken
second-factor-help-who-title = Wie heeft hulp nodig?
second-factor-help-who = Vul het hele e-mailadres of de hele inlognaam in.
second-factor-help-nobody-title = Niemand gevonden
second-factor-help-nobody = Kijk of het adres helemaal klopt. Misschien hoort deze persoon bij een ander: zie hierboven.
second-factor-help-found = gevonden accounts
second-factor-help-name = Naam
second-factor-help-email = E-mailadres
second-factor-help-sign-in-name = Inlognaam
second-factor-help-state = Tweede stap
# $name (String) - a person
second-factor-help-of = Tweede stap van { $name }
second-factor-help-off = Dit account heeft geen tweede stap. Lukt inloggen niet? Dan helpt een nieuw wachtwoord, via ‘Wachtwoord vergeten?’ op de inlogpagina.
second-factor-help-check-title = Controleer wie je aan de lijn hebt
# $email (String) - an e-mail address
second-factor-help-check = Stuur een code naar { $email } en vraag om hem voor te lezen. Bel je zelf terug? Gebruik dan een nummer dat je al had.
second-factor-help-send = Code sturen
# $email (String) - an e-mail address
second-factor-help-sent = Er is een code onderweg naar { $email }. Hij werkt een uur.
second-factor-help-remove-title = Haal de tweede stap weg
second-factor-help-remove = De passkeys en herstelcodes gaan mee weg. Daarna is het wachtwoord genoeg. Op alle apparaten wordt deze persoon afgemeld, en krijgt bericht.
second-factor-help-remove-staff = De passkeys en herstelcodes gaan mee weg. Bij het volgende inloggen stelt deze persoon een nieuwe tweede stap in. Op alle apparaten wordt deze persoon afgemeld, en krijgt bericht.
second-factor-help-code = Code die wordt voorgelezen
second-factor-help-code-hint = Twaalf cijfers, uit de mail die je net stuurde.
second-factor-help-remove-button = Tweede stap weghalen
# $name (String) - a person
second-factor-help-removed = De tweede stap van { $name } is weg.

# $event (String) - what happened, as a code
second-factor-letter-subject = { $event ->
    [on] Je logt nu in twee stappen in
    [app_added] Er is een app gekoppeld om in te loggen
    [passkey_added] Er is een passkey toegevoegd aan je account
    [passkey_removed] Er is een passkey weggehaald van je account
    [passkey_copied] Je passkey is misschien gekopieerd
    [replaced] Een andere app maakt nu je codes
    [off] De tweede stap bij het inloggen staat uit
    [removed] De tweede stap bij het inloggen is weggehaald
    [renewed] Je hebt nieuwe herstelcodes
    [used] Er is ingelogd met een herstelcode
   *[guessed] Iemand heeft je wachtwoord
}
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-on = Op { $when } is de tweede stap aangezet voor je account { $name }. Inloggen gaat nu met je wachtwoord en een code.
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-app-added = Op { $when } is een app gekoppeld aan je account { $name }. Inloggen kan nu ook met je wachtwoord en een code van die app.
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-replaced = Op { $when } is een andere app gekoppeld aan je account { $name }. De codes van de vorige app en de oude herstelcodes werken niet meer.
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-off = Op { $when } is de tweede stap uitgezet voor je account { $name }. Inloggen gaat nu met je wachtwoord alleen.
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-removed = Op { $when } hebben wij de tweede stap weggehaald van je account { $name }, nadat de code uit onze mail was voorgelezen. Log in met je wachtwoord en stel de tweede stap opnieuw in.
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-renewed = Op { $when } zijn er nieuwe herstelcodes gemaakt voor je account { $name }. De oude werken niet meer.
# $left (Number) - how many are left
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-used = Op { $when } is er met een herstelcode ingelogd op je account { $name }. { $left ->
    [0] Het was je laatste: maak nieuwe op de pagina van je account.
    [one] Je hebt er nog 1 over.
   *[other] Je hebt er nog { $left } over.
}
# $when (String) - a date and time in words
# $name (String) - a sign-in name
second-factor-letter-guessed = Op { $when } vulde iemand het goede wachtwoord in van je account { $name }, en daarna tien keer een verkeerde code of passkey. Zo kwam diegene er niet in. Was je het zelf? Wacht dan een paar minuten en probeer het opnieuw.
# $address (String) - the address of a page
second-factor-letter-guessed-what = Was je het niet? Dan kent iemand je wachtwoord. Kies meteen een nieuw: { $address }
# $address (String) - the address of a page
# $provider (String) - the training company
second-factor-letter-not-me = Was je het zelf? Dan hoef je niets te doen. Was je het niet? Kies dan meteen een nieuw wachtwoord op { $address } en vertel het aan { $provider }.
second-factor-letter-check-subject = Je code voor hulp bij inloggen
# $provider (String) - the training company
second-factor-letter-check = Je vroeg { $provider } om de tweede stap bij het inloggen weg te halen. Lees deze code voor aan wie je helpt.
second-factor-letter-check-code = Je code
# $moment (String) - a date and time in words
second-factor-letter-check-until = De code werkt één keer, tot { $moment }.
# $provider (String) - the training company
second-factor-letter-check-mistake = Vroeg je hier niet om? Geef de code dan aan niemand, ook niet aan wie zegt van { $provider } te zijn. Dan verandert er niets.
