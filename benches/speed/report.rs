//! What is printed, and which figures are reached.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Wanted;
use super::load::Measured;

/// One thing that was asked.
pub struct Line {
    pub name: String,
    pub measured: Measured,
    /// The same bytes from memory.
    pub ceiling: Option<Measured>,
}

#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
    sizes: String,
    memory: BTreeMap<String, u64>,
    uploads: String,
    films: String,
    queries: String,
    verdicts: Vec<(String, bool)>,
}

const MB: f64 = 1_000_000.0;

impl Report {
    pub fn line(&mut self, line: Line) {
        if line.name.starts_with("/student, sqlite") && self.lines.iter().all(|l| !l.name.starts_with("/student, ")) {
            // When others keep the machine busy the generator starves before the server does, and flatters it.
            let least = |c: Measured| (line.measured.rate / c.rate).min(c.cost / line.measured.cost);
            let ratio = line.ceiling.map_or(0.0, least);
            self.judge(format!("/student is {ratio:.3} of the ceiling (at least 0.10)"), ratio >= 0.10);
            let tail = line.measured.p99 / line.measured.p50;
            self.judge(format!("its p99 is {tail:.2} times its p50 (at most 3)"), tail <= 3.0);
        }
        self.lines.push(line);
    }

    /// How fast it is with many students, of how fast with few.
    pub fn scale(&mut self, ratio: f64) {
        self.judge(
            format!("/student with many students is {ratio:.2} of that with few (at least 0.75)"),
            ratio >= 0.75,
        );
    }

    pub fn size(&mut self, server: &str, what: &str, plain: usize, packed: usize) {
        if what == "/student" && !self.sizes.contains("/student") {
            self.judge(format!("/student is {packed} bytes compressed (at most 30,000)"), packed <= 30_000);
        }
        writeln!(self.sizes, "  {what}, {server}: {plain} bytes, {packed} with gzip").unwrap();
    }

    pub fn memory(&mut self, load: &str, bytes: u64) {
        let most = self.memory.entry(load.to_owned()).or_default();
        *most = bytes.max(*most);
    }

    pub fn upload(&mut self, server: &str, rate: f64, copy: f64, growth: u64) {
        let ratio = rate / copy;
        writeln!(
            self.uploads,
            "  {server}: {rate:.0} MB/s, dd conv=fsync {copy:.0} MB/s, ratio {ratio:.2}; {:.1} MB more RssAnon",
            growth as f64 / MB
        )
        .unwrap();
        self.judge(format!("an upload on {server} is {ratio:.2} of dd (at least 0.25)"), ratio >= 0.25);
        let grown = growth as f64 / MB;
        self.judge(format!("and takes {grown:.1} MB more memory (at most 20)"), grown <= 20.0);
    }

    /// So many who watch a film: bytes in a second, those for each second of the server's core, and memory.
    pub fn film(&mut self, server: &str, viewers: usize, rate: f64, worth: f64, growth: u64) {
        writeln!(
            self.films,
            "  {server}, {viewers} at the same time: {:.0} MB/s, {:.0} MB for a second of the core; {:.1} MB more RssAnon",
            rate / MB,
            worth / MB,
            growth as f64 / MB
        )
        .unwrap();
        // A film of good quality is 5 Mbit/s.
        let each = rate / MB / viewers as f64;
        self.judge(
            format!("each of {viewers} viewers gets {each:.1} MB/s on {server} (at least 0.625)"),
            each >= 0.625,
        );
        let grown = growth as f64 / MB;
        self.judge(format!("and they take {grown:.1} MB more memory (at most 20)"), grown <= 20.0);
    }

    pub fn queries(&mut self, path: &str, count: u64) {
        writeln!(self.queries, "  {path}: {count}, the session included").unwrap();
        self.judge(format!("{path} needs {count} queries (at most 6)"), count <= 6);
    }

    fn judge(&mut self, words: String, reached: bool) {
        self.verdicts.push((words, reached));
    }

    pub fn print(mut self, wanted: &Wanted) {
        for (load, bytes) in self.memory.clone().into_iter().filter(|m| m.0.starts_with("/student, sqlite")) {
            let most = bytes as f64 / MB;
            self.judge(format!("RssAnon under {load} is {most:.0} MB (at most 150)"), most <= 150.0);
        }
        println!("\nServers on one core, the asking on another; {} rounds in turn, medians.", wanted.rounds);
        println!("With PostgreSQL, the server and PostgreSQL share the one core.");
        println!("`gzip`: the answer is compressed, on both sides of the comparison. Sign-in: 4 connections.\n");
        println!(
            "{:<46}{:>10}{:>9}{:>9}{:>7}{:>9}{:>7}{:>7}{:>6}",
            "", "answers/s", "p50 ms", "p99 ms", "ratio", "cost us", "ratio", "wrong", "busy"
        );
        for Line { name, measured: m, ceiling } in &self.lines {
            let of = |part: fn(&Measured, &Measured) -> f64| {
                ceiling.as_ref().map_or_else(String::new, |c| format!("{:.3}", part(m, c)))
            };
            let (rate, cost) = (of(|m, c| m.rate / c.rate), of(|m, c| c.cost / m.cost));
            println!(
                "{name:<46}{:>10.0}{:>9.2}{:>9.2}{rate:>7}{:>9.1}{cost:>7}{:>7}{:>6.2}",
                m.rate, m.p50, m.p99, m.cost, m.wrong, m.busy
            );
        }
        println!(
            "ratio: of the same bytes from memory, in answers and in cost, which is what the server alone used of"
        );
        println!("its core (PostgreSQL's own share is not in it); busy: what the generator used of its core");
        println!("\nRssAnon at the end of a round under each load, the most that was seen:");
        for (load, bytes) in &self.memory {
            println!("  {load}: {:.0} MB", *bytes as f64 / MB);
        }
        println!("\nHTML:\n{}\nUpload of {} MB:\n{}", self.sizes, wanted.megabytes, self.uploads);
        println!("Films, from the encrypted file:\n{}", self.films);
        println!("Queries of a page:\n{}", self.queries);
        for (words, reached) in &self.verdicts {
            println!("{} {words}", if *reached { "reached" } else { "MISSED " });
        }
    }
}
