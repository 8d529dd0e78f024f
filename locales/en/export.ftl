export-title = Take everything along
export-intro = Here you take along everything we keep about you that is yours to see.
export-what = What you get
export-what-page = An overview to read, in plain words. Open it in your browser.
export-what-data = The same data as JSON, for use in another program.
export-what-files = The texts you handed in that are still in the portal.
export-not = What is not in it
export-not-secret = The fingerprint of your password, the key of your second step, your recovery codes and the codes of links. Nobody reads those, and neither do we.
export-not-number = Your personnel number, the reference we noted when we hold something of yours, and the numbers of others in the processing register. Ask us for those; we send them within 4 weeks.
export-not-sealed = An evaluation that you have not handed in yet, and a form that we hold for you until you sign in again. Those are locked: you read them on the page where you fill them in.
export-not-ask = Ask for them
export-password-hint = So nobody else gets your data, even where you stayed signed in.
export-download = Download my data
export-safe = The file is for you alone. Keep it where others cannot get at it.
export-request = Asked for access?
export-request-how = You get a ZIP to give to this person: everything that anybody here reads about them, the personnel number too. Without the files they handed in: the person downloads those. The register will say that you did this.
export-request-download = Make the ZIP for this person
export-heading = Data of { $name }
export-made = This is what { $provider } keeps about you at { $moment }.
export-statement = Why we keep it and who sees it is in the privacy statement (version { $version }).
export-kept = How long: { $term }.
export-files = Files
export-left-out = Secrets such as the fingerprint of a password are not in it: nobody reads them.
export-yes = yes
export-no = no
export-code = { $code ->
    [confirmed] confirmed
    [draft] not handed in yet
    [marked] marked
    [pending] not confirmed yet
    [provider] the training company
    [student] the participant
    [submitted] handed in
   *[other] { $code }
}
export-column = { $column ->
    [accepted_at] Read on
    [accepted_version] Version of the privacy statement
    [act] What was done
    [agreed_at] Agreed on
    [text_id] Text of the study agreement
    [interests] Interests
    [starts] From
    [ends] Until
    [description] Description
    [part] Part of the portfolio
    [shown_at] Shown since
    [action_id] Step
    [actor_account] By account
    [actor_role] By whom
    [address] Address
    [adviser_id] Project
    [agreed_on] Confidentiality signed on
    [at] When
    [blocked_at] Blocked on
    [body] Contents
    [began_at] Begun on
    [browser] Browser
    [confirmed_at] Handed in on
    [created_at] Made on
    [dedupe_key] Reference
    [department] Department
    [destroy_at] Destroyed after
    [done_at] Done on
    [email] E-mail address
    [ends_on] Until
    [failed_at] Failed on
    [file_name] File name
    [first_name] First name
    [group_id] Group
    [held_at] Kept on
    [infix] Infix
    [initials] Initials
    [intake_id] Project
    [invited_at] Invited on
    [job_title] Job
    [kind] Kind
    [language] Language
    [last_error] Error
    [last_name] Last name
    [last_seen_at] Last active
    [organisation_id] Organisation
    [participant_id] Project
    [path] Page
    [payload] Data in the e-mail
    [person_number] Number of the person
    [personnel_number] Personnel number
    [phone] Telephone
    [portal_until] In the portal until
    [project_id] Project
    [question_id] Question
    [role] Role
    [saved_at] Saved on
    [seen_at] Last used
    [sent_at] Sent on
    [sign_in_name] Sign-in name
    [size] Size in bytes
    [starts_on] From
    [state] State
    [subject] Subject
    [subject_row] Row
    [material_id] Material
    [opened_at] Opened on
    [left_off] Left off after so many seconds
    [stretches] Parts that were watched, in seconds
    [watched] So many seconds seen together
    [own_word] Whether you said yourself that you saw it
    [started_at] Begun on
    [reported_at] Last watched on
    [counted_at] Counts as seen since
    [title] Title
    [summary] What it is about
    [meeting_id] Meeting
    [offer_until] Offer holds until
    [offered_at] Place offered on
    [override_reason] Why placed against the rules
    [target] Address of the form
    [submitted_at] Handed in on
    [trainer_id] Group
    [uploaded_at] Sent on
    [version] Version
    [words] Answer
    [worked_until] At work until
    [blob] Name in the store
    [email_folded] E-mail address to search by
    [failures] Number of attempts
    [key_hash] Fingerprint of being signed in
    [must_change] Whether the password must be changed
    [name_folded] Name to search by
    [name_hash] Fingerprint of the name typed
    [password_hash] Fingerprint of the password
    [sheet] The list itself
    [sign_in_folded] Sign-in name to search by
    [since] Since
    [token_hash] Fingerprint of the link
    [used_at] Link used on
    [letter_key] Reference of the mail
    [note] Reference of the hold
    [placed_at] Held since
    [reason] Reason
    [until_at] Held until
    [warned_at] Warned on
    [answered_at] Answered at
    [asked] What you wrote
    [city] Town
    [due_on] Answer by
    [expires_at] Valid until
    [ended_at] Ended at
    [likeness_hash] Fingerprint of an earlier name and address
    [new_confirmed_at] Confirmed from the new address at
    [new_email] New e-mail address
    [new_hash] Fingerprint of the link to the new address
    [news] Mail that is off
    [old_confirmed_at] Confirmed from the old address at
    [old_hash] Fingerprint of the link to the old address
    [postcode] Postcode
    [received_at] Came in at
    [street] Street and number
    [withdrawn_at] Withdrawn at
    [addressee] To whom
    [asked_at] Waiting for an answer since
    [last_at] Last message on
    [closed_at] Closed on
    [side] By whom
    [read_at] Read on
    [thread_id] Conversation
    [accreditation_points] Accreditation points
    [accreditor] Who gives the points
    [attended] Meetings you were at
    [certificate_id] Certificate
    [draft] Answers that were not handed in yet
    [evaluation_id] Project
    [holder] Name on the certificate
    [initial] First letter of the last name
    [issued_on] Issued on
    [mark] Attendance
    [marked_at] Attendance noted on
    [meetings] Number of meetings
    [number] Number of the certificate
    [organisation] Organisation
    [replaced_for] Why it was replaced
    [replaced_on] Replaced on
    [salt] Random characters for the code of a certificate
    [seal] Code of a certificate
    [study_hours] Hours of study
    [training] Training
    [second_factor_at] Second step on since
    [totp_secret] Key of the second step
    [totp_step] Code that was last used
    [half] Whether the second step is still to come
    [code_hash] Fingerprint of a code
    [called] Name of the passkey
    [credential_id] Number of the passkey
    [credential] Public key of the passkey
    [last_used_at] Passkey last used on
    [points] Points
    [passed] Passed
    [comment] What the trainer says about it
    [attempt_id] Test
    [test_id] Test
   *[other] { $column }
}
