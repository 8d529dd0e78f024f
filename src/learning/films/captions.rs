//! Captions in WebVTT (<https://www.w3.org/TR/webvtt1/>), checked before they are kept: a browser shows nothing at all
//! of what it does not understand, and says so to nobody.

use crate::platform::web::Wrong;

/// `text` with one kind of line end, when it can be shown with a film of `seconds`.
///
/// # Errors
/// The first line that is wrong, and why.
pub fn checked(text: &str, seconds: i32) -> Result<String, Wrong> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    let mut lines = (1..).zip(text.lines().map(str::trim_end)).peekable();
    let header = lines.next().map_or("", |(_, line)| line);
    if !(header == "WEBVTT" || header.starts_with("WEBVTT ") || header.starts_with("WEBVTT\t")) {
        return Err(Wrong::Captions(1, "header"));
    }
    let (mut cues, mut last, mut in_cue) = (0, 0, false);
    for (number, line) in lines {
        let wrong = |why| Err(Wrong::Captions(number, why));
        let Some((from, to)) = line.split_once("-->") else {
            in_cue &= !line.is_empty();
            continue;
        };
        // Between the times of a cue and the blank line after it there are words.
        if in_cue {
            return wrong("blank");
        }
        if line.contains(',') && moment(from).is_none() {
            return wrong("comma");
        }
        let to = to.split_whitespace().next().unwrap_or_default();
        let (Some(from), Some(to)) = (moment(from), moment(to)) else { return wrong("times") };
        if to <= from {
            return wrong("backwards");
        }
        if from < last {
            return wrong("order");
        }
        if from >= i64::from(seconds) * 1000 {
            return wrong("late");
        }
        (cues, last, in_cue) = (cues + 1, from, true);
    }
    if cues == 0 { Err(Wrong::Captions(1, "none")) } else { Ok(format!("{text}\n")) }
}

/// A time such as `01:02.345` or `1:00:02.345`, in milliseconds.
fn moment(text: &str) -> Option<i64> {
    let (whole, fraction) = text.trim().split_once('.')?;
    let number = |part: &str, digits: usize| {
        let fits = part.len() >= digits && part.len() <= 5 && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<i64>().ok()).flatten()
    };
    let mut parts = whole.rsplit(':');
    let (seconds, minutes) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let hours = parts.next().map_or(Some(0), |part| number(part, 1))?;
    let fits = seconds < 60 && minutes < 60 && fraction.len() == 3 && parts.next().is_none();
    let thousandths = number(fraction, 3)?;
    fits.then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "\u{feff}WEBVTT - film\r\n\r\nNOTE\r\nniet tonen\r\n\r\neerste\r\n00:01.000 --> 00:04.500 line:80%\r\nEen \
         <i>lange</i> zin\r\nvan twee regels\r\n\r\n0:00:04.500 --> 00:00:08.000\r\nEn weg.\r\n";

    #[test]
    fn good_captions_are_kept_with_one_kind_of_line_end() {
        let kept = checked(GOOD, 42).unwrap();
        assert!(kept.starts_with("WEBVTT - film\n\nNOTE\n") && kept.ends_with("En weg.\n") && !kept.contains('\r'));
        assert_eq!(checked(&kept, 42).unwrap(), kept);
    }

    #[test]
    fn the_first_wrong_line_is_named_and_why() {
        for (text, line, why) in [
            ("", 1, "header"),
            ("WEBVTTX\n\n00:01.000 --> 00:02.000\na", 1, "header"),
            ("1\n00:00:01,000 --> 00:00:02,000\na", 1, "header"),
            ("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\na", 3, "comma"),
            ("WEBVTT\n\n1:2 --> 00:02.000\na", 3, "times"),
            ("WEBVTT\n\n00:01.000 --> 00:61.000\na", 3, "times"),
            ("WEBVTT\n\n00:01.000 --> 00:01.000\na", 3, "backwards"),
            ("WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:04.000 --> 00:07.000\nb", 6, "order"),
            ("WEBVTT\n\n00:42.000 --> 00:43.000\na", 3, "late"),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb", 5, "blank"),
            ("WEBVTT\n\nNOTE niets", 1, "none"),
        ] {
            assert_eq!(checked(text, 42), Err(Wrong::Captions(line, why)), "{text}");
        }
    }
}
