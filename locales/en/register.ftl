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
    [clock_stopped] clock not believed, destroying stopped
    [completed] completed
    [confirmed] confirmed
    [created] created
    [destroyed] destroyed
    [ended] ended
    [entered] entered
    [erased] erased
    [exported] handed over
    [filled_in] filled in
    [held] held
    [hold_ended] hold ended
    [invited] invited
    [password_set] password chosen
    [placed] placed
    [read] opened
    [renamed] other sign-in name
    [replaced] replaced
    [restored] put back
    [rotated] renewed
    [shared_out] put on paper
    [signed_in] signed in
    [submitted] handed in
    [taken_out] taken out of the group
    [term_confirmed] term confirmed
    [term_proposed] term proposed
    [term_withdrawn] term left as it was
    [uploaded] sent
    [warned] told that the account ends
    [withdrawn] withdrawn
   *[other] { $act }
}
register-subject = { $table ->
    [acceptances] privacy statement
    [accounts] account
    [actions] action
    [clock_marks] clock
    [completions] completed action
    [enrolments] group
    [groups] group
    [holds] hold
    [intakes] intake
    [keys] master key
    [letters] e-mail
    [marks] backup
    [organisations] organisation
    [participants] participation
    [people] person
    [project_leaders] project leader
    [projects] project
    [rosters] list of participants
    [sessions] sign-in
    [staff_roles] role of staff
    [tasks] tasks
    [term_changes] retention term
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
register-to-retention = How long we keep things, and what we hold
