rosters-new = Import participants
rosters-new-sub = Send in the list as the client sent it. You first see what happens with each row; nothing changes yet.
rosters-file = The list
rosters-file-hint = CSV or Excel (xlsx), no more than { $rows } rows and { $megabytes } MB.
rosters-look = Look at the list
rosters-columns = What may be in the list
rosters-columns-sub = The first row has the names of the columns. Their order does not matter, and Dutch names are fine too.
rosters-needed = Needed
rosters-needed-columns = Last name (or Name) with first name or initials, and E-mail
rosters-welcome = Welcome too
rosters-welcome-columns = Infix, Employee number, Job title, Department, Phone, Language, Group
rosters-rest = We skip other columns and do not keep them. What you send in and do not import is gone after 24 hours.
rosters-check-title = Is this list right?
rosters-check-sub = { $file }, for { $client }. Nothing has changed yet.
rosters-count-new = { $count ->
    [one] new person
   *[other] new people
}
rosters-count-known = { $count ->
    [one] known person joins
   *[other] known people join
}
rosters-count-present = { $count ->
    [one] takes part already
   *[other] take part already
}
rosters-count-bad = { $count ->
    [one] row is not right
   *[other] rows are not right
}
rosters-go-title = Import
rosters-go = { $bad ->
    [0] All rows are right. Nobody gets an e-mail yet: you invite them afterwards.
    [1] We skip the row that is not right and import the others. Nobody gets an e-mail yet: you invite them afterwards.
   *[other] We skip the { $bad } rows that are not right and import the others. Nobody gets an e-mail yet: you invite them afterwards.
}
rosters-import = { $count ->
    [one] Import 1 row
   *[other] Import { $count } rows
}
rosters-other-file = Choose another list
rosters-read-as = Read as text with { $delimiter } ({ $encoding }). Do names look strange? Then save the list as xlsx.
rosters-delimiter = { $kind ->
    [semicolon] semicolons
    [tab] tabs
    [bar] bars
   *[comma] commas
}
rosters-ignored = We skip these columns: { $headings }.
rosters-rows = { $kind ->
    [new] New people
    [known] Known people who join
    [present] Who takes part already
    [bad] Rows that are not right
   *[other] All rows
}
rosters-all-rows = Show all rows
rosters-no-rows = There are no rows of this kind.
rosters-row = Row
rosters-what = What happens
rosters-remarks = Please note
rosters-kind = { $kind ->
    [new] new
    [known] known, joins
    [present] takes part already
   *[bad] not right
}
rosters-fault = { $column }: { $reason }
rosters-column = { $column ->
    [first_name] First name
    [initials] Initials
    [infix] Infix
    [last_name] Last name
    [name] Name
    [email] E-mail
    [personnel_number] Employee number
    [function] Job title
    [department] Department
    [phone] Phone
    [language] Language
   *[group] Group
}
rosters-reason = { $reason ->
    [required] nothing is filled in.
    [not_an_email] this is not an e-mail address.
    [too_long] this is too long.
    [not_a_language] we only know Dutch and English.
    [not_a_name] this is not a name.
    [garbled] there are broken characters here.
    [rounded] the spreadsheet rounded this number. Make the column text.
   *[duplicate_in_file] the same person is on row { $earlier } already.
}
rosters-shares = Shares the address with { $name }. They are two people, each with their own sign-in name.
rosters-elsewhere = Address also known at another organisation. Becomes a new person here.
rosters-news = Will be added: { $columns }.
rosters-differs = { $column }: we have ‘{ $ours }’, the list says ‘{ $theirs }’. What we have stays.
rosters-seat-given = Gets a place in group { $group }.
rosters-seat-kept = Keeps the place in group { $group }.
rosters-seat-unknown = This project has no group { $group }. Comes in without a group.
rosters-seat-full = Group { $group } is full. Comes in without a group.
rosters-done = The list has been imported. New: { $new }. Known and joined: { $joins }. Took part already: { $present }. Skipped: { $bad }.
rosters-seat-busy = Is at another project when group { $group } meets. Comes in without a group.
