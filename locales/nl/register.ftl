register-title = Register
register-intro = Wat er met gegevens is gedaan, het nieuwste eerst. Er staan nummers in en geen namen, zodat een regel mag blijven als de gegevens zelf weg zijn.
register-filter = Wat er is gedaan
register-filter-all = Alles
register-filter-apply = Filteren
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
    [appointed] aangesteld
    [changed] veranderd
    [clock_confirmed] klok goedgekeurd
    [completed] afgerond
    [confirmed] bevestigd
    [created] gemaakt
    [destroyed] vernietigd
    [ended] beëindigd
    [entered] ingevoerd
    [filled_in] aangevuld
    [invited] uitgenodigd
    [issued] afgegeven
    [marked] presentie ingevuld
    [password_set] wachtwoord gekozen
    [placed] geplaatst
    [read] geopend
    [renamed] andere inlognaam
    [replaced] vervangen
    [signed_in] ingelogd
    [submitted] ingestuurd
    [taken_out] uit de groep gehaald
    [uploaded] verstuurd
    [withdrawn] ingetrokken
   *[other] { $act }
}
# $table (String) - what it was done to, as the name of a table
register-subject = { $table ->
    [acceptances] privacyverklaring
    [accounts] account
    [actions] actie
    [attendances] presentie
    [certificates] certificaat
    [evaluations] evaluatie
    [enrolments] groep
    [groups] groep
    [intakes] intake
    [letters] e-mail
    [organisations] organisatie
    [participants] deelname
    [people] persoon
    [project_leaders] projectleider
    [projects] project
    [rosters] deelnemerslijst
    [sessions] inlog
    [staff_roles] rol van medewerker
    [tasks] taken
    [uploads] bestand
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
