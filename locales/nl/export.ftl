export-title = Alles meenemen
export-intro = Hier neem je alles mee wat we over je bewaren en wat jij mag zien.
export-what = Wat je krijgt
export-what-page = Een overzicht om te lezen, in gewone taal. Open het in je browser.
export-what-data = Dezelfde gegevens als JSON. Dat is handig als je ze in een ander programma wilt gebruiken.
export-what-files = De teksten die je instuurde en die nog in de portal staan.
export-not = Wat er niet in staat
export-not-secret = De vingerafdruk van je wachtwoord, de sleutel van je tweede stap, je herstelcodes en de codes van links. Niemand leest die, ook wij niet.
export-not-number = Je personeelsnummer, het kenmerk dat we noteerden als we iets van je vasthouden, en de nummers van anderen in het verwerkingsregister. Dat vraag je op bij ons; we sturen het je binnen 4 weken.
export-not-sealed = Een evaluatie die je nog niet hebt ingestuurd, en een formulier dat we voor je vasthouden tot je weer inlogt. Die staan op slot: je leest ze op de pagina waar je ze invult.
export-not-ask = Vraag het op
export-password-hint = Zo krijgt niemand anders je gegevens, ook niet als je ergens ingelogd bent gebleven.
export-download = Download mijn gegevens
export-safe = Het bestand is voor jou alleen. Bewaar het op een plek waar anderen niet bij kunnen.
export-request = Om inzage gevraagd?
export-request-how = Je krijgt een ZIP om aan deze persoon te geven: alles wat iemand hier over hen leest, ook het personeelsnummer. Zonder de ingestuurde bestanden: die downloadt de persoon zelf. In het register komt te staan dat je dit deed.
export-request-download = ZIP voor deze persoon maken
# $name (String) - the person
export-heading = Gegevens van { $name }
# $provider (String) - the training company
# $moment (String) - when it was made
export-made = Dit is wat { $provider } over je bewaart op { $moment }.
# $version (String) - the version of the privacy statement
export-statement = Waarom we het bewaren en wie het ziet, staat in de privacyverklaring (versie { $version }).
# $term (String) - how long
export-kept = Hoelang: { $term }.
export-files = Bestanden
export-left-out = Geheimen zoals de vingerafdruk van een wachtwoord staan er niet in: niemand leest ze.
export-yes = ja
export-no = nee
# $code (String) - a word of the program
export-code = { $code ->
    [confirmed] bevestigd
    [draft] nog niet ingestuurd
    [marked] nagekeken
    [pending] nog niet bevestigd
    [provider] de opleider
    [student] de deelnemer
    [submitted] ingestuurd
   *[other] { $code }
}
# $column (String) - the name of a column
export-column = { $column ->
    [accepted_at] Gelezen op
    [accepted_version] Versie van de privacyverklaring
    [act] Wat er is gedaan
    [agreed_at] Akkoord gegeven op
    [text_id] Tekst van de studieovereenkomst
    [interests] Interesses
    [starts] Van
    [ends] Tot en met
    [description] Beschrijving
    [part] Deel van het portfolio
    [shown_at] Getoond sinds
    [action_id] Stap
    [actor_account] Door account
    [actor_role] Door wie
    [address] Adres
    [adviser_id] Project
    [agreed_on] Geheimhouding getekend op
    [at] Wanneer
    [blocked_at] Geblokkeerd op
    [body] Inhoud
    [began_at] Begonnen op
    [browser] Browser
    [confirmed_at] Ingestuurd op
    [created_at] Gemaakt op
    [dedupe_key] Kenmerk
    [department] Afdeling
    [destroy_at] Vernietigd na
    [done_at] Gedaan op
    [email] E-mailadres
    [ends_on] Tot en met
    [failed_at] Mislukt op
    [file_name] Bestandsnaam
    [first_name] Voornaam
    [group_id] Groep
    [held_at] Bewaard op
    [infix] Tussenvoegsel
    [initials] Voorletters
    [intake_id] Project
    [invited_at] Uitgenodigd op
    [job_title] Functie
    [kind] Soort
    [language] Taal
    [last_error] Foutmelding
    [last_name] Achternaam
    [last_seen_at] Laatst actief
    [organisation_id] Organisatie
    [participant_id] Project
    [path] Pagina
    [payload] Gegevens in de e-mail
    [person_number] Nummer van de persoon
    [personnel_number] Personeelsnummer
    [phone] Telefoon
    [portal_until] In de portal tot en met
    [project_id] Project
    [question_id] Vraag
    [role] Rol
    [saved_at] Opgeslagen op
    [seen_at] Laatst gebruikt
    [sent_at] Verstuurd op
    [sign_in_name] Inlognaam
    [size] Grootte in bytes
    [starts_on] Vanaf
    [state] Stand
    [subject] Onderwerp
    [subject_row] Regel
    [material_id] Materiaal
    [opened_at] Geopend op
    [left_off] Gestopt na zoveel seconden
    [stretches] Bekeken stukken, in seconden
    [watched] Samen zoveel seconden gezien
    [own_word] Of je zelf zei dat je de film zag
    [started_at] Begonnen op
    [reported_at] Laatst gekeken op
    [counted_at] Telt als gezien sinds
    [title] Titel
    [summary] Waar het over gaat
    [meeting_id] Bijeenkomst
    [offer_until] Aanbod geldt tot en met
    [offered_at] Plaats aangeboden op
    [override_reason] Waarom tegen de regels geplaatst
    [target] Adres van het formulier
    [submitted_at] Ingestuurd op
    [trainer_id] Groep
    [uploaded_at] Verzonden op
    [version] Versie
    [words] Antwoord
    [worked_until] Bezig tot
    [blob] Naam in de opslag
    [email_folded] E-mailadres om op te zoeken
    [failures] Aantal pogingen
    [key_hash] Vingerafdruk van de inlog
    [must_change] Of het wachtwoord anders moet
    [name_folded] Naam om op te zoeken
    [name_hash] Vingerafdruk van de getypte naam
    [password_hash] Vingerafdruk van het wachtwoord
    [sheet] De lijst zelf
    [sign_in_folded] Inlognaam om op te zoeken
    [since] Sinds
    [token_hash] Vingerafdruk van de link
    [used_at] Link gebruikt op
    [letter_key] Kenmerk van de mail
    [note] Kenmerk van het vasthouden
    [placed_at] Vastgehouden sinds
    [reason] Reden
    [until_at] Vastgehouden tot en met
    [warned_at] Gewaarschuwd op
    [answered_at] Beantwoord op
    [asked] Wat je schreef
    [city] Plaats
    [due_on] Antwoord uiterlijk op
    [expires_at] Geldig tot
    [ended_at] Beëindigd op
    [likeness_hash] Vingerafdruk van naam en adres van eerder
    [new_confirmed_at] Bevestigd vanaf het nieuwe adres op
    [new_email] Nieuw e-mailadres
    [new_hash] Vingerafdruk van de link naar het nieuwe adres
    [news] Mail die uit staat
    [old_confirmed_at] Bevestigd vanaf het oude adres op
    [old_hash] Vingerafdruk van de link naar het oude adres
    [postcode] Postcode
    [received_at] Binnengekomen op
    [street] Straat en huisnummer
    [withdrawn_at] Ingetrokken op
    [addressee] Aan wie
    [asked_at] Wacht op antwoord sinds
    [last_at] Laatste bericht op
    [closed_at] Afgesloten op
    [side] Door wie
    [read_at] Gelezen op
    [thread_id] Gesprek
    [accreditation_points] Accreditatiepunten
    [accreditor] Wie de punten geeft
    [attended] Aantal bijeenkomsten waar je was
    [certificate_id] Certificaat
    [draft] Antwoorden die nog niet zijn ingestuurd
    [evaluation_id] Project
    [holder] Naam op het certificaat
    [initial] Eerste letter van de achternaam
    [issued_on] Afgegeven op
    [mark] Presentie
    [marked_at] Presentie ingevuld op
    [meetings] Aantal bijeenkomsten
    [number] Nummer van het certificaat
    [organisation] Organisatie
    [replaced_for] Waarom vervangen
    [replaced_on] Vervangen op
    [salt] Toevallige tekens bij de code van een certificaat
    [seal] Code van een certificaat
    [study_hours] Studie-uren
    [training] Training
    [second_factor_at] Tweede stap aan sinds
    [totp_secret] Sleutel van de tweede stap
    [totp_step] Laatst gebruikte code
    [half] Of de tweede stap nog moet
    [code_hash] Vingerafdruk van een code
    [called] Naam van de passkey
    [credential_id] Nummer van de passkey
    [credential] Openbare sleutel van de passkey
    [last_used_at] Passkey laatst gebruikt op
    [points] Punten
    [passed] Geslaagd
    [comment] Wat de trainer erover zegt
    [attempt_id] Toets
    [test_id] Toets
   *[other] { $column }
}
