//! A knowledge base as large as that of a provider who has written for years.

use super::names::{chance, one};
use super::plan::Plan;
use crate::learning::knowledge::{self, CategoryId, Draft, Text};
use crate::platform::db::Tx;
use crate::platform::error::{Error, Result};

/// One article for so many students.
const STUDENTS: u64 = 20;
/// Articles in one category.
const SHELF: u64 = 100;
/// Sentences in one article.
const SENTENCES: u64 = 16;

const ACTS: &[&str] = &[
    "schrijven",
    "lezen",
    "verbeteren",
    "inkorten",
    "ordenen",
    "beginnen",
    "afsluiten",
    "uitleggen",
    "samenvatten",
    "nakijken",
    "voorbereiden",
    "bespreken",
];
const TEXTS: &[&str] = &[
    "een brief",
    "een mail",
    "een beschikking",
    "een rapport",
    "een verslag",
    "een notitie",
    "een besluit",
    "een nieuwsbericht",
    "een handleiding",
    "een formulier",
    "een webpagina",
    "een offerte",
    "een uitnodiging",
    "een samenvatting",
    "een advies",
];
const READERS: &[&str] = &[
    "voor inwoners",
    "voor cliënten",
    "voor collega's",
    "voor cursisten",
    "voor bezoekers",
    "voor ouders",
    "voor de raad",
    "voor leveranciers",
    "voor nieuwe medewerkers",
    "voor huurders",
];
const PARTS: &[&str] = &[
    "de eerste zin",
    "de inleiding",
    "het onderwerp",
    "de koppen",
    "het slot",
    "de opsomming",
    "de tussenkop",
    "de bijlage",
    "het voorbeeld",
    "de groet",
    "de titel",
    "de tweede alinea",
];
const RULES: &[&str] = &[
    "houd je kort",
    "noem je eerst het belangrijkste",
    "gebruik je gewone woorden",
    "spreek je de lezer aan",
    "vermijd je de lijdende vorm",
    "zeg je wat er van iemand verwacht wordt",
    "leg je moeilijke woorden uit",
    "zet je één gedachte per zin",
    "geef je een voorbeeld",
    "laat je weg wat niemand mist",
];
const REASONS: &[&str] = &[
    "want de meeste mensen lezen maar één keer",
    "want dan hoeft niemand te bellen",
    "omdat een scherm vlugger gelezen wordt dan papier",
    "omdat je lezer haast heeft",
    "want vaktaal sluit mensen buiten",
    "zodat je cursisten het meteen kunnen toepassen",
    "zodat ook een drukke collega het begrijpt",
    "omdat lange zinnen struikelzinnen zijn",
];
const TASKS: &[&str] = &[
    "Lees je tekst hardop",
    "Vraag een collega mee te lezen",
    "Laat je tekst een nacht liggen",
    "Tel de woorden van je langste zin",
    "Streep de helft van de bijwoorden weg",
    "Schrijf de koppen eerst",
    "Zoek het werkwoord en zet het vooraan",
    "Bekijk een tekst van een andere cursist",
];

/// Writes one article for every twenty students; says how many.
///
/// # Errors
/// When the database refuses.
pub fn all(tx: &mut Tx, plan: &Plan) -> Result<u64> {
    let most = plan.students / STUDENTS;
    let mut shelf = None;
    for number in 0..most {
        let category = match shelf {
            Some(category) if number % SHELF != 0 => category,
            _ => *shelf.insert(category(tx, number / SHELF)?),
        };
        let dutch = article(number).ok_or(Error::NotFound)?;
        knowledge::insert(tx, &Draft { category, published: true, dutch, english: None })?;
    }
    Ok(most)
}

fn category(tx: &mut Tx, number: u64) -> Result<CategoryId> {
    let names = (format!("Naslag, deel {}", number + 1), format!("Reference, part {}", number + 1));
    knowledge::insert_category(tx, (&names.0, &names.1))
}

/// The article `number`; none would be there only if a list of words were empty.
fn article(number: u64) -> Option<Text> {
    let (act, text, reader) = (one(ACTS, number, 61)?, one(TEXTS, number, 62)?, one(READERS, number, 63)?);
    let title = format!("Tip {}: {text} {act} {reader}", number + 1);
    let mut body = String::new();
    for at in 0..SENTENCES {
        let salt = 100 + at * 7;
        let (part, rule) = (one(PARTS, number, salt)?, one(RULES, number, salt + 1)?);
        let sentence = match chance(number, salt + 2) % 3 {
            0 => format!("In {part} van {text} {rule}, {}. ", one(REASONS, number, salt + 3)?),
            1 => format!("{}: kijk daarbij vooral naar {part}. ", one(TASKS, number, salt + 3)?),
            _ => format!("Bij {text} {reader} begin je met {part}; daarna {rule}. "),
        };
        body.push_str(&sentence);
        if at % 4 == 3 {
            body.push_str("\n\n");
        }
    }
    Some(Text { title, body: body.trim_end().to_owned() })
}
