projects-leader-title = My projects
projects-leader-past-title = There are no projects here any more
projects-leader-past = Who led a project and who took part is kept until some time after its end. That time is over.
projects-leader-coming = begins { $days ->
    [one] tomorrow
   *[other] in { $days } days
}
projects-leader-running = under way
projects-leader-over = finished
projects-leader-adviser = adviser { $name }
projects-leader-nav = Parts of this project
projects-leader-overview = Overview
projects-leader-participants = Participants
projects-leader-groups = Groups
projects-leader-wishes = Learning wishes
projects-leader-people = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
projects-leader-done = { $done } of { $total } actions done
projects-leader-of = { $done } of { $total }
projects-leader-behind = { $count ->
    [one] 1 participant is behind
   *[other] { $count } participants are behind
}
projects-leader-nobody-behind = Nobody is behind.
projects-leader-tile-people = { $people ->
    [one] participant
   *[other] participants
} in { $groups ->
    [one] 1 group
   *[other] { $groups } groups
}
projects-leader-tile-done = of the actions done
projects-leader-tile-behind = { $count ->
    [one] is behind
   *[other] are behind
}
projects-leader-tile-prepared = { $count ->
    [one] has finished the preparation
   *[other] have finished the preparation
}
projects-leader-by-action = Progress by action
projects-leader-by-action-hint = Choose an action to see who still has to do it.
projects-leader-by-group = Progress by group
projects-leader-without-group = No group yet
projects-leader-who-is-behind = Who is behind
projects-leader-all-behind = See all { $count }
projects-leader-nobody-behind-hint = When somebody misses an action, they appear here, with the number of days.
projects-leader-name = Name
projects-leader-group = Group
projects-leader-no-group = none
projects-leader-first-open = First open action
projects-leader-late = Late
projects-leader-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
projects-leader-actions = Actions done
projects-leader-preparation = Preparation
projects-leader-prepared = finished
projects-leader-not-prepared = not finished
projects-leader-not-late = on time
projects-leader-all-done = all done
projects-leader-nobody = Nobody takes part yet
projects-leader-nobody-hint = Once the training provider has entered the participants, you see here who they are and how far they are.
projects-leader-no-actions = There are no actions yet
projects-leader-no-actions-hint = Once the training provider has prepared them, you see here how many people did them.
projects-leader-no-groups = There are no groups yet
projects-leader-no-groups-hint = Once the training provider has planned them, you see the trainer, the time and the place here.
projects-leader-no-wishes = There are no learning wishes yet
projects-leader-no-wishes-hint = Once a participant has sent in the intake, you read here what they want to learn.
projects-leader-occupancy = { $count } of { $capacity } places taken
projects-leader-trainer = Trainer: { $name }
projects-leader-no-trainer = The trainer is not known yet.
projects-leader-no-meetings = The days are not known yet.
projects-leader-all-groups = All groups and who is in them
projects-leader-want-to-learn = What they want to learn
projects-leader-all-wishes = { $count ->
    [one] See the learning wish
   *[other] All { $count } learning wishes
}
projects-leader-list = List of participants
projects-leader-filter-group-any = All groups
projects-leader-filter-action = Not done yet
projects-leader-filter-action-any = Does not matter
projects-leader-filter-late = Is behind
projects-leader-filter-preparation = Preparation not finished
projects-leader-filter = Filter
projects-leader-filter-clear = Show everybody
projects-leader-sort = Order
projects-leader-sort-name = by name
projects-leader-sort-progress = least done first
projects-leader-sort-late = longest late first
projects-leader-none-found = Nobody found
projects-leader-none-found-hint = Nobody fits everything you chose. Choose less, or show everybody.
projects-leader-pages = Pages
projects-leader-slice = { $from } to { $to } of { $total }
projects-leader-previous = Previous
projects-leader-next = Next
projects-leader-email = E-mail
projects-leader-path = Actions
projects-leader-step-done = done on { $day }
projects-leader-step-open = open, due { $day }
projects-leader-step-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
} ({ $day })
projects-leader-step-attendance = the trainer still has to note who was there
projects-leader-wishes-of = What this participant wants to learn
projects-leader-no-wishes-of = What this participant wants to learn will appear here. It comes from the intake.
projects-leader-no-group-yet = This participant is not in a group yet.
projects-leader-members = Participants in this group
projects-leader-no-members = Nobody is in this group yet.
projects-leader-wishes-intro = This is what the participants wrote in their intake. Only the training provider reads the other answers.
projects-leader-unanswered = { $count ->
    [one] 1 participant has not answered yet.
   *[other] { $count } participants have not answered yet.
}
projects-leader-tile-people-only = { $people ->
    [one] participant
   *[other] participants
}
projects-leader-found = { $found } of { $people } participants
projects-leader-excused = excused on { $day }
projects-leader-evaluation = Evaluation
