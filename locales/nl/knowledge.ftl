knowledge-title = Kennisbank
knowledge-intro = Antwoorden op veelgestelde vragen, en korte stukken over schrijven.
knowledge-search = Waar zoek je naar?
knowledge-search-go = Zoeken
# $asked (String) - what was typed
knowledge-found-none = Niets gevonden voor ‘{ $asked }’. Probeer een ander woord, of minder woorden.
# $count (Number) - articles
knowledge-found = { $count ->
    [one] 1 artikel gevonden
   *[other] { $count } artikelen gevonden
}
# $count (Number) - articles
knowledge-found-some = { $count ->
    [one] Geen artikel heeft al deze woorden. Dit heeft er een paar van.
   *[other] Geen artikel heeft al deze woorden. Deze { $count } hebben er een paar van.
}
knowledge-wordless = Typ een woord om te zoeken.
knowledge-empty-title = Er zijn nog geen artikelen
knowledge-empty = Zodra er een artikel is, staat het hier.
# $count (Number) - articles
knowledge-all = Alle { $count } artikelen
knowledge-to-all = Alle categorieën
knowledge-category-empty = In deze categorie staat nog niets.
knowledge-other-language = Dit artikel is er alleen in het Engels.
knowledge-changed = Laatst veranderd op

knowledge-drafts = Nog niet gepubliceerd
knowledge-unpublished = nog niet gepubliceerd
knowledge-write = Artikel schrijven
knowledge-edit = Artikel veranderen
knowledge-edit-sub = Deelnemers, projectleiders en medewerkers lezen het.
knowledge-category = Categorie
knowledge-choose = Kies …
knowledge-dutch = Nederlands
knowledge-english = Engels
knowledge-english-hint = Laat titel en tekst leeg als er geen vertaling is. Wie Engels leest, ziet dan het Nederlands.
knowledge-title-nl = Titel
knowledge-body-nl = Tekst
knowledge-title-en = Titel in het Engels
knowledge-body-en = Tekst in het Engels
knowledge-publish = Publiceren
knowledge-publish-hint = Zonder vinkje zien alleen schrijvers het.
knowledge-save = Bewaren
knowledge-preview = Voorbeeld bekijken
knowledge-preview-unsaved = Zo komt het eruit te zien. Dit is nog niet bewaard.
knowledge-cancel = Annuleren
# $title (String) - what it is called
knowledge-saved = ‘{ $title }’ is bewaard.
knowledge-remove = Verwijderen
knowledge-remove-what = Het artikel verdwijnt in beide talen. Terughalen kan niet.
knowledge-remove-yes = Ja, verwijder het artikel
knowledge-removed = Verwijderd.
knowledge-categories = Categorieën
knowledge-add-category = Categorie toevoegen
knowledge-name-nl = Naam
knowledge-name-en = Naam in het Engels
knowledge-category-used = Er staan artikelen in deze categorie. Zet die eerst in een andere als je haar wilt verwijderen.
knowledge-remove-category = Verwijder deze categorie
