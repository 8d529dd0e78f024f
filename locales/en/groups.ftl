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
