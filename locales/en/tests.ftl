tests-attempts-left = { $left ->
    [one] You have 1 attempt left.
   *[other] You have { $left } attempts left.
}
tests-passes = You pass with { $mark }% or more.
tests-how = You need not do everything at once. Save what you have and go on later. What you do not hand in, we keep for 30 days.
tests-see-last = See your last attempt
tests-readers = Your trainer, your adviser and the communication assistant of { $provider } see your answers once you hand in the test. Your project leader only sees whether the step is done.
tests-hint = { $kind ->
    [single] Choose one answer.
    [multiple] Choose every right answer. A wrong one costs points.
    [order] Give everything a place. Each place is used once.
    [matching] For each part, choose what belongs to it.
   *[open] Answer in your own words. Your trainer marks this.
} { $points ->
    [one] Worth 1 point.
   *[other] Worth { $points } points.
}
tests-choose-place = Choose a place
tests-choose-pair = Choose what belongs to it
tests-incomplete = I hand in the test as it is now
tests-incomplete-hint = A question without an answer earns no points.
tests-once = Once it is handed in, you cannot change this attempt any more.
tests-submit = Hand in the test
tests-submitted = Your test is handed in.
tests-already = Your test was handed in already.
tests-conflict-title = Something changed in the meantime
tests-conflict = You saved this test in another window, or questions were changed. What you typed here is still in the fields, but is not saved yet. Where it differs, you also see what was saved. Choose what to keep and save again.
tests-conflict-saving = This test was changed elsewhere too. Press ‘Save and go on later’ and choose.
tests-held = You were signed out before we could save it. Save it now, or hand in the test.
tests-unsent = You typed this when you could not hand in the test any more. Copy it if you want to keep it.
tests-over-title = This test is closed
tests-over = The training is over. You cannot take the test any more.
tests-shut-title = This test is not ready yet
tests-not-ready = { $provider } is still working on it. You will see the questions here once the test is ready.
tests-attempt-on = Attempt { $number }, handed in on { $day }
tests-passed = You passed
tests-failed = You have not passed yet
tests-marked = Your test is marked
tests-waits-title = Your test is being marked
tests-waits = Your trainer reads some of your answers. After that you see the result here.
tests-unreleased-title = Your test is handed in
tests-unreleased = { $provider } shows everybody's result at the same time. You will see yours here.
tests-score = { $points } of { $most } points ({ $percent }%)
tests-earned = { $points } of { $most ->
    [one] 1 point
   *[other] { $most } points
}
tests-again = Take the test again
tests-again-why = You see the right answers when you have passed or have no attempts left.
tests-continue = Go on with the test
tests-begin = Take the test
tests-spent = You have no attempts left. Do you want to know how to go on? Ask your trainer or { $provider }.
tests-ask = Ask a question
tests-earlier = Earlier attempts
tests-right-answer = The right answer
tests-comment = Your trainer says
tests-feedback = Explanation
tests-kept = We keep your answers and your result as long as you sign in now and then. If you do nothing for two years, we destroy them.
tests-step-marking = handed in, the result is still to come
tests-step-failed = not passed, no attempts left
tests-step-shut = not ready yet

tests-title = Tests
tests-to-mark = Tests to mark
tests-nothing-title = There is nothing to mark
tests-nothing = When somebody hands in a test with an open question, it is here. The oldest comes first.
tests-new = New test
tests-none-title = This project has no test
tests-none-in-project = A test is a step of the project. It comes from the training, or you make it here.
tests-none-in-training = This training has no test.
tests-catalogue = A project that is made of a training gets its own copy of the tests.
tests-is-open = ready
tests-is-shut = not ready yet
tests-counted = { $count ->
    [0] nothing handed in yet
    [one] handed in once
   *[other] handed in { $count } times
}
tests-waiting = { $count ->
    [one] 1 to mark
   *[other] { $count } to mark
}
tests-to-questions = Questions and settings
tests-handed-in = { $handed } of { $people } participants handed in the test.
tests-release-title = The results are not shown yet
tests-release-what = When you show the results, everybody whose test is marked sees the points and the explanation. Whoever is marked later sees the result at once. You cannot undo this.
tests-release = Show the results
tests-released = The results are shown.
tests-results = Results
tests-nobody-title = There are no participants yet
tests-nobody = Whoever takes part in the project is listed here.
tests-attempts = Attempts
tests-attempt = Attempt { $number }
tests-not-yet = not handed in yet
tests-to-be-marked = to be marked
tests-with-passed = passed
tests-with-failed = not passed
tests-points-of = Points, from 0 to { $most }
tests-comment-field = What you say about it
tests-marks-how = When all open questions are marked, the test is done. You can also save some of them and go on later.
tests-marks-save = Save the points
tests-marks-saved = The points are saved.
tests-marks-conflict-title = Somebody else marked this test in the meantime
tests-marks-conflict = What you typed is still in the fields, but is not saved yet. Where it differs, you also see what was saved.
tests-marks-elsewhere = Saved already: { $kept }
tests-marks-held = You were signed out before we could save it. Look it over and save it again.
tests-register = That you read these answers is in the processing register.

