//! The colour of the training company, as the operator writes it.

use anyhow::bail;

/// The colour that `text` is, as #rrggbb. White letters on it must stand out (WCAG: at least 4.5 to 1).
pub(super) fn read(text: &str) -> anyhow::Result<(u8, u8, u8)> {
    let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii());
    let part = |at: usize| digits.and_then(|d| u8::from_str_radix(d.get(at..at + 2)?, 16).ok());
    let (Some(red), Some(green), Some(blue)) = (part(0), part(2), part(4)) else {
        bail!("TRAJECT_COLOUR is {text}: write a colour as #00545c");
    };
    let light = |part: u8| {
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
    if 1.05 / (luminance + 0.05) < 4.5 {
        bail!("TRAJECT_COLOUR is {text}: white letters do not stand out on it, choose a darker one");
    }
    Ok((red, green, blue))
}
