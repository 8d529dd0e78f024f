cookies-title = Cookies
cookies-lead = Een cookie is een klein stukje tekst dat je browser voor ons onthoudt. De portal gebruikt alleen deze, omdat hij zonder niet werkt. Daarom vragen we er geen toestemming voor.
cookies-why = Waarvoor
# $name (String) - the name of a cookie
cookies-purpose = { $name ->
    [traject] Houdt je ingelogd. Er staat een willekeurige code in, en niets over jou.
    [traject-language] Onthoudt de taal die je onderaan een pagina koos.
    [traject-passkey] Zorgt dat een passkey alleen werkt in de browser waarin je erom vroeg. Er staat een willekeurige code in, en niets over jou.
   *[traject-known] Herkent de browser waarmee je eerder inlogde. Zo kan een ander jou niet buitensluiten door je wachtwoord te raden.
}
cookies-when = Wanneer hij komt
# $name (String) - the name of a cookie
cookies-moment = { $name ->
    [traject] Als je inlogt. Meld je je af, dan is hij weg.
    [traject-language] Als je een taal kiest zonder dat je bent ingelogd.
    [traject-passkey] Als je een passkey maakt of ermee inlogt.
   *[traject-known] Als je inlogt.
}
cookies-lasts = Hoelang hij blijft
# $days (Number) - days
cookies-days = hooguit { $days } dagen
# $minutes (Number) - minutes
cookies-minutes = hooguit { $minutes } minuten
cookies-none-else = Andere cookies zijn er niet. We tellen je bezoek niet met cookies, en niemand anders leest ze. Ook geen script in je browser kan ze lezen.
cookies-off = Je kunt cookies wissen in je browser. Dan log je opnieuw in.
