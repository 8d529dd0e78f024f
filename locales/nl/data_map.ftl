# $table (String) - what is kept, as the name of a table
data-map-table = { $table ->
    [acceptances] Gelezen privacyverklaringen
    [accounts] Account
    [answers] Antwoorden in de intake
    [attempts] Mislukte pogingen om in te loggen
    [agreements] Akkoord op de studieovereenkomst
    [portfolios] Interesses in je portfolio
    [portfolio_items] Werk en opleiding in je portfolio
    [portfolio_shares] Wat je van je portfolio laat zien
    [completions] Gedane stappen
    [employments] Werk
    [enrolments] Plaats in een groep
    [groups] Groepen als trainer
    [farewells] Waarschuwing dat het account eindigt
    [held_forms] Formulieren die te laat kwamen
    [absences] Afmeldingen voor een bijeenkomst
    [attendances] Presentie
    [evaluations] Evaluatie
    [test_attempts] Toetsen
    [test_answers] Antwoorden in een toets
    [evaluation_answers] Antwoorden in de evaluatie, met naam
    [certificates] Code van een certificaat
    [certificate_facts] Certificaat
    [waiting_places] Wachtlijst
    [calendar_feeds] Agendalinks
    [recovery_codes] Herstelcodes
    [factor_checks] Codes voor hulp bij inloggen
    [passkeys] Passkeys
    [passkey_ceremonies] Inloggen met een passkey dat bezig is
    [holds] Wat wordt vastgehouden
    [intakes] Intake
    [letters] E-mails
    [film_watchings] Wat je van films zag
    [material_openings] Geopend cursusmateriaal
    [sign_ins] Wanneer je inlogde
    [sittings] Wanneer je met stappen bezig was
    [materials] Materiaal dat alleen voor jou is
    [links] Links in e-mails
    [email_changes] E-mailadres dat verandert
    [former_likenesses] Hoe je eerder in een lijst stond
    [muted_news] Mails die uit staan
    [requests] Verzoeken over gegevens
    [request_words] Uitleg bij verzoeken over gegevens
    [participants] Deelname aan projecten
    [people] Naam en contact
    [project_leaders] Projecten als projectleider
    [projects] Projecten als adviseur
    [register_lines] Verwerkingsregister
    [rosters] Deelnemerslijsten die wachten
    [sessions] Ingelogde apparaten
    [staff_roles] Rollen als medewerker
    [uploads] Ingestuurde teksten
    [threads] Gesprekken
    [messages] Berichten
    [message_drafts] Berichten die niet zijn verstuurd
   *[other] { $table }
}
# $clock (String) - how long something is kept, as a code
# $term (String) - how long that is, in words
# $portal (String) - how long its owner sees it, in words
data-map-clock = { $clock ->
    [Registration] tot { $term } zonder activiteit, als er geen project meer loopt
    [StaffAccount] tot { $term } na het vertrek van een medewerker
    [Roster] tot { $term } na het einde van het project
    [Progress] tot { $term } zonder activiteit
    [SignIn] tot { $term } zonder activiteit
    [SignInAddress] { $term } na het inloggen
    [SignInBrowser] { $term } na het inloggen
    [Intake] tot { $term } na het einde van het project
    [Upload] { $portal } zichtbaar in de portal, na { $term } vernietigd
    [Letters] { $term } na het versturen
    [Registration] tot 2 jaar zonder activiteit, als er geen project meer loopt
    [StaffAccount] tot 2 jaar na het vertrek van een medewerker
    [Roster] tot 3 jaar na het einde van het project
    [Progress] tot 2 jaar zonder activiteit
    [Intake] tot 1 jaar na het einde van het project
    [Evaluation] tot 3 jaar na het einde van het project
    [Certificate] 5 jaar na de afgifte; daarna blijft alleen een code over, die naar niemand leidt
    [CertificateSeal] zo lang een certificaat te controleren is; na het certificaat zelf leidt de code naar niemand
    [Upload] 3 maanden zichtbaar in de portal, na 6 maanden vernietigd
    [Letters] 2 jaar na het versturen
    [Links] 72 uur
    [Sessions] 12 uur zonder gebruik, hooguit 30 dagen; medewerkers 8 uur
    [Attempts] 3 minuten, binnen het uur weg
    [HeldForms] 24 uur
    [Staging] 24 uur
    [Requests] 5 jaar na ontvangst
    [Register] 5 jaar, na het wissen zonder naam
    [Messages] 2 jaar na het versturen
    [MessageDrafts] 30 dagen nadat er voor het laatst aan is geschreven
   *[other] { $clock }
}
# $category (String) - a kind of data, as a code
data-map-category = { $category ->
    [Name] Hoe iemand heet
    [Contact] Hoe we iemand bereiken
    [Work] Werk en rol
    [PersonnelNumber] Personeelsnummer
    [Access] Inloggen
    [Activity] Wat iemand deed en wanneer
    [Words] Wat iemand schreef
    [Given] Wat iemand krijgt
    [File] Ingestuurde teksten
    [Technical] Wat de browser vertelt
   *[other] { $category }
}
# $purpose (String) - what it is kept for, as a code
data-map-purpose = { $purpose ->
    [Training] de training geven
    [Contact] schrijven over de training
    [Security] de juiste persoon binnenlaten
    [Staff] ons eigen werk organiseren
    [Accountability] kunnen laten zien wie wat met gegevens deed
   *[other] { $purpose }
}
# $basis (String) - on what ground, as a code
data-map-basis = { $basis ->
    [Agreement] uitvoering van de overeenkomst
    [LegalDuty] wettelijke plicht
    [LegitimateInterest] gerechtvaardigd belang
   *[other] { $basis }
}
# $purpose (String) - what it is kept for
# $basis (String) - on what ground
data-map-why = { $purpose } ({ $basis })
# $reader (String) - who reads it, as a code
data-map-reader = { $reader ->
    [oneself] de persoon zelf
    [group] mensen in dezelfde groep
    [leader] de projectleider
    [wishes] de projectleider (alleen leerwensen)
    [by_day] de projectleider (alleen de dag)
    [client] de werkgever, in een overzicht
   *[nobody] niemand, alleen het programma
}
# $term (String) - how long
# $anchor (String) - from when
data-map-term = { $term }, gerekend vanaf { $anchor }
# $portal (String) - how long it is seen
# $term (String) - how long
# $anchor (String) - from when
data-map-term-portal = { $portal } zichtbaar in de portal, na { $term } vernietigd, gerekend vanaf { $anchor }
data-map-article-30 = Register van verwerkingen
data-map-article-30-intro = Dit register hoort bij artikel 30 van de AVG. Het wordt gemaakt uit de gegevenskaart en de bewaartermijnen van het programma. Wijzig het daar; een test houdt dit bestand eraan gelijk.
data-map-basis-label = Grondslag
data-map-subjects-label = Over wie
# $purpose (String) - what it is for, as a code
data-map-subjects = { $purpose ->
    [Staff] medewerkers van de opleider
    [Training] deelnemers, projectleiders en trainers
    [Contact] deelnemers en projectleiders
   *[other] iedereen met een account
}
data-map-what-label = Wat
data-map-readers-label = Wie het leest
data-map-term-label = Hoelang
data-map-where-label = Waar het staat
data-map-security-label = Beveiliging
data-map-security = Elk bestand heeft een eigen sleutel, die los van de reservekopieën wordt bewaard. Wie iets leest of verandert, staat in het verwerkingsregister. Klanten zien elkaars mensen niet. Er gaan geen gegevens naar landen buiten de Europese Economische Ruimte, tenzij de beheerder het programma daar zelf neerzet.
