//! A list between the dry run and the import: kept for a day, and without anybody in it once it is done.

use serde::{Deserialize, Serialize};

use super::plan::Counts;
use super::{Fault, Format, Row, Sheet};

/// What is kept of a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Staged {
    /// It waits for somebody to say yes.
    Waiting(List),
    /// It was imported.
    Done(Counts),
}

/// What a file said.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct List {
    /// The people in it.
    pub rows: Vec<Row>,
    /// What is wrong with the other rows.
    pub faults: Vec<Fault>,
    /// The headings that mean nothing to us.
    pub ignored: Vec<String>,
    /// The encoding and the delimiter by which a text was read; a workbook has neither.
    pub text: Option<(String, char)>,
}

impl From<Sheet> for List {
    fn from(sheet: Sheet) -> Self {
        let text = match sheet.format {
            Format::Xlsx => None,
            Format::Delimited { encoding, delimiter } => Some((encoding.to_owned(), delimiter)),
        };
        Self { rows: sheet.rows, faults: sheet.faults, ignored: sheet.ignored_headings, text }
    }
}

impl List {
    /// The wrong rows with what is wrong with them, in the order of the file.
    pub fn wrong(&self) -> Vec<(usize, Vec<Fault>)> {
        let mut rows: Vec<(usize, Vec<Fault>)> = Vec::new();
        for fault in &self.faults {
            match rows.last_mut().filter(|(row, _)| *row == fault.row) {
                Some((_, faults)) => faults.push(*fault),
                None => rows.push((fault.row, vec![*fault])),
            }
        }
        rows
    }
}
