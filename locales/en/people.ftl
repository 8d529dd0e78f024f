people-title = My data
people-lead = Is something wrong? Change it here. It counts at once.
people-name = What you are called
people-field = { $field ->
    [first_name] First name
    [initials] Initials
    [infix] Prefix to your last name
    [last_name] Last name
    [street] Street and number
    [postcode] Postcode
    [city] Town
    [phone] Telephone number
    [language] Language of the pages and the mails
    [meetings] Mail me when a meeting changes
    [messages] Mail me when there is a message for me
   *[other] { $field }
}
people-infix-hint = For example: van der.
people-name-used = From now on this is your name everywhere in the portal. A certificate that you have already does not change by itself.
people-reach = How we reach you
people-email-is = Your e-mail address is
people-email-change = Change e-mail address
people-reach-why = You need not fill in a telephone number or an address. Only staff of the training company who contact you may see them.
people-letters = Language and mails
people-letters-lead = You can turn these mails on or off:
people-meetings-hint = If you turn this off, you see a change only in the portal and in your calendar.
people-meetings-not-yet = You can turn this off only when your calendar is linked. Until then you always get these mails, so that you do not stand before a closed door.
people-always-lead = These mails always come, because without them you may miss what you have to know:
people-always-account = about your account: an invitation, a new password, another e-mail address;
people-always-place = a place in a group that comes free for you, since you have to answer within a day;
people-always-certificate = that a certificate is there for you;
people-always-end = that your account is about to end.
people-keep = Save
people-kept = Your data are saved.
people-more = What else you can do
people-more-export = Take everything along
people-more-export-what = Everything we keep about you, in one file.
people-more-register = See who looked
people-more-register-what = Who opened your data and your files, and when.
people-more-requests = Make a request
people-more-requests-what = Have it corrected or erased, or object.
people-more-account = Password and signing in
people-more-account-what = Your sign-in name, your password and where you are signed in.
