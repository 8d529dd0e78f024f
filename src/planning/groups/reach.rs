//! Which groups a scope reaches.

/// The boxed query `$query`, which joins `groups`, limited to the groups within `$scope`: those one is in,
/// those of led projects, those one teaches, or all.
macro_rules! groups_within {
    ($query:expr, $scope:expr) => {{
        use $crate::access::Reach;
        use $crate::platform::db::schema::{enrolments, groups, participants, project_leaders};
        let query = $query;
        match $scope.reach() {
            Reach::Own(person) => query.filter(
                groups::id.eq_any(
                    enrolments::table
                        .inner_join(participants::table)
                        .filter(participants::person_id.eq(person))
                        .select(enrolments::group_id),
                ),
            ),
            Reach::Led(person) => query.filter(
                groups::project_id.eq_any(
                    project_leaders::table
                        .filter(project_leaders::person_id.eq(person))
                        .select(project_leaders::project_id),
                ),
            ),
            Reach::Taught(person) => query.filter(groups::trainer_id.eq(person)),
            Reach::All => query,
        }
    }};
}
pub(crate) use groups_within;
