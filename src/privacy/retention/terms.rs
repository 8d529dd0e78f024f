//! Terms over time. A change of terms is a step; what a row lives by follows from when its clock started:
//! longer terms count from then on, shorter ones at once and for good.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Kind, Policy};
use super::term::Term;
use crate::access::accounts::AccountId;
use crate::platform::clock::local;
use crate::platform::db::{Moment, id, text_enum};

id!(
    /// The number of a change of terms.
    ChangeId
);

text_enum!(
    /// How far a change of terms is.
    State {
        /// One officer asked for it.
        Proposed = "proposed",
        /// A second officer confirmed it.
        InForce = "in_force",
        /// It was taken back, or refused.
        Withdrawn = "withdrawn",
    }
);

/// A change of terms.
#[derive(Debug, Clone, Queryable)]
pub struct Change {
    /// Its number.
    pub id: ChangeId,
    /// What it is about.
    pub kind: Kind,
    /// How long its owner sees it, in the unit of the policy.
    pub portal: Option<i32>,
    /// How long it is kept, in the unit of the policy.
    pub destroy: i32,
    /// How far it is.
    pub state: State,
    /// The officer who asked for it, as long as their account is there.
    pub proposed_by: Option<AccountId>,
    /// When they did.
    pub proposed_at: Moment,
    /// When it was confirmed or withdrawn.
    pub decided_at: Option<Moment>,
    /// The version of the terms it became.
    pub version: Option<i32>,
}

impl Change {
    /// The policy as this change makes it.
    pub fn policy(&self) -> Policy {
        let mut policy = with_terms(self.kind.policy(), self.portal, self.destroy);
        policy.version = self.version.unwrap_or(policy.version);
        policy
    }

    /// The officer `me` as the second one, who may confirm; nobody confirms what they asked for themselves, or
    /// what nobody is known to have asked for.
    pub fn second_officer(&self, me: AccountId) -> Option<SecondOfficer> {
        self.proposed_by.filter(|first| *first != me).map(|_| SecondOfficer(me))
    }
}

/// An officer who is not the one that asked for a change.
#[derive(Debug, Clone, Copy)]
pub struct SecondOfficer(AccountId);

impl SecondOfficer {
    /// Their account.
    pub fn account(self) -> AccountId {
        self.0
    }
}

/// `policy` with other terms, in its own units.
pub fn with_terms(policy: Policy, portal: Option<i32>, destroy: i32) -> Policy {
    Policy {
        portal: policy.portal.map(|term| portal.map_or(term, |count| term.of_same_unit(count))),
        destroy: policy.destroy.of_same_unit(destroy),
        ..policy
    }
}

/// Whether `new` ends any life sooner than `old`.
pub fn shortens(old: &Policy, new: &Policy) -> bool {
    let shorter = |old: Term, new: Term| new.count() < old.count();
    shorter(old.destroy, new.destroy) || old.portal.zip(new.portal).is_some_and(|(old, new)| shorter(old, new))
}

/// The terms of one kind, from the first day to now.
#[derive(Debug, Clone)]
pub struct History {
    first: Policy,
    steps: Vec<(Moment, Policy)>,
}

impl History {
    /// The terms of `kind`, changed by `changes`, the oldest first.
    pub fn new(kind: Kind, changes: &[Change]) -> Self {
        let steps = changes.iter().filter_map(|change| Some((change.decided_at?, change.policy())));
        Self { first: kind.policy(), steps: steps.collect() }
    }

    /// What holds now.
    pub fn in_force(&self) -> Policy {
        self.steps.last().map_or(self.first, |step| step.1)
    }

    /// Rows whose clock started before this moment are over at `now`; what started then or later is not.
    pub fn cutoff(&self, now: Moment) -> Moment {
        let starts = std::iter::once(None).chain(self.steps.iter().map(|step| Some(step.0)));
        let mut cutoff: Option<Moment> = None;
        for (at, from) in starts.enumerate() {
            let first = (at == 0).then_some(self.first.destroy);
            let later = self.steps.iter().skip(at.saturating_sub(1)).map(|step| step.1.destroy);
            // The shortest that held since the clock started: a shortening is never undone.
            let Some(term) = first.into_iter().chain(later).min_by_key(|term| term.count()) else { continue };
            let start = term.start_of_what_lasts(now);
            if from.is_some_and(|from| start <= from) {
                continue;
            }
            let until = self.steps.get(at).map(|step| step.0);
            let over = until.map_or(start, |until| start.min(until));
            cutoff = Some(cutoff.map_or(over, |known| known.max(over)));
        }
        cutoff.unwrap_or_else(|| self.in_force().destroy.start_of_what_lasts(now))
    }

