//! The list of a meeting as it was sent: a mark per participant, and whether the rest was there.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::model::{Expected, Mark};
use crate::planning::projects::ParticipantId;

/// The form as it was sent; its fields are as many as there are people.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(from = "Vec<(String, String)>")]
pub struct AttendanceForm {
    marks: BTreeMap<i64, String>,
    /// Whether whoever has no mark was there.
    pub rest: bool,
    /// Whether anything was sent at all.
    pub filled: bool,
}

impl From<Vec<(String, String)>> for AttendanceForm {
    fn from(fields: Vec<(String, String)>) -> Self {
        let rest = fields.iter().any(|f| f.0 == "rest");
        let filled = fields.iter().any(|f| f.0 == "rest" || f.0 == "save" || f.0.starts_with("mark-"));
        let number = |name: &str| name.strip_prefix("mark-")?.parse().ok();
        let marks = fields.into_iter().filter_map(|(name, value)| Some((number(&name)?, value)));
        Self { marks: marks.collect(), rest, filled }
    }
}

impl AttendanceForm {
    /// What stands at `participant` on the page: what was chosen there, else nothing.
    pub fn chosen(&self, participant: ParticipantId) -> Option<Mark> {
        self.marks.get(&participant.0).and_then(|word| Mark::parse(word))
    }

    /// What is to be noted of each of `people`: what was chosen, and "present" for whoever has no mark, neither
    /// chosen nor kept, when the rest was there; whoever said that they would not come is excused. Nobody who is not
    /// on the list is noted, and a mark is never taken away by leaving it out.
    pub fn marks(&self, people: &[Expected]) -> Vec<(Expected, Mark)> {
        let mark = |person: &Expected| {
            let rest = (self.rest && person.mark.is_none()).then(|| person.announced().unwrap_or(Mark::Present));
            self.chosen(person.participant).or(rest).filter(|mark| Some(*mark) != person.mark)
        };
        people.iter().filter_map(|person| Some((person.clone(), mark(person)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::people::{Name, PersonId};
    use crate::planning::absences::Reason;
    use crate::platform::web::parse;

    fn expected(id: i64, mark: Option<Mark>) -> Expected {
        Expected { participant: ParticipantId(id), person: PersonId(id), name: Name::default(), mark, excuse: None }
    }

    fn noted(form: &str, people: &[Expected]) -> Vec<(i64, &'static str)> {
        let form: AttendanceForm = parse(form.as_bytes()).unwrap();
        form.marks(people).into_iter().map(|(who, mark)| (who.participant.0, mark.as_str())).collect()
    }

    #[test]
    fn the_rest_is_whoever_has_no_mark() {
        let people = [expected(1, Some(Mark::Excused)), expected(2, None), expected(3, None), expected(4, None)];
        assert_eq!(noted("mark-3=absent&rest=on", &people), [(2, "present"), (3, "absent"), (4, "present")]);
        assert_eq!(noted("mark-3=absent", &people), [(3, "absent")], "without the tick nobody is filled in");
    }

    #[test]
    fn whoever_said_that_they_would_not_come_is_not_of_the_rest() {
        let said = |id| Expected { excuse: Some(Reason::Travel), ..expected(id, None) };
        let people = [said(1), said(2), expected(3, None)];
        assert_eq!(noted("mark-2=late&rest=on", &people), [(1, "excused"), (2, "late"), (3, "present")]);
    }

    #[test]
    fn sent_twice_is_sent_once_and_strangers_are_left_out() {
        let people = [expected(1, Some(Mark::Late))];
        assert!(noted("mark-1=late&mark-9=present&mark-x=present", &people).is_empty());
        assert_eq!(noted("mark-1=present", &people), [(1, "present")], "the trainer may mend a mark");
        assert!(noted("mark-1=whatever", &people).is_empty());
    }
}
