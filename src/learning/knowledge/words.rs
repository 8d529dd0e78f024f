//! Words as they are searched. Both databases get the same text to index, made here: each word of a title or body as
//! its stem and as itself, in plain letters, so that neither needs to know what a word is. A word of a Dutch text stands
//! there as ` nstem.wword `, of an English one as ` estem.wword `; in what is asked it is looked for in the same form.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;

use crate::platform::folding::{folded, is_apostrophe};
use crate::platform::i18n::Lang;

/// The most words of a question that are looked for.
pub const MOST: usize = 5;
/// The most letters of a word that count.
const LONGEST: usize = 40;
/// The fewest letters with which the beginning of a word is looked for.
const BEGINNING: usize = 2;
/// A piece of a question that is in no index.
pub const NOWHERE: &str = "-";

/// The words of `text`: where each stands, and in plain letters.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    let within = |c: char| c.is_alphanumeric() || is_combining_mark(c) || is_apostrophe(c);
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (from, _) = rest.find(|(_, c)| within(*c))?;
            let mut to = text.len();
            while let Some((at, c)) = rest.peek() {
                if !within(*c) {
                    to = *at;
                    break;
                }
                rest.next();
            }
            let typed = text.get(from..to)?;
            let bare = typed.trim_matches(is_apostrophe);
            let from = from + (typed.len() - typed.trim_start_matches(is_apostrophe).len());
            // The ending of "foto's" and "Lisa's".
            let base = bare.strip_suffix(['s', 'S']).and_then(|base| base.strip_suffix(is_apostrophe)).unwrap_or(bare);
            let plain = plain(&folded(base));
            if !plain.is_empty() {
                return Some((from..from + bare.len(), plain));
            }
        }
    })
}

/// Lower-case ASCII letters and digits for `word`; a letter of another script is its number.
fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().filter(|c| c.is_alphanumeric()).take(LONGEST) {
        match c {
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.push_str(&format!("u{:x}", u32::from(c))),
        }
    }
    out
}

/// What is left of a word when its endings go.
fn stem(word: &str, lang: Lang) -> String {
    match lang {
        Lang::En => Stemmer::create(Algorithm::English).stem(word).into_owned(),
        Lang::Nl => {
            // Categorieën and ideeën, of which the folding took the dots that part their ending.
            let parted = word.ends_with("ieen") || word.ends_with("eeen");
            let word = word.strip_suffix("en").filter(|_| parted).unwrap_or(word);
            let mut stem = Stemmer::create(Algorithm::Dutch).stem(word).into_owned();
            // Dutch writes one sound in two ways: zin and zinnen, brief and brieven, huis and huizen.
            if let [.., one, other] = stem.as_bytes()
                && one == other
                && !b"aeiou".contains(one)
            {
                stem.pop();
            }
            match stem.as_bytes().split_last() {
                Some((b'v', rest)) => format!("{}f", String::from_utf8_lossy(rest)),
                Some((b'z', rest)) => format!("{}s", String::from_utf8_lossy(rest)),
                _ => stem,
            }
        }
    }
}

fn mark(lang: Lang) -> char {
    match lang {
        Lang::Nl => 'n',
        Lang::En => 'e',
    }
}

/// What is kept of `text` to be searched.
pub fn indexed(text: &str, lang: Lang) -> String {
    let mark = mark(lang);
    words(text).map(|(_, word)| format!(" {mark}{}.w{word}", stem(&word, lang))).chain([" ".to_owned()]).collect()
}

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sought {
    dutch: String,
    english: String,
    word: String,
}

/// What somebody asked: every word in any of its forms, and of the last one the beginning is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    words: Vec<Sought>,
}

impl Question {
    /// What `typed` asks; nothing when there is no word in it.
    pub fn of(typed: &str) -> Option<Self> {
        let mut sought: Vec<Sought> = Vec::new();
        for (_, word) in words(typed) {
            let (dutch, english) = (stem(&word, Lang::Nl), stem(&word, Lang::En));
            let one = Sought { dutch, english, word };
            sought.retain(|known| *known != one);
            sought.push(one);
        }
        let beyond = sought.len().saturating_sub(MOST);
        sought.drain(..beyond);
        (!sought.is_empty()).then_some(Self { words: sought })
    }

