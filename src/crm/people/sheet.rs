//! What somebody keeps of themselves, field by field, and how two windows that were open at once come together.

/// The fields, in the order of the form.
pub const FIELDS: [&str; 11] = [
    "first_name",
    "initials",
    "infix",
    "last_name",
    "street",
    "postcode",
    "city",
    "phone",
    "language",
    "meetings",
    "messages",
];

/// A value for each of [`FIELDS`], empty where there is none.
pub type Sheet = [String; FIELDS.len()];

/// A field that was changed in two places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The field.
    pub field: &'static str,
    /// What it says by now.
    pub now: String,
}

/// What comes of `typed` in a form that showed `seen`, now that `kept` is what there is: each field as whoever changed
/// it left it.
///
/// # Errors
/// The fields that were changed here and elsewhere, each into something else.
pub fn merged(seen: &Sheet, typed: &Sheet, kept: &Sheet) -> Result<Sheet, Vec<Clash>> {
    let (mut sheet, mut clashes) = (kept.clone(), Vec::new());
    let fields = FIELDS.iter().zip(seen).zip(typed.iter().zip(kept)).zip(&mut sheet);
    for (((field, seen), (typed, kept)), value) in fields {
        if typed == seen || typed == kept {
            continue;
        }
        if kept == seen {
            value.clone_from(typed);
        } else {
            clashes.push(Clash { field, now: kept.clone() });
        }
    }
    if clashes.is_empty() { Ok(sheet) } else { Err(clashes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(phone: &str, city: &str) -> Sheet {
        let value = |field: &&str| match *field {
            "phone" => phone.to_owned(),
            "city" => city.to_owned(),
            _ => String::new(),
        };
        std::array::from_fn(|at| value(&FIELDS[at]))
    }

    #[test]
    fn what_was_changed_in_either_window_stays_changed() {
        let seen = sheet("06 1", "Delft");
        assert_eq!(merged(&seen, &sheet("06 2", "Delft"), &seen), Ok(sheet("06 2", "Delft")));
        assert_eq!(merged(&seen, &sheet("06 1", "Gouda"), &sheet("06 2", "Delft")), Ok(sheet("06 2", "Gouda")));
        assert_eq!(merged(&seen, &sheet("", "Delft"), &sheet("06 1", "")), Ok(sheet("", "")));
        assert_eq!(merged(&seen, &sheet("06 2", "Delft"), &sheet("06 2", "Delft")), Ok(sheet("06 2", "Delft")));
    }

    #[test]
    fn the_same_field_changed_twice_is_for_its_owner_to_decide() {
        let clashes = merged(&sheet("06 1", ""), &sheet("06 2", "Gouda"), &sheet("06 3", "")).unwrap_err();
        assert_eq!(clashes, [Clash { field: "phone", now: "06 3".into() }]);
    }
}
