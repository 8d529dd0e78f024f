accounts-sign-in-title = Inloggen
accounts-sign-in = Inloggen
accounts-sign-in-name = E-mailadres of inlognaam
accounts-sign-in-hint = Deel je een e-mailadres met iemand? Dan heb je een eigen inlognaam.
accounts-password = Wachtwoord
accounts-forgotten = Wachtwoord vergeten?
accounts-choice-title = Waar wil je naartoe?
accounts-choice = Je hebt meer dan één rol. Wisselen kan altijd, via het menu.
accounts-choice-student = De training die je zelf volgt.
accounts-choice-leader = De projecten die je voor je organisatie volgt.
accounts-choice-staff = Je werk voor de opleider.
accounts-no-hat-title = Er staat nog niets voor je klaar
accounts-no-hat = Je doet op dit moment niet mee aan een training. Denk je dat dit niet klopt? Neem dan contact op met je opleider.

# $name (String) - how to greet somebody
accounts-letter-dear = Beste { $name },
# $project (String) - the name of a project
accounts-letter-invitation-subject = Je kunt aan de slag met { $project }
# $project (String) - the name of a project
# $provider (String) - the training company
accounts-letter-invitation = { $provider } heeft het project ‘{ $project }’ voor je klaargezet. In de portal zie je wat er te doen is, wanneer en met wie.
accounts-letter-choose = Kies je wachtwoord
# $name (String) - a sign-in name
accounts-letter-sign-in-name = Je inlognaam is: { $name }
# $moment (String) - a date and time in words
accounts-letter-until = De link werkt één keer, tot { $moment }. Is hij verlopen? Open hem dan toch: je kunt op die pagina een nieuwe vragen.
accounts-letter-mistake = Is deze mail niet voor jou bedoeld? Dan hoef je niets te doen.
# $name (String) - a sign-in name
# $address (String) - the address of the sign-in page
accounts-letter-known = Je hebt al een account. Log in op { $address } met je inlognaam { $name } en je eigen wachtwoord.
accounts-letter-reset-subject = Een nieuw wachtwoord kiezen
# $provider (String) - the training company
accounts-letter-reset = Je vroeg om een nieuw wachtwoord voor de portal van { $provider }. Met deze link kies je er een.
# $count (Number) - how many accounts
# $provider (String) - the training company
accounts-letter-reset-several = Iemand vroeg om een nieuw wachtwoord voor de portal van { $provider }. Bij dit e-mailadres horen { $count } accounts. Gebruik alleen de link van je eigen account.
# $name (String) - the name of a person
# $account (String) - their sign-in name
accounts-letter-account-of = { $name }, inlognaam: { $account }
accounts-letter-new-password = Kies een nieuw wachtwoord
accounts-letter-not-asked = Vroeg je hier niet om? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.
accounts-letter-changed-subject = Je wachtwoord is veranderd
# $moment (String) - a date and time in words
# $name (String) - a sign-in name
accounts-letter-changed = Het wachtwoord van je account { $name } is veranderd op { $moment }. Was je zelf? Dan hoef je niets te doen.
# $address (String) - the address of a page
accounts-letter-changed-passkeys = Een nieuw wachtwoord verandert niets aan passkeys. Heb je die? Kijk op { $address } of je ze allemaal kent.
# $address (String) - the address of the page for a forgotten password
# $provider (String) - the training company
accounts-letter-not-me = Was je het niet? Kies dan meteen een nieuw wachtwoord op { $address } en vertel het aan { $provider }.

