//! What a film is, and how far somebody is with it.

use chrono::TimeDelta;

use super::stretches::Stretches;
use crate::platform::db::Moment;
use crate::platform::i18n::Lang;

/// How much more somebody may have seen than the clock allows, in milliseconds: clocks differ, and what a browser
/// sends is under way for a while.
const SLACK: i32 = 10_000;
/// The fastest that a film is played.
const FASTEST: i64 = 2;
/// Who left off nearer than this to the beginning or the end begins again, in seconds.
const EDGE: i32 = 5;

/// What a film has besides what all material has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Film {
    /// How long it takes, in seconds.
    pub seconds: i32,
    /// How much of it makes it seen, in hundredths.
    pub share: i32,
    /// The languages in which there are captions.
    pub captions: Vec<Lang>,
}

impl Film {
    /// How long it takes, in milliseconds.
    pub fn length(&self) -> i32 {
        self.seconds.saturating_mul(1000)
    }

    /// Whether `watched` milliseconds of it make it seen.
    pub fn is_seen(&self, watched: i32) -> bool {
        i64::from(watched) * 100 >= i64::from(self.share) * i64::from(self.length())
    }
}

/// How much of a film of `seconds` somebody saw who saw `watched` seconds of it, in whole hundredths, rounded down. A
/// beginning shows as at least 1.
pub fn percent(watched: i32, seconds: i32) -> i64 {
    let part = i64::from(watched) * 100 / i64::from(seconds.max(1));
    if watched > 0 { part.clamp(1, 100) } else { 0 }
}

/// How far somebody is with a film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watching {
    /// Where they left off, in seconds.
    pub left_off: i32,
    /// What they saw of it.
    pub stretches: Stretches,
    /// How much more they may have seen than the clock allows, in milliseconds.
    pub spare: i32,
    /// Whether they said themselves that they saw it, and we did not see that.
    pub own_word: bool,
    /// When they began.
    pub started_at: Moment,
    /// When we heard of them last.
    pub reported_at: Moment,
    /// Since when it counts as seen.
    pub counted_at: Option<Moment>,
}

impl Watching {
    /// Nothing yet, of a page that was opened at `at`.
    pub fn begun(at: Moment) -> Self {
        Self {
            left_off: 0,
            stretches: Stretches::default(),
            spare: SLACK,
            own_word: false,
            started_at: at,
            reported_at: at,
            counted_at: None,
        }
    }

    /// Adds what a browser says at `now`: the stretches that were played, of which no more is believed than was
    /// possible since the last time, and where it is, in milliseconds.
    pub fn report(&mut self, said: &Stretches, position: i32, film: &Film, now: Moment) {
        let passed = now.since(self.reported_at).max(TimeDelta::zero()).num_milliseconds();
        let possible = i64::from(self.spare) + passed.saturating_mul(FASTEST);
        let possible = i32::try_from(possible).unwrap_or(i32::MAX);
        let before = self.stretches.watched();
        self.stretches = self.stretches.with(said, possible);
        let watched = self.stretches.watched();
        self.spare = possible.saturating_sub(watched - before).clamp(0, SLACK);
        self.left_off = (position / 1000).clamp(0, film.seconds);
        self.reported_at = self.reported_at.max(now);
        if film.is_seen(watched) {
            self.own_word = false;
            self.counted_at = self.counted_at.or(Some(now));
        }
    }

    /// Takes their own word for it, unless we saw it ourselves.
    pub fn say_seen(&mut self, now: Moment) {
        if self.counted_at.is_none() {
            self.own_word = true;
            self.counted_at = Some(now);
        }
    }

    /// How much they saw, in whole seconds.
    pub fn watched(&self) -> i32 {
        self.stretches.watched() / 1000
    }

    /// Where a film of `seconds` goes on, in seconds, unless that is its beginning.
    pub fn goes_on(&self, seconds: i32) -> Option<i32> {
        (EDGE..seconds.saturating_sub(EDGE)).contains(&self.left_off).then_some(self.left_off)
    }
}

