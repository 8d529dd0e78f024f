//! What a browser calls itself, in a word or two that its owner knows.

use crate::platform::i18n::Texts;

/// Between browser and system, where no more than the kind is kept.
const BETWEEN: &str = " / ";

/// The kind of browser, as it is kept: what a browser says of itself besides could tell one machine from others.
pub fn kind(said: &str) -> Option<String> {
    let (browser, system) = named(said);
    let parts: Vec<&str> = [browser, system].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(BETWEEN))
}

/// A kind of browser, kept by [`kind`], in words.
pub fn in_words(t: &Texts, kind: &str) -> String {
    match kind.split_once(BETWEEN) {
        Some((browser, system)) => t.accounts_session_browser(browser, system),
        None => kind.to_owned(),
    }
}

/// The browser and the system behind what a browser calls itself, as far as they can be told.
pub fn named(said: &str) -> (Option<&'static str>, Option<&'static str>) {
    (first(said, BROWSERS), first(said, SYSTEMS))
}

/// In this order: most browsers also call themselves by the names of older ones.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

fn first(said: &str, names: &[(&str, &'static str)]) -> Option<&'static str> {
    names.iter().find(|(mark, _)| said.contains(mark)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_what_its_owner_calls_it() {
        let told = |said: &str| {
            let (browser, system) = named(said);
            format!("{} {}", browser.unwrap_or("?"), system.unwrap_or("?"))
        };
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
        assert_eq!(told(chrome), "Chrome Windows");
        assert_eq!(told(&format!("{chrome} Edg/141.0.0.0")), "Edge Windows");
        assert_eq!(told("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"), "Firefox Linux");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";
        assert_eq!(told(phone), "Safari iPhone");
        assert_eq!(told("curl/8.14"), "? ?");
        assert_eq!((kind(phone).as_deref(), kind("curl/8.14")), (Some("Safari / iPhone"), None));
        let words = crate::platform::i18n::Lang::Nl.texts();
        assert_eq!(in_words(words, &kind(chrome).unwrap()), "Chrome op Windows");
        assert_eq!(in_words(words, &kind("Firefox").unwrap()), "Firefox");
    }
}
