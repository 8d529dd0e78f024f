cookies-title = Cookies
cookies-lead = A cookie is a small piece of text that your browser remembers for us. The portal uses these only, because it does not work without them. That is why we do not ask your consent for them.
cookies-why = What for
cookies-purpose = { $name ->
    [traject] Keeps you signed in. There is a random code in it, and nothing about you.
    [traject-language] Remembers the language that you chose at the foot of a page.
    [traject-passkey] Makes sure that a passkey only works in the browser in which you asked for it. There is a random code in it, and nothing about you.
   *[traject-known] Recognises the browser you signed in with before. So nobody can shut you out by guessing your password.
}
cookies-when = When it comes
cookies-moment = { $name ->
    [traject] When you sign in. When you sign out, it is gone.
    [traject-language] When you choose a language without being signed in.
    [traject-passkey] When you make a passkey or sign in with one.
   *[traject-known] When you sign in.
}
cookies-lasts = How long it stays
cookies-days = { $days } days at most
cookies-minutes = { $minutes } minutes at most
cookies-none-else = There are no other cookies. We do not count your visits with cookies, and nobody else reads them. No script in your browser can read them either.
cookies-off = You can erase cookies in your browser. Then you sign in again.
