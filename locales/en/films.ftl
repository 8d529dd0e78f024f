films-title = Films
films-intro = Short films with your training. Watch when it suits you, and go on where you were.
films-empty-title = There are no films yet
films-empty = As soon as there is a film for you, you find it here.
films-length = takes { $length }
films-seen-part = { $percent }% seen
films-left-off = you were at { $at }
films-seen = seen
films-the-film = The film ‘{ $title }’
films-no-player = Your browser does not play this film.
films-download = Download the film
films-go-on = Go on from { $at }
films-from-start = From the beginning
films-watched = Seen:
films-counts-at = Once you see { $share }% of the film, it counts as seen. You need not tick anything.
films-counted = You have seen this film.
films-own-word = You said yourself that you saw this film, or read the text.
films-transcript = Read the text of the film
films-own-word-title = Have you seen the film already?
films-without-script = Scripts are off in your browser. So we cannot keep track of how much you saw. Press the button when you have watched the film.
films-own-word-how = Did you watch it somewhere else, or read the text of the film? Say so here. We note that these are your own words.
films-own-word-how-plain = Did you watch it somewhere else? Say so here. We note that these are your own words.
films-say-seen = I have seen the film
films-said = Thank you. ‘{ $title }’ is marked as seen.
films-unheard = We cannot save what you saw right now. Keep watching: we will try again in a moment.
films-signed-out = You are signed out. Sign in in another tab, and we will still save what you saw.
films-watch = Watch the film
films-watch-named = Watch ‘{ $title }’
films-watching-does = You need not tick anything. As soon as you have seen enough of the film, this step is done.
films-not-there = The film is not there yet. Have a look later.
films-captions = { $lang ->
    [nl] Dutch
   *[other] English
}

films-add = Add a film
films-choose = Choose the film
films-choose-how = After that you give it a title, captions and a text, and choose from when participants see it. Until then nobody does.
films-file = Film
films-file-hint = An mp4 (H.264 with AAC) or a webm, of { $megabytes } MB at most.
films-wrong-kind = Not every browser plays this film. Choose an mp4 with H.264 and AAC, or a webm.
films-arrived = The film is there. Now choose from when participants see it, and save.
films-length-unknown = The file does not say how long the film takes. Fill that in below. Until then nobody can watch it.
films-field-length = How long does the film take?
films-field-length-hint = As a player shows it: 12:34, or 1:02:03.
films-field-share = From how many per cent does the film count as seen?
films-field-share-hint = Who saw so much of the film has done the step. Seeing the same part again does not count twice.
films-step-hint = Who saw enough of the film has done that step.
films-words = What is said in it
films-words-hint = Not everybody can hear or see a film. So give captions and a text.
films-field-captions-nl = Captions in Dutch
films-field-captions-en = Captions in English
films-field-captions-hint = Paste the content of a WebVTT file here. The first line is WEBVTT.
films-field-transcript = The whole text of the film
films-field-transcript-hint = Write down what there is to see as well. You write in Markdown: # for a heading, - for a list.
films-withdraw-what = Nobody can see this film any more then. The file and what participants saw of it are destroyed at once. Who did the step keeps that. It cannot be undone.
films-wrong-length = Write how long it takes in minutes and seconds, such as 12:34.
films-wrong-captions = { $why ->
    [header] This is no WebVTT. The first line must be WEBVTT.
    [comma] Line { $line }: write a point in the time and no comma, such as 00:01.500. With commas it is an SRT file.
    [times] Line { $line }: these are not the right times. Write 00:01.500 --> 00:04.000.
    [backwards] Line { $line }: this caption ends before it begins.
    [order] Line { $line }: this caption begins earlier than the one before. Put them in order.
    [late] Line { $line }: this caption begins when the film is over.
    [blank] Line { $line }: there must be a blank line above this one.
   *[other] There is not a single caption in it.
}
films-watched-intro = How much participants saw of the films of this project.
films-who-watched = Who saw what?
films-none-title = There are no films with this project
films-none = As soon as there is a film with the training or with this project, you see here who watched it.
films-nobody-title = There are no participants yet
films-nobody = As soon as there are participants, they are listed here.
films-counts-from = counts from { $share }%
films-says-seen = says so: seen
films-begun = begun
films-not-begun = not begun yet
