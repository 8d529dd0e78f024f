//! Which threads staff reach: those of their desks, once something was said in them, of projects that still have
//! people. The tables looked in are aliases, so that the query may join them too.

/// The boxed query `$query`, which joins `threads`, limited to those that are answered at `$desks`.
macro_rules! threads_at {
    ($query:expr, $desks:expr) => {{
        use diesel::prelude::*;
        use $crate::contact::conversations::Addressee;
        use $crate::platform::db::schema::{enrolments, groups, participants, projects, threads};
        let (placed, taught) = diesel::alias!(enrolments as desk_enrolments, groups as desk_groups);
        let pupils = placed
            .inner_join(taught.on(taught.field(groups::id).eq(placed.field(enrolments::group_id))))
            .filter(taught.field(groups::trainer_id).eq($desks.taught()))
            .select(placed.field(enrolments::participant_id));
        let to_trainer = threads::addressee.eq(Addressee::Trainer).and(threads::participant_id.eq_any(pupils));
        let (part, ended) = diesel::alias!(participants as desk_participants, projects as desk_projects);
        let lasting = part
            .inner_join(ended.on(ended.field(projects::id).eq(part.field(participants::project_id))))
            .filter(part.field(participants::id).eq(threads::participant_id))
            .filter(ended.field(projects::ends_on).ge($desks.since()))
            .select(part.field(participants::id));
        $query
            .filter(threads::last_at.is_not_null())
            .filter(diesel::dsl::exists(lasting))
            .filter(threads::addressee.eq_any($desks.all()).or(to_trainer))
    }};
}
pub(crate) use threads_at;
