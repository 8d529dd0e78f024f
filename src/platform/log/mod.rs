//! The log: lines of text for people or of JSON for programs, on the standard error, without addresses of people.

mod lines;

use std::io::{self, IsTerminal, Stderr, Write};
use std::net::IpAddr;
use std::sync::OnceLock;

use anyhow::Context;
use tracing::{Level, Metadata};
use tracing_subscriber::fmt::MakeWriter;

use lines::Lines;

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// For programs that collect logs.
    Json,
}

/// Begins to log what `filter` lets through.
///
/// # Errors
/// When `filter` is none.
pub fn start(filter: &str, format: Format) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(filter).context("TRAJECT_LOG is no filter")?;
    // It writes down whole answers of devices; what is wrong with one is logged where it is refused.
    let filter = filter.add_directive("webauthn_rs_core=off".parse()?);
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(format == Format::Text && io::stderr().is_terminal())
        .with_writer(Out(lines()));
    // A second start in the same process keeps the first log.
    let _ = match format {
        Format::Text => lines.try_init(),
        Format::Json => lines.json().flatten_event(true).with_span_list(false).try_init(),
    };
    Ok(())
}

/// Writes down what the log still holds: the last thing a program does.
pub fn finish() {
    if let Some(lines) = LINES.get() {
        // There is nowhere left to say that it failed.
        let _ = lines.flush();
    }
}

static LINES: OnceLock<Lines<Stderr>> = OnceLock::new();

/// The lines of this process, and a thread that writes them down.
fn lines() -> &'static Lines<Stderr> {
    let mut first = false;
    let lines = LINES.get_or_init(|| {
        first = true;
        Lines::new(io::stderr())
    });
    if first {
        // Without the thread a line waits for the next one that is urgent, or for the end.
        let _ = std::thread::Builder::new().name("log".into()).spawn(|| lines.keep_writing());
    }
    lines
}

/// Makes a writer for each line.
struct Out(&'static Lines<Stderr>);

impl MakeWriter<'_> for Out {
    type Writer = Masked<Line>;

    fn make_writer(&self) -> Masked<Line> {
        Masked(Line { lines: self.0, urgent: true })
    }

    fn make_writer_for(&self, line: &Metadata<'_>) -> Masked<Line> {
        // What went wrong is there also when the program ends right after it.
        Masked(Line { lines: self.0, urgent: *line.level() <= Level::WARN })
    }
}

/// One line on its way to the others.
struct Line {
    lines: &'static Lines<Stderr>,
    urgent: bool,
}

impl Write for Line {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.lines.add(line, self.urgent)?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.lines.flush()
    }
}

/// The part of an address that says from which network somebody comes, and not who they are.
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(ip) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

/// Writes lines on, with e-mail addresses masked: the cause of a fault, from a mail server or a library, may hold one.
struct Masked<W>(W);

impl<W: Write> Write for Masked<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if line.contains(&b'@') {
            self.0.write_all(masked(&String::from_utf8_lossy(line)).as_bytes())?;
        } else {
            self.0.write_all(line)?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn masked(line: &str) -> String {
    let part_of_address = |c: char| c.is_alphanumeric() || "._%+-'".contains(c);
    let mut parts = line.split('@');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for after in parts {
        let name = text.trim_end_matches(part_of_address).len();
        let domain = after.trim_start_matches(part_of_address);
        if name == text.len() || domain.len() == after.len() {
            text.push('@');
            text.push_str(after);
        } else {
            text.truncate(name);
            text.push_str("[address]");
            text.push_str(domain);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_a_line_is_masked() {
        let said = "550 <zoë.o'brien+x@mail.example.nl>: no such user, nor a@b; see man@ 5";
        assert_eq!(masked(said), "550 <[address]>: no such user, nor [address]; see man@ 5");
        let mut out = Masked(Vec::new());
        out.write_all(b"to \"kim@example.nl\"\n").unwrap();
        assert_eq!(out.0, b"to \"[address]\"\n");
    }

    #[test]
    fn of_an_address_the_network_is_left() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("192.0.2.77"), "192.0.2.0/24");
        assert_eq!(network("::ffff:192.0.2.77"), "192.0.2.0/24");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1::/48");
    }
}
