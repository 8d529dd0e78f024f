//! What staff type about a project and its leaders.

use serde::Deserialize;

use super::{Choosing, NewProject, UploadAnchor};
use crate::crm::organisations::OrganisationId;
use crate::crm::people::{Name, PersonId};
use crate::planning::rosters;
use crate::planning::trainings::TrainingId;
use crate::platform::folding::folded;
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};
use crate::privacy::retention::Policy;

/// What can be chosen in the form of a project.
pub struct Choices {
    /// The clients.
    pub organisations: Vec<(OrganisationId, String)>,
    /// What the provider offers.
    pub trainings: Vec<(TrainingId, String)>,
    /// Who may lead it on the provider's side.
    pub advisers: Vec<(PersonId, Name)>,
    /// How long uploads are kept.
    pub uploads: Policy,
}

/// The form of a new project, as it was typed.
#[derive(Deserialize)]
#[serde(default)]
pub struct ProjectForm {
    /// The number of a known client.
    pub organisation: String,
    /// The name of a new client.
    pub new_organisation: String,
    /// The number of the training.
    pub training: String,
    /// What it is called.
    pub name: String,
    /// Its first day.
    pub starts_on: String,
    /// Its last day.
    pub ends_on: String,
    /// The number of the adviser.
    pub adviser: String,
    /// When the clocks of uploads start.
    pub upload_anchor: String,
}

impl Default for ProjectForm {
    fn default() -> Self {
        Self {
            organisation: String::new(),
            new_organisation: String::new(),
            training: String::new(),
            name: String::new(),
            starts_on: String::new(),
            ends_on: String::new(),
            adviser: String::new(),
            upload_anchor: UploadAnchor::Confirmation.as_str().into(),
        }
    }
}

/// The client of a new project.
pub enum Client {
    /// One that is known.
    Known(OrganisationId),
    /// One to be made, unless its name is known after all.
    New(String),
}

/// A project to be made once its client is known.
pub struct Plan {
    /// The client.
    pub client: Client,
    training: TrainingId,
    name: String,
    starts_on: chrono::NaiveDate,
    ends_on: chrono::NaiveDate,
    adviser: Option<PersonId>,
    upload_anchor: UploadAnchor,
}

impl Plan {
    /// The project, for this client.
    pub fn at(&self, organisation: OrganisationId) -> NewProject {
        NewProject {
            organisation,
            training: self.training,
            name: self.name.clone(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            adviser: self.adviser,
            upload_anchor: self.upload_anchor,
        }
    }
}

impl ProjectForm {
    /// The project that was meant, made of `choices`.
    pub fn check(&self, choices: &Choices) -> Result<Plan, Errors> {
        let mut errors = Errors::default();
        let client = self.client(choices, &mut errors);
        let trainings: Vec<_> = choices.trainings.iter().map(|t| t.0).collect();
        let training = errors.choice("training", &self.training, &trainings, |t| t.0);
        let name = errors.required("name", &self.name, 120);
        let starts_on = errors.date("starts_on", &self.starts_on);
        let ends_on = errors.date("ends_on", &self.ends_on);
        if let (Some(starts), Some(ends)) = (starts_on, ends_on)
            && ends < starts
        {
            errors.add("ends_on", Wrong::EndsBeforeStart);
        }
        let advisers: Vec<_> = choices.advisers.iter().map(|a| a.0).collect();
        let adviser = match self.adviser.trim() {
            "" => None,
            chosen => errors.choice("adviser", chosen, &advisers, |a| a.0),
        };
        let upload_anchor = UploadAnchor::parse(&self.upload_anchor);
        if upload_anchor.is_none() {
            errors.add("upload_anchor", Wrong::NotAChoice);
        }
        match (client, training, starts_on, ends_on, upload_anchor) {
            (Some(client), Some(training), Some(starts_on), Some(ends_on), Some(upload_anchor)) => {
                errors.or(Plan { client, training, name, starts_on, ends_on, adviser, upload_anchor })
            }
            _ => Err(errors),
        }
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        let labels = [
            ("organisation", t.projects_organisation()),
            ("new_organisation", t.projects_organisation()),
            ("training", t.projects_training()),
            ("name", t.projects_name()),
            ("starts_on", t.projects_starts()),
            ("ends_on", t.projects_ends()),
            ("adviser", t.projects_adviser()),
            ("upload_anchor", t.projects_anchor()),
        ];
        labels.map(|(field, label)| (field.to_owned(), label)).into()
    }