tests-settings = Settings
tests-save = Save the settings
tests-created = The test is made. Now add the questions.
tests-changed = The settings are saved.
tests-removed = The test ‘{ $title }’ is removed.
tests-opened = The test is ready.
tests-shut = The test is not ready any more.
tests-settled = Somebody has begun this test. That is why the questions stay as they are.
tests-settled-rules = Somebody has begun. That is why the pass mark and the moment of the result stay as they are.
tests-field-title = Name of the test
tests-field-introduction = Introduction
tests-field-introduction-hint = Stands above the questions and at the step.
tests-field-due = To be taken by
tests-field-due-days = To be taken within, in days
tests-field-due-days-hint = So many days after the start of a project.
tests-field-minutes = How long it takes, in minutes
tests-field-attempts = Number of attempts
tests-field-pass-mark = Passed from, in percent
tests-field-pass-mark-hint = Leave this empty if nobody can fail. The step is then done once somebody hands in the test.
tests-field-result = When participants see the result and the explanation
tests-field-result-hint = Somebody sees the right answers only after passing, or when no attempts are left.
tests-result = { $result ->
    [at_once] as soon as the test is marked
    [by_staff] when we show the results
   *[other] { $result }
}
tests-remove-title = Remove the test
tests-remove-what = Nobody has begun. The test, its questions and the step disappear.
tests-remove = Remove the test
tests-questions = Questions
tests-no-questions-title = There are no questions yet
tests-no-questions = Add at least one question. After that you can make the test ready.
tests-most = { $points ->
    [one] 1 point together.
   *[other] { $points } points together.
}
tests-points = { $points ->
    [one] 1 point
   *[other] { $points } points
}
tests-kind = { $kind ->
    [single] One right answer
    [multiple] Several right answers
    [open] Open question
    [order] In the right order
    [matching] What belongs to what
   *[other] { $kind }
}
tests-kind-scored = { $kind ->
    [single] All points for the right answer, none otherwise.
    [multiple] Each right answer earns a share of the points, each wrong one costs as much. Never less than nothing.
    [open] The trainer reads the answer and gives points.
    [order] A share of the points for everything that is in its own place.
    [matching] A share of the points for each right pair.
   *[other] { $kind }
} { $kind ->
    [multiple] Points are whole and rounded down.
    [order] Points are whole and rounded down.
    [matching] Points are whole and rounded down.
   *[other] { "" }
}
tests-change = Change
tests-add-question = Add a question
tests-opening-project = When the test is ready, participants can begin. Once somebody begins, the questions stay as they are.
tests-opening-training = Only a test that is ready can be taken at once by participants of a new project.
tests-open-it = Make the test ready
tests-shut-it = Take the test away from participants
tests-rows = { $kind ->
    [order] What is to be put in order, in the right order
    [matching] What belongs together
   *[other] The answers
}
tests-rows-hint = { $kind ->
    [single] Fill in at least two and choose the right one. Leave empty what you do not need.
    [multiple] Fill in at least two and tick each right answer. Leave empty what you do not need.
   *[other] Fill in at least two. Leave empty what you do not need. Participants see them in another order.
}
tests-row = Row { $number }
tests-field-text = Text { $number }
tests-field-pair = What belongs to { $number }
tests-is-right = Text { $number } is right
tests-field-right = The right answer
tests-field-prompt = Question
tests-field-points = Points
tests-field-feedback = Explanation with the result
tests-field-feedback-hint = With an open question the trainer sees this too when marking.
tests-field-position = Place in the test
tests-question-save = Save the question
tests-question-saved = The question is saved.
tests-question-remove-title = Remove the question
tests-question-remove = Remove the question
tests-question-removed = The question is removed.
