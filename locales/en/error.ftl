error-back = To the start
error-reference = Will you contact us? Then mention this number: { $reference }.
error-not-found-title = This page is not here
error-not-found = It may have moved, or it is not meant for you. Go back to the start and look from there.
error-foreign-title = This request did not come from our own page
error-foreign = We changed nothing. Go back to the page and try again there.
error-conflict-title = This has changed in the meantime
error-conflict = You or somebody else changed this in another window. Open the page again and see what it says now.
error-too-large-title = That is too much at once
error-too-large = What you sent is larger than we can take. Nothing was changed. Go back and send less.
error-too-many-title = Please wait a moment
error-too-many = This was tried too often. Wait { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} and then try again.
error-busy-title = It is too busy right now
error-busy = We could not do this just now. Nothing was changed. Wait a few seconds and try again.
error-full-title = There is no room left
error-full = We could not keep this. Nothing was half kept. Try again later; we have been warned.
error-storage-title = We cannot reach this right now
error-storage = Our storage does not work just now. Nothing was half kept. Try again in a few minutes; we have been warned.
error-broken-title = Something went wrong on our side
error-broken = This is not your fault. Nothing was half kept. Go back and try again.
error-malformed-title = We do not understand this
error-malformed = We cannot read what you sent. Nothing was changed. Go back and try again.
