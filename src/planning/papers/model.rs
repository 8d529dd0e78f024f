//! What stands on a paper, and whether somebody agreed to it.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::planning::trainings::TrainingId;
use crate::platform::clock::local;
use crate::platform::db::{Moment, id};
use crate::platform::i18n::Lang;

id!(
    /// The number of a text that is agreed to.
    TextId
);

/// How somebody stands to the study agreement of their training.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Queryable)]
pub struct Standing {
    /// The text as it is now; none when this training has no agreement.
    text: Option<TextId>,
    /// The last text that they agreed to.
    agreed: Option<TextId>,
}

impl Standing {
    /// Whether there is an agreement at all, now or before.
    pub fn exists(self) -> bool {
        self.text.is_some() || self.agreed.is_some()
    }

    /// Whether they still have to agree: they never did, or the text changed since.
    pub fn is_open(self) -> bool {
        self.text.is_some() && self.text != self.agreed
    }
}

/// Somebody's part in a project, as papers state it.
#[derive(Debug, Clone, Queryable)]
pub struct Part {
    /// The part itself.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The project.
    pub project: ProjectId,
    /// What it is called.
    pub project_name: String,
    /// The client.
    pub organisation: String,
    /// The training.
    pub training: TrainingId,
    /// What it is called.
    pub training_name: String,
    /// The first day of the project.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Hours of study.
    pub study_hours: Option<i32>,
    /// Points of accreditation.
    pub accreditation_points: Option<String>,
    /// Who gives those points.
    pub accreditor: Option<String>,
    /// The group they have a place in, by number and name.
    pub group: Option<(i64, String)>,
    /// Its trainer.
    pub trainer: Option<Name>,
}

impl Part {
    /// The points with who gives them.
    pub fn accreditation(&self) -> Option<String> {
        let points = self.accreditation_points.as_ref()?;
        Some(self.accreditor.as_ref().map_or_else(|| points.clone(), |by| format!("{points} ({by})")))
    }
}

/// When and where a group meets.
#[derive(Debug, Clone, Queryable)]
pub struct Meeting {
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where to be.
    pub location: String,
}

/// A text that is agreed to. It never changes: another text is another version.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Terms {
    /// Its number.
    pub id: TextId,
    /// Which text of this training it is, from 1.
    pub version: i32,
    /// The text.
    pub dutch: String,
    /// The same in English, where that was written.
    pub english: Option<String>,
    /// Since when it holds.
    pub made_at: Moment,
}

impl Terms {
    /// The text for who reads `lang`, and the language that it is in.
    pub fn said(&self, lang: Lang) -> (Lang, &str) {
        match (lang, self.english.as_deref()) {
            (Lang::En, Some(english)) => (Lang::En, english),
            _ => (Lang::Nl, &self.dutch),
        }
    }
}

/// That somebody agreed to a text.
#[derive(Debug, Clone, Queryable)]
pub struct Consent {
    /// The language in which they read it.
    pub language: Lang,
    /// When.
    pub agreed_at: Moment,
}

/// Everything that papers about one part are made of.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The part.
    pub part: Part,
    /// When the group meets, in order of time.
    pub meetings: Vec<Meeting>,
    /// The text of the agreement as it is now.
    pub current: Option<Terms>,
    /// What they agreed to, the newest first.
    pub agreed: Vec<(Consent, Terms)>,
}

impl Dossier {
    /// Whether the project is over: then nobody is asked any more.
    pub fn is_over(&self, now: Moment) -> bool {
        self.part.ends_on < local(now).date()
    }

    /// Whether they agreed to the text as it is now.
    pub fn is_settled(&self) -> bool {
        self.current.as_ref().is_none_or(|current| self.consent_to(current.id).is_some())
    }

    /// Whether they are to be asked for it now.
    pub fn is_asked(&self, now: Moment) -> bool {
        !self.is_settled() && !self.is_over(now)
    }

