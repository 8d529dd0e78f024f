//! Which projects and participants a scope reaches, and how far back: the wall between clients, in two places.
//! A query of any feature that joins one of the two tables passes through here on its way to the database.
//! The subqueries name their tables by aliases, so that the query itself may join the same tables.
//!
//! **What is over.** Some years after its end nobody is to know any more who took part in, led or taught in a
//! project. The sweep destroys that once a day; here it is out of sight from the first second. Projects themselves
//! say nothing about anybody and stay for staff, so whoever selects an adviser or a leader asks for
//! `projects::ends_on` themselves.

/// Whether a project whose number is in the column `$project` still has people, for `$scope`.
macro_rules! lasting {
    ($project:expr, $scope:expr) => {{
        use $crate::platform::db::schema::projects;
        let last = diesel::alias!(projects as lasting_project);
        diesel::dsl::exists(
            last.filter(last.field(projects::id).eq($project))
                .filter(last.field(projects::ends_on).ge($scope.horizon().people))
                .select(last.field(projects::id)),
        )
    }};
}
pub(crate) use lasting;

/// The boxed query `$query`, which joins `projects`, limited to the projects within `$scope`: those one takes part
/// in, leads or teaches in and that still have people, or all.
macro_rules! projects_within {
    ($query:expr, $scope:expr) => {{
        use $crate::access::Reach;
        use $crate::platform::db::schema::{groups, participants, project_leaders, projects};
        let query = $query;
        let since = $scope.horizon().people;
        match $scope.reach() {
            Reach::Own(person) => {
                let own = diesel::alias!(participants as own_participants);
                query.filter(projects::ends_on.ge(since)).filter(
                    projects::id.eq_any(
                        own.filter(own.field(participants::person_id).eq(person))
                            .select(own.field(participants::project_id)),
                    ),
                )
            }
            Reach::Led(person) => {
                let led = diesel::alias!(project_leaders as led_projects);
                query.filter(projects::ends_on.ge(since)).filter(
                    projects::id.eq_any(
                        led.filter(led.field(project_leaders::person_id).eq(person))
                            .select(led.field(project_leaders::project_id)),
                    ),
                )
            }
            Reach::Taught(person) => {
                let taught = diesel::alias!(groups as taught_groups);
                query.filter(projects::ends_on.ge(since)).filter(projects::id.eq_any(
                    taught.filter(taught.field(groups::trainer_id).eq(person)).select(taught.field(groups::project_id)),
                ))
            }
            Reach::All => query,
        }
    }};
}
pub(crate) use projects_within;

/// The boxed query `$query`, which joins `participants`, limited to the participants within `$scope`:
/// oneself, those of led projects, those of taught groups, or all; of projects that still have people.
macro_rules! participants_within {
    ($query:expr, $scope:expr) => {{
        use $crate::access::Reach;
        use $crate::platform::db::schema::{enrolments, groups, participants, project_leaders, projects};
        let query = $query;
        let since = $scope.horizon().people;
        match $scope.reach() {
            Reach::Own(person) => query
                .filter(participants::person_id.eq(person))
                .filter($crate::planning::projects::lasting!(participants::project_id, $scope)),
            // One look at each project, and none at each of its people.
            Reach::Led(person) => {
                let (led, last) = diesel::alias!(project_leaders as led_projects, projects as led_lasting);
                query.filter(
                    participants::project_id.eq_any(
                        led.inner_join(last.on(last.field(projects::id).eq(led.field(project_leaders::project_id))))
                            .filter(led.field(project_leaders::person_id).eq(person))
                            .filter(last.field(projects::ends_on).ge(since))
                            .select(led.field(project_leaders::project_id)),
                    ),
                )
            }
            Reach::Taught(person) => {
                let (placed, taught, last) = diesel::alias!(
                    enrolments as taught_enrolments,
                    groups as taught_groups,
                    projects as taught_lasting
                );
                query.filter(
                    participants::id.eq_any(
                        placed
                            .inner_join(taught.on(taught.field(groups::id).eq(placed.field(enrolments::group_id))))
                            .inner_join(last.on(last.field(projects::id).eq(taught.field(groups::project_id))))
                            .filter(taught.field(groups::trainer_id).eq(person))
                            .filter(last.field(projects::ends_on).ge(since))
                            .select(placed.field(enrolments::participant_id)),
                    ),
                )
            }
            Reach::All => query.filter($crate::planning::projects::lasting!(participants::project_id, $scope)),
        }
    }};
}
pub(crate) use participants_within;
