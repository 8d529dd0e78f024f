//! What staff type about material.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::model::{Details, For, Piece, Shelf, Wish};
use super::queries::desk::Choices;
use crate::platform::clock::{from_local, local};
use crate::platform::db::Moment;
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The most characters of a title.
pub const TITLE: usize = 120;
/// The most characters of the sentence below it.
pub const SUMMARY: usize = 300;
/// The most characters of a text: some forty pages.
pub const BODY: usize = 100_000;
/// How many days before a project begins something can be released, and how many after it.
pub const DAYS: (i32, i32) = (-90, 400);

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct MaterialForm {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// The text; not in the form of a file.
    pub body: String,
    /// `hidden`, `now` or `later`.
    pub release: String,
    /// The day of `later`, on the shelf of a project.
    pub date: String,
    /// The time of `later`, on the shelf of a project.
    pub time: String,
    /// The days of `later`, on the shelf of a training.
    pub days: String,
    /// The place in the path of the step it belongs to; empty for none.
    pub step: String,
    /// `everybody`, `group-…` or `participant-…`; on the shelf of a project.
    pub audience: String,
    /// When it was changed last, as it stood on the page, in seconds since 1970.
    pub seen: String,
    /// `preview` to look at the text before it is saved.
    pub act: String,
}

impl MaterialForm {
    /// The form of something new.
    pub fn empty() -> Self {
        let (release, audience) = ("now".to_owned(), For::Everybody.code());
        Self { release, audience, ..Self::default() }
    }

    /// The form of `piece` as it is at `now`.
    pub fn of(piece: &Piece, now: Moment) -> Self {
        let (at, days) = (piece.release.at, piece.release.days);
        let later = at.filter(|at| *at > now).map(local);
        let release = match (at, days) {
            (Some(_), _) if later.is_none() => "now",
            (None, None) => "hidden",
            _ => "later",
        };
        Self {
            title: piece.title.clone(),
            summary: piece.summary.clone().unwrap_or_default(),
            body: piece.body.clone().unwrap_or_default(),
            release: release.to_owned(),
            date: later.map(|at| at.format("%Y-%m-%d").to_string()).unwrap_or_default(),
            time: later.map(|at| at.format("%H:%M").to_string()).unwrap_or_default(),
            days: days.map(|days| days.to_string()).unwrap_or_default(),
            step: piece.step.map(|step| step.to_string()).unwrap_or_default(),
            audience: piece.audience.code(),
            seen: piece.changed_at.seconds().to_string(),
            act: String::new(),
        }
    }

    /// Whether it was sent to look at, and not to be saved.
    pub fn is_preview(&self) -> bool {
        self.act == "preview"
    }

    /// The text, with one kind of line end.
    pub fn text(&self) -> String {
        self.body.replace("\r\n", "\n").trim().to_owned()
    }