    fn client(&self, choices: &Choices, errors: &mut Errors) -> Option<Client> {
        let typed = errors.optional("new_organisation", &self.new_organisation, 120);
        let typed = typed.filter(|name| !folded(name).is_empty());
        match (self.organisation.trim(), typed) {
            ("", Some(name)) => Some(Client::New(name)),
            (_, Some(_)) => {
                errors.add("new_organisation", Wrong::OneOfTwo);
                None
            }
            ("", None) => {
                errors.add("organisation", Wrong::OneOfTwo);
                None
            }
            (chosen, None) => {
                let known: Vec<_> = choices.organisations.iter().map(|o| o.0).collect();
                errors.choice("organisation", chosen, &known, |o| o.0).map(Client::Known)
            }
        }
    }
}

/// The form that says how people come by a group, as it was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ChoosingForm {
    /// Ticked when people choose themselves.
    pub open: String,
    /// Days before the first meeting.
    pub change_days: String,
    /// Hours to accept an offer.
    pub offer_hours: String,
}

impl ChoosingForm {
    /// The form as it stands now.
    pub fn of(choosing: Choosing) -> Self {
        Self {
            open: if choosing.open { "on".into() } else { String::new() },
            change_days: choosing.change_days.to_string(),
            offer_hours: choosing.offer_hours.to_string(),
        }
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        let labels = [("change_days", t.projects_choosing_days()), ("offer_hours", t.projects_choosing_hours())];
        labels.map(|(field, label)| (field.to_owned(), label)).into()
    }

    /// How people come by a group.
    pub fn check(&self) -> Result<Choosing, Errors> {
        let mut errors = Errors::default();
        let change_days = errors.number("change_days", &self.change_days, 0, 60).unwrap_or_default();
        let offer_hours = errors.number("offer_hours", &self.offer_hours, 1, 168).unwrap_or_default();
        errors.or(Choosing { open: !self.open.is_empty(), change_days, offer_hours })
    }
}

/// The form of a new project leader, as it was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct LeaderForm {
    /// The name people call them by.
    pub first_name: String,
    /// What stands between first and last name.
    pub infix: String,
    /// The last name.
    pub last_name: String,
    /// Their address.
    pub email: String,
}

impl LeaderForm {
    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        [&self.first_name, &self.infix, &self.last_name, &self.email].iter().all(|text| text.is_empty())
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        let labels = [
            ("first_name", t.projects_first_name()),
            ("infix", t.projects_infix()),
            ("last_name", t.projects_last_name()),
            ("email", t.projects_email()),
        ];
        labels.map(|(field, label)| (field.to_owned(), label)).into()
    }

    /// The name and address that were meant.
    pub fn check(&self) -> Result<(Name, String), Errors> {
        let mut errors = Errors::default();
        let first_name = errors.required("first_name", &self.first_name, 100);
        let infix = errors.optional("infix", &self.infix, 100);
        let last_name = errors.required("last_name", &self.last_name, 100);
        let typed = errors.required("email", &self.email, 254);
        let email = rosters::address(&typed);
        if email.is_none() && !typed.is_empty() {
            errors.add("email", Wrong::NotAnEmail);
        }
        let name = Name { first_name: Some(first_name), initials: None, infix, last_name };
        errors.or((name, email.unwrap_or_default()))
    }
}
