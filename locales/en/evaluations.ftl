evaluations-until = You can hand in the evaluation until { $day }.
evaluations-named-title = This evaluation has your name on it
evaluations-named = Your trainer, your adviser and the communication assistant of { $provider } see what you answered. We keep it until { $day }, three years after the end of your project. Then we destroy it.
evaluations-anonymous-title = This evaluation is anonymous
evaluations-anonymous = We keep your answers apart from your name, apart from each other and without a time. Nobody can see which answers are yours, not even we. They are read only once five people have answered, and after that by five at a time. Only that you handed in stands beside your name.
evaluations-anonymous-draft = Do you save your answers for later? Then they are kept encrypted with you until you hand them in. Rather write no names in the open questions.
evaluations-leader = Your project leader sees the averages and the chosen answers of all participants together. What you write at open questions, your project leader does not see.
evaluations-submit = Hand in the evaluation
evaluations-once = After handing in you cannot change your answers any more. What you do not hand in, we keep for 30 days.
evaluations-later = Your answers have been saved. Go on when it suits you.
evaluations-submitted = Your evaluation has been handed in. Thank you!
evaluations-already = Your evaluation had been handed in already.
evaluations-conflict-title = Something changed in the meantime
evaluations-conflict = You saved this evaluation in another window, or the agreement about your name changed. Read below what holds now. What you typed here is still in the fields, but has not been saved yet.
evaluations-conflict-saving = This evaluation was also changed elsewhere. Press ‘Save and go on later’ and choose.
evaluations-held = You were signed out before we could save it. Save it now, or hand in the evaluation.
evaluations-not-open-title = This evaluation is not open yet
evaluations-not-open = After your last meeting, on { $day }, you can fill it in.
evaluations-closed-title = This evaluation is closed
evaluations-closed = You cannot fill it in any more.
evaluations-unsent = You typed this when the evaluation was not open. Copy it if you want to keep it.
evaluations-thanks = Thank you, your evaluation has arrived.
evaluations-kept = We keep your answers until { $day }.
evaluations-loose = Your answers are kept apart from your name. So you cannot look at them or change them any more either.
evaluations-done = filled in
evaluations-fill-in = Fill in the evaluation
evaluations-opens = opens after your last meeting

evaluations-title = Evaluation
evaluations-handed-in = { $handed } of { $people } participants have handed in the evaluation.
evaluations-none-title = This project has no evaluation
evaluations-none = The questions belong to the training. For this training there are none.
evaluations-few-title = There are too few answers yet
evaluations-few = This evaluation is anonymous. From { $together } answers on you see the outcome here.
evaluations-few-leader = From five answers on you see the averages here. That way nobody can see who answered what.
evaluations-leader-reads = The averages of { $count } participants. What people wrote at open questions stays with the trainer and the adviser.
evaluations-read = The answers of { $count } participants, in no order.
evaluations-waiting = { $count ->
    [one] 1 participant answered after that. You see that answer only once there are { $together }, so that nobody can see whose it is.
   *[other] { $count } participants answered after that. You see those answers only once there are { $together }, so that nobody can see whose they are.
}
evaluations-nothing-title = Nothing has been handed in yet
evaluations-nothing = As soon as somebody hands in the evaluation, the outcome is here.
evaluations-who = Who handed in
evaluations-other-groups-title = The outcome is for the adviser
evaluations-other-groups = The answers are anonymous and belong to the project as a whole. You do not teach all groups, and there are no answers per group. Ask the adviser for the outcome.
evaluations-average = { $mark } on average
evaluations-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
evaluations-of = Evaluation of { $name }
evaluations-register = That you read this evaluation is in the processing register.
evaluations-how = Evaluation: named or anonymous?
evaluations-style = { $style ->
    [anonymous] anonymous
    [named] with names
   *[other] { $style }
}
evaluations-style-hint = Participants read this above the first question. As soon as somebody has begun, it is fixed.
evaluations-style-settled = This is fixed: somebody has begun to fill it in.
evaluations-nobodys = Of one person there is nothing to read. The outcome of everybody together is with the project.