    /// The same with its longer words alone; nothing when that changes nothing. For when there is nothing with all.
    pub fn essential(&self) -> Option<Self> {
        let words: Vec<_> = self.words.iter().filter(|sought| sought.word.len() > 3).cloned().collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The beginning that the last word may be.
    fn beginning(&self) -> Option<&str> {
        self.words.last().map(|last| last.word.as_str()).filter(|word| word.len() >= BEGINNING)
    }

    /// The question in the words of SQLite's FTS5: with every word, or with any.
    pub fn fts5(&self, every: bool) -> String {
        let start = |word: &str| format!("\"w{word}\" *");
        self.joined(|stem| format!("\"{stem}\""), start, " OR ", if every { " AND " } else { " OR " })
    }

    /// The question as a `tsquery` of PostgreSQL: with every word, or with any.
    pub fn tsquery(&self, every: bool) -> String {
        let start = |word: &str| format!("'w{word}':*");
        self.joined(|stem| format!("'{stem}'"), start, " | ", if every { " & " } else { " | " })
    }

    fn joined(&self, stem: impl Fn(&str) -> String, start: impl Fn(&str) -> String, or: &str, between: &str) -> String {
        let last = self.words.len() - 1;
        let one = |(at, sought): (usize, &Sought)| {
            let mut forms = vec![stem(&format!("n{}", sought.dutch)), stem(&format!("e{}", sought.english))];
            forms.extend(self.beginning().filter(|_| at == last).map(&start));
            format!("({})", forms.join(or))
        };
        self.words.iter().enumerate().map(one).collect::<Vec<_>>().join(between)
    }

    /// What to count in an index: of each word its two stems, the last word in the last place.
    pub fn stems(&self) -> [(String, String); MOST] {
        let mut places = std::array::from_fn(|_| (NOWHERE.to_owned(), NOWHERE.to_owned()));
        for (place, sought) in places.iter_mut().rev().zip(self.words.iter().rev()) {
            *place = (format!(" n{}.", sought.dutch), format!(" e{}.", sought.english));
        }
        places
    }

    /// What to count in an index for the beginning of the last word.
    pub fn start(&self) -> String {
        self.beginning().map_or_else(|| NOWHERE.to_owned(), |word| format!(".w{word}"))
    }

    fn finds(&self, word: &str, lang: Lang) -> bool {
        let stem = stem(word, lang);
        let same = |sought: &Sought| match lang {
            Lang::Nl => sought.dutch == stem,
            Lang::En => sought.english == stem,
        };
        self.words.iter().any(same) || self.beginning().is_some_and(|start| word.starts_with(start))
    }

    /// `text` cut in pieces, of which those that were asked for are marked.
    pub fn marked(&self, text: &str, lang: Lang) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut put = |text: Option<&str>, marked| match text {
            Some(text) if !text.is_empty() => pieces.push(Piece { text: text.to_owned(), marked }),
            _ => {}
        };
        let mut done = 0;
        for (place, _) in words(text).filter(|(_, word)| self.finds(word, lang)) {
            put(text.get(done..place.start), false);
            put(text.get(place.clone()), true);
            done = place.end;
        }
        put(text.get(done..), false);
        pieces
    }

    /// Where in `text` the first word stands that was asked for.
    pub fn first_in(&self, text: &str, lang: Lang) -> Option<usize> {
        words(text).find(|(_, word)| self.finds(word, lang)).map(|(place, _)| place.start)
    }
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it is one of the words that were asked for.
    pub marked: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(lang: Lang, words: &[&str]) {
        let stems: Vec<_> =
            words.iter().map(|word| indexed(word, lang).split('.').next().unwrap().to_owned()).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {stems:?}");
    }

