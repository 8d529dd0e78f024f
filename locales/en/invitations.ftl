invitations-invite = { $count ->
    [1] Invite 1 participant
   *[other] Invite { $count } participants
}
invitations-again = Invite ticked people (again)
invitations-tick = Tick { $name }
invitations-sent = { $count ->
    [0] Nobody was invited: those you chose got an invitation just now or have a closed account.
    [1] 1 invitation is on its way.
   *[other] { $count } invitations are on their way.
}
invitations-nobody = Nobody was invited. First tick whom you want to invite.
