data-map-table = { $table ->
    [acceptances] Privacy statements read
    [accounts] Account
    [answers] Answers in the intake
    [attempts] Failed attempts to sign in
    [agreements] Consent to the study agreement
    [portfolios] Interests in your portfolio
    [portfolio_items] Work and education in your portfolio
    [portfolio_shares] What you show of your portfolio
    [completions] Steps done
    [employments] Work
    [enrolments] Place in a group
    [groups] Groups as trainer
    [farewells] Warning that the account ends
    [held_forms] Forms that came too late
    [attendances] Attendance
    [evaluations] Evaluation
    [test_attempts] Tests
    [test_answers] Answers in a test
    [evaluation_answers] Answers in the evaluation, with a name
    [certificates] Code of a certificate
    [certificate_facts] Certificate
    [absences] Absences from a meeting
    [waiting_places] Waiting list
    [calendar_feeds] Calendar links
    [recovery_codes] Recovery codes
    [factor_checks] Codes for help with signing in
    [passkeys] Passkeys
    [passkey_ceremonies] Signing in with a passkey that is under way
    [holds] What is held
    [intakes] Intake
    [letters] E-mails
    [film_watchings] What you saw of films
    [material_openings] Course material that was opened
    [sign_ins] When you signed in
    [sittings] When you worked on steps
    [materials] Material that is for you alone
    [links] Links in e-mails
    [email_changes] E-mail address that changes
    [former_likenesses] How you were listed before
    [muted_news] Mails that are off
    [requests] Requests about data
    [request_words] Explanations of requests about data
    [participants] Taking part in projects
    [people] Name and contact
    [project_leaders] Projects as project leader
    [projects] Projects as adviser
    [register_lines] Processing register
    [rosters] Lists of participants that wait
    [sessions] Devices signed in
    [staff_roles] Roles as staff
    [uploads] Texts handed in
    [threads] Conversations
    [messages] Messages
    [message_drafts] Messages that were not sent
   *[other] { $table }
}
data-map-clock = { $clock ->
    [Registration] until { $term } without activity, when no project is running
    [StaffAccount] until { $term } after a member of staff left
    [Roster] until { $term } after the end of the project
    [Progress] until { $term } without activity
    [SignIn] until { $term } without activity
    [SignInAddress] { $term } after signing in
    [SignInBrowser] { $term } after signing in
    [Intake] until { $term } after the end of the project
    [Upload] visible in the portal for { $portal }, destroyed after { $term }
    [Letters] { $term } after sending
    [Registration] until 2 years without activity, when no project is running
    [StaffAccount] until 2 years after a member of staff left
    [Roster] until 3 years after the end of the project
    [Progress] until 2 years without activity
    [Intake] until 1 year after the end of the project
    [Evaluation] until 3 years after the end of the project
    [Certificate] 5 years after it was issued; then only a code stays, which leads to nobody
    [CertificateSeal] as long as a certificate can be checked; after the certificate itself the code leads to nobody
    [Upload] visible in the portal for 3 months, destroyed after 6 months
    [Letters] 2 years after sending
    [Links] 72 hours
    [Sessions] 12 hours without use, 30 days at most; staff 8 hours
    [Attempts] 3 minutes, gone within the hour
    [HeldForms] 24 hours
    [Staging] 24 hours
    [Requests] 5 years after receipt
    [Register] 5 years, without a name after erasure
    [Messages] 2 years after sending
    [MessageDrafts] 30 days after it was last written at
   *[other] { $clock }
}
data-map-category = { $category ->
    [Name] What somebody is called
    [Contact] How we reach somebody
    [Work] Work and role
    [PersonnelNumber] Personnel number
    [Access] Signing in
    [Activity] What somebody did and when
    [Words] What somebody wrote
    [Given] What somebody is given
    [File] Texts handed in
    [Technical] What the browser tells
   *[other] { $category }
}
data-map-purpose = { $purpose ->
    [Training] giving the training
    [Contact] writing about the training
    [Security] letting the right person in
    [Staff] organising our own work
    [Accountability] being able to show who did what with data
   *[other] { $purpose }
}
data-map-basis = { $basis ->
    [Agreement] performance of the agreement
    [LegalDuty] legal duty
    [LegitimateInterest] legitimate interest
   *[other] { $basis }
}
data-map-why = { $purpose } ({ $basis })
data-map-reader = { $reader ->
    [oneself] the person themselves
    [group] people in the same group
    [leader] the project leader
    [wishes] the project leader (learning wishes only)
    [by_day] the project leader (the day only)
    [client] the employer, in an overview
   *[nobody] nobody, only the program
}
data-map-term = { $term }, reckoned from { $anchor }
data-map-term-portal = visible in the portal for { $portal }, destroyed after { $term }, reckoned from { $anchor }
data-map-article-30 = Register of processing
data-map-article-30-intro = This register belongs to article 30 of the GDPR. It is made of the data map and the retention terms of the program. Change it there; a test holds this file equal to them.
data-map-basis-label = Lawful basis
data-map-subjects-label = About whom
data-map-subjects = { $purpose ->
    [Staff] staff of the training company
    [Training] participants, project leaders and trainers
    [Contact] participants and project leaders
   *[other] everybody with an account
}
data-map-what-label = What
data-map-readers-label = Who reads it
data-map-term-label = How long
data-map-where-label = Where it is
data-map-security-label = Security
data-map-security = Each file has a key of its own, kept apart from the backups. Whoever reads or changes something is in the processing register. Clients do not see each other's people. No data goes to countries outside the European Economic Area, unless the operator places the program there.
