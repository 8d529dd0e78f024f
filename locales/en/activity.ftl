activity-title = My activity
activity-link = When you were active and signed in before
activity-intro = This is what we wrote down about when you worked on your training.
activity-nothing-title = Nothing written down yet
activity-nothing = As soon as you begin a step or open a document, you will see it here.
activity-days-active = { $days ->
    [one] Active on 1 day
   *[other] Active on { $days } days
}
activity-month = { $month } { $year }: { $days }
activity-and = { $first } and { $last }
activity-steps = Steps
activity-step = Step
activity-began-at = Begun
activity-done-at = Finished
activity-took = From begin to end
activity-worked = Worked, at least
activity-not-seen = not known
activity-not-yet = not yet
activity-at = { $date }, { $time }
activity-moment = less than a minute
activity-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
activity-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
activity-hours-minutes = { $hours } and { $minutes }
activity-days = { $days } days
activity-documents = Documents you opened
activity-no-documents = You have not opened a document here yet.
activity-times = { $times ->
    [one] Opened on
   *[other] Opened { $times } times, the last time on
}
activity-sign-ins = When you signed in
activity-sign-ins-intro = Is there something you do not recognise? Change your password and let us know.
activity-sign-ins-account = Where you are signed in now
activity-no-sign-ins-title = Nothing written down yet
activity-no-sign-ins = The next time you sign in, you will see it here.
activity-when = When
activity-address = Internet address
activity-browser = Browser
activity-unknown = not known
activity-erased = erased
activity-how = How we write this down
activity-how-steps = A step begins when you open its page for the first time, and ends when you finish it. From begin to end is the time between those two.
activity-how-time = We count you as working from the first to the last time that you open a page of the step or keep something. When you are away for more than half an hour, that time does not count. So you worked at least this long.
activity-how-left-out = We do not write down when you worked on an evaluation. Your trainer fills in whether you were at a meeting.
activity-how-readers = Your trainer, your adviser and our project office see when you signed in, worked on steps and opened documents. Your project leader sees which steps you finished and when, and on which day you were last active. Only you see your internet address and your browser.
activity-how-long = We erase your internet address after { $address } and your browser after { $browser }. We erase that you signed in when you have done nothing in the portal for { $sign_in }. We erase what you did of steps and which documents you opened after { $steps } without activity.
activity-how-statement = Read the privacy statement
activity-last = Last active
activity-none = no activity
activity-of = Activity of { $name }
activity-none-of-title = No step begun yet
activity-none-of = As soon as this participant opens or finishes a step, it stands here.
activity-how-time-staff = The time under ‘Worked, at least’ runs from the first to the last page of a step. Breaks of more than half an hour do not count.
activity-trail = Day by day
activity-no-trail-title = Nothing happened yet
activity-no-trail = This participant has not signed in and has not done anything yet.
activity-trail-bounds = Sign-ins stand here for the time of the project only. Of evaluations we keep no times.
activity-signed-in = Signed in
activity-began = Began: { $title }
activity-done = Finished: { $title }
activity-opened = Opened: { $title }
activity-register = The register now says that you looked at this page.