    /// As [`Self::cutoff`], for clocks that start at the end of a day: what ended before this day is over.
    pub fn cutoff_day(&self, now: Moment) -> NaiveDate {
        local(self.cutoff(now)).date()
    }

    /// The last moment of what started at `from`.
    pub fn end(&self, from: Moment) -> Moment {
        let before = self.steps.iter().take_while(|step| step.0 <= from).last().map_or(self.first, |step| step.1);
        let later = self.steps.iter().filter(|step| step.0 > from).map(|step| step.1.destroy);
        let term = later.chain([before.destroy]).min_by_key(|term| term.count());
        term.unwrap_or(before.destroy).end(from)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::platform::clock::parse;

    fn at(text: &str) -> Moment {
        parse(text).unwrap()
    }

    fn history(steps: &[(&str, i32)]) -> History {
        let change = |(n, (when, months)): (usize, &(&str, i32))| Change {
            id: ChangeId(1),
            kind: Kind::Letter,
            portal: None,
            destroy: *months,
            state: State::InForce,
            proposed_by: None,
            proposed_at: at(when),
            decided_at: Some(at(when)),
            version: Some(2 + i32::try_from(n).unwrap()),
        };
        let changes: Vec<_> = steps.iter().enumerate().map(change).collect();
        History::new(Kind::Letter, &changes)
    }

    #[test]
    fn shorter_counts_at_once_and_longer_for_what_comes_after() {
        let shorter = history(&[("2027-01-10T12:00", 12)]);
        assert_eq!(shorter.end(at("2026-12-01T12:00")), at("2027-12-01T23:59:59"));
        let longer = history(&[("2027-01-10T12:00", 36)]);
        assert_eq!(longer.end(at("2027-01-10T11:59:59")), at("2029-01-10T23:59:59"));
        assert_eq!(longer.end(at("2027-01-10T12:00")), at("2030-01-10T23:59:59"));
        // Shorter, and back again: what there was when it got shorter is not brought back.
        let both = history(&[("2027-01-10T12:00", 6), ("2027-03-10T12:00", 24)]);
        assert_eq!(both.end(at("2027-02-01T12:00")), at("2027-08-01T23:59:59"));
        assert_eq!(both.end(at("2027-03-11T12:00")), at("2029-03-11T23:59:59"));
        assert_eq!(both.in_force().version, 3);
    }

    #[test]
    fn what_the_cutoff_says_is_what_each_row_says() {
        let histories = [
            history(&[]),
            history(&[("2027-01-10T12:00", 12)]),
            history(&[("2027-01-10T12:00", 36)]),
            history(&[("2027-01-10T12:00", 6), ("2027-03-10T12:00", 24)]),
            history(&[("2026-06-10T12:00", 3), ("2026-06-20T12:00", 5), ("2026-12-31T23:59:59", 4)]),
        ];
        for history in &histories {
            for day in (0..1600).step_by(3) {
                let now = at("2026-11-01T03:00").plus(TimeDelta::days(day));
                let cutoff = history.cutoff(now);
                for back in (0..1500).step_by(7) {
                    let from = now.minus(TimeDelta::days(back)).minus(TimeDelta::hours(back % 24));
                    assert_eq!(history.end(from) < now, from < cutoff, "{} {}", now.rfc3339(), from.rfc3339());
                }
                assert!(history.end(cutoff) >= now);
                assert!(history.end(cutoff.minus(TimeDelta::seconds(1))) < now);
            }
        }
    }

    #[test]
    fn nobody_is_their_own_second_officer() {
        let change = Change {
            id: ChangeId(1),
            kind: Kind::Upload,
            portal: Some(2),
            destroy: 4,
            state: State::Proposed,
            proposed_by: Some(AccountId(7)),
            proposed_at: at("2027-01-10T12:00"),
            decided_at: None,
            version: None,
        };
        assert!(change.second_officer(AccountId(7)).is_none());
        assert_eq!(change.second_officer(AccountId(8)).unwrap().account(), AccountId(8));
        let orphan = Change { proposed_by: None, ..change };
        assert!(orphan.second_officer(AccountId(8)).is_none());
        assert!(shortens(&Kind::Upload.policy(), &orphan.policy()));
        assert!(!shortens(&orphan.policy(), &Kind::Upload.policy()));
    }
}
