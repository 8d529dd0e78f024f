# $day (String) - last day to hand it in
evaluations-until = Je kunt de evaluatie insturen tot en met { $day }.
evaluations-named-title = Deze evaluatie is met je naam
# $provider (String) - the training company
# $day (String) - last day of the answers
evaluations-named = Je trainer, je adviseur en de communicatieassistent van { $provider } zien wat jij hebt geantwoord. We bewaren het tot en met { $day }. Dat is drie jaar na het einde van je project. Daarna vernietigen we het.
evaluations-anonymous-title = Deze evaluatie is anoniem
evaluations-anonymous = We bewaren je antwoorden los van je naam, los van elkaar en zonder tijd. Niemand kan zien welke antwoorden van jou zijn, ook wij niet. We laten ze pas lezen als er vijf mensen hebben geantwoord, en daarna steeds per vijf. Alleen dát je hebt ingestuurd, staat bij je naam.
evaluations-anonymous-draft = Bewaar je je antwoorden voor later? Dan staan ze versleuteld bij jou, tot je ze instuurt. Schrijf in de open vragen liever geen namen.
evaluations-leader = Je projectleider ziet de gemiddelden en de gekozen antwoorden van alle deelnemers samen. Wat je bij open vragen schrijft, ziet je projectleider niet.
evaluations-submit = Stuur de evaluatie in
evaluations-once = Na het insturen kun je je antwoorden niet meer veranderen. Wat je niet instuurt, bewaren we 30 dagen.
evaluations-later = Je antwoorden zijn bewaard. Ga verder wanneer het je uitkomt.
evaluations-submitted = Je evaluatie is ingestuurd. Bedankt!
evaluations-already = Je evaluatie was al ingestuurd.
evaluations-conflict-title = Er is intussen iets veranderd
evaluations-conflict = Je bewaarde deze evaluatie in een ander venster, of de afspraak over je naam is veranderd. Lees hieronder wat er nu geldt. Wat je hier typte, staat nog in de velden, maar is nog niet bewaard.
evaluations-conflict-saving = Deze evaluatie is ook ergens anders veranderd. Druk op ‘Bewaar en ga later verder’ en kies.
evaluations-held = Je was uitgelogd voordat we het konden bewaren. Bewaar het nu, of stuur de evaluatie in.
evaluations-not-open-title = Deze evaluatie is nog niet open
# $day (String) - the day it opens
evaluations-not-open = Na je laatste bijeenkomst, op { $day }, kun je hem invullen.
evaluations-closed-title = Deze evaluatie is gesloten
evaluations-closed = Je kunt hem niet meer invullen.
evaluations-unsent = Dit typte je toen de evaluatie niet open was. Kopieer het als je het wilt houden.
evaluations-thanks = Bedankt, je evaluatie is binnen.
# $day (String) - last day of the answers
evaluations-kept = We bewaren je antwoorden tot en met { $day }.
evaluations-loose = Je antwoorden zijn los van je naam bewaard. Daarom kun ook jij ze niet meer bekijken of veranderen.
evaluations-done = ingevuld
evaluations-fill-in = Vul de evaluatie in
evaluations-opens = gaat open na je laatste bijeenkomst

evaluations-title = Evaluatie
# $handed (Number) - how many handed in
# $people (Number) - how many take part
evaluations-handed-in = { $handed } van { $people } deelnemers hebben de evaluatie ingestuurd.
evaluations-none-title = Dit project heeft geen evaluatie
evaluations-none = De vragen horen bij de training. Voor deze training zijn ze er niet.
evaluations-few-title = Er zijn nog te weinig antwoorden
# $together (Number) - how many answers it takes
evaluations-few = Deze evaluatie is anoniem. Vanaf { $together } antwoorden zie je hier de uitkomst.
evaluations-few-leader = Vanaf vijf antwoorden zie je hier de gemiddelden. Zo is niet te zien wie wat heeft geantwoord.
# $count (Number) - how many answers are read
evaluations-leader-reads = De gemiddelden van { $count } deelnemers. Wat mensen bij open vragen schreven, blijft bij de trainer en de adviseur.
# $count (Number) - how many answers are read
evaluations-read = De antwoorden van { $count } deelnemers, in willekeurige volgorde.
# $count (Number) - how many answers wait
# $together (Number) - how many answers it takes
evaluations-waiting = { $count ->
    [one] 1 deelnemer antwoordde daarna. Dat antwoord zie je pas als het er { $together } zijn, zodat niet te zien is van wie het is.
   *[other] { $count } deelnemers antwoordden daarna. Die antwoorden zie je pas als het er { $together } zijn, zodat niet te zien is van wie ze zijn.
}
evaluations-nothing-title = Er is nog niets ingestuurd
evaluations-nothing = Zodra iemand de evaluatie instuurt, staat de uitkomst hier.
evaluations-who = Wie instuurde
evaluations-other-groups-title = De uitkomst is voor de adviseur
evaluations-other-groups = De antwoorden zijn anoniem en horen bij het hele project. Je geeft niet alle groepen, en antwoorden per groep zijn er niet. Vraag de adviseur naar de uitkomst.
# $mark (String) - the average
evaluations-average = gemiddeld { $mark }
# $count (Number) - how many answered
evaluations-answers = { $count ->
    [one] 1 antwoord
   *[other] { $count } antwoorden
}
# $name (String) - full name of the participant
evaluations-of = Evaluatie van { $name }
evaluations-register = Dat je deze evaluatie las, staat in het verwerkingsregister.
evaluations-how = Evaluatie: met naam of anoniem?
# $style (String) - what is promised, as a code
evaluations-style = { $style ->
    [anonymous] anoniem
    [named] met naam
   *[other] { $style }
}
evaluations-style-hint = Deelnemers lezen dit boven de eerste vraag. Zodra iemand is begonnen, ligt het vast.
evaluations-style-settled = Dit ligt vast: er is iemand begonnen met invullen.
evaluations-nobodys = Van één persoon is er niets te lezen. De uitkomst van iedereen samen staat bij het project.
