second-factor-title = Signing in with two steps
second-factor-lead = After your password you use a passkey, or a code that an app on your phone shows. Whoever guesses or steals your password is still kept out.
second-factor-first-title = Set up the second step first
second-factor-first = Everybody who works at { $provider } signs in with a password and a second step. You set this up once. It takes a few minutes.
second-factor-off = Off
second-factor-off-says = Right now your password is enough to sign in.
second-factor-how = How to turn it on
second-factor-how-app = Put an app for codes on your phone, if you do not have one yet. Search for ‘authenticator’; many password managers can do it too.
second-factor-how-scan = With that app, scan the picture that we show you.
second-factor-how-code = Type the code that the app shows then.
second-factor-how-paper = Keep the ten recovery codes that you get. They let you in when you do not have your phone.
second-factor-by = How do you want to do it?
second-factor-by-app = With an app on your phone
second-factor-by-app-hint = The app shows a code of six digits, and you type it.
second-factor-after = After that you get ten recovery codes. They let you in when you do not have your phone or passkey.
second-factor-password-hint = This is how we know that it is you.
second-factor-begin = Begin
second-factor-on = On
second-factor-since = On since { $date }
second-factor-left = { $count ->
    [0] You have no recovery codes left. Make new ones, or you cannot get in when you lose your phone or passkey.
    [one] You have 1 recovery code left. Make new ones in time.
   *[other] You have { $count } recovery codes left.
}
second-factor-change = Change something
second-factor-act = What do you want to do?
second-factor-act-renew = Make new recovery codes
second-factor-act-renew-hint = The old ones stop working.
second-factor-act-enrol = Use another phone or app
second-factor-act-enrol-hint = The old one works until the new one is linked. You also get new recovery codes.
second-factor-act-app = Link an app on your phone
second-factor-act-app-hint = Then you can also sign in with a code. Your passkeys and recovery codes go on working.
second-factor-act-off = Turn the second step off
second-factor-act-off-hint = After that your password is enough to sign in.
second-factor-needed = Everybody who works here has the second step. That is why it cannot be turned off.
second-factor-go-on = Continue
second-factor-app-title = Link your app
second-factor-app-lead = Open the app on your phone and scan this picture.
second-factor-picture = QR code that links your app
second-factor-by-hand = Cannot scan the picture?
second-factor-by-hand-says = Or choose in the app to enter a key, and type this. You can leave out the spaces.
second-factor-open = Open your app on this device
second-factor-secret = Key
second-factor-account = Account
second-factor-kind = Kind of code
second-factor-kind-time = Time-based
second-factor-app-code = Code from the app
second-factor-app-code-hint = Six digits. A new one comes every half minute.
second-factor-app-confirm = Check and turn on
second-factor-codes-title = Keep your recovery codes
second-factor-codes-on = The second step is on. Now keep these codes.
second-factor-codes-renewed = These are your new codes. The old ones no longer work.
second-factor-codes = A recovery code lets you sign in when you do not have your phone or passkey. Each code works once.
second-factor-codes-once = You only see them now. Print this page, write the codes down or put them in a password manager. Do not keep them on your phone.
second-factor-codes-of = Recovery codes of { $name } for { $provider }, made on { $date }
second-factor-codes-done = I have kept them
second-factor-app-added = Your app is linked. You are signed out on other devices.
second-factor-turned-off = The second step is off. You are signed out on other devices.
second-factor-step-title = One more step
second-factor-step = Open the app on your phone and type the code that it shows now.
second-factor-step-code = Code
second-factor-step-hint = Six digits from your app. Do you not have your phone? Then type one of your recovery codes.
second-factor-step-lost = Still cannot get in?
second-factor-step-lost-says = Call { $provider } and ask for help with signing in. You get a code at your e-mail address and read it out. After that you can sign in with your password again.
second-factor-step-again = Back to signing in
second-factor-demo = This is the demo. The code right now:
second-factor-demo-wait = This is the demo. The codes of this moment have been used. Load the page again in half a minute.
second-factor-late = You waited too long with the second step. Sign in again.
second-factor-own = Second step
second-factor-own-link = Set up the second step
second-factor-own-change = Change the second step, passkeys or recovery codes
second-factor-help-title = Help with signing in
second-factor-help-intro = Has somebody lost their phone or passkey, and their recovery codes too? Send a code to the e-mail address that we know. Whoever reads it out has that mailbox.
second-factor-help-staff = You help people who work here. Participants and project leaders go to the help desk.
second-factor-help-others = You help participants and project leaders. People who work here go to the security officer.
second-factor-help-search = E-mail address or sign-in name
second-factor-help-search-button = Search
second-factor-help-who-title = Who needs help?
second-factor-help-who = Type the whole e-mail address or the whole sign-in name.
second-factor-help-nobody-title = Nobody found
second-factor-help-nobody = See whether the address is right. Perhaps somebody else helps this person: see above.
second-factor-help-found = accounts that were found
second-factor-help-name = Name
second-factor-help-email = E-mail address
second-factor-help-sign-in-name = Sign-in name
second-factor-help-state = Second step
second-factor-help-of = Second step of { $name }
second-factor-help-off = This account has no second step. Is signing in the problem? Then a new password helps, by ‘Forgotten your password?’ on the sign-in page.
second-factor-help-check-title = Check who you are speaking to
second-factor-help-check = Send a code to { $email } and ask them to read it out. Are you calling back? Use a number that you already had.
second-factor-help-send = Send a code
second-factor-help-sent = A code is on its way to { $email }. It works for an hour.
second-factor-help-remove-title = Remove the second step
second-factor-help-remove = The passkeys and recovery codes go too. After that the password is enough. This person is signed out on all devices and gets a message.
second-factor-help-remove-staff = The passkeys and recovery codes go too. The next time they sign in they set up a new second step. This person is signed out on all devices and gets a message.
second-factor-help-code = Code that is read out
second-factor-help-code-hint = Twelve digits, from the letter that you just sent.
second-factor-help-remove-button = Remove the second step
second-factor-help-removed = The second step of { $name } is gone.

