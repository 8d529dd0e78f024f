//! What officers type: other terms, and a hold.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::holds::{About, NewHold, Reason};
use super::model::Kind;
use crate::platform::clock::end_of_day;
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// How long a hold lasts at most; after that it can be placed again, for a reason that still stands.
const LONGEST: Days = Days::new(366);

/// Other terms of a kind of data, as they were typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TermsForm {
    /// What it is about.
    pub kind: String,
    /// How long its owner sees it.
    pub portal: String,
    /// How long it is kept.
    pub destroy: String,
    /// Whether the consequences were seen.
    pub sure: String,
}

impl TermsForm {
    /// The form of the terms as they are.
    pub fn of(kind: Kind, portal: Option<i32>, destroy: i32) -> Self {
        let portal = portal.map(|n| n.to_string()).unwrap_or_default();
        Self { kind: kind.as_str().into(), portal, destroy: destroy.to_string(), sure: String::new() }
    }

    /// The terms that were meant, in the units of the policy.
    pub fn check(&self, kind: Kind) -> Result<(Option<i32>, i32), Errors> {
        let mut errors = Errors::default();
        let policy = kind.policy();
        let most = policy.most.map_or(policy.destroy.count(), |most| most.count());
        let portal = policy.portal.and_then(|_| errors.number("portal", &self.portal, 1, most));
        let destroy = errors.number("destroy", &self.destroy, 1, most);
        if portal.zip(destroy).is_some_and(|(portal, destroy)| portal > destroy) {
            errors.add("portal", Wrong::NotANumber(1, i64::from(destroy.unwrap_or(most))));
        }
        errors.or((portal, destroy.unwrap_or(most)))
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        [("portal", t.retention_portal()), ("destroy", t.retention_destroyed())]
            .map(|(field, label)| (field.to_owned(), label))
            .into()
    }
}

/// A hold, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HoldForm {
    /// What it is about.
    pub about: String,
    /// The number of that.
    pub number: String,
    /// Its last day.
    pub until: String,
    /// Why.
    pub reason: String,
    /// What officers want to remember about it.
    pub note: String,
}

impl HoldForm {
    /// The hold that was meant.
    pub fn check(&self, today: NaiveDate) -> Result<NewHold, Errors> {
        let mut errors = Errors::default();
        let about = About::parse(&self.about);
        if about.is_none() {
            errors.add("about", if self.about.is_empty() { Wrong::Required } else { Wrong::NotAChoice });
        }
        let number = errors.number("number", &self.number, 1, i32::MAX);
        let until = errors.date("until", &self.until);
        if until.is_some_and(|until| until < today || until > today + LONGEST) {
            errors.add("until", Wrong::NotWithinAYear);
        }
        let reason = Reason::parse(&self.reason);
        if reason.is_none() {
            errors.add("reason", if self.reason.is_empty() { Wrong::Required } else { Wrong::NotAChoice });
        }
        let note = errors.optional("note", &self.note, 120).unwrap_or_default();
        match (about, number, until, reason) {
            (Some(about), Some(number), Some(until), Some(reason)) => {
                errors.or(NewHold { about, number: i64::from(number), until_at: end_of_day(until), reason, note })
            }
            _ => Err(errors),
        }
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        let labels = [
            ("about", t.retention_hold_about()),
            ("number", t.retention_hold_number()),
            ("until", t.retention_hold_until()),
            ("reason", t.retention_hold_reason()),
            ("note", t.retention_hold_note()),
        ];
        labels.map(|(field, label)| (field.to_owned(), label)).into()
    }
}

/// That the clock is right, as it was shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ClockForm {
    /// What the clock said on the page.
    pub seen: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_stay_within_their_bounds() {
        let check = |portal: &str, destroy: &str| {
            let form = TermsForm { portal: portal.into(), destroy: destroy.into(), ..TermsForm::default() };
            form.check(Kind::Upload).ok()
        };
        assert_eq!(check("2", "4"), Some((Some(2), 4)));
        assert_eq!(check("12", "12"), Some((Some(12), 12)));
        for (portal, destroy) in [("0", "4"), ("2", "13"), ("5", "4"), ("", "4"), ("2", "-1"), ("2", "x")] {
            assert_eq!(check(portal, destroy), None, "{portal} {destroy}");
        }
    }

    #[test]
    fn a_hold_has_an_end_within_a_year_and_a_reason_of_the_list() {
        let today: NaiveDate = "2026-11-24".parse().unwrap();
        let form = HoldForm {
            about: "person".into(),
            number: "3".into(),
            until: "2027-11-24".into(),
            reason: "dispute".into(),
            note: String::new(),
        };
        assert_eq!(form.check(today).unwrap().until_at, end_of_day("2027-11-24".parse().unwrap()));
        let refused = |form: HoldForm, field: &str| assert!(form.check(today).unwrap_err().has(field), "{field}");
        refused(HoldForm { until: "2026-11-23".into(), ..form.clone() }, "until");
        refused(HoldForm { until: "2027-11-26".into(), ..form.clone() }, "until");
        refused(HoldForm { reason: "because".into(), ..form.clone() }, "reason");
        refused(HoldForm { about: "client".into(), ..form.clone() }, "about");
        refused(HoldForm { number: "0".into(), ..form.clone() }, "number");
        refused(HoldForm { note: "x".repeat(121), ..form }, "note");
    }
}
