films-title = Films
films-intro = Korte films bij je training. Je kijkt wanneer het jou uitkomt, en gaat verder waar je was.
films-empty-title = Er zijn nog geen films
films-empty = Zodra er een film voor je klaarstaat, vind je die hier.
# $length (String) - how long it takes, such as 12:34
films-length = duur { $length }
# $percent (Number) - how much of it somebody saw
films-seen-part = { $percent }% gezien
# $at (String) - where somebody left off, such as 12:34
films-left-off = je was bij { $at }
films-seen = gezien
# $title (String) - what it is called
films-the-film = De film ‘{ $title }’
films-no-player = Je browser speelt deze film niet af.
films-download = Download de film
# $at (String) - where somebody left off, such as 12:34
films-go-on = Verder vanaf { $at }
films-from-start = Vanaf het begin
films-watched = Gezien:
# $share (Number) - how much of it makes it seen, in hundredths
films-counts-at = Zie je { $share }% van de film? Dan is hij gezien. Je hoeft niets af te vinken.
films-counted = Je hebt deze film gezien.
films-own-word = Je hebt zelf gezegd dat je deze film zag, of de tekst las.
films-transcript = Lees de tekst van de film
films-own-word-title = Heb je de film al gezien?
films-without-script = In je browser staan scripts uit. Daarom kunnen wij niet bijhouden hoeveel je zag. Druk op de knop als je de film hebt bekeken.
films-own-word-how = Keek je ergens anders, of las je de tekst van de film? Zeg het hier. We schrijven erbij dat jij dit zelf zegt.
films-own-word-how-plain = Keek je ergens anders? Zeg het hier. We schrijven erbij dat jij dit zelf zegt.
films-say-seen = Ik heb de film gezien
# $title (String) - what it is called
films-said = Bedankt. ‘{ $title }’ staat op gezien.
films-unheard = We kunnen nu niet bewaren wat je zag. Kijk gerust verder: we proberen het straks weer.
films-signed-out = Je bent uitgelogd. Log in een ander tabblad in, dan bewaren we alsnog wat je zag.
films-watch = Bekijk de film
# $title (String) - what it is called
films-watch-named = Bekijk ‘{ $title }’
films-watching-does = Je hoeft niets af te vinken. Zodra je genoeg van de film hebt gezien, is deze stap gedaan.
films-not-there = De film staat nog niet klaar. Kijk later nog eens.
# $lang (String) - a language, as a code
films-captions = { $lang ->
    [nl] Nederlands
   *[other] Engels
}

films-add = Film toevoegen
films-choose = Kies de film
films-choose-how = Daarna geef je hem een titel, ondertiteling en een tekst, en kies je vanaf wanneer deelnemers hem zien. Tot dan ziet niemand hem.
films-file = Film
# $megabytes (Number) - the largest file
films-file-hint = Een mp4 (H.264 met AAC) of webm, van hooguit { $megabytes } MB.
films-wrong-kind = Deze film speelt niet in elke browser. Kies een mp4 met H.264 en AAC, of een webm.
films-arrived = De film is er. Kies nu vanaf wanneer deelnemers hem zien en bewaar.
films-length-unknown = In het bestand staat niet hoelang de film duurt. Vul dat hieronder in. Tot dan kan niemand hem bekijken.
films-field-length = Hoelang duurt de film?
films-field-length-hint = Zoals een speler het laat zien: 12:34, of 1:02:03.
films-field-share = Vanaf hoeveel procent telt de film als gezien?
films-field-share-hint = Wie zoveel van de film zag, heeft de stap gedaan. Nog eens hetzelfde stuk zien telt niet dubbel.
films-step-hint = Wie genoeg van de film zag, heeft die stap gedaan.
films-words = Wat er wordt gezegd
films-words-hint = Niet iedereen kan een film horen of zien. Geef daarom ondertiteling en een tekst.
films-field-captions-nl = Ondertiteling in het Nederlands
films-field-captions-en = Ondertiteling in het Engels
films-field-captions-hint = Plak hier de inhoud van een WebVTT-bestand. De eerste regel is WEBVTT.
films-field-transcript = De hele tekst van de film
films-field-transcript-hint = Schrijf ook op wat er te zien is. Je schrijft in Markdown: # voor een kop, - voor een lijst.
films-withdraw-what = Niemand kan deze film dan nog zien. Het bestand en wat deelnemers ervan zagen, worden meteen vernietigd. Wie de stap al deed, houdt die. Terughalen kan niet.
films-wrong-length = Schrijf de duur als minuten en seconden, zoals 12:34.
# $line (Number) - the line that is wrong
# $why (String) - what is wrong, as a code
films-wrong-captions = { $why ->
    [header] Dit is geen WebVTT. De eerste regel moet WEBVTT zijn.
    [comma] Regel { $line }: schrijf een punt in de tijd en geen komma, zoals 00:01.500. Met komma’s is het een SRT-bestand.
    [times] Regel { $line }: dit zijn geen goede tijden. Schrijf 00:01.500 --> 00:04.000.
    [backwards] Regel { $line }: deze ondertitel eindigt voordat hij begint.
    [order] Regel { $line }: deze ondertitel begint eerder dan de vorige. Zet ze op volgorde.
    [late] Regel { $line }: deze ondertitel begint als de film al voorbij is.
    [blank] Regel { $line }: hier moet een lege regel boven staan.
   *[other] Er staat geen enkele ondertitel in.
}
films-watched-intro = Hoeveel deelnemers van de films bij dit project zagen.
films-who-watched = Wie zag wat?
films-none-title = Bij dit project horen geen films
films-none = Zodra er een film bij de training of bij dit project staat, zie je hier wie hem bekeek.
films-nobody-title = Er zijn nog geen deelnemers
films-nobody = Zodra er deelnemers zijn, staan ze hier.
# $share (Number) - how much of it makes it seen, in hundredths
films-counts-from = telt vanaf { $share }%
films-says-seen = zegt zelf: gezien
films-begun = begonnen
films-not-begun = nog niet begonnen