accounts-sign-in-name-short = Inlognaam
accounts-password-chosen = Je nieuwe wachtwoord is bewaard. Log er nu mee in.
accounts-back-to-sign-in = Terug naar inloggen
# $provider (String) - the training company
accounts-invitation-title = Welkom bij { $provider }
# $name (String) - the name of a person
accounts-invitation = Deze uitnodiging is voor { $name }. Kies een wachtwoord; daarna ben je binnen.
accounts-reset-title = Kies een nieuw wachtwoord
# $name (String) - the name of a person
accounts-reset = Dit is voor het account van { $name }. Daarna log je overal opnieuw in.
accounts-new-password = Nieuw wachtwoord
# $least (Number) - characters at least
accounts-password-hint = Minstens { $least } tekens. Drie of vier losse woorden achter elkaar zijn sterk en makkelijk te onthouden.
accounts-keep-password = Wachtwoord bewaren
accounts-link-expired-title = Deze link is verlopen
accounts-link-expired = Een link werkt drie dagen. We sturen je graag een nieuwe, naar hetzelfde e-mailadres.
accounts-link-renew = Stuur mij een nieuwe link
accounts-link-gone-title = Deze link werkt niet meer
accounts-link-gone = Hij is al gebruikt, of er is een stukje van het adres weggevallen. Heb je al een wachtwoord? Log dan in. Anders vraag je een nieuw wachtwoord aan.
accounts-forgotten-title = Wachtwoord vergeten
accounts-forgotten-lead = Vul je e-mailadres of je inlognaam in. We sturen je een link om een nieuw wachtwoord te kiezen.
accounts-forgotten-send = Stuur mij een link
accounts-sent-title = Kijk in je mail
accounts-sent = Hoort hier een account bij? Dan ligt er binnen een paar minuten een mail met een link voor je klaar.
accounts-sent-nothing = Zie je niets? Kijk ook bij de ongewenste mail. Misschien ken je ons onder een ander e-mailadres: vul dat dan in.
accounts-change-password = Wachtwoord veranderen
accounts-change-password-lead = Daarna blijf je hier ingelogd. Op andere apparaten log je opnieuw in.
accounts-first-password-title = Kies eerst je eigen wachtwoord
accounts-first-password = Het wachtwoord waarmee je nu bent ingelogd, hebben wij gemaakt. Vanaf nu ken alleen jij het.
accounts-given-password = Het wachtwoord dat je van ons kreeg
accounts-current-password = Je wachtwoord van nu
accounts-password-changed = Je wachtwoord is veranderd. Op andere apparaten ben je nu afgemeld.
accounts-statement-title = Zo gaan we met je gegevens om
accounts-statement = Lees dit voor je begint. Je vindt het later altijd terug onderaan elke pagina.
# $date (String) - the day from which the statement holds
accounts-statement-read = Ik heb de privacyverklaring van { $date } gelezen en ga ermee akkoord.
accounts-statement-go-on = Verder
accounts-own-who = Wie je bent
accounts-own-name = Naam
accounts-own-email = E-mailadres
accounts-own-details = Mijn gegevens bekijken en veranderen
accounts-own-sign-in = Hoe je inlogt
accounts-own-sign-in-hint = Hiermee log je in. Het mag je e-mailadres zijn, of een naam die je zelf bedenkt.
accounts-own-keep-name = Inlognaam bewaren
accounts-name-changed = Je inlognaam is veranderd. Gebruik hem de volgende keer dat je inlogt.
accounts-sessions-title = Waar je bent ingelogd
accounts-sessions = Staat er iets bij dat je niet kent? Meld het daar af en verander je wachtwoord.
accounts-session-this = deze browser
accounts-session-unknown = Een onbekende browser
# $browser (String) - the name of a browser
# $system (String) - the name of a device or system
accounts-session-browser = { $browser } op { $system }
accounts-session-seen = Laatst gebruikt:
accounts-session-since = Ingelogd:
# $address (String) - an internet address
accounts-session-address = Internetadres: { $address }
accounts-session-end = Hier afmelden
accounts-sessions-end = Overal afmelden, behalve hier
accounts-session-ended = Die browser is afgemeld.
accounts-sessions-ended = Je bent overal afgemeld, behalve hier.
accounts-own-kept = Hoe lang je account blijft
# $date (String) - the last day, in words
accounts-own-kept-until = Loopt er geen training meer en doe je vanaf nu niets in de portal, dan blijven je account en je gegevens tot en met { $date }. 30 dagen ervoor krijg je een mail. Eén keer inloggen is genoeg om te blijven.
# $reason (String) - why, in words
# $date (String) - the last day, in words
accounts-own-held = Er is { $reason }. Daarom wissen we nu niets van jou. Op zijn vroegst kan dat na { $date }.
