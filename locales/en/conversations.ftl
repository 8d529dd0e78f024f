conversations-title = Messages
conversations-lead = Write to your trainer, your adviser or the help desk. Only those you write to read it. Your project leader does not.
conversations-to = { $to ->
    [trainer] your trainer
    [adviser] your adviser
   *[helpdesk] for questions about the portal
}
conversations-nameless = { $to ->
    [trainer] Your trainer
    [adviser] Your adviser
   *[helpdesk] Help desk of { $provider }
}
conversations-unread = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
conversations-drafted = not sent
conversations-last = Last message
conversations-nothing-yet = No messages yet
conversations-read-them = Read your messages
conversations-ask = Do you have a question? Write to your trainer, your adviser or the help desk.
conversations-to-all = Write or read messages
conversations-back = To all messages
conversations-said = What was written
conversations-nothing-said = Nothing was written here yet.
conversations-you = You
conversations-new = new
conversations-seen = read
conversations-not-seen = not read yet
conversations-pages = Pages of this conversation
conversations-older = Older messages
conversations-newer = Newer messages
conversations-is-closed = This conversation is closed. When you write again, it opens again.
conversations-write = Write a message
conversations-message = Your message
conversations-hint = Plain text, no more than { $most } characters. Write nothing about anybody's health, money or religion.
conversations-send = Send
conversations-keep = Keep for later
conversations-sent = { $to ->
    [trainer] Your message to your trainer was sent.
    [adviser] Your message to your adviser was sent.
   *[helpdesk] Your message to the help desk was sent.
}
conversations-kept = Your message is kept and not sent yet.
conversations-kept-on = Kept on { $moment }. Not sent yet.
conversations-kept-at = Kept at { $time }. Not sent yet.
conversations-kept-now = Kept. Not sent yet.
conversations-keeping = Keeping it
conversations-offline = It cannot be kept just now. What you typed is still here; we will try again.
conversations-signed-out = You are signed out. What you typed is still here.
conversations-sign-in = Sign in again
conversations-conflict-keeping = This message was changed in another window as well. Press ‘Keep for later’ and choose.
conversations-conflict-title = This message was changed in another window
conversations-conflict = What you typed here is still in the field. Below it you see what the other window kept. Choose what you want, and send or keep it.
conversations-elsewhere = Kept in the other window:
conversations-held-title = What you typed is still here
conversations-held = You were signed out before it arrived. It is not sent yet. Send it now, or keep it for later.
conversations-unsaved-title = Your message is not sent yet
conversations-unsaved = It does not work just now. That is our fault, not yours. What you typed is still in the field. Leave this page open and try again in a few minutes.
conversations-nobody-title = { $to ->
    [trainer] You have no trainer now
   *[adviser] This project has no adviser now
}
conversations-nobody = That is why you cannot send anything here now.
conversations-nobody-helpdesk = Write to the help desk
conversations-nobody-typed = This is what you typed; it was not sent:
conversations-readers = { $to ->
    [trainer] Only your trainer reads this conversation. When you get another trainer, they read it too.
    [adviser] Only the advisers of { $provider } read this conversation.
   *[helpdesk] Only the help desk and the project office of { $provider } read this conversation.
} Your project leader and your group do not see it.
conversations-terms = We keep a message for { $kept } after it was sent. What you do not send, we keep for { $draft }; nobody reads it.

conversations-queue-lead = Who has waited longest for an answer comes first.
conversations-which = Which conversations
conversations-waiting = Waiting for an answer
conversations-all = All conversations
conversations-calm-title = Nobody is waiting for an answer
conversations-calm = When a participant writes to you, it stands here until you answer or close the conversation.
conversations-none-title = No conversations yet
conversations-none = Conversations with participants who write to you will stand here.
conversations-person = Participant
conversations-project = Project
conversations-state = State
conversations-desk-column = To
conversations-desk = { $to ->
    [trainer] To the trainer
    [adviser] To the adviser
   *[helpdesk] To the help desk
}
conversations-waits-just = has waited less than an hour
conversations-waits-hours = { $hours ->
    [one] has waited 1 hour
   *[other] has waited { $hours } hours
}
conversations-waits-days = { $days ->
    [one] has waited 1 day
   *[other] has waited { $days } days
}
conversations-state-answered = answered
conversations-state-closed = closed
conversations-in-group = group { $group }
conversations-to-project = To the project
conversations-answer-title = Answer
conversations-answer = Your answer
conversations-send-answer = Send the answer
conversations-answered = Your answer to { $name } was sent.
conversations-close-title = No answer needed?
conversations-close-explained = Close the conversation. It then no longer stands with those that wait. When one of you writes again, it opens by itself.
conversations-close = Close the conversation
conversations-closed = The conversation with { $name } is closed.
conversations-register = That you opened this conversation is in the processing register. Whether the participant has read your answer is not shown.
conversations-choose = On whose behalf do you write?
conversations-as = { $to ->
    [trainer] You write as the trainer
    [adviser] You write as the adviser
   *[helpdesk] You write for the help desk
}
conversations-begun = Your message to { $name } has been sent.
conversations-told = The participant gets an email saying that there is a message. What you write is not in it.
conversations-begin = Send a message

conversations-letter-dear = Dear { $name },
conversations-letter-student = { $to ->
    [trainer] Your trainer has sent you a message
    [adviser] Your adviser has sent you a message
   *[helpdesk] The help desk has sent you a message
} about { $project }.
conversations-letter-staff = A participant in { $project } has sent you a message.
conversations-letter-not-here = For privacy it is not in this mail. You read it in the portal.
conversations-letter-read = Read the message
conversations-letter-once = As long as you have not read it, we send no second mail about this conversation.
conversations-letter-subject = A message is waiting for you at { $provider }
