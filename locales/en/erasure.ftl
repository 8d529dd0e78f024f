erasure-title = Erase data
erasure-intro = Somebody asks to be erased, or should no longer be here. Find the person, read what goes and what stays, and confirm with their name.
erasure-search = Search by name, e-mail address or certificate number
erasure-search-button = Search
erasure-who-title = Whom do you want to erase?
erasure-who = Type a part of the name or the e-mail address. Then check that you have the right person: two people can have the same name. Of somebody whose account has ended, a certificate may be left: then search by its number.
erasure-nobody-title = Nobody found
erasure-nobody = Try a part of the name, or the e-mail address. Who has been erased is not found here any more.
erasure-found = people found
erasure-more = There are more. Type more of the name to find them.
erasure-person = Name
erasure-email = E-mail address
erasure-employer = Employer
erasure-number = Number in the register
erasure-of = Erase { $name }
erasure-back = Back to searching
erasure-goes = This goes
erasure-goes-how = At once and for good. Of files we destroy the key first and then the contents.
erasure-stays = This stays
erasure-stays-how = By number only, without name or address. We must be able to show that a training was given, and who did what with data.
erasure-stays-nothing = Nothing is left of this person.
erasure-until = Kept for: { $until }.
erasure-copies = Should a backup be put back later, we erase this person in it again. Backups exist for 14 days at most.
erasure-rows = { $fate ->
    [destroyed] { $rows ->
        [one] 1 file is destroyed
       *[other] { $rows } files are destroyed
    }
    [overwritten] name, address or reference is emptied
    [kept] { $rows ->
        [one] 1 line.
       *[other] { $rows } lines.
    }
   *[other] { $rows ->
        [one] 1 line is deleted
       *[other] { $rows } lines are deleted
    }
}
erasure-oneself-title = This is you
erasure-oneself = You cannot erase yourself. Ask the other security officer.
erasure-sure = Are you sure?
erasure-no-way-back = This cannot be undone. We cannot bring it back either.
erasure-name = Type the name: { $name }
erasure-erase = Erase for good
erasure-leave = Do not erase
erasure-done = Person { NUMBER($person, useGrouping: "false") } has been erased. { $files ->
    [0] There were no files.
    [one] 1 file was destroyed.
   *[other] { $files } files were destroyed.
}
erasure-held-title = This data cannot go now
erasure-held = It is held, because there is { $reason }. It can be done after { $date } at the earliest. An officer can end that sooner, under retention.
