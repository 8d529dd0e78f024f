absences-title = Ik ben verhinderd
absences-meeting = Bijeenkomst
absences-called-off = Deze bijeenkomst gaat niet door. Je hoeft je niet af te melden.
absences-too-late = Deze bijeenkomst is al begonnen. Afmelden kan niet meer. Neem contact op met je trainer.
absences-you-are-excused = Je bent afgemeld
absences-take-back = Ik kom toch
absences-taken-back = Fijn dat je komt. Je afmelding is weg.
absences-other-reason = Een andere reden
absences-why = Waarom kun je niet komen?
absences-why-hint = Kies wat het beste past. Meer hoef je niet te vertellen, ook niet over je gezondheid.
absences-send = Afmelden voor deze bijeenkomst
absences-who-reads = Je trainer en de helpdesk zien de reden. Je werkgever ziet alleen dat je bent afgemeld.
absences-excused = Je bent afgemeld voor deze bijeenkomst.
# $reason (String) - why, as a code
absences-reason = { $reason ->
    [work] Mijn werk gaat voor
    [leave] Ik ben vrij of op vakantie
    [travel] Ik heb geen vervoer
   *[personal] Persoonlijke reden
}
absences-list-title = Afmeldingen
absences-list = Wie er niet komt bij de bijeenkomsten die nog komen.
absences-none-title = Niemand is afgemeld
absences-none = Meldt een deelnemer zich af voor een bijeenkomst, dan staat dat hier met de reden.
absences-person = Deelnemer
absences-group = Groep
absences-reason-column = Reden
