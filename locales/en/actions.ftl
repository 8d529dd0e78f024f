actions-title = My training
actions-projects = Your trainings

actions-greeting-start = Hello { $name }, { $total ->
    [one] one step is waiting for you
   *[other] { $total } steps are waiting for you
}
actions-greeting = Hello { $name }, you have done { $done } of { $total } steps
actions-greeting-all = Hello { $name }, { $total ->
    [one] your step is done
   *[other] you have done all { $total } steps
}
actions-greeting-none = Hello { $name }
actions-in-group = group { $name }
actions-begins = begins on { $day }

actions-now-by = To do now, by { $day }
actions-now-today = To do now, today is the last day
actions-now-late = To do now, { $days ->
    [one] 1 day
   *[other] { $days } days
} late
actions-now-meeting = Your next step
actions-still = This was due on { $day }. You can still do it: please do so as soon as you can.
actions-takes-minutes = takes about { $minutes } minutes
actions-takes-hours = takes about { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
actions-draft = Your answers are still there. You saved them on { $moment }.
actions-begin-intake = Begin the intake
actions-continue-intake = Go on with the intake
actions-read = Read the text
actions-send = Hand in a file
actions-see-meetings = See the meetings

actions-nothing-title = There is nothing for you to do now
actions-nothing = You have done everything. Well done!
actions-nothing-waits = Your trainer still has to note who came to the training.
actions-over-title = This training is over
actions-over = The training ran until { $day }. Here you can look back at what you did.
actions-past-title = Your trainings ended long ago
actions-past = Who took part in a training is kept until some time after its end. That time is over, so your training is no longer here.
actions-past-files = What you handed in yourself stays until the day that stands with it. You can also take along what we still have of you.

actions-steps = Your steps
actions-progress = { $total ->
    [one] { $done } of 1 step done
   *[other] { $done } of { $total } steps done
}
actions-percent = { $percent }% done
actions-no-steps-title = There are no steps yet
actions-no-steps = { $provider } sets them out before your training begins. Then you will see here what to do and when.
actions-step-done = done on { $day }
actions-step-waiting = your trainer notes whether you were there
actions-step-missed = not done
actions-step-now = to do now, by { $day }
actions-step-later = later, by { $day }
actions-step-now-meetings = up next, from { $day }
actions-step-later-meetings = later, from { $day }
actions-step-late = { $days ->
    [one] 1 day
   *[other] { $days } days
} late, was due on { $day }

actions-next-meeting = Next meeting
actions-with-trainer = with { $name }, trainer
actions-and-then = After that
actions-meetings-over-title = The meetings are over
actions-meetings-over = No new meetings are planned.
actions-no-group-title = You have no group yet
actions-no-group = { $name } of { $provider } makes the groups before the training begins. After that you will find the days, the time, the place and your trainer here.
actions-no-group-by-provider = { $provider } makes the groups before the training begins. After that you will find the days, the time, the place and your trainer here.
actions-no-meetings-title = The days are not known yet
actions-no-meetings = { $provider } plans the meetings of your group. You will see them here as soon as they are fixed.
actions-mates = Who else is in your group? { $count ->
    [one] 1 person
   *[other] { $count } people
}
actions-mates-why = Only people in your group see these names and e-mail addresses.

actions-files = What you have handed in
actions-no-files-title = You have not handed in anything yet
actions-no-files = What you hand in is listed here with two dates: until when you see it, and when we destroy it.
actions-files-gone-title = Nothing is left here
actions-files-gone = You could see what you handed in until the day that was named with it. That day has passed.

actions-back = To your steps
actions-due = by { $day }
actions-due-late = was due on { $day }, you can still do it
actions-read-done = I have read this
actions-completed = ‘{ $title }’ is done.
actions-meetings = Meetings
actions-meeting-over = over
actions-attendance = You need not tick anything here. Your trainer notes who was there.
actions-send-again = Hand in a new version
actions-too-late = This training is over. You can no longer hand in anything for it.
actions-see-uploads = See what you have handed in

actions-choose-group = Choose a group
actions-offer-until = Answer before { $until }
actions-offer-title = There is a place for you
actions-offer-answer = See the place
actions-no-group-choose = You choose a group yourself. After that you will find the days, the time, the place and your trainer here.
actions-see-groups = See the groups
actions-waits = You are on the waiting list of a group.
actions-calendar = Add to your calendar
actions-absence = I cannot come
actions-absence-see = Your absence
actions-excused = you are excused
actions-certificate-over = See whether your certificate is here, and what it still takes if it is not.
