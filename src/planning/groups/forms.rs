//! What staff type about a group: its name, trainer and size, and a row for each meeting.

use serde::Deserialize;

use super::model::{Meeting, MeetingId, NewGroup, NewMeeting, Overview};
use crate::crm::people::PersonId;
use crate::planning::projects::ParticipantId;
use crate::platform::clock::{from_local, local};
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The most meetings of one group.
const MOST_MEETINGS: usize = 20;
/// The most people in one group.
const MOST_PEOPLE: i32 = 500;

/// The form of a group, as it was typed. Its meetings are numbered rows: `date-1`, `date-2` and on.
#[derive(Default, Deserialize)]
#[serde(from = "Vec<(String, String)>")]
pub struct GroupForm {
    /// What it is called.
    pub name: String,
    /// The number of the trainer.
    pub trainer: String,
    /// How many people fit in.
    pub capacity: String,
    /// A row for each meeting.
    pub meetings: Vec<MeetingRow>,
    /// Why a meeting is put at a moment at which somebody is elsewhere.
    pub reason: String,
}

/// One row of the form.
#[derive(Default, Clone)]
pub struct MeetingRow {
    /// Its place in the form, from 1.
    pub number: usize,
    /// The number of the meeting that it is now.
    pub meeting: String,
    /// The day.
    pub date: String,
    /// When it begins.
    pub start: String,
    /// When it ends.
    pub end: String,
    /// Where it is.
    pub location: String,
}

impl MeetingRow {
    /// The name of one of its fields.
    pub fn field(&self, part: &str) -> String {
        format!("{part}-{}", self.number)
    }

    fn of(number: usize, meeting: &Meeting) -> Self {
        let (starts, ends) = (local(meeting.starts_at), local(meeting.ends_at));
        Self {
            number,
            meeting: meeting.id.to_string(),
            date: starts.format("%Y-%m-%d").to_string(),
            start: starts.format("%H:%M").to_string(),
            end: ends.format("%H:%M").to_string(),
            location: meeting.location.clone(),
        }
    }

    fn part(&mut self, name: &str) -> Option<&mut String> {
        match name {
            "meeting" => Some(&mut self.meeting),
            "date" => Some(&mut self.date),
            "start" => Some(&mut self.start),
            "end" => Some(&mut self.end),
            "location" => Some(&mut self.location),
            _ => None,
        }
    }

    fn is_blank(&self) -> bool {
        [&self.date, &self.start, &self.end, &self.location].iter().all(|text| text.trim().is_empty())
    }
}

impl From<Vec<(String, String)>> for GroupForm {
    fn from(fields: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, text) in fields {
            match name.as_str() {
                "name" => form.name = text,
                "trainer" => form.trainer = text,
                "capacity" => form.capacity = text,
                "move_reason" => form.reason = text,
                _ => form.put(&name, text),
            }
        }
        form.with_spare_rows()
    }
}

impl GroupForm {
    /// An empty form.
    pub fn empty() -> Self {
        Self { capacity: "12".into(), ..Self::default() }.with_spare_rows()
    }

    /// The form of a group as it is now.
    pub fn of(group: &Overview) -> Self {
        let form = Self {
            name: group.group.name.clone(),
            trainer: group.group.trainer.map(|t| t.to_string()).unwrap_or_default(),
            capacity: group.group.capacity.to_string(),
            meetings: (1..).zip(&group.meetings).map(|(number, m)| MeetingRow::of(number, m)).collect(),
            reason: String::new(),
        };
        form.with_spare_rows()
    }

    /// Whether nothing was sent that belongs to this form.
    pub fn is_blank(&self) -> bool {
        self.name.is_empty() && self.capacity.is_empty()
    }

    fn put(&mut self, name: &str, text: String) {
        let Some((part, number)) = name.split_once('-') else { return };
        let Some(number) = number.parse::<usize>().ok().filter(|n| (1..=MOST_MEETINGS).contains(n)) else { return };
        while self.meetings.len() < number {
            self.meetings.push(MeetingRow { number: self.meetings.len() + 1, ..MeetingRow::default() });
        }
        if let Some(slot) = self.meetings.get_mut(number - 1).and_then(|row: &mut MeetingRow| row.part(part)) {
            *slot = text;
        }
    }

    /// With three rows at least, and one of them empty.
    fn with_spare_rows(mut self) -> Self {
        let filled = self.meetings.iter().filter(|row| !row.is_blank()).count();
        let wanted = (filled + 1).clamp(3, MOST_MEETINGS);
        while self.meetings.len() < wanted {
            self.meetings.push(MeetingRow { number: self.meetings.len() + 1, ..MeetingRow::default() });
        }
        self
    }

