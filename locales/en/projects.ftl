projects-title = Projects
projects-new = New project
projects-new-sub = A training for one organisation. You add participants and groups afterwards.
projects-search = Name or organisation
projects-filter = Search
projects-phase-label = Phase
projects-phase-all = All phases
projects-phase = { $phase ->
    [preparing] in preparation
    [running] under way
   *[over] over
}
projects-none-title = No projects yet
projects-none = The projects that you follow will appear here.
projects-none-found-title = Nothing found
projects-none-found = No project fits this. Check what you typed or choose another phase.
projects-show-all = All projects
projects-name = Name of the project
projects-name-hint = Participants see this name too.
projects-organisation = Organisation
projects-known-organisation = Known organisation
projects-new-organisation = Or a new organisation
projects-new-organisation-hint = Type the name. If we know it already, we use the organisation we have.
projects-choose = Choose …
projects-project = The project
projects-training = Training
projects-training-hint = The project gets the actions and intake questions of this training.
projects-starts = First day
projects-ends = Last day
projects-period = Period
projects-participants = Participants
projects-adviser = Adviser
projects-nobody-yet = nobody yet
projects-anchor = How long texts are kept
projects-anchor-hint = A text can be seen for { $visible } and is destroyed after { $kept }. From when do we count?
projects-anchor-words = { $anchor ->
    [project_end] from the end of the project
   *[confirmation] from handing in
}
projects-anchor-end-hint = No later than 12 months after handing in.
projects-make = Create project
projects-cancel = Cancel
projects-made = The project { $name } has been created.
projects-read-roster = Import participants
projects-leaders = Project leaders at the client
projects-past = Who took part in this project, led or gave it is kept until some time after its end. That time is over.
projects-no-leaders = Nobody yet. A project leader follows the progress of their own people.
projects-leader-outside = not in yet
projects-add-leader = Add a project leader
projects-first-name = First name
projects-infix = Infix
projects-last-name = Last name
projects-email = E-mail
projects-leader-hint = The invitation goes to this address.
projects-appoint = Add and invite
projects-leader-made = { $name } is a project leader now and gets an e-mail.
projects-leader-known = { $name } was a project leader already. Nothing has changed.
projects-actions = Actions
projects-action = Action
projects-due = Due
projects-done = Done
projects-of = { $done } of { $total }
projects-nobody-title = No participants yet
projects-nobody = Import the list that the client sent. You first see what happens with each row.
projects-counts = { $all ->
    [one] 1 participant
   *[other] { $all } participants
}. Not invited: { $waiting }. Invited, not in yet: { $invited }.
projects-search-name = Name
projects-entry = Access
projects-entry-all = Everybody
projects-entry-words = { $entry ->
    [waiting] not invited
    [invited] invited, not in yet
   *[inside] taking part
}
projects-entry-known = has an account, not invited
projects-invited-on = invited on { $date }
projects-nobody-found-title = Nobody found
projects-nobody-found = Nobody fits this.
projects-person = Name
projects-group = Group
projects-no-group = none
projects-progress = Actions done
projects-late = { $count } late
projects-choosing = How does somebody come by a group?
projects-choosing-open = Participants choose themselves. They can change or cancel until { $days ->
    [one] 1 day
   *[other] { $days } days
} before the first meeting. Who gets a place from the waiting list has { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
} to answer.
projects-choosing-closed = The provider makes the groups.
projects-choosing-change = Change
projects-choosing-tick = Participants choose a group themselves
projects-choosing-days = Changing or cancelling is possible until this many days before the first meeting
projects-choosing-days-hint = A whole number from 0 to 60.
projects-choosing-hours = This many hours to accept a place from the waiting list
projects-choosing-hours-hint = A whole number from 1 to 168, which is a week.
projects-choosing-save = Save
projects-choosing-changed = Saved how participants come by a group.
