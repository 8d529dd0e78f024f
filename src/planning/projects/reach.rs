//! Which projects and participants a scope reaches: the wall between clients, in two places.
//! A query of any feature that joins one of the two tables passes through here on its way to the database.
//! The subqueries name their tables by aliases, so that the query itself may join the same tables.

/// The boxed query `$query`, which joins `projects`, limited to the projects within `$scope`.
macro_rules! projects_within {
    ($query:expr, $scope:expr) => {{
        use $crate::access::Reach;
        use $crate::platform::db::schema::{groups, participants, project_leaders, projects};
        let query = $query;
        match $scope.reach() {
            Reach::Own(person) => {
                let own = diesel::alias!(participants as own_participants);
                query.filter(
                    projects::id.eq_any(
                        own.filter(own.field(participants::person_id).eq(person))
                            .select(own.field(participants::project_id)),
                    ),
                )
            }
            Reach::Led(person) => {
                let led = diesel::alias!(project_leaders as led_projects);
                query.filter(
                    projects::id.eq_any(
                        led.filter(led.field(project_leaders::person_id).eq(person))
                            .select(led.field(project_leaders::project_id)),
                    ),
                )
            }
            Reach::Taught(person) => {
                let taught = diesel::alias!(groups as taught_groups);
                query.filter(projects::id.eq_any(
                    taught.filter(taught.field(groups::trainer_id).eq(person)).select(taught.field(groups::project_id)),
                ))
            }
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
            Reach::Led(person) => {
                let led = diesel::alias!(project_leaders as led_projects);
                query.filter(
                    participants::project_id.eq_any(
                        led.filter(led.field(project_leaders::person_id).eq(person))
                            .select(led.field(project_leaders::project_id)),
                    ),
                )
            }
            Reach::Taught(person) => {
                let (placed, taught) = diesel::alias!(enrolments as taught_enrolments, groups as taught_groups);
                query.filter(
                    participants::id.eq_any(
                        placed
                            .inner_join(taught.on(taught.field(groups::id).eq(placed.field(enrolments::group_id))))
                            .filter(taught.field(groups::trainer_id).eq(person))
                            .select(placed.field(enrolments::participant_id)),
                    ),
                )
            }
            Reach::All => query,
        }
    }};
}
pub(crate) use participants_within;
