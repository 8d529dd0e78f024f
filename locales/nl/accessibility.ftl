accessibility-title = Toegankelijkheid
# $provider (String) - the training company
accessibility-lead = Iedereen moet met deze portal kunnen werken. Hier lees je hoe ver { $provider } daarmee is, en wat je doet als iets niet lukt.
accessibility-aim = Waar we naar streven
accessibility-aim-which = De portal is gemaakt volgens de regels van WCAG 2.2, niveau AA. Dat zijn de regels waar ook de Europese norm EN 301 549 op rust.
accessibility-state = Zover we zelf kunnen nagaan voldoet hij daaraan. Helemaal zeker weten we dat niet: hieronder staat wat er wel en niet is getest.
accessibility-tested = Wat er is getest
accessibility-tested-axe = Een programma (axe-core) loopt de pagina’s na die je bij de meeste taken tegenkomt: op een telefoon en op een groot scherm, met lichte en met donkere kleuren. Het meldt geen fouten. Zo’n programma vindt maar een deel van wat er mis kan zijn.
accessibility-tested-narrow = Dezelfde pagina’s passen op een scherm van 320 punten breed, zonder dat je opzij hoeft te schuiven.
accessibility-tested-script = De belangrijkste taken zijn ook gedaan in een browser zonder script.
accessibility-tested-page = Van elke pagina controleert een programma in twee talen de taal, de titel, de koppen en of elk veld een naam heeft.
accessibility-untested = Wat er niet is getest
accessibility-untested-audit = Er is geen onafhankelijk onderzoek geweest.
accessibility-untested-reader = Mensen die een schermlezer, een brailleregel of spraakbesturing gebruiken, hebben de portal nog niet getest.
accessibility-untested-keys = Niet elke pagina is met alleen een toetsenbord nagelopen.
accessibility-untested-mail = De mails zijn niet in elk mailprogramma bekeken.
accessibility-limits = Wat minder toegankelijk kan zijn
accessibility-limits-files = Bestanden die iemand anders maakte, zoals een ingestuurde tekst of materiaal van een trainer. Daar hebben we geen invloed op. Vraag gerust om een andere vorm.
accessibility-tell = Lukt er iets niet?
accessibility-tell-what = Schrijf wat je wilde doen, op welke pagina, en waarmee je werkt (bijvoorbeeld een schermlezer). Je hoort binnen vier weken wat we eraan doen. Tot die tijd helpen we je op een andere manier.
accessibility-tell-mail = Mail naar
# $provider (String) - the training company
accessibility-tell-provider = Laat het weten aan { $provider }.
accessibility-made = Deze verklaring is van 25 november 2026. We passen haar aan als er iets verandert.