    #[test]
    fn a_word_is_one_in_all_its_forms() {
        same(Lang::Nl, &["cursist", "cursisten", "Cursisten"]);
        same(Lang::Nl, &["brief", "brieven"]);
        same(Lang::Nl, &["huis", "huizen"]);
        same(Lang::Nl, &["zin", "zinnen"]);
        same(Lang::Nl, &["foto", "foto's", "foto’s"]);
        same(Lang::Nl, &["categorie", "categorieën"]);
        same(Lang::Nl, &["idee", "ideeën"]);
        same(Lang::Nl, &["gesprek", "gesprekken"]);
        same(Lang::En, &["meeting", "meetings"]);
        same(Lang::En, &["writing", "writes"]);
        same(Lang::En, &["Lisa", "Lisa's"]);
    }

    #[test]
    fn accents_and_signs_make_no_difference() {
        same(Lang::Nl, &["één", "een", "EEN"]);
        same(Lang::Nl, &["Łukasz", "lukasz"]);
        assert_eq!(indexed("pdf, Word & co.", Lang::Nl), " npdf.wpdf nword.wword nco.wco ");
        assert_eq!(indexed("‘ ’ – …", Lang::En), " ");
        // What no plain letter stands for is its number, the same everywhere.
        assert_eq!(indexed("Привет", Lang::Nl).matches("u43f").count(), 2);
        assert!(indexed("½ ∑ 日本", Lang::En).bytes().all(|b| b.is_ascii_alphanumeric() || b == b' ' || b == b'.'));
    }

    #[test]
    fn a_question_holds_nothing_that_a_database_could_take_for_more() {
        for odd in ["\"'*:&|", "( ) ! <->", "a' OR '1'='1", "\\", "%_", "NEAR(a b)", "-- x", "\u{0}"] {
            let Some(question) = Question::of(odd) else { continue };
            for (text, allowed) in [(question.fts5(true), "\" ()*"), (question.tsquery(true), "' ()&|:*")] {
                assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || allowed.contains(c)), "{odd}: {text}");
            }
        }
        assert_eq!(Question::of("\"'*:&|"), None);
        assert_eq!(Question::of(""), None);
    }

    #[test]
    fn of_the_last_word_the_beginning_is_enough() {
        let question = Question::of("nieuwe cursis").unwrap();
        assert_eq!(question.tsquery(true), "('nnieuw' | 'enieuw') & ('ncursis' | 'ecursi' | 'wcursis':*)");
        assert_eq!(question.fts5(false), "(\"nnieuw\" OR \"enieuw\") OR (\"ncursis\" OR \"ecursi\" OR \"wcursis\" *)");
        assert_eq!(question.start(), ".wcursis");
        assert_eq!(question.stems()[4], (" ncursis.".to_owned(), " ecursi.".to_owned()));
        assert_eq!(question.stems()[3].0, " nnieuw.");
        assert_eq!(question.stems()[0].0, "-");
        assert_eq!(Question::of("e").unwrap().start(), "-");
    }

    #[test]
    fn a_long_question_is_its_last_words_each_once() {
        let question = Question::of("een twee drie vier vijf zes zeven zes").unwrap();
        assert_eq!(
            question.words.iter().map(|w| w.word.as_str()).collect::<Vec<_>>(),
            ["drie", "vier", "vijf", "zeven", "zes"]
        );
        assert!(Question::of(&"a".repeat(10_000)).unwrap().tsquery(true).len() < 300);
    }

    #[test]
    fn what_was_asked_for_is_marked() {
        let marked = |asked: &str, text: &str| -> String {
            let pieces = Question::of(asked).unwrap().marked(text, Lang::Nl);
            pieces.iter().map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.clone() }).collect()
        };
        assert_eq!(marked("cursist", "De ‘cursisten’ zijn er."), "De ‘[cursisten]’ zijn er.");
        assert_eq!(marked("een cat", "Eén categorie."), "[Eén] [categorie].");
        assert_eq!(marked("foto", "foto’s, <b>"), "[foto’s], <b>");
        assert_eq!(marked("niets", "Hier staat het."), "Hier staat het.");
    }
}
