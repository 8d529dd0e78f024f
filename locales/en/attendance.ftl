attendance-title = Attendance list
attendance-who = Who was there?
attendance-mark = { $mark ->
    [present] Present
    [late] Late
    [excused] Excused
    [absent] Absent
   *[other] { $mark }
}
attendance-counts = { $there } of { $all } present. { $open ->
    [0] Everybody has been filled in.
    [one] 1 person has not been filled in yet.
   *[other] { $open } people have not been filled in yet.
}
attendance-rest = The rest was there
attendance-rest-hint = Whoever has nothing yet becomes ‘present’. What you filled in before stays.
attendance-save = Save the list
attendance-saved = { $count ->
    [0] Nothing had changed. The list is as you see it.
    [one] The list was saved: 1 person filled in.
   *[other] The list was saved: { $count } people filled in.
}
attendance-why = ‘Late’ counts as present. For the certificate, the meetings count at which somebody was there. You can still mend the list later.
attendance-nobody-title = There is nobody in this group yet
attendance-nobody = As soon as somebody has a place, their name is here.
attendance-early-title = This meeting has not begun yet
attendance-early = From the beginning of the meeting you fill in here who is there.
attendance-expected = { $count ->
    [one] 1 person is expected
   *[other] { $count } people are expected
}
attendance-held-title = Your list is still there
attendance-held = You were signed out before we could save it. Look it over and save it.
attendance-said = Said they cannot come: ‘{ $reason }’
attendance-off-title = This meeting was called off
attendance-off = It counts for nothing, so there is nothing to fill in.
attendance-open = Attendance list
