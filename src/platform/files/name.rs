/// Characters in a name at most, the extension included.
const LONGEST: usize = 120;
/// An extension is at most this long; what is longer behind a dot is part of the name.
const EXTENSION: usize = 10;
/// What a file is called when nothing is left of its name.
const NAMELESS: &str = "bestand";

/// The name under which a file may be shown and downloaded, on any system and in any header.
///
/// Letters of every script stay, and so does the apostrophe of *foto's*. What goes: folders, what
/// does not print or turns the reading direction, what a header or Windows gives a meaning, dots
/// and spaces at the ends, and names that Windows reserves for devices. What is left has at most
/// 120 characters, of which the extension is kept; nothing becomes `bestand`.
pub fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !is_unsafe(*c)).collect();
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = kept.trim_end_matches(is_edge);

    let (stem, extension) = match kept.rsplit_once('.') {
        Some((stem, extension)) if is_extension(extension) => (stem, format!(".{extension}")),
        _ => (kept, String::new()),
    };
    let room = LONGEST.saturating_sub(extension.chars().count());
    let stem: String = stem.trim_start_matches(is_edge).chars().take(room).collect();
    let stem = stem.trim_end_matches(is_edge);

    // Windows looks at what is before the first dot: `con.old.docx` is a device too.
    let (first, rest) = stem.split_at(stem.find('.').unwrap_or(stem.len()));
    let first = if first.is_empty() || is_device(first.trim()) { NAMELESS } else { first };
    format!("{first}{rest}{extension}")
}

fn is_edge(c: char) -> bool {
    c == '.' || c.is_whitespace()
}

fn is_extension(text: &str) -> bool {
    text.len() <= EXTENSION && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_unsafe(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '"' | '`' | '<' | '>' | ':' | '|' | '?' | '*')
        // Double quotation marks of every kind; some programs turn them into the plain one.
        || matches!(c, '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' | '\u{ff02}')
        || is_invisible(c)
}

/// Characters that are not seen but change what is: marks of direction, joiners, tags and the like
/// (general category Cf), and separators of lines.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// The names Microsoft lists under "Naming Files, Paths, and Namespaces".
fn is_device(name: &str) -> bool {
    const DEVICES: [&str; 7] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];
    let name = name.to_uppercase();
    let port = name.strip_prefix("COM").or_else(|| name.strip_prefix("LPT"));
    let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"];
    DEVICES.contains(&name.as_str()) || port.is_some_and(|number| digits.contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cleaned_and_recognisable() {
        for (given, safe) in [
            ("brief.docx", "brief.docx"),
            ("foto's van Łuczak 写真.jpg", "foto's van Łuczak 写真.jpg"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\jan\\brief.docx", "brief.docx"),
            ("..", "bestand"),
            ("", "bestand"),
            ("a/", "bestand"),
            (".docx", "bestand.docx"),
            (".htaccess", "bestand.htaccess"),
            ("  ..brief . docx. . ", "brief . docx"),
            ("brief.docx.", "brief.docx"),
            ("brief\0.docx", "brief.docx"),
            ("brief\r\nSet-Cookie: a=b.docx", "brief Set-Cookie a=b.docx"),
            ("brief\u{202e}xcod.exe", "briefxcod.exe"),
            ("a\u{200b}\u{2066}\u{feff}b.pdf", "ab.pdf"),
            ("\"a\"; filename=\"b.exe\".pdf", "a; filename=b.exe.pdf"),
            ("„Verslag” 2: <concept>?.odt", "Verslag 2 concept.odt"),
            ("CON", "bestand"),
            ("con.docx", "bestand.docx"),
            ("Lpt1.oud.docx", "bestand.oud.docx"),
            ("nul .txt", "bestand.txt"),
            ("com¹.txt", "bestand.txt"),
            ("console.txt", "console.txt"),
            ("50% %2e%2e%2fbrief.txt", "50% %2e%2e%2fbrief.txt"),
            ("brief.geen extensie", "brief.geen extensie"),
        ] {
            assert_eq!(safe_name(given), safe, "{given:?}");
        }
    }

    #[test]
    fn long_names_are_cut_and_keep_their_extension() {
        for letter in ["a", "é", "写", ". "] {
            let safe = safe_name(&format!("x{}.docx", letter.repeat(300)));
            assert!(safe.chars().count() <= 120 && safe.ends_with(".docx"), "{safe}");
        }
        assert_eq!(safe_name(&"a".repeat(300)).chars().count(), 120);
    }

    #[test]
    fn a_safe_name_stays_as_it_is() {
        let odd = ["con", "a", ".", " ", "\u{202e}", "\"", "/", "é", "docx", "\n", "nul", "lpt1"];
        for one in odd {
            for two in odd {
                for three in odd {
                    let safe = safe_name(&format!("{one}{two}.{three}{two}"));
                    assert_eq!(safe_name(&safe), safe);
                    assert!(!safe.is_empty() && !safe.ends_with(['.', ' ']));
                    assert!(!safe.chars().any(|c| is_unsafe(c) || c.is_control()));
                }
            }
        }
    }
}
