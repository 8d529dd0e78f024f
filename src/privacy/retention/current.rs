//! The terms as they hold, held in memory: with every request it is decided what is over, and asking for that each
//! time would be a statement more on each page.

use std::sync::{Arc, PoisonError, RwLock};

use super::model::{Kind, POLICIES, Policy};
use super::queries::terms as changes;
use super::terms::{Change, History, shortens};
use crate::access::Horizon;
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;
use crate::site::Site;

/// The terms of an installation, from the first day to now.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The changes that were confirmed, those of one kind in their order. They are never taken back.
    changes: Vec<Change>,
    participation: History,
    progress: History,
    sign_ins: History,
    addresses: History,
    browsers: History,
}

/// Terms that are not what they were.
#[derive(Debug, Clone, Copy)]
pub struct Changed {
    /// What held before.
    pub before: Policy,
    /// What holds now.
    pub now: Policy,
    /// Since when.
    pub since: Moment,
}

impl Terms {
    /// What holds as long as no officer changes it.
    pub fn first() -> Self {
        Self::new(Vec::new())
    }

    /// What holds now.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn load(db: &mut Db) -> Result<Self> {
        Ok(Self::new(changes::all_in_force(db)?))
    }

    fn new(changes: Vec<Change>) -> Self {
        let of = |kind: Kind| {
            let changes: Vec<Change> = changes.iter().filter(|change| change.kind == kind).cloned().collect();
            History::new(kind, &changes)
        };
        Self {
            participation: of(Kind::Participation),
            progress: of(Kind::Progress),
            sign_ins: of(Kind::SignIn),
            addresses: of(Kind::SignInAddress),
            browsers: of(Kind::SignInBrowser),
            changes,
        }
    }

    /// How far back pages look at `now`.
    pub fn horizon(&self, now: Moment) -> Horizon {
        Horizon {
            people: self.participation.cutoff_day(now),
            progress: self.progress.cutoff(now),
            sign_ins: self.sign_ins.cutoff(now),
            addresses: self.addresses.cutoff(now),
            browsers: self.browsers.cutoff(now),
        }
    }

    /// The policy that is called `kind`, as it holds now.
    pub fn of(&self, kind: &str) -> Option<Policy> {
        let changed = self.changes.iter().rfind(|change| change.kind.as_str() == kind).map(Change::policy);
        changed.or_else(|| POLICIES.iter().find(|policy| policy.kind == kind).copied())
    }

    /// The kinds whose terms were changed, in the order of the policies.
    pub fn changed(&self) -> Vec<Changed> {
        let last = |kind: &Kind| self.steps(*kind).last();
        Kind::ALL.iter().filter_map(last).collect()
    }

    /// When a term became longer than it was, each time up to `now`, the first one first.
    pub fn lengthened(&self, now: Moment) -> Vec<Moment> {
        let steps = Kind::ALL.iter().flat_map(|kind| self.steps(*kind));
        let longer = steps.filter(|step| shortens(&step.now, &step.before) && step.since <= now);
        let mut moments: Vec<Moment> = longer.map(|step| step.since).collect();
        moments.sort();
        moments
    }

    fn steps(&self, kind: Kind) -> impl Iterator<Item = Changed> {
        let changes = self.changes.iter().filter(move |change| change.kind == kind);
        changes.scan(kind.policy(), |held, change| {
            let now = change.policy();
            let before = std::mem::replace(held, now);
            Some(Changed { before, now, since: change.decided_at.unwrap_or(change.proposed_at) })
        })
    }
}

/// The terms as this process knows them.
pub struct Current(RwLock<Arc<Terms>>);

impl Current {
    /// As they are now.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn load(db: &mut Db) -> Result<Self> {
        Ok(Self(RwLock::new(Arc::new(Terms::load(db)?))))
    }

    /// As they were when last looked at.
    pub fn get(&self) -> Arc<Terms> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes over what is `newer`; of two who asked at the same time, the one that knows less comes too late.
    fn learn(&self, newer: Terms) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if newer.changes.len() > known.changes.len() {
            *known = Arc::new(newer);
        }
    }
}

/// Looks whether terms were changed, here or by another process on the same data. When the database refuses, pages
/// go by what was known until it answers again.
pub async fn look_again(site: &Site) {
    match site.read(Terms::load).await {
        Ok(newer) => site.terms.learn(newer),
        Err(error) => tracing::warn!(error = %error, "whether terms were changed could not be looked up"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;
    use crate::privacy::retention::terms::{ChangeId, State};

    fn terms(changes: &[(Kind, &str, Option<i32>, i32)]) -> Terms {
        let change = |(version, (kind, at, portal, destroy)): (i32, &(Kind, &str, Option<i32>, i32))| Change {
            id: ChangeId(i64::from(version)),
            kind: *kind,
            portal: *portal,
            destroy: *destroy,
            state: State::InForce,
            proposed_by: None,
            proposed_at: parse(at).unwrap(),
            decided_at: Some(parse(at).unwrap()),
            version: Some(version),
        };
        Terms::new((2..).zip(changes).map(change).collect())
    }

    #[test]
    fn only_what_became_longer_is_a_reason_to_read_again() {
        let at = |text: &str| parse(text).unwrap();
        let terms = terms(&[
            (Kind::Letter, "2027-01-10T12:00", None, 12),
            (Kind::Upload, "2027-01-11T12:00", Some(4), 5),
            (Kind::Letter, "2027-01-12T12:00", None, 18),
        ]);
        assert_eq!(terms.lengthened(at("2027-01-11T11:59:59")), []);
        let longer = [at("2027-01-11T12:00"), at("2027-01-12T12:00")];
        assert_eq!(terms.lengthened(at("2027-01-12T12:00")), longer, "longer than it was, not than at first");
        let letter = terms.changed().into_iter().find(|changed| changed.now.kind == "letter").unwrap();
        assert_eq!((letter.before.destroy.count(), letter.now.destroy.count()), (12, 18));
        assert_eq!(terms.of("letter").unwrap().destroy.count(), 18);
        assert_eq!(terms.of("intake"), Some(Kind::Intake.policy()));
        assert_eq!(terms.of("link").unwrap().kind, "link");
        assert!(terms.of("nothing").is_none() && Terms::first().changed().is_empty());
    }

    #[test]
    fn pages_look_as_far_back_as_the_terms_reach() {
        let now = parse("2026-11-24T10:00").unwrap();
        let day = |terms: &Terms| terms.horizon(now).people.to_string();
        assert_eq!(day(&Terms::first()), "2023-11-24");
        assert_eq!(Terms::first().horizon(now).progress, parse("2024-11-24").unwrap());
        assert_eq!(day(&terms(&[(Kind::Participation, "2026-11-24T09:00", None, 1)])), "2026-10-24");
    }
}
