groups-title = Groups
groups-new = New group
groups-none-title = No groups yet
groups-none = A group has a trainer, meetings and a number of places.
groups-of = { $placed } of { $capacity } places
groups-no-trainer = No trainer yet
groups-no-meetings = No meetings yet
groups-by = With { $name }, trainer
groups-name = Name of the group
groups-name-hint = For example Tuesday morning. Participants see this name too.
groups-trainer = Trainer
groups-capacity = Number of places
groups-meetings = Meetings
groups-meetings-hint = Rows that you leave empty do not count.
groups-meeting = Meeting { $number }
groups-date = Day
groups-start = From
groups-end = Until
groups-location = Place
groups-make = Create group
groups-save = Save group
groups-made = The group { $name } has been created.
groups-changed = The group { $name } has been saved.
groups-change = Change the group
groups-change-open = Name, trainer, places and meetings
groups-members = In this group
groups-empty-title = Nobody yet
groups-empty = Participants who have a place will appear here.
groups-take-out = Take out of the group
groups-taken-out = { $name } is no longer in this group.
groups-unplaced = Participants without a group
groups-nobody-unplaced = Everybody in this project has a group.
groups-first = The first { $shown } of { $total }. Search by name to find others.
groups-who = Who gets a place? { $left ->
    [0] There is no room left
    [1] There is 1 place left
   *[other] There are { $left } places left
}.
groups-place = Place in the group
groups-placed = { $count ->
    [0] Everybody you chose had a group already.
    [1] 1 participant has a place now.
   *[other] { $count } participants have a place now.
}
groups-call-off = Cancel
groups-call-off-explained = Everybody in the group gets an e-mail. Their calendar then says that the meeting does not go on.
groups-call-off-yes = Cancel the meeting
groups-called-off = The meeting of { $day } has been cancelled.
groups-off = Cancelled
groups-waiting-list = Waiting list
groups-in-line = { $count } on the waiting list
groups-offered-until = Can accept a place until { $until }
groups-waits-since = Waiting since { $since }
groups-reason = Reason to place them anyway
groups-reason-hint = Only needed when the group is full or somebody has to be elsewhere at that time. We keep the reason. Write nothing about health.
groups-obstacles-title = In two places at once
groups-obstacles = Remove the tick, or give a reason below to place them anyway.
groups-move-reason = Reason to move it anyway
groups-move-reason-hint = Only needed when somebody in the group has to be elsewhere at that time. We keep the reason. Write nothing about health.
groups-move-obstacles = Choose another time, or give a reason at the bottom to move the meeting anyway.
groups-obstacle = { $name } is at { $project } then, group { $group }: { $when }.

groups-choose-title = Choose your group
groups-choose = Choose this group
groups-change-to = Change to this group
groups-queue = Put me on the waiting list
groups-others = Other groups
groups-choice-mine = your group
groups-choice-offered = place for you
groups-choice-begun = has begun
groups-choice-full = full
groups-choice-free = { $left ->
    [one] 1 place left
   *[other] { $left } places left
}
groups-line = { $count ->
    [0] Nobody is waiting yet.
    [one] 1 other person is waiting.
   *[other] { $count } other people are waiting.
}
groups-queued = { $ahead ->
    [0] You are on the waiting list. It is your turn first.
    [one] You are on the waiting list. There is 1 person before you.
   *[other] You are on the waiting list. There are { $ahead } people before you.
}
groups-line-explained = When a place comes free, the first on the waiting list gets an e-mail and has { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
} to accept it. After that it is the turn of the next.
groups-leave-line = Take me off the waiting list
groups-left-line = You are no longer on the waiting list.
groups-accept = Yes, I take the place
groups-decline = No, I do not need the place
groups-offer-held = This place is for you. You can accept it until { $until }.
groups-change-until = You can change groups or cancel up to and including { $until }.
groups-change-past = Changing or cancelling was possible up to and including { $until }. Can you not come? Then tell us for that meeting.
groups-give-up = I give up my place
groups-give-up-explained = Your place goes to somebody else at once. After that you can choose another group if there is room.
groups-give-up-yes = Give up the place
groups-given-up = You have given up your place.
groups-closed-title = You need not choose
groups-closed = { $provider } makes the groups. You will hear from them as soon as you have one.
groups-nothing-title = There are no groups yet
groups-nothing = { $provider } is still making them. Look here again in a few days.
groups-refused-title = That did not work
groups-refused-closed = In this project you cannot choose or change groups yourself.
groups-refused-begun = This group has begun already. Choose another.
groups-refused-late = Changing or cancelling was possible up to and including { $until }. You keep the place you have.
groups-refused-clash = You have something else at that time: { $project }, { $when }.
groups-refused-gone = This place is no longer free. You were too late, or you accepted or declined it before.
groups-offer-title = There is a place for you
groups-offer-explained = The place is in group { $group }. You can accept it until { $until }. After that it goes to the next on the waiting list.
groups-offer-accepted = You have a place
groups-offer-gone-title = This offer is over
groups-offer-gone = Perhaps you have answered already, or the time was up. Sign in to see whether you have a place.
groups-to-path = To my training

groups-letter-dear = Dear { $name },
groups-letter-offer = A place came free in group { $group } of { $project }. It is your turn. The group meets on:
groups-letter-until = We hold the place for you until { $until }. Please accept it before then.
groups-letter-answer = Accept the place or leave the waiting list
groups-letter-next = If we hear nothing, the place goes to the next person and you are no longer on the waiting list.
groups-letter-offer-subject = There is a place for you: { $project }
groups-letter-changed = Something changes in the meetings of group { $group } of { $project }.
groups-letter-meeting = { $change ->
    [cancelled] Does not go on: { $when }
    [added] New: { $when }
   *[moved] Becomes: { $when }
}
groups-letter-calendar = { $change ->
    [cancelled] Take this meeting out of your calendar
    [added] Add this meeting to your calendar
   *[moved] Change this meeting in your calendar
}
groups-letter-changed-subject = Your meetings change: { $project }
