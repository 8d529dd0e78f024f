//! The knowledge base of the demo.

use crate::learning::knowledge::{self, Draft, Text};
use crate::platform::db::Tx;
use crate::platform::error::Result;

/// A category with its articles, in Dutch and English; of each text the first line is the title.
struct Category {
    names: (&'static str, &'static str),
    articles: &'static [(&'static str, &'static str)],
}

const CATEGORIES: &[Category] = &[
    Category {
        names: ("De portal", "The portal"),
        articles: &[
            (include_str!("texts/knowledge/sign-in.nl.md"), include_str!("texts/knowledge/sign-in.en.md")),
            (include_str!("texts/knowledge/invitation.nl.md"), include_str!("texts/knowledge/invitation.en.md")),
            (include_str!("texts/knowledge/phone.nl.md"), include_str!("texts/knowledge/phone.en.md")),
        ],
    },
    Category {
        names: ("Groepen en bijeenkomsten", "Groups and meetings"),
        articles: &[
            (include_str!("texts/knowledge/choose-group.nl.md"), include_str!("texts/knowledge/choose-group.en.md")),
            (include_str!("texts/knowledge/absent.nl.md"), include_str!("texts/knowledge/absent.en.md")),
            (include_str!("texts/knowledge/calendar.nl.md"), include_str!("texts/knowledge/calendar.en.md")),
        ],
    },
    Category {
        names: ("Teksten insturen", "Handing in texts"),
        articles: &[
            (include_str!("texts/knowledge/upload.nl.md"), include_str!("texts/knowledge/upload.en.md")),
            (include_str!("texts/knowledge/anonymous.nl.md"), include_str!("texts/knowledge/anonymous.en.md")),
            (include_str!("texts/knowledge/two-dates.nl.md"), include_str!("texts/knowledge/two-dates.en.md")),
        ],
    },
    Category {
        names: ("Beter schrijven", "Writing better"),
        articles: &[
            (
                include_str!("texts/knowledge/short-sentences.nl.md"),
                include_str!("texts/knowledge/short-sentences.en.md"),
            ),
            (include_str!("texts/knowledge/active.nl.md"), include_str!("texts/knowledge/active.en.md")),
            (
                include_str!("texts/knowledge/difficult-words.nl.md"),
                include_str!("texts/knowledge/difficult-words.en.md"),
            ),
            (include_str!("texts/knowledge/structure.nl.md"), include_str!("texts/knowledge/structure.en.md")),
            (include_str!("texts/knowledge/read-aloud.nl.md"), include_str!("texts/knowledge/read-aloud.en.md")),
        ],
    },
];

/// Writes every article.
pub fn all(tx: &mut Tx) -> Result<()> {
    for category in CATEGORIES {
        let id = knowledge::insert_category(tx, category.names)?;
        for (dutch, english) in category.articles {
            let draft = Draft { category: id, published: true, dutch: text(dutch), english: Some(text(english)) };
            knowledge::insert(tx, &draft)?;
        }
    }
    Ok(())
}

fn text(whole: &str) -> Text {
    let (title, body) = whole.split_once('\n').unwrap_or((whole, ""));
    Text { title: title.to_owned(), body: body.trim().to_owned() }
}
