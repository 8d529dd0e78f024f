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
privacy-what-name = Your name, your e-mail address and your language, and your telephone number and address if we get them or if you fill them in yourself. So we know who you are and can reach you.
privacy-what-work = At which organisation and department you work and what your job is. If your employer gives us a personnel number, we use it only to find you in our own list. It is never in the portal.
privacy-what-path = In which group you are, when you worked on steps and finished them, which course material you opened when, and how much you saw of films.
privacy-what-intake = What you write in the intake, with your learning wishes. So your trainer can fit the training to you.
privacy-what-files = The texts you hand in. They are kept encrypted, each with a key of its own.
privacy-what-results = Which meetings you were at, and what stands on your certificate. What you write in an evaluation with your name. Of an anonymous evaluation we keep with you only that you handed it in.
privacy-what-messages = The messages that you and we write to each other in the portal, and whether they were read. What you begin and do not send, only you read.
privacy-what-account = Your sign-in name and a fingerprint of your password. We cannot read the password itself. If you sign in with two steps: the key of your codes too, encrypted, and a fingerprint of your recovery codes. If you have a passkey: the name you gave it, when you made and used it, and its public key. The secret key and your finger or face stay on your device. Furthermore: when, with which browser and from which internet address you sign in.
privacy-what-mails = The mails the portal sends you, without the secret links.
privacy-what-register = Who did what with your data, and when. So we can show that all is in order. You see it yourself in the portal: the role and the moment, never the name.
privacy-what-requests = What you ask us about your data, and when you got an answer.
privacy-what-papers = That you agreed to the study agreement, when, and to which text.
privacy-what-portfolio = What you write in your portfolio yourself. Your project leader never sees it. Your trainer sees only the parts that you switch on, as long as your project runs.
privacy-what-not = We never ask about your health, your religion or your citizen service number. Please send us no texts that hold such data about anybody.

privacy-readers = Who sees what
privacy-reader-trainer = Your trainer and your adviser
privacy-reader-trainer-sees = your name, your progress, your intake and the texts you handed in. Also when you signed in, worked on steps and opened documents; not from which internet address or with which browser.
privacy-reader-office = Our project office and help desk
privacy-reader-office-sees = your name, how we reach you and what we mailed you. The project office sees your progress too and, like your trainer, when you were active. They do not see your texts.
privacy-reader-asked = The people you write a message to
privacy-reader-asked-sees = what you write to each other: only your trainer, only the advisers, or only the help desk and the project office. Your project leader never reads it.
privacy-reader-leader = The project leader at your employer
privacy-reader-leader-sees = your name, your group, which steps you have done and when, whether your preparation is done, whether you are behind, on which day you were last active, and your learning wishes.
privacy-reader-leader-not = Not: when you signed in and what you opened, your files, the rest of your intake and your personnel number.
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
privacy-term-path = Steps you have done, material you opened and films you watched
privacy-term-path-long = until you have done nothing in the portal for { $kept }.
privacy-term-account = Name, account and portfolio
privacy-term-account-long = until you have done nothing in the portal for { $kept } and no project is running. You get a mail 30 days before.
privacy-term-roster = Lists of participants, attendance and agreements
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
privacy-term-activity = When you signed in
privacy-term-activity-long = until you have done nothing in the portal for { $kept }. We erase the internet address with it after { $address }, and the browser after { $browser }.
privacy-term-register = Who did what
privacy-term-register-long = 5 years. If you have your data erased, your name is no longer with it.
privacy-term-requests = Requests about your data
privacy-term-requests-long = 5 years. If you have your data erased, what you wrote with it goes at once, and your name too.
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
privacy-rights-self = Much you do yourself in the portal, under ‘My data’: change your name and address, download everything, see who looked, and make a request.
privacy-rights-mail = Or write to
privacy-rights-how = Or let { $provider } know.
privacy-rights-answer = You get an answer within 4 weeks. We check that it is you by the e-mail address we already know, and do not ask for a copy of your passport. Is it about what your employer does with your data? Then we help you on.
privacy-complaint = Do you think we do not do this well, and can we not solve it together? Then you can complain to the
privacy-complaint-link = Autoriteit Persoonsgegevens (the Dutch data protection authority)

privacy-cookies = Cookies
privacy-cookies-which = We use four, and only because the portal needs them. One keeps you signed in. One remembers the language you chose. One recognises the browser you signed in with before, so that nobody can shut you out by guessing your password. One only comes when you use a passkey, and is gone after five minutes. None of them follows you.
privacy-cookies-list = All cookies

privacy-change = When this statement changes
privacy-change-how = Each version has a date. When something changes, you read that on your first page in the portal. If we do something new with your data or keep them longer, we first ask you to agree when you sign in. We keep which version you read, and when.

privacy-all = All of it
privacy-all-lead = The portal makes this list itself, from the same data it works with. So it cannot differ from what really happens.
privacy-all-why = What for
privacy-all-readers = Who sees it
privacy-all-term = How long
privacy-all-fields = Precisely
privacy-news-title = The privacy statement has changed
privacy-news-from = From { $date } on:
privacy-news-seen = Read
privacy-news-read = Read the whole statement
privacy-news-what = { $version ->
    [v2026-11-25] we also keep the messages that you and we write to each other in the portal, whether you were at a meeting, what you fill in about the training, and your certificate.
    [v2026-11-26] you can fill in your address, see who looked at your data and make a request yourself. What you ask us we keep for 5 years. We also keep which course material you opened, how much you saw of films, what you answer in a test, when you worked on steps, your consent to the study agreement and what you put in your portfolio. Of signing in we keep for 6 months from which internet address and with which browser, and if you sign in in two steps also what we check your code with. If you make a passkey, we keep the name you gave it, when you used it and its public key.
   *[other] { $version }
}