/// `seconds` as people read it on a player: "12:34", or "1:02:03".
pub fn clock(seconds: i32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The seconds that `text` says, as [`clock`] writes them; nothing for anything else.
pub fn seconds(text: &str) -> Option<i32> {
    let mut parts = text.trim().rsplit(':');
    let number = |part: &str| {
        let digits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<i32>().ok()).flatten()
    };
    let (seconds, minutes) = (number(parts.next()?)?, number(parts.next()?)?);
    let hours = parts.next().map_or(Some(0), number)?;
    let fits = seconds < 60 && (hours == 0 || minutes < 60) && hours < 24 && parts.next().is_none();
    fits.then_some(hours * 3600 + minutes * 60 + seconds).filter(|seconds| *seconds > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    fn at(seconds: i64) -> Moment {
        parse("2026-11-24T10:00").unwrap().plus(TimeDelta::seconds(seconds))
    }

    fn film(share: i32) -> Film {
        Film { seconds: 100, share, captions: Vec::new() }
    }

    fn said(text: &str) -> Stretches {
        Stretches::parse(text, 100_000)
    }

    #[test]
    fn a_film_counts_as_seen_at_the_very_share_and_not_before() {
        let mut watching = Watching::begun(at(0));
        watching.report(&said("0-79.999"), 79_999, &film(80), at(80));
        assert_eq!((watching.counted_at, watching.watched()), (None, 79));
        watching.report(&said("79-80"), 80_000, &film(80), at(81));
        assert_eq!((watching.counted_at, watching.watched(), watching.left_off), (Some(at(81)), 80, 80));
        watching.report(&said("90-100"), 100_000, &film(80), at(95));
        assert_eq!(watching.counted_at, Some(at(81)), "once is once");
        let mut all = Watching::begun(at(0));
        all.report(&said("0-100"), 100_000, &film(100), at(100));
        assert_eq!(all.counted_at, Some(at(100)));
    }

    #[test]
    fn nobody_sees_more_than_the_clock_allows() {
        let mut watching = Watching::begun(at(0));
        watching.report(&said("0-100"), 100_000, &film(80), at(20));
        assert_eq!(watching.watched(), 50, "twice as fast as the clock, and ten seconds");
        // Many times in one second is no more than once.
        for _ in 0..50 {
            watching.report(&said("0-100"), 100_000, &film(80), at(20));
        }
        assert_eq!((watching.watched(), watching.counted_at), (50, None));
        watching.report(&said("0-100"), 100_000, &film(80), at(34));
        assert_eq!(watching.watched(), 78);
        // A clock that was set back gives nothing.
        watching.report(&said("0-100"), 100_000, &film(80), at(10));
        assert_eq!((watching.watched(), watching.reported_at), (78, at(34)));
    }

    #[test]
    fn slack_comes_back_with_time_and_never_grows() {
        let mut watching = Watching::begun(at(0));
        watching.report(&said("0-10"), 10_000, &film(80), at(0));
        assert_eq!((watching.spare, watching.watched()), (0, 10));
        watching.report(&said(""), 10_000, &film(80), at(600));
        assert_eq!(watching.spare, SLACK);
        watching.report(&said("10-100"), 100_000, &film(80), at(600));
        assert_eq!(watching.watched(), 20);
    }

    #[test]
    fn their_own_word_counts_until_we_saw_it() {
        let mut watching = Watching::begun(at(0));
        watching.say_seen(at(5));
        assert_eq!((watching.own_word, watching.counted_at), (true, Some(at(5))));
        watching.report(&said("0-90"), 90_000, &film(80), at(90));
        assert_eq!((watching.own_word, watching.counted_at), (false, Some(at(5))));
        watching.say_seen(at(100));
        assert!(!watching.own_word);
    }

    #[test]
    fn a_film_goes_on_where_it_was_left_off_but_not_at_its_ends() {
        let goes_on = |left_off| Watching { left_off, ..Watching::begun(at(0)) }.goes_on(100);
        assert_eq!([0, 4, 5, 50, 94, 95, 100].map(goes_on), [None, None, Some(5), Some(50), Some(94), None, None]);
    }

    #[test]
    fn a_length_is_written_as_on_a_player() {
        for (text, length) in [("0:42", 42), ("12:34", 754), ("1:02:03", 3723), ("90:00", 5400), (" 2:05 ", 125)] {
            assert_eq!(seconds(text), Some(length), "{text}");
        }
        for text in ["", "42", "0:00", "1:60", "1:60:00", "-1:00", "1:2:3:4", "a:b", "24:00:00", "1:", "+1:00", "1,5"] {
            assert_eq!(seconds(text), None, "{text}");
        }
        assert_eq!([42, 754, 3723].map(clock), ["0:42", "12:34", "1:02:03"]);
        assert_eq!(
            (percent(0, 42), percent(0, 0), percent(1, 1000), percent(41, 42), percent(60, 42)),
            (0, 0, 1, 97, 100)
        );
    }
}
