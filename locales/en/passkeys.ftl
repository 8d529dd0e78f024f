passkeys-title = Passkeys
passkeys-what = With a passkey you sign in with your finger, your face or the code of your phone or computer. There is nothing to type, and you do not need your password either.
passkeys-none = You do not have a passkey yet.
passkeys-listed = Added on { $date }. Not used yet.
passkeys-listed-used = Added on { $date }. Last used on { $moment }.
passkeys-not-here = You cannot make or use passkeys at this address: for that the portal needs a name for an address, not a number.
passkeys-demo = This is the demo. You can try passkeys at the address below. Sign in again there.
passkeys-add = Add a passkey
passkeys-add-hint = On this device, on your phone or on a security key.
passkeys-by = With a passkey
passkeys-by-hint = You use your finger, your face or the code of your phone or computer. There is nothing to type, and you can sign in without a password too.
passkeys-new-title = Make a passkey
passkeys-new = Give your passkey a name, so that you know later which one it is. Then press the button and do what your device asks.
passkeys-name = Name of the passkey
passkeys-name-hint = For example ‘My phone’ or ‘Laptop at work’.
passkeys-make = Make a passkey
passkeys-added = The passkey was added. You can sign in with it now.
passkeys-again = Type your password once more. After that you can make a passkey.
passkeys-one = Passkey ‘{ $name }’
passkeys-rename = Change the name
passkeys-rename-keep = Keep the name
passkeys-renamed = The name of your passkey was changed.
passkeys-remove = Remove the passkey
passkeys-remove-says = After that nobody can sign in with it, and you are signed out on other devices. Remove it on your device as well: we cannot do that.
passkeys-remove-last = This is your only second step. When you remove it, your password is enough to sign in, and your recovery codes stop working.
passkeys-remove-needed = Everybody who works here has the second step, and this is your only one. Add another passkey or link an app first. After that you can remove this one.
passkeys-removed = The passkey is gone. You are signed out on other devices.
passkeys-step = Confirm with your passkey that it is you.
passkeys-step-title = With your passkey
passkeys-step-use = Use a passkey
passkeys-step-code = Or type a code
passkeys-step-elsewhere = Your passkey does not work at this address. Type a recovery code.
passkeys-step-codes-hint = One of your recovery codes: twelve digits.
passkeys-step-no-script = A passkey only works with JavaScript, and that is off in your browser. Type a code below.
passkeys-door = Sign in with a passkey
passkeys-door-no-script = Do you have a passkey? It only works with JavaScript, and that is off in your browser.
passkeys-no-script = Making a passkey only works with JavaScript, and that is off in your browser. Turn it on and load this page again, or go back and choose an app on your phone.
passkeys-unable = This browser cannot use passkeys. Try another browser, or choose a code.
passkeys-stopped = No passkey was used. You stopped, or it took too long. Try again.
passkeys-stopped-making = No passkey was made. You stopped, or it took too long. Try again.
passkeys-known = This device already has a passkey of your account. You can use that one.
passkeys-broken = It did not work just now. See whether you have internet and try again.
passkeys-refused = { $reason ->
    [late] This took too long, or was sent before. Try again.
    [unknown] We do not know this passkey, or not any more. Choose another one, or sign in another way.
    [copied] This passkey may have been copied, so we do not let it in. Sign in another way, remove it on the page of your account and make a new one.
    [known] This passkey was added before.
    [full] You have ten passkeys, and there cannot be more. Remove one first.
   *[other] It did not work with this passkey. Try again, or choose another way.
}
passkeys-letter-added = On { $when } the passkey ‘{ $called }’ was added to your account { $name }. With it you can sign in without a password, or as the second step after your password.
passkeys-letter-removed = On { $when } the passkey ‘{ $called }’ was removed from your account { $name }. Nobody can sign in with it any more.
passkeys-letter-copied = On { $when } somebody wanted to sign in to your account { $name } with the passkey ‘{ $called }’. Its counter told us that there may be a copy of that passkey. That is why we did not let it in.
passkeys-letter-copied-what = Remove this passkey at { $address } and make a new one. Was it not you who tried to sign in? Then tell { $provider }.
passkeys-letter-not-me = Was it you? Then you need not do anything. Was it not you? Remove the passkey at once at { $address }, choose a new password and tell { $provider }. Can you not sign in yourself any more? Then { $provider } can remove the passkey.
