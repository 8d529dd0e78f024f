# $count (Number) - people
invitations-invite = { $count ->
    [1] Nodig 1 deelnemer uit
   *[other] Nodig { $count } deelnemers uit
}
invitations-again = Aangevinkte mensen (opnieuw) uitnodigen
# $name (String) - a person
invitations-tick = { $name } aanvinken
# $count (Number) - letters
invitations-sent = { $count ->
    [0] Er is niemand uitgenodigd: wie je koos, kreeg net al een uitnodiging of heeft een gesloten account.
    [1] 1 uitnodiging is onderweg.
   *[other] { $count } uitnodigingen zijn onderweg.
}
invitations-nobody = Er is niemand uitgenodigd. Zet eerst een vinkje bij wie je wilt uitnodigen.
