calendars-title = Mijn bijeenkomsten in mijn agenda
calendars-lead = Met één link staan al je bijeenkomsten in je agenda. Verandert er iets, dan verandert je agenda mee.
calendars-address = De link voor je agenda
calendars-once = Kopieer deze link nu. We laten hem één keer zien.
calendars-copy = Link
calendars-how = Kies in je agenda ‘abonneren’ of ‘toevoegen via URL’ en plak de link daar. Je agenda haalt nieuws op als het hem uitkomt, vaak een paar keer per dag.
calendars-make-title = Een link maken
calendars-make = Maak een link
calendars-renew-title = Je hebt een link
calendars-renew = Maak een nieuwe link
# $moment (String) - a date and time in words
calendars-since = Gemaakt op { $moment }.
calendars-secret = Wie de link heeft, ziet je bijeenkomsten. Deel hem dus met niemand. Maak je een nieuwe, dan werkt de oude niet meer.
calendars-revoke = Stop de link
calendars-revoked = De link werkt niet meer.
# $title (String) - what a meeting is called
calendars-called-off = Gaat niet door: { $title }
calendars-account = Je bijeenkomsten in je eigen agenda
calendars-account-link = Link voor je agenda
