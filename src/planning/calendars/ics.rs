//! Writing iCalendar (RFC 5545): lines of at most 75 octets that end in CR LF, with the clock of Amsterdam
//! written out, so that no program has to guess when summer time begins.

use chrono::NaiveDateTime;

use super::model::Event;
use crate::platform::clock::{from_local, local};
use crate::platform::db::Moment;
use crate::platform::i18n::Texts;

/// The most octets of a line, without its end.
const WIDTH: usize = 75;

/// Amsterdam has kept these two rules since 1996, long before any meeting of ours.
const ZONE: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// `events` as a calendar called `name`, made at `now`; `link` is where a person reads more.
pub fn calendar(name: &str, events: &[Event], link: &str, now: Moment, t: &Texts) -> String {
    let mut text = Text::default();
    text.line("BEGIN:VCALENDAR");
    text.line("VERSION:2.0");
    text.line("PRODID:-//Traject//Traject//NL");
    text.line("CALSCALE:GREGORIAN");
    text.line("METHOD:PUBLISH");
    text.words("X-WR-CALNAME", name);
    text.line("X-WR-TIMEZONE:Europe/Amsterdam");
    text.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    text.line("X-PUBLISHED-TTL:PT1H");
    for line in ZONE {
        text.line(line);
    }
    for event in events {
        text.event(event, link, now, t);
    }
    text.line("END:VCALENDAR");
    text.0
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn event(&mut self, event: &Event, link: &str, now: Moment, t: &Texts) {
        let off = event.cancelled_at.is_some();
        let title = format!("{} ({})", event.project, event.group);
        let about = event.trainer.as_ref().map(|trainer| t.groups_by(trainer.full()));
        let about: Vec<String> = about.into_iter().chain([link.to_owned()]).collect();
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}@traject", event.uid));
        self.line(&format!("SEQUENCE:{}", event.sequence));
        self.line(&format!("DTSTAMP:{}", utc(now)));
        self.line(&at("DTSTART", event.starts_at));
        self.line(&at("DTEND", event.ends_at));
        self.words("SUMMARY", &if off { t.calendars_called_off(title) } else { title });
        self.words("LOCATION", &event.location);
        self.words("DESCRIPTION", &about.join("\n"));
        self.line(if off { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        self.line(if off { "TRANSP:TRANSPARENT" } else { "TRANSP:OPAQUE" });
        self.line("END:VEVENT");
    }

    /// A line whose value is text that people wrote.
    fn words(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// A line, folded where it is too long, and never within a letter.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Text in which nothing means anything to a calendar: a line break in it is no new line of the file.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            control if control.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// The property `name` at `at`, by the clock of Amsterdam. The hour that comes twice in autumn is the first of
/// the two when it is written so; what is in the second is written in UTC.
fn at(name: &str, at: Moment) -> String {
    let here = local(at);
    if from_local(here) == at {
        return format!("{name};TZID=Europe/Amsterdam:{}", digits(here));
    }
    format!("{name}:{}", utc(at))
}

fn utc(at: Moment) -> String {
    format!("{}Z", digits(at.naive()))
}

fn digits(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;
    use crate::platform::i18n::Lang;

    fn event(from: &str, until: &str) -> Event {
        Event {
            uid: "abc".into(),
            sequence: 3,
            starts_at: parse(from).unwrap(),
            ends_at: parse(until).unwrap(),
            location: "Raadhuisplein 3, Lindedam; zaal 2\\3\r\nBEGIN:VEVENT".into(),
            cancelled_at: None,
            project: "Schrijven voor je lezer – najaar, een lange naam met ë, ü en € die over de regel gaat".into(),
            group: "Dinsdag".into(),
            trainer: None,
        }
    }

    fn written(event: &Event) -> String {
        let now = parse("2026-11-24T10:00").unwrap();
        calendar("Mijn agenda", std::slice::from_ref(event), "https://example.nl/student", now, Lang::Nl.texts())
    }

    /// The lines as a calendar program reads them: put together again where they were folded.
    fn lines(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    fn has(text: &str, line: &str) {
        assert!(lines(text).iter().any(|l| l == line), "{line} is not in\n{text}");
    }

    #[test]
    fn lines_end_in_cr_lf_and_are_folded_between_letters() {
        let text = written(&event("2026-12-08T09:30", "2026-12-08T12:30"));
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|l| l.len() <= 75), "{text}");
        assert!(text.contains("\r\n "), "nothing was folded");
        has(
            &text,
            "SUMMARY:Schrijven voor je lezer – najaar\\, een lange naam met ë\\, ü en € die over de regel gaat (Dinsdag)",
        );
        has(&text, "LOCATION:Raadhuisplein 3\\, Lindedam\\; zaal 2\\\\3\\nBEGIN:VEVENT");
        assert_eq!(lines(&text).iter().filter(|l| *l == "BEGIN:VEVENT").count(), 1, "words cannot make an event");
        has(&text, "UID:abc@traject");
        has(&text, "SEQUENCE:3");
        has(&text, "STATUS:CONFIRMED");
        has(&text, "DTSTAMP:20261124T090000Z");
    }

    #[test]
    fn the_night_the_clock_goes_on_has_its_times() {
        let text = written(&event("2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"));
        has(&text, "DTSTART;TZID=Europe/Amsterdam:20270328T013000");
        has(&text, "DTEND;TZID=Europe/Amsterdam:20270328T033000");
    }

    #[test]
    fn the_hour_that_comes_twice_is_told_apart() {
        let text = written(&event("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));
        has(&text, "DTSTART;TZID=Europe/Amsterdam:20261025T023000");
        has(&text, "DTEND:20261025T013000Z");
        let text = written(&event("2026-10-24T22:30:00Z", "2026-10-25T02:30:00Z"));
        has(&text, "DTSTART;TZID=Europe/Amsterdam:20261025T003000");
        has(&text, "DTEND;TZID=Europe/Amsterdam:20261025T033000");
    }

    #[test]
    fn what_was_called_off_says_so() {
        let off =
            Event { cancelled_at: parse("2026-11-24T10:00").ok(), ..event("2026-12-08T09:30", "2026-12-08T12:30") };
        let text = written(&off);
        has(&text, "STATUS:CANCELLED");
        has(&text, "TRANSP:TRANSPARENT");
    }
}
