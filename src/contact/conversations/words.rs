//! The words of a message: plain text, in which web addresses can be followed.

/// A piece of a message.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// A web address: as it was typed, and where it leads.
    Link(&'a str, String),
}

/// How an address begins that somebody types.
const STARTS: [&str; 3] = ["https://", "http://", "www."];

/// `body` cut at each web address. What stands there is always where it leads: an address with a name and a
/// sign-in before it, which can pass for another site, stays words.
pub fn pieces(body: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut words_from, mut at) = (0, 0);
    while let Some(rest) = body.get(at..).filter(|rest| !rest.is_empty()) {
        match address(body, at) {
            Some((typed, href)) => {
                pieces.extend(body.get(words_from..at).filter(|words| !words.is_empty()).map(Piece::Words));
                at += typed.len();
                words_from = at;
                pieces.push(Piece::Link(typed, href));
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.extend(body.get(words_from..).filter(|words| !words.is_empty()).map(Piece::Words));
    pieces
}

/// The web address that begins at `at`, and where it leads.
fn address(body: &str, at: usize) -> Option<(&str, String)> {
    let rest = body.get(at..)?;
    let start = STARTS.iter().find(|start| rest.get(..start.len()).is_some_and(|b| b.eq_ignore_ascii_case(start)))?;
    // In the middle of a word it is part of that word.
    if body.get(..at)?.chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"“”„«»".contains(c)).unwrap_or(rest.len());
    let typed = without_end(rest.get(..end)?);
    let href = if *start == "www." { format!("https://{typed}") } else { typed.to_owned() };
    let url = url::Url::parse(&href).ok()?;
    let named = url.host_str().is_some_and(|host| host.contains('.') || host == "localhost");
    let plain = url.username().is_empty() && url.password().is_none();
    (named && plain && matches!(url.scheme(), "http" | "https")).then_some((typed, url.into()))
}

/// `typed` without what belongs to the sentence around it.
fn without_end(mut typed: &str) -> &str {
    loop {
        let shorter = typed.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '‘', '*', '_']);
        let opened = |open: char, close: char| shorter.matches(open).count() >= shorter.matches(close).count();
        let unopened = match shorter.chars().next_back() {
            Some(')') => !opened('(', ')'),
            Some(']') => !opened('[', ']'),
            Some('}') => !opened('{', '}'),
            _ => false,
        };
        let shorter = if unopened { shorter.get(..shorter.len() - 1).unwrap_or(shorter) } else { shorter };
        if shorter.len() == typed.len() {
            return typed;
        }
        typed = shorter;
    }
}

/// What somebody typed as it is kept: lines end in one way, and what can neither be read nor typed is left out.
/// That is also what turns the reading direction around, and with it what an address seems to say.
pub fn cleaned(typed: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    typed.chars().filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || hidden(*c))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(body: &str) -> Vec<(&str, String)> {
        let link = |piece| match piece {
            Piece::Link(typed, href) => Some((typed, href)),
            Piece::Words(_) => None,
        };
        pieces(body).into_iter().filter_map(link).collect()
    }

    fn link(body: &str) -> (String, String) {
        let found = links(body);
        assert_eq!(found.len(), 1, "{body}: {found:?}");
        (found[0].0.to_owned(), found[0].1.clone())
    }

    #[test]
    fn addresses_can_be_followed_and_the_rest_is_words() {
        assert_eq!(
            pieces("Zie https://example.nl/a?b=c&d, of bel.\nGroet"),
            [
                Piece::Words("Zie "),
                Piece::Link("https://example.nl/a?b=c&d", "https://example.nl/a?b=c&d".into()),
                Piece::Words(", of bel.\nGroet"),
            ]
        );
        assert_eq!(link("www.example.nl."), ("www.example.nl".into(), "https://www.example.nl/".into()));
        assert_eq!(link("(zie http://example.nl/x_(y))").0, "http://example.nl/x_(y)");
        assert_eq!(link("‘https://example.nl/café’!").0, "https://example.nl/café");
        assert_eq!(link("HTTPS://Example.nl/Pad").1, "https://example.nl/Pad");
        assert_eq!(links("https://a.example.nl https://b.example.nl").len(), 2);
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("é – geen adres"), [Piece::Words("é – geen adres")]);
    }

    #[test]
    fn what_could_mislead_or_do_something_is_no_link() {
        for body in [
            "javascript:alert(1)",
            "https://",
            "http://.",
            "https://bank.example.nl@elders.example.nl/",
            "ftp://example.nl",
            "data:text/html,<b>",
            "xhttps://example.nl",
            "https://intranet",
            "www.",
        ] {
            assert_eq!(links(body), [], "{body}");
        }
        let quoted = "https://example.nl/\"onclick=\"x";
        assert_eq!(link(quoted).0, "https://example.nl/");
    }

    #[test]
    fn lines_end_in_one_way_and_nothing_hides_in_between() {
        assert_eq!(cleaned("een\r\ntwee\rdrie\n\tvier"), "een\ntwee\ndrie\n\tvier");
        assert_eq!(cleaned("a\u{0}b\u{202e}c\u{2066}d\u{7f}"), "abcd");
        assert_eq!(cleaned("Zoë 👍🏽 – ’t"), "Zoë 👍🏽 – ’t");
    }
}
