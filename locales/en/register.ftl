register-title = Register
register-intro = What was done with data, the newest first. It holds numbers and no names, so that a line may stay when the data itself is gone.
register-filter = What was done
register-filter-all = Everything
register-filter-apply = Filter
register-empty-title = Nothing here yet
register-empty = As soon as somebody does something with data, a line appears here. Choose ‘Everything’ if you filtered too much.
register-when = When
register-what = Done
register-subject-column = To what
register-person = Whose
register-who = By whom
register-person-number = person { NUMBER($number, useGrouping: "false") }
register-account = account { NUMBER($number, useGrouping: "false") }
register-pages = Pages
register-page = Page { $page }
register-newer = Newer
register-older = Older
register-act = { $act ->
    [accepted] accepted
    [appointed] appointed
    [changed] changed
    [clock_confirmed] clock approved
    [completed] completed
    [confirmed] confirmed
    [created] created
    [destroyed] destroyed
    [ended] ended
    [entered] entered
    [filled_in] filled in
    [invited] invited
    [issued] issued
    [marked] attendance recorded
    [password_set] password chosen
    [placed] placed
    [read] opened
    [renamed] other sign-in name
    [replaced] replaced
    [signed_in] signed in
    [submitted] handed in
    [taken_out] taken out of the group
    [uploaded] sent
    [withdrawn] withdrawn
   *[other] { $act }
}
register-subject = { $table ->
    [acceptances] privacy statement
    [accounts] account
    [actions] action
    [attendances] attendance
    [certificates] certificate
    [evaluations] evaluation
    [enrolments] group
    [groups] group
    [intakes] intake
    [letters] e-mail
    [organisations] organisation
    [participants] participation
    [people] person
    [project_leaders] project leader
    [projects] project
    [rosters] list of participants
    [sessions] sign-in
    [staff_roles] role of staff
    [tasks] tasks
    [uploads] file
   *[other] { $table }
}
register-role = { $role ->
    [adviser] adviser
    [anyone] visitor
    [assistant] communication assistant
    [content] content manager
    [helpdesk] help desk
    [job] the system itself
    [leader] project leader
    [marketing] marketing
    [operator] system operator
    [planner] planner
    [programmer] programmer
    [security] security officer
    [student] participant
    [trainer] trainer
   *[other] { $role }
}
