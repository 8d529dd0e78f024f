absences-title = I cannot come
absences-meeting = Meeting
absences-called-off = This meeting does not go on. You need not do anything.
absences-too-late = This meeting has begun already, so you can no longer be excused. Please contact your trainer.
absences-you-are-excused = You are excused
absences-take-back = I will come after all
absences-taken-back = Good that you are coming. You are no longer excused.
absences-other-reason = Another reason
absences-why = Why can you not come?
absences-why-hint = Choose what fits best. You need not say more, and nothing about your health.
absences-send = Tell them that I cannot come
absences-who-reads = Your trainer and the help desk see the reason. Your employer only sees that you are excused.
absences-excused = You are excused from this meeting.
absences-reason = { $reason ->
    [work] My work comes first
    [leave] I have a day off or a holiday
    [travel] I have no transport
   *[personal] Personal reason
}
absences-list-title = Absences
absences-list = Who will not be at the meetings that are still to come.
absences-none-title = Nobody is absent
absences-none = When a participant cannot come to a meeting, you will see that here with the reason.
absences-person = Participant
absences-group = Group
absences-reason-column = Reason
