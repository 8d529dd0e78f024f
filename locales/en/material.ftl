material-title = Course material
material-intro = Texts and files that go with your training. You may read and download them as often as you like.
material-empty-title = There is no material yet
material-empty = As soon as your trainer puts something ready, it is here.
material-none-here = There is no material for this training yet.
material-to-steps = To your steps
material-unread = { $count } new
material-new = new
material-changed = changed
material-opened-on = opened on { $day }
material-since = here since { $day }
material-file-kind = { $kind }, { $size }
material-text-kind = text
material-opening-does = You need not tick anything. As soon as you open it, this step is done.
material-step-done = This step is done.
material-open-text = Read ‘{ $title }’
material-open-file = Download ‘{ $title }’

material-staff-title = Course material
material-staff-intro = What you put with a training here is for everybody who takes part in that training.
material-no-trainings-title = There are no trainings yet
material-no-trainings = Material goes with a training. As soon as there is one, it is here.
material-pieces = { $count ->
    [0] nothing yet
    [one] 1 piece
   *[other] { $count } pieces
}
material-shelf-training = For everybody who follows ‘{ $name }’
material-shelf-project = { $name } · { $client }
material-write = Write a text
material-add-file = Add a file
material-shelf-empty-title = There is nothing here yet
material-shelf-empty = Write a text or add a file. You choose from when participants see it.
material-up = Up
material-down = Down
material-of-step = goes with step { $position }
material-opened-by = { $count ->
    [0] opened by nobody
    [one] opened by 1 participant
   *[other] opened by { $count } participants
}
material-opened-so-far = { $count ->
    [0] Nobody opened it so far.
    [one] So far 1 participant opened it.
   *[other] So far { $count } participants opened it.
}
material-for-group = Group { $group }
material-for-person = Only { $name }
material-for-everybody = All participants
material-visible-since = visible since { $day }
material-visible-from = visible from { $moment }
material-hidden = not visible yet
material-first-day = visible from the first day of the project
material-days-before = { $days ->
    [one] visible from 1 day before the project begins
   *[other] visible from { $days } days before the project begins
}
material-days-after = { $days ->
    [one] visible from 1 day after the first day of the project
   *[other] visible from { $days } days after the first day of the project
}

material-new-text = New text
material-field-title = Title
material-field-summary = What is it about?
material-field-summary-hint = One sentence. Participants see it in their list.
material-field-body = Text
material-field-body-hint = You write in Markdown: # for a heading, - for a list, **bold** and *italic*. A link is written as [words](https://address).
material-preview = See a preview
material-preview-title = This is what a participant sees
material-preview-unsaved = This is not saved yet.
material-for-whom-and-when = For whom and from when
material-audience = For whom
material-release = From when do they see it?
material-release-hidden = Not yet
material-release-now = At once
material-release-later = Later
material-release-later-hint = Then say below when.
material-days = Days after the first day of the project
material-days-hint = 0 is the first day itself. With a minus it is before that: -7 is a week earlier.
material-date = Date
material-time = Time
material-time-hint = Empty is the beginning of that day.
material-step = Goes with step
material-step-hint = Whoever opens it has done that step.
material-no-step = No step
material-save = Save
material-cancel = Cancel
material-saved = ‘{ $title }’ is saved.
material-the-file = The file
material-choose-file = Choose the file
material-choose-file-how = After that you give it a title and choose from when participants see it. Until then nobody does.
material-arrived = The file is here. Now choose from when participants see it, and save.
material-withdraw = Take away
material-withdraw-what = Nobody can open this any more then. A file is destroyed at once. It cannot be brought back.
material-withdraw-yes = Yes, take it away
material-withdrawn = ‘{ $title }’ is gone.
