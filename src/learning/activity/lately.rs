//! When somebody was last active. There is one answer to that, `accounts.last_seen_at`: the clocks go by it and the
//! pages show it, in the same moment and to within the five minutes in which a session is touched.

/// When the person whose number is in the column `$person` was last in the portal, unless that is over for `$scope`.
/// Whoever may not know the time takes the day of it before it leaves the query.
macro_rules! last_seen {
    ($person:expr, $scope:expr) => {{
        use $crate::platform::db::schema::accounts;
        let seen = diesel::alias!(accounts as seen_account);
        seen.filter(seen.field(accounts::person_id).eq($person))
            .filter(seen.field(accounts::last_seen_at).ge($scope.horizon().progress))
            .select(seen.field(accounts::last_seen_at))
            .single_value()
    }};
}
pub(crate) use last_seen;
