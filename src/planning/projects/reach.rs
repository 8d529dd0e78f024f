//! Which projects and participants a scope reaches: the wall between clients, in two places.
//! A query of any feature that joins one of the two tables passes through here on its way to the database.
//! The tables looked in are aliases, so that the query itself may join them too.

/// The boxed query `$query`, which joins `projects`, limited to the projects within `$scope`.
macro_rules! projects_within {
    ($query:expr, $scope:expr) => {{
        use diesel::prelude::*;
        use $crate::access::Reach;
        use $crate::platform::db::schema::{groups, participants, project_leaders, projects};
        let (part, lead, taught) =
            diesel::alias!(participants as own_part, project_leaders as led_project, groups as taught_group);
        let query = $query;
        match $scope.reach() {
            Reach::Own(person) => query.filter(
                projects::id.eq_any(
                    part.filter(part.field(participants::person_id).eq(person))
                        .select(part.field(participants::project_id)),
                ),
            ),
            Reach::Led(person) => query.filter(
                projects::id.eq_any(
                    lead.filter(lead.field(project_leaders::person_id).eq(person))
                        .select(lead.field(project_leaders::project_id)),
                ),
            ),
            Reach::Taught(person) => query.filter(projects::id.eq_any(
                taught.filter(taught.field(groups::trainer_id).eq(person)).select(taught.field(groups::project_id)),
            )),
            Reach::All => query,
        }
    }};
}
pub(crate) use projects_within;

/// The boxed query `$query`, which joins `participants`, limited to the participants within `$scope`:
/// oneself, those of led projects, those of taught groups, or all.
macro_rules! participants_within {
    ($query:expr, $scope:expr) => {{
        use diesel::prelude::*;
        use $crate::access::Reach;
        use $crate::platform::db::schema::{enrolments, groups, participants, project_leaders};
        let (lead, place, taught) =
            diesel::alias!(project_leaders as led_project, enrolments as taught_place, groups as taught_group);
        let query = $query;
        match $scope.reach() {
            Reach::Own(person) => query.filter(participants::person_id.eq(person)),
            Reach::Led(person) => query.filter(
                participants::project_id.eq_any(
                    lead.filter(lead.field(project_leaders::person_id).eq(person))
                        .select(lead.field(project_leaders::project_id)),
                ),
            ),
            Reach::Taught(person) => query.filter(
                participants::id.eq_any(
                    place
                        .inner_join(taught.on(taught.field(groups::id).eq(place.field(enrolments::group_id))))
                        .filter(taught.field(groups::trainer_id).eq(person))
                        .select(place.field(enrolments::participant_id)),
                ),
            ),
            Reach::All => query,
        }
    }};
}
pub(crate) use participants_within;
