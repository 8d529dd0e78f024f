//! Walking along the chain, line by line, and naming what does not fit.

use super::model::{Fault, FaultKind};
use super::queries::Month;
use crate::platform::db::chain::{Chain, ChainedLine, START};

/// Faults that are named; more than these and somebody must look with other means.
const MOST: usize = 50;
/// How many wrong lines in a row are remembered, to tell a line that stands elsewhere from one that was changed.
const REMEMBERED: usize = 8;

/// A walk from the first line to the one that the head names.
pub struct Walk<'a> {
    chain: &'a Chain,
    upto: i64,
    /// The last line that was passed.
    at: i64,
    /// What the next line may have been tied to: the MAC of the last line, and after wrong lines all of theirs.
    /// Empty when the lines before it are gone, so that nobody can tell.
    before: Vec<Vec<u8>>,
    /// The MAC that a line must have by what is written elsewhere, and what is wrong when it has another.
    marks: Vec<(i64, Vec<u8>, Fault)>,
    faults: Vec<Fault>,
}

impl<'a> Walk<'a> {
    /// Begins before the first line.
    pub fn new(chain: &'a Chain, upto: i64) -> Self {
        Self { chain, upto, at: 0, before: vec![START.to_vec()], marks: Vec::new(), faults: Vec::new() }
    }

    /// Holds line `line` to `mac`, and notes `fault` when it has another.
    pub fn mark(&mut self, line: i64, mac: &[u8], fault: Fault) {
        self.marks.push((line, mac.to_vec(), fault));
    }

    /// The last line that was passed.
    pub fn at(&self) -> i64 {
        self.at
    }

    /// Passes `lines`, in their order. Those of `months` that were destroyed are passed by their heads.
    pub fn pass(&mut self, lines: &[ChainedLine], months: &[Month]) {
        let upto = self.upto;
        for line in lines.iter().filter(|line| line.id <= upto) {
            self.skip(months);
            if line.id > self.at {
                self.line(line);
            }
        }
    }

    /// Ends the walk.
    pub fn end(mut self, months: &[Month]) -> Vec<Fault> {
        self.skip(months);
        if self.at < self.upto {
            self.note(FaultKind::Tail, self.at + 1, self.upto);
        }
        self.faults
    }

    /// Adds a fault, next to the last one when it goes on where that ended.
    pub fn note(&mut self, kind: FaultKind, first: i64, last: i64) {
        let many = self.faults.len();
        match self.faults.last_mut() {
            Some(fault) if fault.kind == kind && fault.last + 1 == first => fault.last = last,
            _ if many < MOST => self.faults.push(Fault { kind, first, last }),
            _ => {}
        }
    }

    fn skip(&mut self, months: &[Month]) {
        for month in months.iter().filter(|month| month.is_destroyed()) {
            if month.first_line <= self.at + 1 && self.at < month.last_line {
                self.at = month.last_line;
                self.before = vec![month.mac.clone()];
            }
        }
    }

    fn line(&mut self, line: &ChainedLine) {
        if line.id > self.at + 1 {
            self.note(FaultKind::Missing, self.at + 1, line.id - 1);
            self.before.clear();
        }
        self.at = line.id;
        let tags: Vec<_> = self.before.iter().map(|before| self.chain.tag(before, line).to_vec()).collect();
        if line.mac.is_empty() {
            self.note(FaultKind::Unchained, line.id, line.id);
            self.before.clear();
            return;
        }
        if tags.is_empty() || tags.contains(&line.mac) {
            self.before = vec![line.mac.clone()];
        } else {
            self.note(FaultKind::Changed, line.id, line.id);
            // The next line may be tied to what stands here, or to what should stand here.
            self.before.extend(tags.last().cloned());
            self.before.push(line.mac.clone());
            let many = self.before.len().saturating_sub(REMEMBERED);
            self.before.drain(..many);
        }
        let known = self.faults.last().is_some_and(|fault| fault.last == line.id);
        let marks = self.marks.iter().filter(|mark| mark.0 == line.id && mark.1 != line.mac);
        let broken: Vec<Fault> = marks.map(|mark| mark.2).collect();
        for fault in broken.into_iter().filter(|_| !known) {
            self.note(fault.kind, fault.first, fault.last);
        }
    }
}
