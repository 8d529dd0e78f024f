register-title = Register
register-intro = What was done with data, the newest first. It holds numbers and no names, so that a line may stay when the data itself is gone.
register-filter = What was done
register-filter-all = Everything
register-filter-apply = Filter
register-faults-title = The register is not right
register-faults-intro = The last check found this, which does not fit what the program wrote:
register-faults-what = Keep a copy of the database and of the folder with keys. Ask the system operators to run ‘traject check’, and find out together what happened.
register-checked = The register was last checked as a whole on { $when }.
register-subject-page = page { $page }
register-fault-line = { $kind ->
    [key] The register was written with another key than the one that is there now.
    [head] The count at the end of the register (line { NUMBER($line, useGrouping: "false") }) was changed.
    [copy] The copy of the count, in the folder with keys, is gone or damaged.
    [month] The closed month with line { NUMBER($line, useGrouping: "false") } was changed.
    [tail] The end of the register is gone or replaced: line { NUMBER($line, useGrouping: "false") }.
    [missing] Line { NUMBER($line, useGrouping: "false") } is gone.
    [changed] Line { NUMBER($line, useGrouping: "false") } was changed.
   *[unchained] Line { NUMBER($line, useGrouping: "false") } was not written by the program.
}
register-fault-lines = { $kind ->
    [month] The closed month with lines { NUMBER($first, useGrouping: "false") } to { NUMBER($last, useGrouping: "false") } was changed.
    [tail] The end of the register is gone: lines { NUMBER($first, useGrouping: "false") } to { NUMBER($last, useGrouping: "false") }.
    [missing] Lines { NUMBER($first, useGrouping: "false") } to { NUMBER($last, useGrouping: "false") } are gone.
    [changed] Lines { NUMBER($first, useGrouping: "false") } to { NUMBER($last, useGrouping: "false") } were changed.
   *[unchained] Lines { NUMBER($first, useGrouping: "false") } to { NUMBER($last, useGrouping: "false") } were not written by the program.
}
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
    [address_asked] another e-mail address asked for
    [address_changed] another e-mail address
    [address_stopped] another e-mail address stopped
    [agreed] agreed
    [app_added] app added to the second step
    [appointed] appointed
    [cancelled] cancelled
    [changed] changed
    [clock_confirmed] clock approved
    [clock_set_back] clock set back
    [clock_stopped] clock not believed, destroying stopped
    [closed] closed
    [codes_renewed] new recovery codes made
    [completed] completed
    [confirmed] confirmed
    [created] created
    [denied] not admitted
    [destroyed] destroyed
    [emptied] erased in part
    [ended] ended
    [entered] entered
    [erased] erased
    [excused] excused from a meeting
    [exported] handed over
    [factor_checked] code sent for help with signing in
    [factor_off] second step turned off
    [factor_on] second step turned on
    [factor_removed] second step removed
    [factor_replaced] another app for the second step
    [filled_in] filled in
    [followed] activity looked at
    [held] held
    [hold_ended] hold ended
    [invited] invited
    [issued] issued
    [lapsed] offer lapsed
    [marked] attendance recorded
    [offered] place offered
    [overridden] placed for a reason
    [passkey_copied] passkey refused, perhaps copied
    [password_set] password chosen
    [placed] placed
    [queued] on the waiting list
    [read] opened
    [recovery_used] signed in with a recovery code
    [renamed] other sign-in name
    [replaced] replaced
    [request_answered] request answered
    [request_withdrawn] request withdrawn
    [requested] request made
    [rotated] renewed
    [shared_out] put on paper
    [restored] restored
    [shown] shown
    [sign_in_blocked] sign-in blocked
    [sign_in_failed] sign-in failed
    [signed_in] signed in
    [submitted] handed in
    [taken_out] taken out of the group
    [term_confirmed] term confirmed
    [term_proposed] term proposed
    [term_withdrawn] term left as it was
    [uploaded] sent
    [warned] told that the account ends
    [withdrawn] withdrawn
    [wrote] written
   *[other] { $act }
}
register-subject = { $table ->
    [absences] absence
    [acceptances] privacy statement
    [accounts] account
    [agreement_texts] text of a study agreement
    [agreements] study agreement
    [portfolios] interests in a portfolio
    [portfolio_items] line in a portfolio
    [portfolio_shares] part of a portfolio
    [actions] action
    [attendances] attendance
    [article_categories] category
    [articles] article
    [calendar_feeds] calendar link
    [anonymous_answers] answer without a name
    [certificate_facts] what a certificate says
    [certificates] certificate
    [clock_marks] clock
    [completions] completed action
    [email_changes] e-mail address
    [evaluations] evaluation
    [test_attempts] attempt at a test
    [tests] test
    [enrolments] group
    [groups] group
    [holds] hold
    [intakes] intake
    [keys] master key
    [letters] e-mail
    [marks] backup
    [film_watchings] watched film
    [material_openings] opened material
    [materials] course material
    [meetings] meeting
    [message_drafts] draft of a message
    [messages] message
    [organisations] organisation
    [participants] participation
    [passkeys] passkey
    [people] person
    [project_leaders] project leader
    [projects] project
    [recovery_codes] recovery code
    [register_head] register
    [register_months] month of the register
    [requests] request
    [rosters] list of participants
    [sessions] sign-in
    [sign_ins] sign-in
    [sittings] work on a step
    [staff_roles] role of staff
    [tasks] tasks
    [term_changes] retention term
    [threads] conversation
    [uploads] file
    [waiting_places] waiting list
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
register-own-title = Who looked at your data
register-own-lead = Who opened your intake, your files, your conversations, your evaluation or your certificate, or took your data along, the newest first. We name the role, never the name.
register-own-nav = What you see
register-own-looked = Who looked
register-own-all = Everything that was done
register-own-what = { $subject } { $act }
register-own-nobody-title = Nobody looked
register-own-nobody = When somebody opens your intake, a conversation or a file of yours, it stands here, with the role and the moment.
register-own-nothing-title = Nothing was done yet
register-own-nothing = When somebody else than you changes something about your data, it stands here.
register-own-not = Not in this list: what your project leader and your group always see of you. That is in the privacy statement. A line stays for 5 years.
