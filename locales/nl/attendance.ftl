attendance-title = Presentielijst
attendance-who = Wie was er?
# $mark (String) - what is noted, as a code
attendance-mark = { $mark ->
    [present] Aanwezig
    [late] Te laat
    [excused] Afgemeld
    [absent] Afwezig
   *[other] { $mark }
}
# $there (Number) - how many were there
# $all (Number) - how many are in the group
# $open (Number) - how many have no mark
attendance-counts = { $there } van { $all } aanwezig. { $open ->
    [0] Iedereen is ingevuld.
    [one] Bij 1 persoon is nog niets ingevuld.
   *[other] Bij { $open } personen is nog niets ingevuld.
}
attendance-rest = De rest was er
attendance-rest-hint = Wie nog niets heeft, wordt ‘aanwezig’. Wat je al invulde, blijft staan.
attendance-save = Bewaar de lijst
# $count (Number) - how many marks are new
attendance-saved = { $count ->
    [0] Er was niets veranderd. De lijst staat zoals je hem ziet.
    [one] De lijst is bewaard: 1 persoon ingevuld.
   *[other] De lijst is bewaard: { $count } personen ingevuld.
}
attendance-why = ‘Te laat’ telt als aanwezig. Voor het certificaat tellen de bijeenkomsten waar iemand was. Je kunt de lijst later nog verbeteren.
attendance-nobody-title = Er zit nog niemand in deze groep
attendance-nobody = Zodra iemand een plek heeft, staat de naam hier.
attendance-early-title = Deze bijeenkomst moet nog beginnen
attendance-early = Vanaf het begin van de bijeenkomst vul je hier in wie er is.
# $count (Number) - how many are in the group
attendance-expected = { $count ->
    [one] 1 persoon wordt verwacht
   *[other] { $count } personen worden verwacht
}
attendance-held-title = Je lijst is er nog
attendance-held = Je was uitgelogd voordat we hem konden bewaren. Kijk hem na en bewaar hem.
# $reason (String) - why, in their own words
attendance-said = Meldde zich af: ‘{ $reason }’
attendance-off-title = Deze bijeenkomst gaat niet door
attendance-off = Ze telt nergens voor mee. Er is dus niets in te vullen.
attendance-open = Presentielijst
