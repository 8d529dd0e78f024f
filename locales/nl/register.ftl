register-title = Register
register-intro = Wat er met gegevens is gedaan, het nieuwste eerst. Er staan nummers in en geen namen, zodat een regel mag blijven als de gegevens zelf weg zijn.
register-filter = Wat er is gedaan
register-filter-all = Alles
register-filter-apply = Filteren
register-faults-title = Het register klopt niet
register-faults-intro = Bij de laatste controle paste dit niet bij wat het programma heeft geschreven:
register-faults-what = Bewaar een kopie van de database en van de map met sleutels. Vraag systeembeheer om ‘traject check’ uit te voeren en zoek samen uit wat er is gebeurd.
# $when (String) - a moment
register-checked = De samenhang van het register is gecontroleerd op { $when }.
# $page (String) - the pattern of an address
register-subject-page = pagina { $page }
# $kind (String) - what is wrong, as a code
# $line (Number) - the number of a line
register-fault-line = { $kind ->
    [key] Het register is geschreven met een andere sleutel dan de sleutel die er nu is.
    [head] De telling aan het einde van het register (regel { NUMBER($line, useGrouping: "false") }) is veranderd.
    [copy] De kopie van de telling, in de map met sleutels, is weg of beschadigd.
    [month] De afgesloten maand met regel { NUMBER($line, useGrouping: "false") } is veranderd.
    [tail] Het einde van het register is weg of vervangen: regel { NUMBER($line, useGrouping: "false") }.
    [missing] Regel { NUMBER($line, useGrouping: "false") } is weg.
    [changed] Regel { NUMBER($line, useGrouping: "false") } is veranderd.
   *[unchained] Regel { NUMBER($line, useGrouping: "false") } is niet door het programma geschreven.
}
# $kind (String) - what is wrong, as a code
# $first (Number) - the number of the first line
# $last (Number) - the number of the last line
register-fault-lines = { $kind ->
    [month] De afgesloten maand met regels { NUMBER($first, useGrouping: "false") } tot en met { NUMBER($last, useGrouping: "false") } is veranderd.
    [tail] Het einde van het register is weg: regels { NUMBER($first, useGrouping: "false") } tot en met { NUMBER($last, useGrouping: "false") }.
    [missing] Regels { NUMBER($first, useGrouping: "false") } tot en met { NUMBER($last, useGrouping: "false") } zijn weg.
    [changed] Regels { NUMBER($first, useGrouping: "false") } tot en met { NUMBER($last, useGrouping: "false") } zijn veranderd.
   *[unchained] Regels { NUMBER($first, useGrouping: "false") } tot en met { NUMBER($last, useGrouping: "false") } zijn niet door het programma geschreven.
}
register-empty-title = Hier staat nog niets
register-empty = Zodra iemand iets met gegevens doet, komt hier een regel. Kies ‘Alles’ als je te veel hebt weggefilterd.
register-when = Wanneer
register-what = Gedaan
register-subject-column = Waarmee
register-person = Van wie
register-who = Door wie
# $number (Number) - the number of a person
register-person-number = persoon { NUMBER($number, useGrouping: "false") }
# $number (Number) - the number of an account
register-account = account { NUMBER($number, useGrouping: "false") }
register-pages = Bladzijden
# $page (Number) - the number of the page
register-page = Bladzijde { $page }
register-newer = Nieuwere
register-older = Oudere
# $act (String) - what was done, as a code
register-act = { $act ->
    [accepted] aanvaard
    [address_asked] ander e-mailadres gevraagd
    [address_changed] ander e-mailadres
    [address_stopped] ander e-mailadres tegengehouden
    [agreed] akkoord gegeven
    [app_added] app voor de tweede stap toegevoegd
    [appointed] aangesteld
    [cancelled] afgezegd
    [changed] veranderd
    [clock_confirmed] klok goedgekeurd
    [clock_set_back] klok teruggezet
    [clock_stopped] klok niet vertrouwd, vernietigen gestopt
    [closed] afgesloten
    [codes_renewed] nieuwe herstelcodes gemaakt
    [completed] afgerond
    [confirmed] bevestigd
    [created] gemaakt
    [denied] niet toegelaten
    [destroyed] vernietigd
    [emptied] deels gewist
    [ended] beëindigd
    [entered] ingevoerd
    [erased] gewist
    [excused] afgemeld voor een bijeenkomst
    [exported] meegegeven
    [factor_checked] code gestuurd voor hulp bij inloggen
    [factor_off] tweede stap uitgezet
    [factor_on] tweede stap aangezet
    [factor_removed] tweede stap weggehaald
    [factor_replaced] andere app voor de tweede stap
    [filled_in] aangevuld
    [followed] activiteit bekeken
    [held] vastgehouden
    [hold_ended] vasthouden beëindigd
    [invited] uitgenodigd
    [issued] afgegeven
    [lapsed] aanbod verlopen
    [marked] presentie ingevuld
    [offered] plaats aangeboden
    [overridden] geplaatst met een reden
    [passkey_copied] passkey geweigerd, misschien gekopieerd
    [password_set] wachtwoord gekozen
    [placed] geplaatst
    [queued] op de wachtlijst
    [read] geopend
    [recovery_used] ingelogd met een herstelcode
    [renamed] andere inlognaam
    [replaced] vervangen
    [request_answered] verzoek beantwoord
    [request_withdrawn] verzoek ingetrokken
    [requested] verzoek gedaan
    [restored] teruggezet
    [rotated] vernieuwd
    [shared_out] op papier gezet
    [shown] getoond
    [sign_in_blocked] inloggen geblokkeerd
    [sign_in_failed] inloggen mislukt
    [signed_in] ingelogd
    [submitted] ingestuurd
    [taken_out] uit de groep gehaald
    [term_confirmed] bewaartermijn bevestigd
    [term_proposed] bewaartermijn voorgesteld
    [term_withdrawn] bewaartermijn niet veranderd
    [uploaded] verstuurd
    [warned] gewaarschuwd dat het account eindigt
    [withdrawn] ingetrokken
    [wrote] geschreven
   *[other] { $act }
}
# $table (String) - what it was done to, as the name of a table
register-subject = { $table ->
    [absences] afmelding
    [acceptances] privacyverklaring
    [accounts] account
    [agreement_texts] tekst van een studieovereenkomst
    [agreements] studieovereenkomst
    [portfolios] interesses in een portfolio
    [portfolio_items] regel in een portfolio
    [portfolio_shares] deel van een portfolio
    [actions] actie
    [attendances] presentie
    [article_categories] categorie
    [articles] artikel
    [calendar_feeds] agendalink
    [anonymous_answers] antwoord zonder naam
    [certificates] certificaat
    [certificate_facts] gegevens van een certificaat
    [clock_marks] klok
    [completions] afgeronde actie
    [email_changes] e-mailadres
    [evaluations] evaluatie
    [test_attempts] poging voor een toets
    [tests] toets
    [enrolments] groep
    [groups] groep
    [holds] vasthouden
    [intakes] intake
    [keys] hoofdsleutel
    [letters] e-mail
    [marks] reservekopie
    [film_watchings] bekeken film
    [material_openings] geopend materiaal
    [materials] cursusmateriaal
    [meetings] bijeenkomst
    [message_drafts] concept van een bericht
    [messages] bericht
    [organisations] organisatie
    [participants] deelname
    [passkeys] passkey
    [people] persoon
    [project_leaders] projectleider
    [projects] project
    [recovery_codes] herstelcode
    [register_head] register
    [register_months] maand van het register
    [requests] verzoek
    [rosters] deelnemerslijst
    [sessions] inlog
    [sign_ins] keer inloggen
    [sittings] werken aan een stap
    [staff_roles] rol van medewerker
    [tasks] taken
    [term_changes] bewaartermijn
    [threads] gesprek
    [uploads] bestand
    [waiting_places] wachtlijst
   *[other] { $table }
}
# $role (String) - who did it, as a role
register-role = { $role ->
    [adviser] adviseur
    [anyone] bezoeker
    [assistant] communicatieassistent
    [content] contentbeheerder
    [helpdesk] helpdesk
    [job] het systeem zelf
    [leader] projectleider
    [marketing] marketing
    [operator] systeembeheer
    [planner] planner
    [programmer] programmeur
    [security] beveiligingsfunctionaris
    [student] deelnemer
    [trainer] trainer
   *[other] { $role }
}
register-to-retention = Hoe lang we iets bewaren, en wat we vasthouden
register-own-title = Wie keek er in je gegevens
register-own-lead = Wie je intake, je bestanden, je gesprekken, je evaluatie of je certificaat opende, of je gegevens meenam, het nieuwste eerst. We noemen de rol, nooit de naam.
register-own-nav = Wat je ziet
register-own-looked = Wie keek
register-own-all = Alles wat er is gedaan
# $subject (String) - what it was done to, in words
# $act (String) - what was done, in words
register-own-what = { $subject } { $act }
register-own-nobody-title = Niemand keek
register-own-nobody = Opent iemand je intake, een gesprek of een bestand van je, dan staat het hier, met de rol en het moment.
register-own-nothing-title = Er is nog niets gedaan
register-own-nothing = Verandert een ander dan jij iets aan je gegevens, dan staat het hier.
register-own-not = Niet in deze lijst: wat je projectleider en je groep altijd van je zien. Dat staat in de privacyverklaring. Een regel blijft 5 jaar.
