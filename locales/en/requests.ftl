requests-title = Requests about your data
requests-lead = You may have your data corrected or erased, or object. You get an answer within four weeks.
requests-new = Make a request
requests-new-lead = Choose what you want. You get an answer within four weeks, by e-mail or in a talk.
requests-empty-title = You have not made a request yet
requests-empty = When you make a request, you see here how far it is and by which day you have an answer at the latest.
requests-what = What do you want?
requests-kind = { $kind ->
    [access] See everything
    [portability] Get my data to take along
    [correction] Have something corrected
    [erasure] Have my data erased
    [restriction] Do not use my data for now
   *[objection] Object
}
requests-kind-hint = { $kind ->
    [access] Also what you do not see in the portal yourself, such as your personnel number.
    [portability] To use them somewhere else.
    [correction] Something that is wrong and that you cannot change yourself. Write what it says, and what it must be.
    [erasure] Is there something that cannot go yet? Then you hear why, and on which day it can.
    [restriction] We keep them then, and do nothing with them. Write why.
   *[objection] You do not want us to use your data for something. Write for what, and why.
}
requests-asked = Explanation
requests-asked-hint = Needed when you want something corrected or not used, or when you object. Do not send a copy of your passport: we know already that it is you.
requests-who-reads = Only the officers of the training company who look after data read this. Your employer and your trainer do not.
requests-send = Send
requests-cancel = Rather not
requests-at-once = This can be done at once, without waiting
requests-at-once-details = Change your name, address or telephone number yourself
requests-at-once-export = Download what we keep about you
requests-filed = Your request is sent. You get an answer by { $date } at the latest.
requests-known = You had made this request already. It stands below.
requests-received = Sent:
requests-state = { $state ->
    [open] waits for an answer
    [late] too late
    [withdrawn] withdrawn
   *[answered] answered
}
requests-open = You get an answer by { $date } at the latest.
requests-late = You should have had an answer by { $date }. Please contact the training company.
requests-withdrawn = You withdrew this on { $date }.
requests-answered = You got an answer on { $date }.
requests-withdraw = Withdraw
requests-withdraw-explained = Then we do nothing more with it. You can do it again later.
requests-withdraw-yes = Yes, withdraw my request
requests-taken-back = Your request is withdrawn.
requests-staff-lead = What people ask about their own data. Each request must be answered within four weeks. What must be answered first stands on top.
requests-none-title = There is no request
requests-none = When somebody asks to see, correct or erase their data, it stands here, with the day by which the answer must be there.
requests-whose = Who
requests-kind-column = Request
requests-received-column = Came in
requests-due-column = Answer by
requests-state-column = State
requests-their-words = In their own words
requests-no-words = There is no explanation.
requests-words-gone = This person was erased. What stood here is no more.
requests-next = What you do
requests-next-how = Answer the request at the e-mail address that we know already. Never ask for a copy of an identity document. Has the answer been given? Then note that here.
requests-to-person = To this person: give access or erase
requests-answer = The request is answered
requests-answer-noted = Noted: the request is answered.
requests-letter-dear = Dear { $name },
requests-letter-subject = There is a request about personal data
requests-letter-made = On { $moment } somebody made a request about their own data in the portal.
requests-letter-due = The answer must be there by { $date } at the latest.
requests-letter-where = Who and what it is about is not in this mail. You read it at { $address }.
