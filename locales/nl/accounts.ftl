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
# $address (String) - the address of the page for a forgotten password
# $provider (String) - the training company
accounts-letter-not-me = Was je het niet? Kies dan meteen een nieuw wachtwoord op { $address } en vertel het aan { $provider }.
