//! Which column of the client's file is which, whatever it is called and wherever it stands.

use super::column::{Column, meaning};
use super::format::Unreadable;
use super::line::Line;
use std::collections::{BTreeMap, BTreeSet};

/// Headings are looked for in this many lines from the top; above them are titles and notes.
pub(super) const LOOKED_AT: usize = 30;

/// The heading row of a file.
#[derive(Debug)]
pub(super) struct Headings {
    /// Where the heading row stands among the lines, from 0.
    pub(super) position: usize,
    /// The headings that mean nothing to us, as typed, in the order of the file.
    pub(super) ignored: Vec<String>,
    columns: BTreeMap<Column, Vec<usize>>,
}

impl Headings {
    /// Finds the heading row: the first of the lines near the top with the most known headings.
    ///
    /// # Errors
    /// When there is none, or when it has no e-mail address or no name among its headings.
    pub(super) fn find(lines: &[Line]) -> Result<Self, Unreadable> {
        let (position, line) = lines
            .iter()
            .take(LOOKED_AT)
            .enumerate()
            .rev()
            .max_by_key(|(_, line)| known(line))
            .ok_or(Unreadable::NoHeadings)?;
        let headings = Self::of(position, line);

        // One word alone may be anything: a title above the headings, or a cell of a file that
        // has no headings at all.
        if headings.columns.len() < 2 && !headings.has(Column::Email) {
            return Err(Unreadable::NoHeadings);
        }
        if !headings.has(Column::Email) {
            return Err(Unreadable::NoEmailHeading);
        }
        if !headings.has(Column::LastName) && !headings.has(Column::Name) {
            return Err(Unreadable::NoNameHeading);
        }
        Ok(headings)
    }

    fn of(position: usize, line: &Line) -> Self {
        let mut ignored = Vec::new();
        let mut ranked: BTreeMap<Column, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, heading) in line.cells.iter().enumerate() {
            match meaning(heading) {
                Some((column, rank)) => ranked.entry(column).or_default().push((rank, at)),
                None if heading.is_empty() => {}
                None => ignored.push(heading.clone()),
            }
        }
        let columns = ranked
            .into_iter()
            .map(|(column, mut places)| {
                places.sort_unstable();
                (column, places.into_iter().map(|(_, at)| at).collect())
            })
            .collect();
        Self { position, ignored, columns }
    }

    /// Whether the file has this column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains_key(&column)
    }

    /// The columns of the file, in our order.
    pub(super) fn columns(&self) -> Vec<Column> {
        self.columns.keys().copied().collect()
    }

    /// The cell of a column in a line; of several such columns, the first that says something.
    pub(super) fn cell<'l>(&self, line: &'l Line, column: Column) -> Option<&'l str> {
        self.columns
            .get(&column)?
            .iter()
            .filter_map(|at| line.cells.get(*at))
            .map(String::as_str)
            .find(|cell| !cell.is_empty())
    }
}

/// How many columns a line would give us, were it the heading row.
pub(super) fn known(line: &Line) -> usize {
    let columns: BTreeSet<Column> =
        line.cells.iter().filter_map(|cell| meaning(cell)).map(|(column, _)| column).collect();
    columns.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: usize, text: &str) -> Line {
        Line { number, cells: text.split('|').map(str::to_owned).collect() }
    }

    #[test]
    fn titles_above_the_headings_are_passed_over() {
        let lines = [line(1, "Team"), line(3, "Naam|Schoenmaat|E-mail"), line(4, "Jan Boer|43|x")];
        let headings = Headings::find(&lines).unwrap();
        assert_eq!(headings.position, 1);
        assert_eq!(headings.ignored, ["Schoenmaat"]);
        assert_eq!(headings.columns(), [Column::Name, Column::Email]);
    }

    #[test]
    fn of_two_columns_the_better_one_with_content_is_read() {
        let lines = [line(1, "Voornaam|Roepnaam|Achternaam|Email")];
        let headings = Headings::find(&lines).unwrap();
        let cell = |text| headings.cell(&line(2, text), Column::FirstName).map(str::to_owned);
        assert_eq!(cell("Johanna|Jo|Bakker|x").as_deref(), Some("Jo"));
        assert_eq!(cell("Johanna||Bakker|x").as_deref(), Some("Johanna"));
        assert_eq!(cell(""), None);
    }

    #[test]
    fn a_file_without_what_we_need_is_refused() {
        let refusal = |text| Headings::find(&[line(1, text)]).unwrap_err();
        assert_eq!(refusal("Jan|de Boer|jan@example.nl"), Unreadable::NoHeadings);
        assert_eq!(refusal("Jan|de Boer|jan@example.nl|Team"), Unreadable::NoHeadings);
        assert_eq!(refusal("Voornaam|Achternaam"), Unreadable::NoEmailHeading);
        assert_eq!(refusal("Voornaam|E-mail"), Unreadable::NoNameHeading);
        assert_eq!(Headings::find(&[]).unwrap_err(), Unreadable::NoHeadings);
    }
}
