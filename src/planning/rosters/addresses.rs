//! E-mail addresses as people put them in a cell.

/// The address in a cell, without what mail programs put around it ("Naam <a@b.nl>", "mailto:",
/// a closing semicolon). `None` if what is left is no address that mail can be sent to. Capitals
/// and international domains stay as typed.
pub fn address(cell: &str) -> Option<String> {
    let address = unwrapped(cell);
    let (local, domain) = address.split_once('@')?;
    (is_local(local) && is_domain(domain)).then(|| address.to_owned())
}

fn unwrapped(cell: &str) -> &str {
    let mut text = cell.trim().trim_end_matches([';', ',', ' ']);
    if let Some((_, inside)) = text.strip_suffix('>').and_then(|t| t.rsplit_once('<')) {
        text = inside.trim();
    }
    if let Some((scheme, rest)) = text.split_once(':')
        && scheme.eq_ignore_ascii_case("mailto")
    {
        text = rest.split('?').next().unwrap_or(rest).trim();
    }
    if let Some(inside) = text.strip_prefix('\'').and_then(|t| t.strip_suffix('\'')) {
        text = inside;
    }
    text.strip_suffix('.').unwrap_or(text)
}

/// An accent before the @ is nearly always a slip, and few mail servers take one. A first
/// character that a spreadsheet reads as a formula or a mailer as an option is never one.
fn is_local(local: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c);
    local.len() <= 64
        && local.chars().all(allowed)
        && !local.starts_with(['=', '+', '-'])
        && local.split('.').all(|atom| !atom.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.split('.').all(is_label)
        && top.chars().count() >= 2
        && !top.chars().all(|c| c.is_ascii_digit())
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.chars().count())
        && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_addresses_stay_as_typed() {
        for typed in ["Jan.deBoer+cursus@Example.NL", "o'neill@example.com", "zoe@büro.example.nl", "a@b.c.example.nl"]
        {
            assert_eq!(address(typed).as_deref(), Some(typed));
        }
    }

    #[test]
    fn what_mail_programs_put_around_it_is_taken_off() {
        for typed in [
            "Boer, Jan de <jan@example.nl>",
            "mailto:jan@example.nl",
            "MAILTO:jan@example.nl?subject=Training",
            "<mailto:jan@example.nl>",
            "jan@example.nl;",
            "'jan@example.nl'",
            " jan@example.nl. ",
        ] {
            assert_eq!(address(typed).as_deref(), Some("jan@example.nl"), "{typed}");
        }
    }

    #[test]
    fn what_mail_cannot_reach_is_refused() {
        let long = format!("{}@example.nl", "a".repeat(65));
        for typed in [
            "",
            "jan",
            "@example.nl",
            "jan@",
            "jan@example",
            "jan@@example.nl",
            "jan@example.nl; piet@example.nl",
            "jan @example.nl",
            "jan@exa mple.nl",
            "jan@.example.nl",
            "jan@example..nl",
            "jan..boer@example.nl",
            ".jan@example.nl",
            "jan@-example.nl",
            "jan@192.168.1.1",
            "jan@example.n",
            "zoë@example.nl",
            "jan\u{0}@example.nl",
            "=cmd@example.nl",
            "-f@example.nl",
            &long,
        ] {
            assert_eq!(address(typed), None, "{typed}");
        }
    }
}
