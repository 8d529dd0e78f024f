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
    [upload] file that was handed in
    [pending_upload] file that was not confirmed
    [intake] intake and learning wishes
    [intake_draft] intake that was not handed in
    [evaluation] evaluation with a name
    [evaluation_draft] evaluation that was not handed in
    [certificate] what stands on a certificate; after that a code stays that leads to nobody
    [letter] e-mail that was sent
    [roster] list of participants that was not imported
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
   *[other] { $anchor }
}
