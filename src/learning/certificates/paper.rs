//! The certificate on paper: one page, A4 on its side. It is made anew each time from what was certified, and is then
//! the same to the last byte.

mod ornament;

use fast_qr::{ECL, QRBuilder, QRCode};
use krilla::tagging::{Node, Tag, TagGroup};

use self::ornament::{BAND, HEIGHT, LEFT, RIGHT, WIDTH, background, code as squares};
use super::model::Facts;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Texts;
use crate::platform::paper::{self, About, Colour, Face, INK, MUTED, Sheet, WHITE};

/// What the paper looks like and where it sends whoever checks it.
pub struct Look<'a> {
    /// The colour of the provider: red, green, blue.
    pub colour: Colour,
    /// The address of the check page.
    pub check: &'a str,
}

/// The certificate that says `facts`, as a PDF.
///
/// # Errors
/// [`Error::Broken`] when it cannot be made, or would not be archival.
pub fn print(facts: &Facts, look: &Look) -> Result<Vec<u8>> {
    let t = facts.language.texts();
    let title = t.certificates_paper_title(&facts.training, &facts.holder);
    let about = About {
        title: &title,
        author: &facts.provider,
        language: facts.language,
        date: facts.issued_on,
        id: &facts.number,
    };
    paper::document(&about, |document, faces| {
        paper::page(document, faces, (WIDTH, HEIGHT), |sheet| draw(sheet, facts, look, t))
    })
}

fn draw(sheet: &mut Sheet, facts: &Facts, look: &Look, t: &Texts) -> Result<Vec<Node>> {
    let accent = look.colour;
    background(sheet, accent);
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
    group.push(squares(sheet, (36.0, 386.0), 96.0, &code, t.certificates_paper_code(look.check)));
    let words = t.certificates_paper_check(look.check.split_once("://").map_or(look.check, |c| c.1));
    group.push(sheet.lines(36.0, 503.0, BAND - 66.0, Face::Plain, (9.0, 8.0), WHITE, &words, 6));
    Ok(group.into())
}

fn code(address: &str) -> Result<QRCode> {
    QRBuilder::new(address).ecl(ECL::M).build().map_err(Error::broken)
}

#[cfg(test)]
mod tests;
