addresses-title = E-mailadres veranderen
# $address (String) - an e-mail address
addresses-now = Nu is het { $address }.
addresses-new = Nieuw e-mailadres
addresses-hint = We sturen een mail naar je nieuwe en naar je oude adres. In allebei klik je op een link. Pas dan verandert je adres.
addresses-password-hint = Zo weten we zeker dat jij het bent.
addresses-ask = Stuur mij de mails
addresses-asked = Kijk in je mail. We hebben naar allebei de adressen een mail gestuurd.
addresses-waits = Er wacht een verandering
# $address (String) - an e-mail address
# $moment (String) - a date and time in words
addresses-waits-for = Je adres wordt { $address }, als je in allebei de mails op de link klikt. Dat kan tot { $moment }.
addresses-yes = bevestigd
addresses-not-yet = nog niet bevestigd
addresses-end = Toch niet veranderen
addresses-ended = Je e-mailadres blijft zoals het is.
addresses-other = Een ander adres vragen
addresses-old-lost = Kun je niet meer bij je oude adres?
addresses-old-lost-link = Vraag ons om het te veranderen
addresses-take-title = Is dit je nieuwe e-mailadres?
# $address (String) - an e-mail address
# $provider (String) - the training company
addresses-take = Iemand wil { $address } gebruiken in de portal van { $provider }. Ben jij dat niet? Sluit deze pagina dan: er gebeurt niets.
addresses-take-yes = Ja, dit adres is van mij
addresses-leave-title = Wil je dit e-mailadres loslaten?
# $address (String) - part of an e-mail address
addresses-leave = Iemand heeft gevraagd om je mails van de portal voortaan naar { $address } te sturen. Was jij dat? Zeg dan ja. Was jij het niet? Houd het dan tegen.
addresses-leave-yes = Ja, verander mijn adres
addresses-stop = Nee, houd het tegen
# $moment (String) - a date and time in words
addresses-until = Dit kan tot { $moment }.
addresses-confirmed-here = Vanaf dit adres is al ja gezegd. Nu wachten we nog op het andere adres.
addresses-half-title = Bijna klaar
addresses-half-new = Klik nu nog op de link in de mail die we naar je nieuwe adres stuurden.
addresses-half-old = Klik nu nog op de link in de mail die we naar je oude adres stuurden.
addresses-done-title = Je e-mailadres is veranderd
# $name (String) - a sign-in name
addresses-done = We sturen je mails vanaf nu naar je nieuwe adres. Je logt in met de naam { $name } en je eigen wachtwoord.
addresses-stopped-title = Tegengehouden
addresses-stopped = Je e-mailadres blijft zoals het is. Vroeg je dit niet zelf? Dan kan iemand anders in je account. Kies een nieuw wachtwoord.
addresses-new-password = Nieuw wachtwoord kiezen
addresses-gone-title = Deze link werkt niet meer
addresses-gone = Hij is al gebruikt of verlopen, of er is een stukje van het adres weggevallen. In je account kun je een nieuwe vragen.
addresses-again = Opnieuw vragen

addresses-letter-hello = Hallo,
# $name (String) - how to greet somebody
addresses-letter-dear = Beste { $name },
addresses-letter-asked-subject = Is dit je nieuwe e-mailadres?
# $provider (String) - the training company
addresses-letter-asked = Iemand wil dit adres gebruiken voor een account in de portal van { $provider }. Ben jij dat? Bevestig het dan.
addresses-letter-confirm = Bevestig dit adres
# $moment (String) - a date and time in words
addresses-letter-until = De link werkt tot { $moment }.
addresses-letter-not-yours = Ken je dit niet? Dan hoef je niets te doen. Zonder jouw bevestiging gebeurt er niets.
addresses-letter-left-subject = Je e-mailadres verandert, als je het ermee eens bent
# $moment (String) - a date and time in words
# $address (String) - part of an e-mail address
addresses-letter-left = Op { $moment } is gevraagd om je mails voortaan naar { $address } te sturen.
addresses-letter-both = Dat gebeurt pas als je het vanaf allebei de adressen bevestigt. Met deze link zeg je ja, of houd je het tegen.
addresses-letter-answer = Ja zeggen of tegenhouden
# $address (String) - the address of a page
addresses-letter-not-me = Vroeg je dit niet zelf? Houd het dan tegen, en verander je wachtwoord op { $address }.
addresses-letter-changed-subject = Je e-mailadres is veranderd
# $provider (String) - the training company
addresses-letter-changed = De mails van de portal van { $provider } komen vanaf nu op dit adres.
# $name (String) - a sign-in name
# $address (String) - the address of the sign-in page
addresses-letter-sign-in = Je inlognaam is { $name }. Inloggen doe je op { $address }, met het wachtwoord dat je al had.
