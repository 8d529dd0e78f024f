rosters-new = Deelnemers inlezen
rosters-new-sub = Stuur de lijst in zoals de klant hem stuurde. Je ziet eerst wat er met elke regel gebeurt; er verandert nog niets.
rosters-file = De lijst
# $rows (String) - rows at most, in figures
# $megabytes (Number) - megabytes at most
rosters-file-hint = CSV of Excel (xlsx), niet meer dan { $rows } regels en { $megabytes } MB.
rosters-look = Lijst bekijken
rosters-columns = Wat er in de lijst mag staan
rosters-columns-sub = De eerste regel heeft de namen van de kolommen. De volgorde maakt niet uit, en Engelse namen mogen ook.
rosters-needed = Nodig
rosters-needed-columns = Achternaam (of Naam) met voornaam of voorletters, en E-mail
rosters-welcome = Mag ook
rosters-welcome-columns = Tussenvoegsel, Personeelsnummer, Functie, Afdeling, Telefoon, Taal, Groep
rosters-rest = Andere kolommen slaan we over en bewaren we niet. Wat je instuurt en niet inleest, is na 24 uur weg.
rosters-check-title = Klopt deze lijst?
# $client (String) - an organisation
# $file (String) - the name of a file
rosters-check-sub = { $file }, voor { $client }. Er is nog niets veranderd.
# $count (Number) - rows
rosters-count-new = { $count ->
    [one] nieuwe persoon
   *[other] nieuwe personen
}
# $count (Number) - rows
rosters-count-known = { $count ->
    [one] bekende persoon komt erbij
   *[other] bekende personen komen erbij
}
# $count (Number) - rows
rosters-count-present = { $count ->
    [one] doet al mee
   *[other] doen al mee
}
# $count (Number) - rows
rosters-count-bad = { $count ->
    [one] regel klopt niet
   *[other] regels kloppen niet
}
rosters-go-title = Inlezen
# $bad (Number) - wrong rows
rosters-go = { $bad ->
    [0] Alle regels zijn goed. Niemand krijgt al een e-mail: uitnodigen doe je daarna.
    [1] De regel die niet klopt, slaan we over. De andere lezen we in. Niemand krijgt al een e-mail: uitnodigen doe je daarna.
   *[other] De { $bad } regels die niet kloppen, slaan we over. De andere lezen we in. Niemand krijgt al een e-mail: uitnodigen doe je daarna.
}
# $count (Number) - rows
rosters-import = { $count ->
    [one] 1 regel inlezen
   *[other] { $count } regels inlezen
}
rosters-other-file = Een andere lijst kiezen
# $delimiter (String) - what stands between cells
# $encoding (String) - how the text is encoded
rosters-read-as = Gelezen als tekst met { $delimiter } ({ $encoding }). Zien namen er vreemd uit? Sla de lijst dan op als xlsx.
# $kind (String) - a delimiter, as a code
rosters-delimiter = { $kind ->
    [semicolon] puntkomma's
    [tab] tabs
    [bar] streepjes
   *[comma] komma's
}
# $headings (String) - headings of the file
rosters-ignored = Deze kolommen slaan we over: { $headings }.
# $kind (String) - which rows are shown, as a code
rosters-rows = { $kind ->
    [new] Nieuwe personen
    [known] Bekende personen die erbij komen
    [present] Wie al meedoet
    [bad] Regels die niet kloppen
   *[other] Alle regels
}
rosters-all-rows = Alle regels tonen
rosters-no-rows = Er zijn geen regels van deze soort.
rosters-row = Regel
rosters-what = Wat er gebeurt
rosters-remarks = Let op
# $kind (String) - what happens, as a code
rosters-kind = { $kind ->
    [new] nieuw
    [known] bekend, komt erbij
    [present] doet al mee
   *[bad] klopt niet
}
# $column (String) - a column
# $reason (String) - what is wrong
rosters-fault = { $column }: { $reason }
# $column (String) - a column, as a code
rosters-column = { $column ->
    [first_name] Voornaam
    [initials] Voorletters
    [infix] Tussenvoegsel
    [last_name] Achternaam
    [name] Naam
    [email] E-mail
    [personnel_number] Personeelsnummer
    [function] Functie
    [department] Afdeling
    [phone] Telefoon
    [language] Taal
   *[group] Groep
}
# $earlier (Number) - an earlier row
# $reason (String) - what is wrong, as a code
rosters-reason = { $reason ->
    [required] hier staat niets.
    [not_an_email] dit is geen e-mailadres.
    [too_long] dit is te lang.
    [not_a_language] we kennen alleen Nederlands en Engels.
    [not_a_name] dit is geen naam.
    [garbled] hier staan kapotte tekens.
    [rounded] het rekenblad heeft dit nummer afgerond. Maak van de kolom tekst.
   *[duplicate_in_file] dezelfde persoon staat al op regel { $earlier }.
}
# $name (String) - a person
rosters-shares = Deelt het adres met { $name }. Het zijn twee personen, ieder met een eigen inlognaam.
rosters-elsewhere = Adres ook bekend bij een andere organisatie. Het wordt hier een nieuwe persoon.
# $columns (String) - columns
rosters-news = Wordt aangevuld: { $columns }.
# $column (String) - a column
# $ours (String) - what we have
# $theirs (String) - what the file says
rosters-differs = { $column }: wij hebben ‘{ $ours }’, de lijst zegt ‘{ $theirs }’. Wat wij hebben, blijft staan.
# $group (String) - a group
rosters-seat-given = Krijgt een plaats in groep { $group }.
# $group (String) - a group
rosters-seat-kept = Houdt de plaats in groep { $group }.
# $group (String) - a group
rosters-seat-unknown = Dit project heeft geen groep { $group }. Komt er zonder groep in.
# $group (String) - a group
rosters-seat-full = Groep { $group } is vol. Komt er zonder groep in.
# $bad (Number) - wrong rows
# $joins (Number) - known people who take part now
# $new (Number) - new people
# $present (Number) - people who took part already
rosters-done = De lijst is ingelezen. Nieuw: { $new }. Bekend en erbij gekomen: { $joins }. Deed al mee: { $present }. Overgeslagen: { $bad }.
# $group (String) - the name of a group
rosters-seat-busy = Is bij een ander project als groep { $group } bij elkaar komt. Komt er zonder groep in.
