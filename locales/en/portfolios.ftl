portfolios-title = My portfolio
portfolios-intro = What you did and can do. Only you see this, until you show something yourself.
portfolios-part = { $part ->
    [work] Work experience
    [education] Education
    [interests] Interests
    [assignments] Assignments and files
   *[results] Results
}
portfolios-part-hint = { $part ->
    [work] Where you worked, when, and what you wrote about it.
    [education] What you learned, where, and what you wrote about it.
    [interests] The text that you wrote yourself.
    [assignments] What you handed in and when. A trainer can open a file of their own group only, as long as it is there.
   *[results] How many steps you did, your certificates, and that you handed in an evaluation. Not what you wrote in it.
}
portfolios-sharing = Who sees this?
portfolios-only-you = Only you. You show nothing now.
portfolios-trainer-sees = Your trainer now sees:
portfolios-choose = Choose what you show
portfolios-shown = your trainer sees this
portfolios-none-yet = { $part ->
    [work] Where have you worked, or what do you do now? Voluntary work counts too.
   *[education] Which schools, courses or trainings did you do?
}
portfolios-add = { $part ->
    [work] Add work
   *[education] Add education
}
portfolios-change = Change
portfolios-period = { $from } – { $until }
portfolios-since = since { $from }
portfolios-interests = Interests
portfolios-no-interests = What do you like to do, at work or elsewhere?
portfolios-write = Write something
portfolios-change-interests = Change the text
portfolios-no-results = As soon as you take part in a training, this says how far you are.
portfolios-done = { $total ->
    [one] { $done } of 1 step done
   *[other] { $done } of { $total } steps done
}
portfolios-evaluated = evaluation handed in
portfolios-not-evaluated = evaluation not handed in yet
portfolios-certificates = Certificates
portfolios-given = issued on { $day }
portfolios-no-assignments = As soon as you hand something in, it is here.
portfolios-handed-in = handed in on { $day }
portfolios-no-file = The file is no longer in the portal.
portfolios-no-file-for-you = There is no file that you can open.
portfolios-opened = What I opened and downloaded
portfolios-nothing-opened = As soon as you open or download course material, it is here.
portfolios-opened-on = last on { $day }
portfolios-opened-why = Only you see this. Of the course material that is there for you now, we remember when you opened it.

portfolios-new-work = Add work
portfolios-new-education = Add education
portfolios-edit-work = Change work
portfolios-edit-education = Change education
portfolios-title-field = What
portfolios-title-work = What was your job?
portfolios-title-work-hint = For example: desk clerk.
portfolios-title-education = What did you learn?
portfolios-title-education-hint = For example: secondary school, or a course in Excel.
portfolios-organisation = Where
portfolios-where-work = At which organisation?
portfolios-where-education = At which school or provider?
portfolios-starts = From
portfolios-starts-hint = A year, or a month and a year. For example 2019 or March 2019.
portfolios-ends = Until
portfolios-ends-hint = Empty when it goes on.
portfolios-description = What did you do?
portfolios-description-hint = A few sentences are enough. Write nothing about your health or about others.
portfolios-save = Save
portfolios-saved = It is in your portfolio.
portfolios-remove = Take this out of my portfolio
portfolios-remove-how = It is gone at once and does not come back.
portfolios-remove-button = Take away
portfolios-removed = It is gone.
portfolios-held-title = What you typed is still here
portfolios-held = You were signed out before it was saved. Check it and save it.
portfolios-conflict-title = Something else was saved in another window
portfolios-conflict = What you typed is still here, but it was not saved. If you save it now, it takes the place of what is there.
portfolios-kept-now = This is saved now:
portfolios-kept-nothing = Nothing.
portfolios-interests-field = What fascinates you?
portfolios-interests-hint = You may also empty it: then the text is gone.

portfolios-shows-nothing = nothing
portfolios-who-sees = Who sees what you tick?
portfolios-no-trainer = Nobody yet: you are not in a group with a trainer. If you get one, that trainer sees what you tick.
portfolios-until = until { $day }
portfolios-who-else = Nobody else: not your project leader, not the people in your group, and not our other staff. If your group gets another trainer, or you go to another group, that trainer sees it. Each time a trainer looks is written in the register.
portfolios-which-parts = What do you show?
portfolios-which-hint = If you untick a part, your trainer stops seeing it at once.
portfolios-sharing-save = Save my choice
portfolios-sharing-saved = Your choice is saved. It holds at once.
portfolios-sharing-conflict-title = You chose something else in another window
portfolios-sharing-conflict = You now show: { $now }. What you ticked here was not saved. If it is right, save it once more.

portfolios-title-staff = Portfolios
portfolios-intro-staff = Of students in your own groups who show you something, as long as their project runs.
portfolios-nobody-title = Nobody shows anything
portfolios-nobody = Students choose whether they show a part of their portfolio. When somebody in your group does, they are here.
portfolios-until-when = Shown until
portfolios-of = Portfolio of { $name }
portfolios-shown-to-you = This student shows this to you, as the trainer of the group. You see it until { $day }, or until the student no longer wants that.
portfolios-nothing-here = There is nothing here yet.
portfolios-register = That you look at this is written in the register.