    /// What it says about a piece on `shelf`, a text or a file, for which there are these `choices`.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self, shelf: Shelf, is_text: bool, choices: &Choices) -> Result<Details, Errors> {
        let mut errors = Errors::default();
        let title = errors.required("title", &self.title, TITLE);
        let summary = errors.optional("summary", &self.summary, SUMMARY);
        let body = is_text.then(|| errors.required("body", &self.text(), BODY));
        let wish = self.wish(shelf, &mut errors);
        let step = self.step(choices, &mut errors);
        let audience = self.audience(shelf, choices, &mut errors);
        match (wish, audience) {
            (Some(wish), Some(audience)) => errors.or(Details { title, summary, body, wish, step, audience }),
            _ => Err(errors),
        }
    }

    fn wish(&self, shelf: Shelf, errors: &mut Errors) -> Option<Wish> {
        match (self.release.as_str(), shelf) {
            ("hidden", _) => Some(Wish::Hidden),
            ("now", _) => Some(Wish::Now),
            ("later", Shelf::Training(_)) => errors.number("days", &self.days, DAYS.0, DAYS.1).map(Wish::Days),
            ("later", Shelf::Project(_)) => {
                let date = errors.date("date", &self.date);
                let midnight = self.time.trim().is_empty();
                let time = if midnight { Some(NaiveTime::MIN) } else { errors.time("time", &self.time) };
                Some(Wish::At(from_local(date?.and_time(time?))))
            }
            _ => {
                errors.add("release", Wrong::NotAChoice);
                None
            }
        }
    }

    fn step(&self, choices: &Choices, errors: &mut Errors) -> Option<i32> {
        let typed = self.step.trim();
        let known = choices.steps.iter().map(|(position, _)| *position).find(|p| p.to_string() == typed);
        if known.is_none() && !typed.is_empty() {
            errors.add("step", Wrong::NotAChoice);
        }
        known
    }

    fn audience(&self, shelf: Shelf, choices: &Choices, errors: &mut Errors) -> Option<For> {
        let groups = choices.groups.iter().map(|(id, _)| For::Group(*id));
        let people = choices.people.iter().map(|(id, _)| For::Participant(*id));
        let mut all = std::iter::once(For::Everybody).chain(groups).chain(people);
        let found = match shelf {
            Shelf::Training(_) => Some(For::Everybody),
            Shelf::Project(_) => all.find(|one| one.code() == self.audience),
        };
        if found.is_none() {
            errors.add("audience", Wrong::NotAChoice);
        }
        found
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        [
            ("title", t.material_field_title()),
            ("summary", t.material_field_summary()),
            ("body", t.material_field_body()),
            ("release", t.material_release()),
            ("date", t.material_date()),
            ("time", t.material_time()),
            ("days", t.material_days()),
            ("step", t.material_step()),
            ("audience", t.material_audience()),
        ]
        .map(|(name, label)| (name.to_owned(), label))
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::material::model::{MaterialId, Release};
    use crate::planning::groups::GroupId;
    use crate::planning::projects::ProjectId;
    use crate::planning::trainings::TrainingId;
    use crate::platform::clock::parse;

    const TRAINING: Shelf = Shelf::Training(TrainingId(1));
    const PROJECT: Shelf = Shelf::Project(ProjectId(1));

    fn choices() -> Choices {
        Choices { steps: vec![(2, "Lees".into())], groups: vec![(GroupId(7), "Dinsdag".into())], people: Vec::new() }
    }

    fn form() -> MaterialForm {
        MaterialForm { title: "Titel".into(), body: "Tekst".into(), ..MaterialForm::empty() }
    }

    fn wrong(form: &MaterialForm, shelf: Shelf) -> Vec<String> {
        let errors = form.check(shelf, true, &choices()).unwrap_err();
        errors.all().map(|(field, _)| field.to_owned()).collect()
    }

    #[test]
    fn a_moment_is_days_in_the_catalogue_and_a_date_in_a_project() {
        let later = MaterialForm { release: "later".into(), days: "-7".into(), date: "2026-12-08".into(), ..form() };
        let wish = |shelf| later.check(shelf, true, &choices()).unwrap().wish;
        assert_eq!(wish(TRAINING), Wish::Days(-7));
        assert_eq!(wish(PROJECT), Wish::At(parse("2026-12-08T00:00").unwrap()));
        let at = MaterialForm { time: "9:30".into(), ..later };
        assert_eq!(at.check(PROJECT, true, &choices()).unwrap().wish, Wish::At(parse("2026-12-08T09:30").unwrap()));
        assert_eq!(wrong(&MaterialForm { release: "later".into(), ..form() }, PROJECT), ["date"]);
        assert_eq!(wrong(&MaterialForm { release: "later".into(), days: "veel".into(), ..form() }, TRAINING), ["days"]);
        assert_eq!(wrong(&MaterialForm { release: String::new(), ..form() }, TRAINING), ["release"]);
    }

    #[test]
    fn a_step_or_a_group_of_another_project_is_no_choice() {
        assert_eq!(wrong(&MaterialForm { step: "3".into(), ..form() }, PROJECT), ["step"]);
        assert_eq!(wrong(&MaterialForm { audience: "group-8".into(), ..form() }, PROJECT), ["audience"]);
        let good = MaterialForm { step: "2".into(), audience: "group-7".into(), ..form() };
        let details = good.check(PROJECT, true, &choices()).unwrap();
        assert_eq!((details.step, details.audience), (Some(2), For::Group(GroupId(7))));
        assert_eq!(good.check(TRAINING, true, &choices()).unwrap().audience, For::Everybody);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let nothing = MaterialForm { title: " ".into(), body: "\r\n".into(), ..MaterialForm::default() };
        assert_eq!(wrong(&nothing, PROJECT), ["title", "body", "release", "audience"]);
        let file = MaterialForm { body: String::new(), ..form() };
        assert_eq!(file.check(TRAINING, false, &choices()).unwrap().body, None);
    }

    #[test]
    fn the_form_of_a_piece_says_what_the_piece_is() {
        let now = parse("2026-11-24T10:00").unwrap();
        let piece = |at: Option<&str>, days| Piece {
            id: MaterialId(1),
            shelf: PROJECT,
            audience: For::Group(GroupId(7)),
            title: "Titel".into(),
            summary: None,
            body: Some("Tekst".into()),
            file: None,
            release: Release { at: at.map(|at| parse(at).unwrap()), days },
            step: Some(2),
            changed_at: now,
            opened: 0,
        };
        let form = |at, days| MaterialForm::of(&piece(at, days), now);
        let later = form(Some("2026-12-08T09:30"), None);
        assert_eq!([&later.release, &later.date, &later.time], ["later", "2026-12-08", "09:30"]);
        assert_eq!(form(Some("2026-11-24T10:00"), None).release, "now");
        assert_eq!(form(None, Some(14)).days, "14");
        assert_eq!(form(None, None).release, "hidden");
        let details = later.check(PROJECT, true, &choices()).unwrap();
        assert_eq!((details.audience, details.step), (For::Group(GroupId(7)), Some(2)));
    }
}
