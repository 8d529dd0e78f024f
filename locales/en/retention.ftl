retention-title = How long we keep things
retention-intro = Months are calendar months. The last day counts in full.
retention-kind-column = What
retention-portal = On the portal
retention-destroyed = Destroyed after
retention-from = Counted from
retention-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
retention-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
retention-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
retention-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
retention-kind = { $kind ->
    [progress] steps that were done
    [participation] part in a project
    [registration] person and account
    [staff_account] account of staff who left
    [sign_in] when somebody signed in
    [sign_in_address] internet address from which somebody signed in
    [sign_in_browser] browser with which somebody signed in
    [hold] hold that is over
    [upload] file that was handed in
    [pending_upload] file that was not confirmed
    [intake] intake and learning wishes
    [intake_draft] intake that was not handed in
    [evaluation] evaluation with a name
    [evaluation_draft] evaluation that was not handed in
    [test_draft] test that was not handed in
    [certificate] what stands on a certificate; after that a code stays that leads to nobody
    [letter] e-mail that was sent
    [message] message in a conversation
    [message_draft] message that was not sent
    [roster] list of participants that was not imported
    [request] request about data
    [register_line] line in this register
    [session] sign-in that is not used
    [link] link in an invitation or for a new password
    [held_form] form that was sent too late
   *[other] { $kind }
}
retention-anchor = { $anchor ->
    [creation] the moment it was made
    [confirmation] confirmation, or the end of the project where that was agreed
    [project_end] the end of the project
    [sending] sending
    [last_use] the last use
    [last_activity] the last thing the person did
    [sign_in] signing in
    [ending] the end
   *[other] { $anchor }
}
retention-version = Version
retention-change = Change
retention-fixed = fixed
retention-changes = Waiting for a second officer
retention-change-yours = You asked for this; a colleague has to confirm it
retention-change-for-you = Waiting for you
retention-on-portal = { $term } on the portal
retention-destroyed-after = destroyed after { $term }
retention-counted-from = Counted from { $anchor }.
retention-other = Another term
retention-how = You first see what would happen. A shorter term counts at once, also for what is there. A longer one counts only for what comes after it.
retention-unit = { $unit ->
    [hours] In hours.
    [days] In days.
   *[months] In months.
}
retention-at-most = { $unit } Not more than { $most }.
retention-look = See what this does
retention-would = This would happen
retention-would-nothing = Nothing that is here now would go sooner.
retention-would-sooner = { $count ->
    [one] 1 of { $all } would now go sooner.
   *[other] { $count } of { $all } would now go sooner.
}
retention-would-earliest = The first on
retention-would-at-once = { $count ->
    [one] Of these, 1 is over at once.
   *[other] Of these, { $count } are over at once.
}
retention-longer = Keeping things longer counts only for what comes after the confirmation.
retention-statement = This is longer than the privacy statement says. If a colleague confirms it, the statement changes with it. Everybody then reads it the next time they sign in.
retention-second = This does not change anything yet. A second officer looks at it and confirms.
retention-ask = Ask a colleague to confirm
retention-leave = Change nothing
retention-change-nothing = That term holds already.
retention-change-asked = Asked. As soon as a second officer confirms, the new term holds.
retention-change-waits = Another term for this data waits already. Have that confirmed first, or withdraw it.
retention-is-now = now { $term }
retention-asked-on = Asked on
retention-asked-by = Asked by
retention-you = you
retention-nobody = somebody who left
retention-own = You asked for this. Only another officer can confirm it.
retention-confirm-hint = If you confirm, a shorter term counts at once. What is over because of it does not come back.
retention-confirm = Confirm
retention-take-back = Withdraw
retention-refuse = Do not do this
retention-change-in-force = This term was confirmed
retention-change-withdrawn = This term did not take effect
retention-change-confirmed = The new term holds.
retention-change-applied = { $count ->
    [0] The new term holds. Nothing goes sooner.
    [1] The new term holds. One thing goes sooner.
   *[other] The new term holds. { $count } things go sooner.
}
retention-change-goes-on = The new term holds. The clocks of { $count } things are set already; the rest follows within minutes.
retention-change-taken-back = The term stays as it was.
retention-holds = Held
retention-holds-intro = What you hold we do not destroy up to and including the day you choose. Whoever it concerns sees on their page why, and when it can go.
retention-holds-none = Nothing is held
retention-holds-none-more = Is there a complaint, a dispute or an investigation? Then hold what is needed for it.
retention-hold-new = Hold something
retention-hold-about = What
retention-about = { $about ->
    [person] person
    [project] project
   *[upload] file
}
retention-hold-number = Number
retention-hold-number-hint = As it stands in the register. Your colleagues who know the dossiers can look it up.
retention-hold-reason = Why
retention-reason = { $reason ->
    [dispute] a dispute
    [inspection] an inspection by an authority
    [complaint] a complaint
   *[incident] an investigation of an incident
}
retention-hold-until = Up to and including
retention-hold-until-hint = After that it stops by itself. Not more than a year ahead; you can do it again later.
retention-hold-note = Reference
retention-hold-note-hint = A case number, for example. No names.
retention-hold-place = Hold
retention-hold-placed = This is held now.
retention-hold-through = up to and including
retention-hold-end = End now
retention-hold-ended = This is not held any more.
retention-alarm-title = The clock jumped: nothing is destroyed
retention-alarm = The clock of the server was last right on { $trusted } and said { $stopped } after that. If the server was off for that long, nothing is wrong. If not, the clock was set wrong.
retention-alarm-now = The clock now says:
retention-alarm-wrong = Is that wrong? Have the operator set the clock right first. Until you confirm this, nothing is destroyed.
retention-alarm-confirm = The clock is right, go on
retention-alarm-confirmed = The clock was confirmed. What is over is destroyed again.
retention-alarm-moved = The clock is not where it was when you looked. Look again.
retention-letter-dear = Dear { $name },
retention-letter-subject = Your account with { $provider } ends
retention-letter-ends = You have not done anything in the portal of { $provider } for a long time, and no training of yours is running. That is why we erase your account and your data after { $date }.
retention-letter-stay = Do you want to stay? Sign in once before that day. That is enough: { $link }. Your sign-in name is { $name }.
retention-letter-stay-without-password = Do you want to stay? Choose a password before that day and sign in once. That is enough: { $link }. Your sign-in name is { $name }.
retention-letter-stay-without-account = Do you want to stay? Let { $provider } know before that day.
retention-letter-else = Do you have a certificate? Download it before that day. It stays valid, and whoever you show it to can still check it. Is there nothing you want to keep? Then you need not do anything. This is the only mail you get about it.
