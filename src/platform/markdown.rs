//! Texts that staff write in Markdown. What comes out holds the tags of Markdown and nothing else: HTML that is typed
//! is shown as it was typed, a picture is its caption, and a link leads to the web, an address for mail or a page of
//! ours, or is no link. So the result can be put in a page as it is.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// `text` as HTML for a page that has its own `h1`: the headings in it begin at `h2` and skip no level.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, Allowed::of(text));
    out
}

/// The words of `text` without its marks, on one line.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for event in Allowed::of(text) {
        match event {
            Event::Text(part) | Event::Code(part) => words.push_str(&part),
            // What is within a line ends without a space.
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {}
            Event::SoftBreak | Event::HardBreak | Event::Rule | Event::End(_) => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a text is made of, but for what may not be in a page.
struct Allowed<'a> {
    parser: Parser<'a>,
    /// The levels of the headings that the text at hand stands under, as they were typed.
    above: Vec<HeadingLevel>,
    /// For each link that is open, whether it is one.
    links: Vec<bool>,
}

impl<'a> Allowed<'a> {
    fn of(text: &'a str) -> Self {
        Self { parser: Parser::new_ext(text, Options::empty()), above: Vec::new(), links: Vec::new() }
    }

    /// The level of a heading that was typed as `level`: one below the heading that it stands under.
    fn below(&mut self, level: HeadingLevel) -> HeadingLevel {
        self.above.retain(|above| *above < level);
        self.above.push(level);
        self.level()
    }

    fn level(&self) -> HeadingLevel {
        HeadingLevel::try_from(self.above.len() + 1).unwrap_or(HeadingLevel::H6)
    }
}

impl<'a> Iterator for Allowed<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            return Some(match self.parser.next()? {
                Event::Html(typed) | Event::InlineHtml(typed) => Event::Text(typed),
                Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
                Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
                Event::Start(Tag::Heading { level, .. }) => {
                    let (level, nothing) = (self.below(level), Vec::new());
                    Event::Start(Tag::Heading { level, id: None, classes: nothing, attrs: Vec::new() })
                }
                Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(self.level())),
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    let leads = link_type == LinkType::Email || leads_somewhere(&dest_url);
                    self.links.push(leads);
                    if !leads {
                        continue;
                    }
                    Event::Start(Tag::Link { link_type, dest_url, title, id })
                }
                Event::End(TagEnd::Link) if self.links.pop() != Some(true) => continue,
                Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => continue,
                other => other,
            });
        }
    }
}

/// Whether `address` is one that a text may lead to. "//elsewhere" is another site, and a browser takes "\" for "/".
fn leads_somewhere(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let own = lower.strip_prefix('/').is_some_and(|rest| !rest.starts_with(['/', '\\']));
    own || ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_html() {
        let text = "Zet het **belangrijkste** vooraan.\n\n- kort\n- *helder*\n\n1. eerst\n\n> citaat\n\n`code`";
        assert_eq!(
            html(text),
            "<p>Zet het <strong>belangrijkste</strong> vooraan.</p>\n<ul>\n<li>kort</li>\n<li><em>helder</em></li>\n\
             </ul>\n<ol>\n<li>eerst</li>\n</ol>\n<blockquote>\n<p>citaat</p>\n</blockquote>\n<p><code>code</code></p>\n"
        );
    }

    #[test]
    fn html_that_is_typed_is_shown_and_does_nothing() {
        let typed = [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "<div onclick=\"a()\">\n\ntekst\n\n</div>",
            "<a href=\"javascript:a()\">b</a>",
            "<!-- <b>",
            "<svg/onload=a()>",
            "[a](<b onclick=c>)",
            "&lt;b&gt; <B>",
        ];
        for text in typed {
            let out = html(text);
            let tags: Vec<&str> = out.split('<').skip(1).map(|rest| rest.split(['>', ' ']).next().unwrap()).collect();
            assert!(tags.iter().all(|tag| ["p", "/p"].contains(tag)), "{text} gives {out}");
        }
        assert_eq!(html("<b>x</b>"), "<p>&lt;b&gt;x&lt;/b&gt;</p>\n");
    }

    #[test]
    fn a_link_leads_to_the_web_to_mail_or_to_a_page_of_ours() {
        for good in ["https://example.nl/a?b=c", "http://example.nl", "mailto:a@example.nl", "tel:+31", "/student"] {
            assert!(html(&format!("[x]({good})")).contains("<a href="), "{good}");
        }
        assert!(html("<a@example.nl>").contains("<a href=\"mailto:a@example.nl\">"));
        let evil =
            ["javascript:a()", "JaVaScRiPt:a()", "data:text/html,x", "//example.nl", "/\\example.nl", "vbscript:a"];
        for bad in evil {
            let out = html(&format!("voor [x]({bad}) na"));
            assert_eq!(out, "<p>voor x na</p>\n", "{bad}");
        }
        assert!(!html("<javascript:alert(1)>").contains("<a"));
        assert!(!html("[x]( java\nscript:a() )").contains("<a"));
        assert!(!html("[x](&#106;avascript:a())").contains("<a"));
    }

    #[test]
    fn a_picture_is_its_caption() {
        assert_eq!(html("![een *foto*](https://example.nl/x.png)"), "<p>een <em>foto</em></p>\n");
    }

    #[test]
    fn headings_begin_at_two_and_skip_nothing() {
        let levels = |text: &str| -> Vec<char> {
            html(text).split("<h").skip(1).filter_map(|rest| rest.chars().next()).filter(char::is_ascii_digit).collect()
        };
        assert_eq!(levels("# a\n\n## b\n\n# c"), ['2', '3', '2']);
        assert_eq!(levels("### a\n\n##### b\n\n### c\n\n# d"), ['2', '3', '2', '2']);
        assert_eq!(levels("## a\n\n### b\n\n#### c\n\n##### d\n\n###### e"), ['2', '3', '4', '5', '6']);
        assert!(html("# a").contains("<h2>a</h2>"));
    }

    #[test]
    fn the_words_stay_when_the_marks_go() {
        let text = "# Kop\n\nEen **vet** woord en\neen [link](/student).\n\n- een\n- twee\n\n<b>x</b>";
        assert_eq!(plain(text), "Kop Een vet woord en een link. een twee <b>x</b>");
    }
}