second-factor-letter-subject = { $event ->
    [on] You now sign in with two steps
    [app_added] An app was linked for signing in
    [passkey_added] A passkey was added to your account
    [passkey_removed] A passkey was removed from your account
    [passkey_copied] Your passkey may have been copied
    [replaced] Another app makes your codes now
    [off] The second step of signing in is off
    [removed] The second step of signing in was removed
    [renewed] You have new recovery codes
    [used] Somebody signed in with a recovery code
   *[guessed] Somebody has your password
}
second-factor-letter-on = On { $when } the second step was turned on for your account { $name }. From now on you sign in with your password and a code.
second-factor-letter-app-added = On { $when } an app was linked to your account { $name }. You can now also sign in with your password and a code of that app.
second-factor-letter-replaced = On { $when } another app was linked to your account { $name }. The codes of the app before it and the old recovery codes no longer work.
second-factor-letter-off = On { $when } the second step was turned off for your account { $name }. From now on you sign in with your password alone.
second-factor-letter-removed = On { $when } we removed the second step of your account { $name }, after the code in our letter was read out. Sign in with your password and set up the second step again.
second-factor-letter-renewed = On { $when } new recovery codes were made for your account { $name }. The old ones no longer work.
second-factor-letter-used = On { $when } somebody signed in to your account { $name } with a recovery code. { $left ->
    [0] It was your last one: make new ones on the page of your account.
    [one] You have 1 left.
   *[other] You have { $left } left.
}
second-factor-letter-guessed = On { $when } somebody typed the right password of your account { $name }, and then a wrong code or passkey ten times. That did not let them in. Was it you? Wait a few minutes and try again.
second-factor-letter-guessed-what = Was it not you? Then somebody knows your password. Choose a new one right away: { $address }
second-factor-letter-not-me = Was it you? Then there is nothing to do. Was it not you? Choose a new password right away at { $address } and tell { $provider }.
second-factor-letter-check-subject = Your code for help with signing in
second-factor-letter-check = You asked { $provider } to remove the second step of signing in. Read this code out to whoever helps you.
second-factor-letter-check-code = Your code
second-factor-letter-check-until = The code works once, until { $moment }.
second-factor-letter-check-mistake = Did you not ask for this? Then give the code to nobody, not even to somebody who says they are from { $provider }. Nothing changes.
