//! Where tests are made: in a project, by whoever sets projects up, and in the catalogue, by whoever keeps that. The
//! pages are the same.

use serde::de::DeserializeOwned;

use crate::access::{CreateProjects, EditCatalogue, Permission, Scope};
use crate::learning::tests::making::{Made, Place};
use crate::learning::tests::model::TestId;
use crate::learning::tests::queries::making as queries;
use crate::planning::projects::ProjectId;
use crate::planning::trainings::TrainingId;
use crate::platform::db::Db;
use crate::platform::error::Result;

/// A place where tests are made.
pub trait Workshop: 'static {
    /// What it takes to make tests there.
    type May: Permission;
    /// The number of what a test there belongs to.
    type Home: DeserializeOwned + Send + Copy + 'static;
    /// What the addresses of its pages begin with.
    const ROOT: &'static str;
    /// Whether a test has a date, and people who take it.
    const IN_PROJECT: bool;

    /// The test `id` there.
    fn find(db: &mut Db, scope: Scope, id: TestId) -> Result<Made>;

    /// What the place with the number `home` is, and what it is called.
    fn home(db: &mut Db, scope: Scope, home: Self::Home) -> Result<(Place, String)>;
}

/// In a project.
pub struct InProject;

impl Workshop for InProject {
    type May = CreateProjects;
    type Home = ProjectId;
    const ROOT: &'static str = "/staff/tests";
    const IN_PROJECT: bool = true;

    fn find(db: &mut Db, scope: Scope, id: TestId) -> Result<Made> {
        queries::of_project(db, scope, id)
    }

    fn home(db: &mut Db, scope: Scope, home: ProjectId) -> Result<(Place, String)> {
        Ok((Place::Project(home), queries::project(db, scope, home)?))
    }
}

/// In a training of the catalogue.
pub struct InTraining;

impl Workshop for InTraining {
    type May = EditCatalogue;
    type Home = TrainingId;
    const ROOT: &'static str = "/staff/catalogue/tests";
    const IN_PROJECT: bool = false;

    fn find(db: &mut Db, _: Scope, id: TestId) -> Result<Made> {
        queries::of_training(db, id)
    }

    fn home(db: &mut Db, _: Scope, home: TrainingId) -> Result<(Place, String)> {
        Ok((Place::Training(home), queries::training(db, home)?))
    }
}

/// The page that lists the tests of `place`.
pub fn list_of(place: Place) -> String {
    match place {
        Place::Project(id) => format!("/staff/projects/{id}/tests"),
        Place::Training(_) => InTraining::ROOT.to_owned(),
    }
}