    /// What its fields are called.
    pub fn labels(&self, t: &Texts) -> Vec<(String, String)> {
        let mut labels = vec![
            ("name".to_owned(), t.groups_name()),
            ("trainer".to_owned(), t.groups_trainer()),
            ("capacity".to_owned(), t.groups_capacity()),
            ("move_reason".to_owned(), t.groups_move_reason()),
        ];
        for row in &self.meetings {
            let meeting = t.groups_meeting(row.number as i64);
            let parts = [t.groups_date(), t.groups_start(), t.groups_end(), t.groups_location()];
            for (part, label) in ["date", "start", "end", "location"].into_iter().zip(parts) {
                labels.push((row.field(part), format!("{meeting}, {label}")));
            }
        }
        labels
    }

    /// The group that was meant, by one of `trainers`, for the `placed` people who are in it already and more.
    pub fn check(&self, trainers: &[PersonId], placed: i64) -> Result<NewGroup, Errors> {
        let mut errors = Errors::default();
        let least = i32::try_from(placed).unwrap_or(MOST_PEOPLE).clamp(1, MOST_PEOPLE);
        let name = errors.required("name", &self.name, 100);
        let trainer = match self.trainer.trim() {
            "" => None,
            chosen => errors.choice("trainer", chosen, trainers, |t| t.0),
        };
        let capacity = errors.number("capacity", &self.capacity, least, MOST_PEOPLE).unwrap_or_default();
        let mut meetings: Vec<NewMeeting> = Vec::new();
        for row in self.meetings.iter().filter(|row| !row.is_blank()) {
            let Some(meeting) = row.check(&mut errors) else { continue };
            if meetings.iter().any(|m| m.starts_at == meeting.starts_at) {
                errors.add(&row.field("start"), Wrong::Twice);
            }
            meetings.push(meeting);
        }
        if meetings.is_empty() && self.meetings.iter().all(MeetingRow::is_blank) {
            errors.add("date-1", Wrong::Required);
        }
        let reason = errors.optional("move_reason", &self.reason, 300);
        errors.or(NewGroup { name, trainer, capacity, meetings, reason })
    }
}

impl MeetingRow {
    fn check(&self, errors: &mut Errors) -> Option<NewMeeting> {
        let date = errors.date(&self.field("date"), &self.date);
        let start = errors.time(&self.field("start"), &self.start);
        let end = errors.time(&self.field("end"), &self.end);
        let location = errors.required(&self.field("location"), &self.location, 200);
        if let (Some(start), Some(end)) = (start, end)
            && end <= start
        {
            errors.add(&self.field("end"), Wrong::EndsBeforeStart);
        }
        let (date, start, end) = (date?, start?, end?);
        Some(NewMeeting {
            id: self.meeting.parse().ok().map(MeetingId),
            starts_at: from_local(date.and_time(start)),
            ends_at: from_local(date.and_time(end)),
            location,
        })
    }
}

/// The people who were ticked to get a place.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PlacementForm {
    /// Their numbers.
    pub participant: Vec<String>,
    /// Why the rules do not hold this time.
    pub reason: String,
    /// What the list was searched for.
    pub q: String,
}

impl PlacementForm {
    /// Whether `id` was ticked.
    pub fn has(&self, id: &ParticipantId) -> bool {
        self.participant.iter().any(|p| p.parse() == Ok(id.0))
    }

    /// The people who were ticked, at least one, and the reason that was typed.
    pub fn check(&self) -> Result<(Vec<ParticipantId>, Option<String>), Errors> {
        let mut errors = Errors::default();
        let chosen: Vec<_> = self.participant.iter().filter_map(|p| p.parse().ok()).map(ParticipantId).collect();
        if chosen.is_empty() {
            errors.add("participant", Wrong::Nobody);
        }
        let reason = errors.optional("reason", &self.reason, 300);
        errors.or((chosen, reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> GroupForm {
        fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect::<Vec<_>>().into()
    }

    #[test]
    fn empty_rows_are_no_meetings_and_half_a_row_is_a_fault() {
        let morning = [
            ("name", "A"),
            ("capacity", "8"),
            ("date-2", "2026-12-08"),
            ("start-2", "09:30"),
            ("end-2", "12:30"),
            ("location-2", "Zaal 2"),
        ];
        let group = form(&morning).check(&[], 0).unwrap();
        assert_eq!(group.meetings.len(), 1);
        let half = form(&[
            ("name", "A"),
            ("capacity", "8"),
            ("date-1", "2026-12-08"),
            ("start-1", "13:00"),
            ("end-1", "12:30"),
        ]);
        let errors = half.check(&[], 0).unwrap_err();
        assert_eq!(errors.of("location-1"), [Wrong::Required]);
        assert_eq!(errors.of("end-1"), [Wrong::EndsBeforeStart]);
        assert_eq!(half.meetings.len(), 3);
    }

    #[test]
    fn a_form_cannot_ask_for_endless_rows() {
        assert_eq!(form(&[("date-99999999", "x")]).meetings.len(), 3);
        assert_eq!(form(&[("date-20", "x")]).meetings.len(), 20);
    }
}
