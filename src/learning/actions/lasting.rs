//! What was done stays as long as the person does something now and then: two years of silence end it. The sweep
//! destroys it; whoever follows others does not see it from the first second after.
//!
//! The pages of students themselves need no look at this. Signing in is doing something, and writes
//! `accounts.last_seen_at`, as does each page that comes five minutes after the one before. A session lives for
//! twelve hours without that at most, and the shortest term that officers can set is a month. So whoever reads
//! their own page was seen within the term, and nothing of what they did is over.

/// Whether what was done, a row of `completions` joined with `participants`, is not over for `$scope`. The moment
/// of doing comes first: what was done of late needs no look at what else the person did.
macro_rules! done_lasts {
    ($scope:expr) => {{
        use $crate::platform::db::schema::{completions, participants};
        let since = $scope.horizon().progress;
        completions::done_at
            .ge(since)
            .or(participants::created_at.ge(since))
            .or($crate::privacy::retention::active_since!(participants::person_id, since))
    }};
}
pub(crate) use done_lasts;
