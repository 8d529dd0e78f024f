form-summary-title = Something is not right yet
form-required = required
form-optional = optional
form-show-password = Show

wrong-required = Please fill this in.
wrong-too-long = This is too long. Use no more than { $most } characters.
wrong-not-an-email = This is not an e-mail address. Write it like name@example.com.
wrong-not-a-date = This is not a date. Write it like 2026-12-08.
wrong-not-a-time = This is not a time. Write it like 09:30.
wrong-not-a-number = Please give a whole number from { $least } to { $most }.
wrong-ends-before-start = The end comes before the beginning. Choose a later end.
wrong-taken = This name is in use already. Choose another one.
wrong-not-a-choice = Choose one of the possibilities.
wrong-not-a-sign-in-name = Use 3 to 60 letters, digits, full stops, hyphens or underscores. Or fill in your own e-mail address.
wrong-not-ticked = Tick this box to go on.
wrong-password-short = This password is too short. Use at least { $least } characters.
wrong-password-guessable = This password is easy to guess. Take three or four separate words, for example.
wrong-password-same = This is the password you had already. Choose a new one.
wrong-sign-in = This name and this password do not belong together. Please check both.
wrong-password-wrong = This is not the password you have now.
wrong-code-wrong = This code is not right. Type the six digits that your app shows now, or a recovery code of twelve digits.
wrong-not-from-the-app = This code is not right. Type the six digits that your app shows now. Does it keep failing? Then let your phone set its time by itself.
wrong-code-used = This code was used already. Wait until your app shows a new one, and type that.
wrong-sent-code-wrong = This code is not right or is too old. Have it read out again, or send a new one.
wrong-no-file = Choose a file first.
wrong-file-too-large = This file is too large. A file may be no larger than { $megabytes } MB.
wrong-file-empty = This file is empty. Choose another file.
wrong-file-kind = We cannot accept this kind of file, or its name does not fit its content. Choose a text (docx, odt, pdf, txt, rtf), a spreadsheet or presentation (xlsx, pptx) or a picture (jpg, png, heic).
wrong-file-macros = This file contains macros, small programs. Save it as an ordinary docx, xlsx or pptx file and send that.
wrong-file-locked = This file has a password, or comes from an old version of Office. Take the password off, or save it as docx, xlsx, pptx or pdf.
wrong-one-file = Send one file at a time. You can hand in a second file after this one.
wrong-one-of-two = Choose one of the two: from the list, or typed by you.
wrong-twice = This is here twice.
wrong-no-room = { $left ->
    [0] There is no room left
    [1] There is room for 1 more
   *[other] There is room for { $left } more
}. Untick some people or make the group larger.
wrong-no-such-number = There is nothing with this number. Check it in the register.
wrong-not-within-a-year = Choose a day from today on, and not more than a year ahead.
wrong-nobody = Tick at least one person.
wrong-roster = { $reason ->
    [empty] This file is empty.
    [too_large] This file is too large. A list has no more than 20,000 rows and 20 MB.
    [old_excel] This is an old Excel file (xls). Save it as xlsx or csv and try again.
    [protected] This file has a password. Take the password off and try again.
    [no_headings] We find no line with column names, such as Last name and E-mail. Put one above the list.
    [no_email] We find no column with e-mail addresses. Call that column E-mail.
    [no_name] We find no column with names. Call that column Last name or Name.
   *[unknown] We cannot read this file as a list. Save it as xlsx or csv and try again.
}
wrong-not-the-name = This is not the name above. Type it exactly as it stands there.
wrong-not-a-phone = This is no telephone number. Use digits, such as 06 12345678 or +31 6 12345678.
wrong-is-now = Meanwhile this was changed elsewhere into ‘{ $now }’. Do you want what stands here? Then save once more.
wrong-emptied-meanwhile = Meanwhile this was emptied elsewhere. Do you want what stands here? Then save once more.
wrong-address-same = This is the e-mail address you have already. Fill in your new address.
wrong-too-many-open = You have { $most } requests open already. Withdraw one, or wait for an answer.
wrong-too-often = You asked this { $most } times today already. Try again tomorrow.
wrong-too-early = This can be done from the beginning of the meeting on.
wrong-settled = This is fixed: somebody relies on it already.
wrong-changed-meanwhile = Somebody else has changed this meanwhile. What you typed is still here. Save once more if your version is to take the place of theirs.
wrong-not-a-period = Fill in a year, or a month and a year. For example 2019 or March 2019.
wrong-enough = There is no room for more than { $most }. Take one away first.
