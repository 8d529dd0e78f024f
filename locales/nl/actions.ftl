actions-title = Mijn traject
actions-projects = Je trainingen

# $name (String) - first name of the student
# $total (Number) - number of steps
actions-greeting-start = Dag { $name }, { $total ->
    [one] er staat één stap voor je klaar
   *[other] er staan { $total } stappen voor je klaar
}
# $name (String) - first name of the student
# $done (Number) - steps done
# $total (Number) - number of steps
actions-greeting = Dag { $name }, je hebt { $done } van { $total } stappen gedaan
# $name (String) - first name of the student
# $total (Number) - number of steps
actions-greeting-all = Dag { $name }, { $total ->
    [one] je stap is gedaan
   *[other] je hebt alle { $total } stappen gedaan
}
# $name (String) - first name of the student
actions-greeting-none = Dag { $name }
# $name (String) - name of the group
actions-in-group = groep { $name }
# $day (String) - first day of the project
actions-begins = begint op { $day }

# $day (String) - last day to do it
actions-now-by = Nu te doen, uiterlijk { $day }
actions-now-today = Nu te doen, vandaag is de laatste dag
# $days (Number) - days too late
actions-now-late = Nu te doen, { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} te laat
actions-now-meeting = Je volgende stap
# $day (String) - the day it should have been done
actions-still = Dit had { $day } klaar moeten zijn. Het kan nog steeds: doe het zodra je kunt.
# $minutes (Number) - how long it takes
actions-takes-minutes = duurt ongeveer { $minutes } minuten
# $hours (Number) - how long it takes
actions-takes-hours = duurt ongeveer { $hours } uur
# $moment (String) - when the draft was saved
actions-draft = Je antwoorden staan er nog. Je bewaarde ze op { $moment }.
actions-begin-intake = Begin met de intake
actions-continue-intake = Ga verder met de intake
actions-read = Lees de tekst
actions-send = Bestand insturen
actions-see-meetings = Bekijk de bijeenkomsten

actions-nothing-title = Je hoeft nu niets te doen
actions-nothing = Je hebt alles gedaan. Mooi werk!
actions-nothing-waits = Je trainer vult nog in wie er bij de training was.
actions-over-title = Deze training is voorbij
# $day (String) - last day of the project
actions-over = De training liep tot en met { $day }. Hier kun je terugkijken wat je hebt gedaan.
actions-past-title = Je trainingen zijn lang voorbij
actions-past = Wie aan een training meedeed, bewaren we tot een tijd na het einde. Die tijd is om. Daarom staat je training hier niet meer.
actions-past-files = Wat je zelf hebt ingestuurd, zie je tot en met de dag die erbij staat. Je kunt ook meenemen wat we nog van je hebben.

actions-steps = Jouw stappen
# $done (Number) - steps done
# $total (Number) - number of steps
actions-progress = { $total ->
    [one] { $done } van 1 stap gedaan
   *[other] { $done } van { $total } stappen gedaan
}
# $percent (Number) - share of the steps that is done, in hundredths
actions-percent = { $percent }% gedaan
actions-no-steps-title = Er staan nog geen stappen klaar
# $provider (String) - the training company
actions-no-steps = { $provider } zet ze klaar voordat je training begint. Je ziet dan hier wat je wanneer doet.
# $day (String) - the day it was done
actions-step-done = gedaan op { $day }
actions-step-waiting = je trainer vult in of je er was
actions-step-missed = niet gedaan
# $day (String) - last day to do it
actions-step-now = nu te doen, uiterlijk { $day }
# $day (String) - last day to do it
actions-step-later = later, uiterlijk { $day }
# $day (String) - first meeting
actions-step-now-meetings = nu aan de beurt, vanaf { $day }
# $day (String) - first meeting
actions-step-later-meetings = later, vanaf { $day }
# $days (Number) - days too late
# $day (String) - the day it should have been done
actions-step-late = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} te laat, moest klaar zijn op { $day }

actions-next-meeting = Eerstvolgende bijeenkomst
# $name (String) - full name of the trainer
actions-with-trainer = met { $name }, trainer
actions-and-then = Daarna
actions-meetings-over-title = De bijeenkomsten zijn geweest
actions-meetings-over = Er staan geen nieuwe bijeenkomsten gepland.
actions-no-group-title = Je hebt nog geen groep
# $name (String) - who places people in groups
# $provider (String) - the training company
actions-no-group = { $name } van { $provider } deelt de groepen in voordat de training begint. Daarna staan hier de dagen, de tijd, de plaats en je trainer.
# $provider (String) - the training company
actions-no-group-by-provider = { $provider } deelt de groepen in voordat de training begint. Daarna staan hier de dagen, de tijd, de plaats en je trainer.
actions-no-meetings-title = De dagen zijn nog niet bekend
# $provider (String) - the training company
actions-no-meetings = { $provider } plant de bijeenkomsten van je groep. Je ziet ze hier zodra ze vaststaan.
# $count (Number) - people in the group besides the student
actions-mates = Wie zitten er nog meer in je groep? { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
actions-mates-why = Alleen mensen in jouw groep zien deze namen en e-mailadressen.

actions-files = Wat je hebt ingestuurd
actions-no-files-title = Je hebt nog niets ingestuurd
actions-no-files = Wat je instuurt, staat hier met twee data: tot wanneer jij het ziet en wanneer we het vernietigen.
actions-files-gone-title = Hier staat niets meer
actions-files-gone = Wat je hebt ingestuurd, kon je zien tot de dag die erbij stond. Die is voorbij.

actions-back = Naar je stappen
# $day (String) - last day to do it
actions-due = uiterlijk { $day }
# $day (String) - the day it should have been done
actions-due-late = moest klaar zijn op { $day }, het kan nog
actions-read-done = Gelezen
# $title (String) - the title of the step
actions-completed = ‘{ $title }’ is gedaan.
actions-meetings = Bijeenkomsten
actions-meeting-over = geweest
actions-attendance = Je hoeft hier niets aan te vinken. Je trainer vult in wie er was.
actions-send-again = Stuur een nieuwe versie in
actions-too-late = Deze training is voorbij. Je kunt hiervoor niets meer insturen.
actions-see-uploads = Bekijk wat je hebt ingestuurd

actions-choose-group = Kies een groep
# $until (String) - a date and time in words
actions-offer-until = Antwoord voor { $until }
actions-offer-title = Er is een plaats voor je vrij
actions-offer-answer = Plaats bekijken
actions-no-group-choose = Je kiest zelf een groep. Daarna staan hier de dagen, de tijd, de plaats en je trainer.
actions-see-groups = Bekijk de groepen
actions-waits = Je staat op de wachtlijst van een groep.
actions-calendar = Zet in je agenda
actions-absence = Ik ben verhinderd
actions-absence-see = Je afmelding
actions-excused = je bent afgemeld
actions-certificate-over = Bekijk of je certificaat er is, en wat er anders nog voor nodig is.
