//! The words of a paper, once for the page and the PDF.

use super::model::{Consent, Dossier, Part, Terms};
use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::i18n::{Lang, Texts};

/// A paper in words.
pub struct Paper {
    /// The language it is in.
    pub lang: Lang,
    /// What it is.
    pub title: String,
    /// What it says in one sentence or two.
    pub intro: Vec<String>,
    /// Names with their values.
    pub facts: Vec<(String, String)>,
    /// What is promised; none on a confirmation.
    pub terms: Option<Promised>,
    /// When the group meets.
    pub planned: Planned,
    /// What is to be known besides.
    pub closing: Vec<String>,
    /// What tells it from every other.
    pub id: String,
    /// What its file is called.
    pub file_name: String,
}

/// What is promised, and by whom it was agreed to.
pub struct Promised {
    /// Which text it is.
    pub version: String,
    /// The language of the text, which may be another than that of the paper.
    pub lang: Lang,
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// Who agreed and when, or that nobody did yet.
    pub consent: String,
}

/// The meetings, as a table.
pub struct Planned {
    /// What the columns are called.
    pub heads: [String; 3],
    /// Day, time and place of each.
    pub rows: Vec<[String; 3]>,
    /// What stands there when there are none.
    pub none: String,
}

/// Who makes papers, for whom, and when.
pub struct Making<'a> {
    /// The name of the training company.
    pub provider: &'a str,
    /// The language of whoever reads it.
    pub lang: Lang,
    /// When it is made.
    pub now: Moment,
}

impl Paper {
    /// That the student of `dossier` has a place in a group; none before they have one.
    pub fn confirmation(dossier: &Dossier, making: &Making) -> Option<Self> {
        let (lang, part) = (making.lang, &dossier.part);
        let t = lang.texts();
        let (_, group) = part.group.as_ref()?;
        let mut facts = facts(part, lang);
        facts.push((t.papers_group(), group.clone()));
        if let Some(trainer) = &part.trainer {
            facts.push((t.papers_trainer(), trainer.full()));
        }
        Some(Self {
            title: t.papers_confirmation(),
            intro: vec![t.papers_confirmed(making.provider, part.name.full(), &part.training_name)],
            facts,
            terms: None,
            planned: planned(dossier, lang),
            closing: vec![t.papers_plan_changes(), made(making)],
            id: format!("confirmation {}", part.participant),
            file_name: format!("{}-{}.pdf", t.papers_confirmation_file(), part.participant),
            lang,
        })
    }

    /// What the provider and the student of `dossier` promise each other by `terms`. What somebody agreed to is in the
    /// language in which they did.
    pub fn agreement(dossier: &Dossier, terms: &Terms, making: &Making) -> Self {
        let consent = dossier.consent_to(terms.id);
        let lang = consent.map_or(making.lang, |consent| consent.language);
        let (t, part) = (lang.texts(), &dossier.part);
        let mut facts = facts(part, lang);
        if let Some((_, group)) = &part.group {
            facts.push((t.papers_group(), group.clone()));
        }
        if let Some(trainer) = &part.trainer {
            facts.push((t.papers_trainer(), trainer.full()));
        }
        Self {
            title: t.papers_agreement(),
            intro: vec![t.papers_between(making.provider, part.name.full())],
            facts,
            terms: Some(promised(part, terms, consent, lang)),
            planned: planned(dossier, lang),
            closing: vec![t.papers_plan_is_no_part(), made(making)],
            id: format!("agreement {} {}", part.participant, terms.id),
            file_name: format!("{}-{}-{}.pdf", t.papers_agreement_file(), part.participant, terms.version),
            lang,
        }
    }
}

fn made(making: &Making) -> String {
    let day = making.lang.date(local(making.now).date());
    making.lang.texts().papers_made(making.provider, day)
}

fn facts(part: &Part, lang: Lang) -> Vec<(String, String)> {
    let t: &Texts = lang.texts();
    let period = format!("{} – {}", lang.date(part.starts_on), lang.date(part.ends_on));
    // A project is often called after its training.
    let project = (part.project_name != part.training_name).then(|| part.project_name.clone());
    [
        Some((t.papers_name(), part.name.full())),
        Some((t.papers_organisation(), part.organisation.clone())),
        Some((t.papers_training(), part.training_name.clone())),
        project.map(|name| (t.papers_project(), name)),
        Some((t.papers_period(), period)),
        part.study_hours.map(|hours| (t.papers_study_hours(), t.papers_hours(i64::from(hours)))),
        part.accreditation().map(|points| (t.papers_accreditation(), points)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn planned(dossier: &Dossier, lang: Lang) -> Planned {
    let t = lang.texts();
    let row = |meeting: &super::model::Meeting| {
        let (from, until) = (meeting.starts_at, meeting.ends_at);
        [lang.day_of(from), lang.span(from, until), meeting.location.clone()]
    };
    Planned {
        heads: [t.papers_day(), t.papers_time(), t.papers_place()],
        rows: dossier.meetings.iter().map(row).collect(),
        none: if dossier.part.group.is_some() { t.papers_no_meetings() } else { t.papers_no_group() },
    }
}

fn promised(part: &Part, terms: &Terms, consent: Option<&Consent>, lang: Lang) -> Promised {
    let t = lang.texts();
    let (of_text, words) = terms.said(lang);
    let said = words.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    Promised {
        version: t.papers_version(i64::from(terms.version), lang.date(local(terms.made_at).date())),
        lang: of_text,
        paragraphs: said.filter(|paragraph| !paragraph.is_empty()).collect(),
        consent: match consent {
            Some(consent) => t.papers_agreed(part.name.full(), lang.moment(consent.agreed_at)),
            None => t.papers_not_agreed(),
        },
    }
}
