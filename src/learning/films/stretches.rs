//! Which parts of a film somebody saw.

use std::fmt;

/// What lies between two stretches and is no longer than this counts as seen: a browser says where it is four times in a
/// second, and not when. In milliseconds.
const GAP: i32 = 1000;
/// The most stretches that are kept. Who jumps about so much keeps the longest.
const MOST: usize = 500;
/// The most stretches that are read of what a browser says at once.
const SAID: usize = 200;

/// Stretches of a film in milliseconds from its beginning, in order and apart from each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stretches(Vec<(i32, i32)>);

impl Stretches {
    /// What `text` says, as a browser sends it and as it is kept: `12.5-30,45-60` in seconds. What lies outside a film
    /// of `length` milliseconds is cut off, and what says nothing is left out.
    pub fn parse(text: &str, length: i32) -> Self {
        let stretch = |part: &str| {
            let (from, to) = part.split_once('-')?;
            let (from, to) = (milliseconds(from)?.clamp(0, length), milliseconds(to)?.clamp(0, length));
            (from < to).then_some((from, to))
        };
        Self::merged(text.split(',').take(MOST).filter_map(stretch).collect())
    }

    fn merged(mut all: Vec<(i32, i32)>) -> Self {
        all.sort_unstable();
        let mut apart: Vec<(i32, i32)> = Vec::with_capacity(all.len());
        for (from, to) in all {
            match apart.last_mut() {
                Some(last) if from <= last.1.saturating_add(GAP) => last.1 = last.1.max(to),
                _ => apart.push((from, to)),
            }
        }
        if apart.len() > MOST {
            apart.sort_unstable_by_key(|(from, to)| from - to);
            apart.truncate(MOST);
            apart.sort_unstable();
        }
        Self(apart)
    }

    /// How much that is together, in milliseconds.
    pub fn watched(&self) -> i32 {
        self.0.iter().map(|(from, to)| to - from).sum()
    }

    /// These and what of `said` adds no more than `most` milliseconds to them, from the beginning of it.
    pub fn with(&self, said: &Self, most: i32) -> Self {
        let mut together = self.clone();
        let full = self.watched().saturating_add(most.max(0));
        for (from, to) in said.0.iter().copied().take(SAID) {
            let whole = together.and(from, to);
            if whole.watched() <= full {
                together = whole;
                continue;
            }
            // The later it ends the more it adds, so the last end that is not too much can be found by halving.
            let (mut fits, mut exceeds) = (from, to);
            while exceeds - fits > 1 {
                let between = fits + (exceeds - fits) / 2;
                if together.and(from, between).watched() <= full { fits = between } else { exceeds = between }
            }
            return if fits > from { together.and(from, fits) } else { together };
        }
        together
    }

    fn and(&self, from: i32, to: i32) -> Self {
        let mut all = self.0.clone();
        all.push((from, to));
        Self::merged(all)
    }
}

impl fmt::Display for Stretches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (from, to)) in self.0.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            write!(f, "{comma}{}.{:03}-{}.{:03}", from / 1000, from % 1000, to / 1000, to % 1000)?;
        }
        Ok(())
    }
}

/// `seconds` in milliseconds; nothing when it is no number.
pub fn milliseconds(seconds: &str) -> Option<i32> {
    let seconds: f64 = seconds.trim().parse().ok()?;
    // Beyond these bounds no film goes; within them nothing is lost but what is shorter than a millisecond.
    #[allow(clippy::cast_possible_truncation, reason = "it lies within two days")]
    seconds.is_finite().then(|| (seconds.clamp(-1.0, 172_800.0) * 1000.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Stretches {
        Stretches::parse(text, 60_000)
    }

    #[test]
    fn what_overlaps_or_nearly_touches_is_one_stretch() {
        for (text, merged) in [
            ("", ""),
            ("0-10", "0.000-10.000"),
            ("20-30,0-10", "0.000-10.000,20.000-30.000"),
            ("0-10,5-15", "0.000-15.000"),
            ("0-30,5-15", "0.000-30.000"),
            ("0-10,10.9-12", "0.000-12.000"),
            ("0-10,11.001-12", "0.000-10.000,11.001-12.000"),
            (" 1.5 - 2.25 ", "1.500-2.250"),
        ] {
            assert_eq!(of(text).to_string(), merged, "{text}");
        }
        assert_eq!(of("0-10,5-15,40-41.5").watched(), 16_500);
    }

    #[test]
    fn what_is_no_stretch_of_this_film_is_left_out() {
        for text in [
            "-5-10", "10-5", "5-5", "NaN-10", "0-NaN", "a-b", "7", "-", ",,,", "70-80", "inf-inf", "-inf-10", "1e400-2",
        ] {
            assert_eq!(of(text), Stretches::default(), "{text}");
        }
        for (text, cut) in [("50-70", "50.000-60.000"), ("0-inf", ""), ("55-1e300", "55.000-60.000"), ("-0-3", "")] {
            assert_eq!(of(text).to_string(), cut, "{text}");
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let all = of("0.25-10,20-30.125,59-60");
        assert_eq!(of(&all.to_string()), all);
    }

    #[test]
    fn no_more_is_added_than_there_was_time_for() {
        let kept = of("0-10");
        assert_eq!(kept.with(&of("5-25"), 20_000).to_string(), "0.000-25.000");
        assert_eq!(kept.with(&of("5-25"), 15_000).to_string(), "0.000-25.000");
        assert_eq!(kept.with(&of("5-25"), 4_000).to_string(), "0.000-14.000");
        assert_eq!(kept.with(&of("0-60"), 0), kept);
        assert_eq!(kept.with(&of("0-60"), -5), kept);
        assert_eq!(kept.with(&of("20-25,40-50"), 7_000).to_string(), "0.000-10.000,20.000-25.000,40.000-42.000");
        assert_eq!(kept.with(&of("2-8"), 0), kept, "what was seen before costs nothing");
    }

    #[test]
    fn specks_with_gaps_between_them_add_no_more_than_the_gaps_together() {
        let specks: Vec<String> = (0..50).map(|second| format!("{second}.5-{second}.501")).collect();
        let near = Stretches::parse(&specks.join(","), 60_000);
        assert_eq!(Stretches::default().with(&near, 10_000).watched(), 10_000);
        let first = Stretches::default().with(&of("0-0.001,2-2.001,4-4.001,6-6.001"), 100);
        let second = first.with(&of("1-1.001,3-3.001,5-5.001"), 100);
        assert!(second.watched() <= first.watched() + 100, "{second}");
    }

    #[test]
    fn a_text_of_any_length_stays_short() {
        let many: Vec<String> = (0..20_000).map(|n| format!("{}-{}", n * 3, n * 3 + 1)).collect();
        let all = Stretches::parse(&many.join(","), i32::MAX);
        assert!(all.0.len() <= MOST);
        assert!(all.with(&Stretches::parse("100000-100002", i32::MAX), 5_000).0.len() <= MOST);
    }
}
