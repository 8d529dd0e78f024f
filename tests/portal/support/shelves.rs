//! Which material somebody finds, written down a second time, in SQL.

/// The material that is there for any of `participants` by now.
pub fn material(participants: &str) -> String {
    let days = if super::database::server().is_some() {
        "j.starts_on + m.release_days"
    } else {
        "date(j.starts_on, m.release_days || ' days')"
    };
    format!(
        "SELECT DISTINCT m.id FROM materials m JOIN projects j ON j.training_id = m.training_id OR j.id = m.project_id
         JOIN participants p ON p.project_id = j.id LEFT JOIN enrolments e ON e.participant_id = p.id
         WHERE p.id IN ({participants}) AND (m.participant_id IS NULL OR m.participant_id = p.id)
         AND (m.group_id IS NULL OR m.group_id = e.group_id)
         AND (m.released_at <= '2026-11-24 09:00:00' OR {days} <= '2026-11-24')"
    )
}