    /// That they agreed to `text`, if they did.
    pub fn consent_to(&self, text: TextId) -> Option<&Consent> {
        self.agreed.iter().find(|(_, terms)| terms.id == text).map(|(consent, _)| consent)
    }

    /// The text of version `asked`, which they agreed to or which holds now; without a version the one that holds, or the
    /// last that they agreed to when the training has none any more or their project is over.
    pub fn terms(&self, asked: Option<i32>, now: Moment) -> Option<&Terms> {
        let agreed = || self.agreed.iter().map(|(_, terms)| terms);
        match asked {
            Some(version) => agreed().chain(self.current.as_ref()).find(|terms| terms.version == version),
            None if self.is_over(now) => agreed().next().or(self.current.as_ref()),
            None => self.current.as_ref().or_else(|| agreed().next()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock;

    fn terms(id: i64) -> Terms {
        let made_at = clock::parse("2026-10-01T09:00").unwrap();
        Terms { id: TextId(id), version: id as i32, dutch: format!("tekst {id}"), english: None, made_at }
    }

    fn dossier(agreed: &[i64], current: Option<i64>) -> Dossier {
        let day = |text: &str| text.parse().unwrap();
        let consent = |id: &i64| {
            let agreed_at = clock::parse("2026-11-01T09:00").unwrap();
            (Consent { language: Lang::Nl, agreed_at }, terms(*id))
        };
        Dossier {
            part: Part {
                participant: ParticipantId(1),
                person: PersonId(1),
                name: Name::default(),
                project: ProjectId(1),
                project_name: "Helder mailen".into(),
                organisation: "Gemeente Lindedam".into(),
                training: TrainingId(1),
                training_name: "Helder mailen".into(),
                starts_on: day("2026-11-01"),
                ends_on: day("2026-12-31"),
                study_hours: None,
                accreditation_points: None,
                accreditor: None,
                group: None,
                trainer: None,
            },
            meetings: Vec::new(),
            current: current.map(terms),
            agreed: agreed.iter().map(consent).collect(),
        }
    }

    #[test]
    fn a_changed_text_asks_again_and_what_was_agreed_to_stays_to_be_read() {
        let now = clock::parse("2026-11-24T10:00").unwrap();
        assert!(dossier(&[], Some(1)).is_asked(now) && !dossier(&[1], Some(1)).is_asked(now));
        let changed = dossier(&[1], Some(2));
        assert!(changed.is_asked(now));
        assert_eq!(changed.terms(None, now).map(|t| t.version), Some(2));
        assert_eq!(changed.terms(Some(1), now).map(|t| t.version), Some(1));
        assert_eq!(dossier(&[], Some(2)).terms(Some(1), now), None, "they never agreed to that one");
        assert!(!dossier(&[], None).is_asked(now));
    }

    #[test]
    fn nobody_is_asked_when_the_project_is_over() {
        let later = clock::parse("2027-01-01T00:00").unwrap();
        assert!(!dossier(&[], Some(1)).is_asked(later));
        assert_eq!(dossier(&[1], Some(2)).terms(None, later).map(|t| t.version), Some(1), "what held for them");
    }

    #[test]
    fn a_text_is_read_in_english_where_there_is_one() {
        let mut both = terms(1);
        assert_eq!(both.said(Lang::En), (Lang::Nl, "tekst 1"));
        both.english = Some("text 1".into());
        assert_eq!(both.said(Lang::En), (Lang::En, "text 1"));
        assert_eq!(both.said(Lang::Nl), (Lang::Nl, "tekst 1"));
    }

    #[test]
    fn an_agreement_is_open_until_the_text_that_holds_was_agreed_to() {
        let of =
            |text: Option<i64>, agreed: Option<i64>| Standing { text: text.map(TextId), agreed: agreed.map(TextId) };
        assert!(of(Some(1), None).is_open() && of(Some(2), Some(1)).is_open());
        assert!(!of(Some(2), Some(2)).is_open() && !of(None, None).is_open() && !of(None, None).exists());
    }
}
