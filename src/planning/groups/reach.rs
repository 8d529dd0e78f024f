//! Which groups a scope reaches. The tables looked in are aliases, so that the query may join them too.

/// The boxed query `$query`, which joins `groups`, limited to the groups within `$scope`: those one is in,
/// those of led projects and those one teaches, of projects that still have people; or all.
macro_rules! groups_within {
    ($query:expr, $scope:expr) => {{
        use diesel::prelude::*;
        use $crate::access::Reach;
        use $crate::planning::projects::lasting;
        use $crate::platform::db::schema::{enrolments, groups, participants, project_leaders};
        let (lead, place, part) =
            diesel::alias!(project_leaders as led_project, enrolments as own_place, participants as own_part);
        let query = $query;
        match $scope.reach() {
            Reach::Own(person) => query.filter(lasting!(groups::project_id, $scope)).filter(
                groups::id.eq_any(
                    place
                        .inner_join(part.on(part.field(participants::id).eq(place.field(enrolments::participant_id))))
                        .filter(part.field(participants::person_id).eq(person))
                        .select(place.field(enrolments::group_id)),
                ),
            ),
            Reach::Led(person) => query.filter(lasting!(groups::project_id, $scope)).filter(
                groups::project_id.eq_any(
                    lead.filter(lead.field(project_leaders::person_id).eq(person))
                        .select(lead.field(project_leaders::project_id)),
                ),
            ),
            Reach::Taught(person) => {
                query.filter(groups::trainer_id.eq(person)).filter(lasting!(groups::project_id, $scope))
            }
            Reach::All => query,
        }
    }};
}
pub(crate) use groups_within;
