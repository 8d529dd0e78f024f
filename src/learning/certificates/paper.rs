//! The certificate on paper: one page, A4 on its side, archival (PDF/A-2a) and readable by screen readers (PDF/UA-1).
//! It is made anew each time from what was certified, and is then the same to the last byte.

mod sheet;
mod typeface;

use chrono::Datelike;
use fast_qr::{ECL, QRBuilder, QRCode};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Node, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use self::sheet::{BAND, Colour, HEIGHT, LEFT, RIGHT, Sheet, WIDTH};
use self::typeface::{Face, Faces};
use super::model::Facts;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Texts;

/// What the paper looks like and where it sends whoever checks it.
pub struct Look<'a> {
    /// The colour of the provider: red, green, blue.
    pub colour: Colour,
    /// The address of the check page.
    pub check: &'a str,
}

/// What is written large, what stands around it, and what stands on the colour.
const INK: Colour = (28, 32, 36);
const MUTED: Colour = (86, 93, 102);
const WHITE: Colour = (255, 255, 255);

/// The certificate that says `facts`, as a PDF.
///
/// # Errors
/// [`Error::Broken`] when it cannot be made, or would not be archival.
pub fn print(facts: &Facts, look: &Look) -> Result<Vec<u8>> {
    let faces = Faces::load()?;
    let t = facts.language.texts();
    let title = t.certificates_paper_title(&facts.training, &facts.holder);
    let rules = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish();
    let configuration = rules.map_err(|e| said(format!("{e:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(facts, &title));
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(title, XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    document.set_outline(outline);
    let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| said("no page".into()))?;
    let mut page = document.start_page_with(size);
    let mut sheet = Sheet::new(page.surface(), &faces);
    let nodes = draw(&mut sheet, facts, look, t)?;
    sheet.finish();
    page.finish();
    let mut tree = TagTree::new().with_lang(Some(facts.language.code().to_owned()));
    tree.children = nodes;
    document.set_tag_tree(tree);
    document.finish().map_err(|e| said(format!("{e:?}")))
}

fn said(why: String) -> Error {
    Error::broken(anyhow::anyhow!("a certificate could not be printed: {why}"))
}

fn metadata(facts: &Facts, title: &str) -> Metadata {
    let on = facts.issued_on;
    let number = |n: u32| u8::try_from(n).unwrap_or_default();
    let date =
        DateTime::new(u16::try_from(on.year()).unwrap_or_default()).month(number(on.month())).day(number(on.day()));
    Metadata::new()
        .title(title.to_owned())
        .authors(vec![facts.provider.clone()])
        .language(facts.language.code().to_owned())
        .creation_date(date)
        .document_id(facts.number.clone())
}

fn draw(sheet: &mut Sheet, facts: &Facts, look: &Look, t: &Texts) -> Result<Vec<Node>> {
    let accent = look.colour;
    sheet.background(accent);
    let mut nodes = vec![
        sheet.lines(36.0, 62.0, BAND - 72.0, Face::Strong, (19.0, 12.0), WHITE, &facts.provider, 4),
        sheet.heading(LEFT, 112.0, 46.0, accent, &t.certificates_paper_heading()),
        sheet.lines(LEFT, 158.0, RIGHT - LEFT, Face::Plain, (13.0, 13.0), MUTED, &t.certificates_paper_to(), 1),
        sheet.lines(LEFT, 200.0, RIGHT - LEFT, Face::Proud, (34.0, 20.0), INK, &facts.holder, 2),
    ];
    sheet.rule(LEFT, 259.0, 64.0, accent);
    nodes.push(sheet.lines(
        LEFT,
        288.0,
        RIGHT - LEFT,
        Face::Plain,
        (13.0, 13.0),
        MUTED,
        &t.certificates_paper_for(),
        1,
    ));
    nodes.push(sheet.lines(LEFT, 316.0, RIGHT - LEFT, Face::Proud, (21.0, 14.0), INK, &facts.training, 2));
    nodes.push(table(sheet, &certified(facts, t)));
    nodes.push(check(sheet, facts, look, t)?);
    Ok(nodes)
}

/// Everything certified besides name and training, in the order of the paper.
pub fn certified(facts: &Facts, t: &Texts) -> Vec<(String, String)> {
    let lang = facts.language;
    let period = format!("{} – {}", lang.date(facts.starts_on), lang.date(facts.ends_on));
    let meetings =
        (facts.meetings > 0).then(|| t.certificates_attended_of(i64::from(facts.attended), i64::from(facts.meetings)));
    [
        Some((t.certificates_period(), period)),
        Some((t.certificates_organisation(), facts.organisation.clone())),
        meetings.map(|m| (t.certificates_meetings(), m)),
        facts.study_hours.map(|hours| (t.certificates_study_hours(), t.certificates_hours(i64::from(hours)))),
        facts.accreditation().map(|points| (t.certificates_accreditation(), points)),
        Some((t.certificates_issued_on(), lang.date(facts.issued_on))),
        Some((t.certificates_number(), facts.shown())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The facts in two columns; to a screen reader a table of a name and a value to each row.
fn table(sheet: &mut Sheet, facts: &[(String, String)]) -> Node {
    const COLUMN: f32 = 278.0;
    let mut rows = TagGroup::new(Tag::TBody);
    for (at, (name, value)) in facts.iter().enumerate() {
        let x = LEFT + if at % 2 == 0 { 0.0 } else { COLUMN };
        let y = 384.0 + 46.0 * (at / 2) as f32;
        rows.push(sheet.fact(x, y, COLUMN - 18.0, (MUTED, INK), name, value));
    }
    TagGroup::with_children(Tag::Table, vec![rows.into()]).into()
}

/// The way to the check page, for a telephone and for a person.
fn check(sheet: &mut Sheet, facts: &Facts, look: &Look, t: &Texts) -> Result<Node> {
    let code = code(&format!("{}?number={}", look.check, facts.number))?;
    let mut group = TagGroup::new(Tag::Div);
    group.push(sheet.code(36.0, 386.0, 96.0, &code, t.certificates_paper_code(look.check)));
    let words = t.certificates_paper_check(look.check.split_once("://").map_or(look.check, |c| c.1));
    group.push(sheet.lines(36.0, 503.0, BAND - 66.0, Face::Plain, (9.0, 8.0), WHITE, &words, 6));
    Ok(group.into())
}

fn code(address: &str) -> Result<QRCode> {
    QRBuilder::new(address).ecl(ECL::M).build().map_err(Error::broken)
}

#[cfg(test)]
mod tests;
