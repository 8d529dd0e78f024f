certificates-title = My certificates
certificates-intro = Your trainings, with the certificate where you have one.
certificates-given = Certificate
certificates-download = Download the certificate
certificates-none-given = There is no certificate with this training.
certificates-over-without = This training is over. You have no certificate of it.
certificates-not-yet = Your certificate comes by itself when you have done all that it takes.
certificates-what-it-takes = See what it takes
certificates-to-yours = To your certificate
certificates-of-training = Certificate
certificates-issued-on-day = Issued on { $day }
certificates-yours = Your certificate is here. Congratulations!
certificates-your-number = The number is
certificates-show-it = Do you show it to somebody? With the number and the first letter of your last name anybody can check with { $provider } whether it is genuine.
certificates-wrong = Is your name wrong, or something else? Ask { $provider } for a new certificate. The old number is then no longer valid.
certificates-gone-title = What this certificate said has been destroyed
certificates-gone = Five years after it was issued we destroy it. Whoever has the paper can still check that it is genuine.
certificates-none-title = No certificate
certificates-conditions = What it takes
certificates-by-itself = Is all of it done? Then you get the certificate by itself, with an e-mail.
certificates-met = { $met } of { $all } done
certificates-is-met = done
certificates-is-open = still open
certificates-steps-done = All steps done
certificates-steps-open = { $open ->
    [one] 1 step still to do
   *[other] { $open } steps still to do
}
certificates-no-meetings = No meetings known yet
certificates-attended = { $total ->
    [one] Present at { $attended } of 1 meeting; needed: { $needed }
   *[other] Present at { $attended } of { $total } meetings; needed: { $needed }
}
certificates-is-over = Last meeting has been
certificates-not-over = The last meeting is still to come
certificates-tested = Test passed
certificates-not-tested = { $open ->
    [one] Test not passed yet
   *[other] { $open } tests not passed yet
}
certificates-evaluated = Evaluation handed in
certificates-not-evaluated = Evaluation not handed in yet

certificates-holder = Name
certificates-training = Training
certificates-period = Period
certificates-organisation = Organisation
certificates-meetings = Meetings
certificates-attended-of = attended { $attended } of { $total }
certificates-study-hours = Study load
certificates-hours = { $hours } hours
certificates-accreditation = Accreditation
certificates-issued-on = Issued on
certificates-number = Certificate number
certificates-paper-title = Certificate { $training } of { $name }
certificates-paper-heading = Certificate
certificates-paper-to = Presented to
certificates-paper-for = for completing the training
certificates-paper-check = Is this certificate genuine? Scan the code, or go to { $address }. You need the number and the first letter of the last name.
certificates-paper-code = Code that leads to { $address }, to check this certificate

certificates-check-title = Check a certificate
certificates-check-intro = Did somebody show you a certificate? Here you check whether it is genuine, and what must stand on it.
certificates-check-form = What stands on the certificate?
certificates-number-hint = Seventeen characters, as on the paper. Hyphens and spaces are fine.
certificates-letter-field = First letter of the last name
certificates-letter-hint = Without ‘van’, ‘de’ or ‘’t’. For ‘Zoë van ’t Hoff’ it is the H.
certificates-check-button = Check
certificates-valid-title = This certificate is genuine
certificates-valid = valid
certificates-valid-words = It was issued by { $provider }. This is all that stands on it.
certificates-compare = Does the paper say something else? Then the paper was changed.
certificates-replaced-title = This certificate was replaced
certificates-replaced-words = { $why ->
    [name] On { $day } a new certificate came in its place, with a corrected name. Ask the owner for the new one.
   *[other] On { $day } a new certificate came in its place, with corrected facts about the training. Ask the owner for the new one.
}
certificates-destroyed-title = This certificate was really issued
certificates-destroyed-words = What it said has been destroyed, since we do not keep it for ever. So { $provider } can no longer tell what stands on it. The number and the letter belong to a certificate that was really issued.
certificates-unknown-title = We do not know this certificate
certificates-unknown-words = There is no certificate with this number and this letter. See whether you copied both well. If you did, this certificate was not issued by us.

certificates-letter-dear = Dear { $name },
certificates-letter-subject = Your certificate { $training }
certificates-letter = Congratulations! You have done all that it takes for the certificate of ‘{ $training }’.
certificates-letter-again-subject = Your new certificate { $training }
certificates-letter-again = There is a new certificate of ‘{ $training }’ for you. Something on the previous one was wrong. The previous number is no longer valid.
certificates-letter-where = You download it here: { $address }
certificates-letter-check = Whoever is given the certificate can check at { $address } whether it is genuine.

certificates-title-staff = Certificates
certificates-certificate = Certificate
certificates-open-conditions = What is still open
certificates-given-of = { $given } of { $all } have a certificate
certificates-not-given = not yet
certificates-data-gone = data destroyed
certificates-none-staff = Switch the certificate on at ‘Conditions and evaluation’. Whoever has done everything already then gets it within an hour.
certificates-nobody-title = Nobody takes part yet
certificates-nobody = As soon as there are participants, you see here how far they are.
certificates-rules = Conditions and evaluation
certificates-rules-save = Save
certificates-rules-saved = The conditions have been saved.
certificates-rule-given = Participants get a certificate
certificates-rule-given-hint = By itself, as soon as everything is met and the last meeting is over.
certificates-rule-attendance = Present at what percentage of the meetings?
certificates-rule-attendance-hint = 0 means: does not count. Late is present too, excused is not.
certificates-rule-actions = All steps must be done
certificates-rule-tests = Every test must be passed
certificates-rule-evaluation = The evaluation must be handed in
certificates-of = Certificate of { $name }
certificates-says = What stands on it
certificates-was-replaced = { $why ->
    [name] replaced: other name
   *[other] replaced: other facts
}
certificates-kept = We keep these data until { $day }. After that only a code remains, by which one can see that the certificate was genuine.
certificates-replace = Is something wrong?
certificates-replace-words = A certificate never changes. You issue a new one, with a new number. The participant is told, and the old number says ‘replaced’. It does not change the name on the portal.
certificates-what = What was wrong?
certificates-what-words = { $what ->
    [name] The name. The rest stays as it was.
   *[other] Something else. The new certificate takes over what is known of the training and the attendance now.
}
certificates-reason = Why
certificates-reason-hint = This does not stand on the certificate. The participant may ask for it.
certificates-replace-button = Issue a new certificate
certificates-replaced = The new certificate has been issued. The participant is told.
certificates-replaced-before = This certificate had been replaced already.
certificates-held-title = What you typed is still here
certificates-held = You were signed out before the new certificate was issued. Look it over and issue it.
