erasure-title = Gegevens wissen
erasure-intro = Iemand vraagt om gewist te worden, of hoort hier niet meer te staan. Zoek de persoon, lees wat er weggaat en wat er blijft, en bevestig met de naam.
erasure-search = Zoek op naam, e-mailadres of certificaatnummer
erasure-search-button = Zoeken
erasure-who-title = Wie wil je wissen?
erasure-who = Typ een stuk van de naam of het e-mailadres. Controleer daarna of je de goede persoon hebt: twee mensen kunnen dezelfde naam hebben. Van wie het account al is beëindigd, is soms nog een certificaat over: zoek dan op het nummer daarvan.
erasure-nobody-title = Niemand gevonden
erasure-nobody = Probeer een stukje van de naam, of het e-mailadres. Wie al gewist is, vind je hier niet meer.
erasure-found = gevonden mensen
erasure-more = Er zijn er meer. Typ meer van de naam om ze te vinden.
erasure-person = Naam
erasure-email = E-mailadres
erasure-employer = Werkgever
erasure-number = Nummer in het register
# $name (String) - the person
erasure-of = { $name } wissen
erasure-back = Terug naar zoeken
erasure-goes = Dit gaat weg
erasure-goes-how = Meteen en voorgoed. Van bestanden vernietigen we eerst de sleutel en dan de inhoud.
erasure-stays = Dit blijft
erasure-stays-how = Alleen als nummer, zonder naam of adres. Wij moeten kunnen laten zien dat een training is gegeven en wie wat met gegevens deed.
erasure-stays-nothing = Er blijft niets over van deze persoon.
# $until (String) - how long, in words
erasure-until = Bewaartermijn: { $until }.
erasure-copies = Wordt later een reservekopie teruggezet, dan wissen we deze persoon daarin opnieuw. Reservekopieën bestaan hooguit 14 dagen.
# $rows (Number) - how many
# $fate (String) - what happens, as a code
erasure-rows = { $fate ->
    [destroyed] { $rows ->
        [one] 1 bestand wordt vernietigd
       *[other] { $rows } bestanden worden vernietigd
    }
    [overwritten] naam, adres of verwijzing wordt leeggemaakt
    [kept] { $rows ->
        [one] 1 regel.
       *[other] { $rows } regels.
    }
   *[other] { $rows ->
        [one] 1 regel wordt verwijderd
       *[other] { $rows } regels worden verwijderd
    }
}
erasure-oneself-title = Dit ben jij
erasure-oneself = Je kunt jezelf niet wissen. Vraag het de andere beveiligingsfunctionaris.
erasure-sure = Zeker weten?
erasure-no-way-back = Dit kan niet ongedaan worden gemaakt. Ook wij kunnen het niet terughalen.
# $name (String) - the person
erasure-name = Typ de naam over: { $name }
erasure-erase = Voorgoed wissen
erasure-leave = Niet wissen
# $person (Number) - the number of the person
# $files (Number) - files destroyed
erasure-done = Persoon { NUMBER($person, useGrouping: "false") } is gewist. { $files ->
    [0] Er waren geen bestanden.
    [one] 1 bestand is vernietigd.
   *[other] { $files } bestanden zijn vernietigd.
}
erasure-held-title = Deze gegevens kunnen nu niet weg
# $reason (String) - why, in words
# $date (String) - the last day, in words
erasure-held = Ze worden vastgehouden, want er is { $reason }. Op zijn vroegst kan het na { $date }. Een functionaris kan dat bij de bewaartermijnen eerder beëindigen.
