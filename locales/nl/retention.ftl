retention-title = Hoe lang we iets bewaren
retention-intro = Maanden zijn kalendermaanden. De laatste dag telt helemaal mee.
retention-kind-column = Wat
retention-portal = Op het portaal
retention-destroyed = Vernietigd na
retention-from = Gerekend vanaf
# $hours (Number) - so many hours
retention-hours = { $hours } uur
# $days (Number) - so many days
retention-days = { $days } dagen
# $months (Number) - so many months
retention-months = { $months ->
    [one] { $months } maand
   *[other] { $months } maanden
}
# $years (Number) - so many years
retention-years = { $years } jaar
# $kind (String) - what is kept, as a code
retention-kind = { $kind ->
    [upload] ingestuurd bestand
    [pending_upload] bestand dat niet is bevestigd
    [intake] intake en leerwensen
    [intake_draft] intake die niet is ingestuurd
    [evaluation] evaluatie met naam
    [evaluation_draft] evaluatie die niet is ingestuurd
    [certificate] gegevens van een certificaat; daarna blijft een code over die naar niemand leidt
    [letter] verzonden e-mail
    [roster] deelnemerslijst die niet is ingelezen
    [register_line] regel in dit register
    [session] aanmelding die niet wordt gebruikt
    [link] link in een uitnodiging of voor een nieuw wachtwoord
    [held_form] formulier dat te laat werd verstuurd
   *[other] { $kind }
}
# $anchor (String) - what starts the clock, as a code
retention-anchor = { $anchor ->
    [creation] het moment van maken
    [confirmation] het bevestigen, of het einde van het project als dat zo is afgesproken
    [project_end] het einde van het project
    [sending] het versturen
    [last_use] het laatste gebruik
   *[other] { $anchor }
}
