passkeys-title = Passkeys
passkeys-what = Met een passkey log je in met je vinger, je gezicht of de pincode van je telefoon of computer. Je hoeft niets over te typen, en ook je wachtwoord is dan niet nodig.
passkeys-none = Je hebt nog geen passkey.
# $date (String) - a date in words
passkeys-listed = Toegevoegd op { $date }. Nog niet gebruikt.
# $date (String) - a date in words
# $moment (String) - a date and time in words
passkeys-listed-used = Toegevoegd op { $date }. Laatst gebruikt op { $moment }.
passkeys-not-here = Op dit adres kun je geen passkeys maken of gebruiken: daarvoor moet de portal een naam als adres hebben, geen nummer.
passkeys-demo = Dit is de demo. Passkeys probeer je op het adres hieronder. Log daar opnieuw in.
passkeys-add = Een passkey toevoegen
passkeys-add-hint = Op dit apparaat, op je telefoon of op een beveiligingssleutel.
passkeys-by = Met een passkey
passkeys-by-hint = Je gebruikt je vinger, je gezicht of de pincode van je telefoon of computer. Er is niets over te typen, en je kunt ook zonder wachtwoord inloggen.
passkeys-new-title = Passkey maken
passkeys-new = Geef je passkey een naam, zodat je later weet welke het is. Druk dan op de knop en doe wat je apparaat vraagt.
passkeys-name = Naam van de passkey
passkeys-name-hint = Bijvoorbeeld ‘Mijn telefoon’ of ‘Laptop van het werk’.
passkeys-make = Passkey maken
passkeys-added = De passkey is toegevoegd. Je kunt er nu mee inloggen.
passkeys-again = Vul je wachtwoord nog een keer in. Daarna kun je een passkey maken.
# $name (String) - the name of a passkey
passkeys-one = Passkey ‘{ $name }’
passkeys-rename = Naam veranderen
passkeys-rename-keep = Naam bewaren
passkeys-renamed = De naam van je passkey is veranderd.
passkeys-remove = Passkey weghalen
passkeys-remove-says = Daarna kan niemand er meer mee inloggen, en op andere apparaten word je afgemeld. Haal hem ook weg op je apparaat zelf: dat kunnen wij niet.
passkeys-remove-last = Dit is je enige tweede stap. Haal je hem weg, dan is je wachtwoord genoeg om in te loggen, en werken je herstelcodes niet meer.
passkeys-remove-needed = Voor wie hier werkt, hoort de tweede stap erbij, en dit is je enige. Voeg eerst een andere passkey toe of koppel een app. Daarna kun je deze weghalen.
passkeys-removed = De passkey is weg. Op andere apparaten ben je nu afgemeld.
passkeys-step = Bevestig met je passkey dat jij het bent.
passkeys-step-title = Met je passkey
passkeys-step-use = Passkey gebruiken
passkeys-step-code = Of vul een code in
passkeys-step-elsewhere = Op dit adres werkt je passkey niet. Vul een herstelcode in.
passkeys-step-codes-hint = Een van je herstelcodes: twaalf cijfers.
passkeys-step-no-script = Een passkey werkt alleen met JavaScript, en dat staat uit in je browser. Vul hieronder een code in.
passkeys-door = Inloggen met een passkey
passkeys-door-no-script = Heb je een passkey? Die werkt alleen met JavaScript, en dat staat uit in je browser.
passkeys-no-script = Een passkey maken gaat alleen met JavaScript, en dat staat uit in je browser. Zet het aan en laad deze pagina opnieuw, of ga terug en kies een app op je telefoon.
passkeys-unable = Deze browser kan geen passkeys gebruiken. Probeer een andere browser, of kies een code.
passkeys-stopped = Er is geen passkey gebruikt. Je stopte, of het duurde te lang. Probeer het opnieuw.
passkeys-stopped-making = Er is geen passkey gemaakt. Je stopte, of het duurde te lang. Probeer het opnieuw.
passkeys-known = Op dit apparaat staat al een passkey van je account. Die kun je gebruiken.
passkeys-broken = Het lukte nu niet. Kijk of je internet hebt en probeer het opnieuw.
# $reason (String) - why, as a code
passkeys-refused = { $reason ->
    [late] Dit duurde te lang, of is al een keer verstuurd. Probeer het opnieuw.
    [unknown] Deze passkey kennen we niet, of niet meer. Kies een andere, of log in op een andere manier.
    [copied] Deze passkey is misschien gekopieerd, daarom laten we hem niet toe. Log in op een andere manier, haal hem weg op de pagina van je account en maak een nieuwe.
    [known] Deze passkey is al toegevoegd.
    [full] Je hebt tien passkeys, en meer kan niet. Haal er eerst een weg.
   *[other] Met deze passkey lukte het niet. Probeer het opnieuw, of kies een andere manier.
}
# $called (String) - the name of a passkey
# $when (String) - a date and time in words
# $name (String) - a sign-in name
passkeys-letter-added = Op { $when } is de passkey ‘{ $called }’ toegevoegd aan je account { $name }. Daarmee kun je inloggen zonder wachtwoord, of als tweede stap na je wachtwoord.
# $called (String) - the name of a passkey
# $when (String) - a date and time in words
# $name (String) - a sign-in name
passkeys-letter-removed = Op { $when } is de passkey ‘{ $called }’ weggehaald van je account { $name }. Inloggen kan er niet meer mee.
# $called (String) - the name of a passkey
# $when (String) - a date and time in words
# $name (String) - a sign-in name
passkeys-letter-copied = Op { $when } wilde iemand inloggen op je account { $name } met de passkey ‘{ $called }’. Aan de teller konden we zien dat er misschien een kopie van die passkey is. Daarom lieten we hem niet toe.
# $address (String) - the address of a page
# $provider (String) - the training company
passkeys-letter-copied-what = Haal deze passkey weg op { $address } en maak een nieuwe. Probeerde je zelf niet in te loggen? Vertel het dan aan { $provider }.
# $address (String) - the address of a page
# $provider (String) - the training company
passkeys-letter-not-me = Was je het zelf? Dan hoef je niets te doen. Was je het niet? Haal de passkey dan meteen weg op { $address }, kies een nieuw wachtwoord en vertel het aan { $provider }. Kun je zelf niet meer inloggen? Dan kan { $provider } de passkey weghalen.
