//! Which projects and participants a scope reaches: the wall between clients, in two places.
//! A query of any feature that joins one of the two tables passes through here on its way to the database.

/// The boxed query `$query`, which joins `projects`, limited to the projects within `$scope`.
macro_rules! projects_within {
    ($query:expr, $scope:expr) => {{
        use $crate::access::Reach;
        use $crate::platform::db::schema::{groups, participants, project_leaders, projects};
        let query = $query;
        match $scope.reach() {
            Reach::Own(person) => query.filter(projects::id.eq_any(
                participants::table.filter(participants::person_id.eq(person)).select(participants::project_id),
            )),
            Reach::Led(person) => query.filter(
                projects::id.eq_any(
                    project_leaders::table
                        .filter(project_leaders::person_id.eq(person))
                        .select(project_leaders::project_id),
                ),
            ),
            Reach::Taught(person) => query.filter(
                projects::id.eq_any(groups::table.filter(groups::trainer_id.eq(person)).select(groups::project_id)),
            ),
            Reach::All => query,
        }
    }};
}
pub(crate) use projects_within;

/// The boxed query `$query`, which joins `participants`, limited to the participants within `$scope`:
/// oneself, those of led projects, those of taught groups, or all.
macro_rules! participants_within {
    ($query:expr, $scope:expr) => {{
        use $crate::access::Reach;
        use $crate::platform::db::schema::{enrolments, groups, participants, project_leaders};
        let query = $query;
        match $scope.reach() {
            Reach::Own(person) => query.filter(participants::person_id.eq(person)),
            Reach::Led(person) => query.filter(
                participants::project_id.eq_any(
                    project_leaders::table
                        .filter(project_leaders::person_id.eq(person))
                        .select(project_leaders::project_id),
                ),
            ),
            Reach::Taught(person) => query.filter(
                participants::id.eq_any(
                    enrolments::table
                        .inner_join(groups::table)
                        .filter(groups::trainer_id.eq(person))
                        .select(enrolments::participant_id),
                ),
            ),
            Reach::All => query,
        }
    }};
}
pub(crate) use participants_within;
