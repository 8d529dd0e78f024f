privacy-title = Privacy statement
privacy-version = Holds from { $date } (version { $version }).

privacy-short = In short
privacy-short-why = { $provider } uses your data only to give you the training that your employer asked for.
privacy-short-files = Only your trainer and your adviser read the texts you hand in. After { $seen } you no longer see them in the portal; after { $kept } they have been destroyed.
privacy-short-leader = Your project leader sees which steps you have done and what you want to learn. Never your files.
privacy-short-nobody = We sell nothing, do not follow you on other sites and let no computer decide about you.
privacy-short-rights = You may see your data, have them corrected and have them erased.

privacy-who = Who we are
privacy-who-we = Your employer asked { $provider } to give you a training. For that your employer gives us some data. You fill in the rest yourself.
privacy-who-basis = We may use your data because you, your employer and we have an interest in a training that goes well. We use them for nothing else. Should we ever want to, we explain it first, and you may say no.

privacy-what = What we keep
privacy-what-name = Your name, your e-mail address and your language, and your telephone number if we get it. So we know who you are and can reach you.
privacy-what-work = At which organisation and department you work and what your job is. If your employer gives us a personnel number, we use it only to find you in our own list. It is never in the portal.
privacy-what-path = In which group you are, which steps you have done and when, and which course material you opened when.
privacy-what-intake = What you write in the intake, with your learning wishes. So your trainer can fit the training to you.
privacy-what-files = The texts you hand in. They are kept encrypted, each with a key of its own.
privacy-what-results = Which meetings you were at, and what stands on your certificate. What you write in an evaluation with your name. Of an anonymous evaluation we keep with you only that you handed it in.
privacy-what-messages = The messages that you and we write to each other in the portal, and whether they were read. What you begin and do not send, only you read.
privacy-what-account = Your sign-in name and a fingerprint of your password. We cannot read the password itself. If you sign in with two steps: the key of your codes too, encrypted, and a fingerprint of your recovery codes. If you have a passkey: the name you gave it, when you made and used it, and its public key. The secret key and your finger or face stay on your device. Furthermore: when, with which browser and from which internet address you are signed in.
privacy-what-mails = The mails the portal sends you, without the secret links.
privacy-what-register = Who did what with your data, and when. So we can show that all is in order.
privacy-what-not = We never ask about your health, your religion or your citizen service number. Please send us no texts that hold such data about anybody.

privacy-readers = Who sees what
privacy-reader-trainer = Your trainer and your adviser
privacy-reader-trainer-sees = your name, your progress, your intake and the texts you handed in.
privacy-reader-office = Our project office and help desk
privacy-reader-office-sees = your name, how we reach you and what we mailed you. The project office sees your progress too. They do not see your texts.
privacy-reader-asked = The people you write a message to
privacy-reader-asked-sees = what you write to each other: only your trainer, only the advisers, or only the help desk and the project office. Your project leader never reads it.
privacy-reader-leader = The project leader at your employer
privacy-reader-leader-sees = your name, your group, which steps you have done and when, whether your preparation is done, whether you are behind, and your learning wishes.
privacy-reader-leader-not = Not: your files, the rest of your intake and your personnel number.
privacy-reader-group = People in your group
privacy-reader-group-sees = your name and your e-mail address.
privacy-reader-checking = Whoever checks your certificate
privacy-reader-checking-sees = what stands on the certificate, if they have its number and the first letter of your last name.
privacy-readers-more = Should we want to show your employer more than is written here, you will hear so at least 7 days before.
privacy-readers-silence = Whoever works with your data here has signed for confidentiality. Without that signature their account does not work. Other clients of ours see nothing of you.

privacy-terms = How long we keep it
privacy-terms-lead = After that it is destroyed, even when nobody thinks of it: the portal does so by itself.
privacy-term-uploads = Texts handed in
privacy-term-uploads-long = visible in the portal for { $seen }, destroyed after { $kept }. If you withdraw a text yourself, it is gone at once. A file that you do not confirm is kept for { $pending }.
privacy-term-intake = Intake and learning wishes
privacy-term-intake-long = until { $kept } after the end of the project.
privacy-term-path = Steps you have done
privacy-term-path-long = until you have done nothing in the portal for { $kept }.
privacy-term-account = Name and account
privacy-term-account-long = until you have done nothing in the portal for { $kept } and no project is running. You get a mail 30 days before.
privacy-term-roster = Lists of participants and attendance
privacy-term-roster-long = until { $kept } after the end of the project.
privacy-term-evaluation = Evaluation
privacy-term-evaluation-long = until { $kept } after the end of the project. What you do not hand in: until { $draft } after you last wrote at it.
privacy-term-certificate = Certificate
privacy-term-certificate-long = { $kept } after it was issued, also when your account ends earlier: whoever you show it to must be able to check it. After that only a code stays, which does not lead to you. Do you have your data erased? Then we erase the certificate at once.
privacy-term-messages = Messages
privacy-term-messages-long = { $kept } after they were sent. What you do not send: until 30 days after you last wrote at it.
privacy-term-mails = Mails to you
privacy-term-mails-long = { $kept }. A link in such a mail works for 72 hours.
privacy-term-sessions = Where you are signed in
privacy-term-sessions-long = until 12 hours after you last did something, and never longer than 30 days. After that we erase it within a day. Were you filling in a form just then? We keep it encrypted for you for 24 hours.
privacy-term-register = Who did what
privacy-term-register-long = 5 years. If you have your data erased, your name is no longer with it.
privacy-term-backups = Backups
privacy-term-backups-long = 14 days. If we put one back, we erase again what had been erased.

privacy-changed-title = Terms that have changed
privacy-changed = { $kind }: { $now }, since { $since }. Before that: { $before }.
privacy-changed-portal = visible for { $seen } and destroyed after { $kept }
privacy-changed-how = A shorter term also holds for what we had already. A longer one holds only for what came after it.

privacy-rights = What you may do
privacy-right-access = Ask what we have about you, and get it in a file.
privacy-right-correct = Have mistakes corrected.
privacy-right-erase = Have your data erased. Is there something that cannot go yet? Then we say why, and on which day it can.
privacy-right-stop = Object, or ask us not to use your data for the time being.
privacy-rights-mail = Write to
privacy-rights-how = Let { $provider } know.
privacy-rights-answer = You get an answer within 4 weeks. We check that it is you by the e-mail address we already know, and do not ask for a copy of your passport. Is it about what your employer does with your data? Then we help you on.
privacy-complaint = Do you think we do not do this well, and can we not solve it together? Then you can complain to the
privacy-complaint-link = Autoriteit Persoonsgegevens (the Dutch data protection authority)

privacy-cookies = Cookies
privacy-cookies-which = We use three, and only because the portal needs them. One keeps you signed in. One remembers the language you chose. One recognises the browser you signed in with before, so that nobody can shut you out by guessing your password. None of them follows you.

privacy-change = When this statement changes
privacy-change-how = Each version has a date. Does something change that matters to you? Then we ask you to read the new version when you sign in. We keep which version you read, and when.

privacy-all = All of it
privacy-all-lead = The portal makes this list itself, from the same data it works with. So it cannot differ from what really happens.
privacy-all-why = What for
privacy-all-readers = Who sees it
privacy-all-term = How long
privacy-all-fields = Precisely
