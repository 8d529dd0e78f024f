knowledge-title = Knowledge base
knowledge-intro = Answers to questions that are often asked, and short pieces about writing.
knowledge-search = What are you looking for?
knowledge-search-go = Search
knowledge-found-none = Nothing found for ‘{ $asked }’. Try another word, or fewer words.
knowledge-found = { $count ->
    [one] 1 article found
   *[other] { $count } articles found
}
knowledge-found-some = { $count ->
    [one] No article has all these words. This one has some of them.
   *[other] No article has all these words. These { $count } have some of them.
}
knowledge-wordless = Type a word to search.
knowledge-empty-title = There are no articles yet
knowledge-empty = As soon as there is an article, it is here.
knowledge-all = All { $count } articles
knowledge-to-all = All categories
knowledge-category-empty = There is nothing in this category yet.
knowledge-other-language = This article is there in Dutch only.
knowledge-changed = Last changed on

knowledge-drafts = Not published yet
knowledge-unpublished = not published yet
knowledge-write = Write an article
knowledge-edit = Change the article
knowledge-edit-sub = Participants, project leaders and staff read it.
knowledge-category = Category
knowledge-choose = Choose …
knowledge-dutch = Dutch
knowledge-english = English
knowledge-english-hint = Leave title and text empty when there is no translation. Who reads English then sees the Dutch.
knowledge-title-nl = Title
knowledge-body-nl = Text
knowledge-title-en = Title in English
knowledge-body-en = Text in English
knowledge-publish = Publish
knowledge-publish-hint = Without the tick only writers see it.
knowledge-save = Save
knowledge-preview = See a preview
knowledge-preview-unsaved = This is how it will look. It is not saved yet.
knowledge-cancel = Cancel
knowledge-saved = ‘{ $title }’ is saved.
knowledge-remove = Remove
knowledge-remove-what = The article disappears in both languages. It cannot be brought back.
knowledge-remove-yes = Yes, remove the article
knowledge-removed = Removed.
knowledge-categories = Categories
knowledge-add-category = Add a category
knowledge-name-nl = Name
knowledge-name-en = Name in English
knowledge-category-used = There are articles in this category. Move them to another one first if you want to remove it.
knowledge-remove-category = Remove this category
