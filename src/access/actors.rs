//! The people who ask. A handler names one of them as its first argument and so says who may call it.

use std::marker::PhantomData;
use std::rc::Rc;

use super::accounts::AccountId;
use super::permission::{
    AnswerQuestions, EditCatalogue, EnterParticipants, FollowProgress, KeepClocks, Permission, ReadPortfolios,
    ReadRegister, ReadUploads, RemoveFactors, RunRequests, SendLetters,
};
use super::{Horizon, Identity, Reach, Role, Scope};
use crate::crm::people::PersonId;
use crate::platform::db::Actor;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Texts;
use crate::platform::web::{Audience, Visit};

/// One of the three audiences, as a place to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// The portal of the student.
    Student,
    /// The portal of the project leader.
    Leader,
    /// The back office.
    Staff,
}

impl Home {
    /// The address of its first page.
    pub fn path(self) -> &'static str {
        match self {
            Self::Student => "/student",
            Self::Leader => "/leader",
            Self::Staff => "/staff",
        }
    }

    /// Its name in the menu.
    pub fn label(self, t: &Texts) -> String {
        match self {
            Self::Student => t.layout_home_student(),
            Self::Leader => t.layout_home_leader(),
            Self::Staff => t.layout_home_staff(),
        }
    }
}

/// A signed-in person seen as a participant.
pub struct Student {
    identity: Rc<Identity>,
    horizon: Horizon,
}

/// A signed-in person seen as a project leader of a client.
pub struct Leader {
    identity: Rc<Identity>,
    horizon: Horizon,
}

/// A member of staff who may do `P`.
pub struct Staff<P: Permission> {
    identity: Rc<Identity>,
    reach: Reach,
    /// Trainers reach every project, by the settings of this installation.
    widened: bool,
    horizon: Horizon,
    permission: PhantomData<P>,
}

/// Anybody who is signed in, whatever their hat: for the pages of the account itself.
pub struct SignedIn {
    identity: Rc<Identity>,
}

/// Anybody who is signed in and has done what comes first: for pages about themselves.
pub struct Oneself {
    identity: Rc<Identity>,
    horizon: Horizon,
}

/// Nobody in particular: pages that are public on purpose.
pub struct Anyone {
    account: Option<AccountId>,
}

/// Whoever is signed in and has done what comes first.
fn settled(visit: &Visit) -> Result<Rc<Identity>> {
    let identity = visit.identity.clone().ok_or(Error::SignIn)?;
    match identity.first() {
        Some(path) => Err(Error::First(path)),
        None => Ok(identity),
    }
}

impl Student {
    /// The person.
    pub fn person(&self) -> PersonId {
        self.identity.person
    }

    /// What is theirs.
    pub fn scope(&self) -> Scope {
        Scope::new(Reach::Own(self.identity.person), self.horizon)
    }

    /// How to greet them.
    pub fn name(&self) -> &str {
        &self.identity.name
    }
}

impl Audience for Student {
    fn name() -> String {
        "student".into()
    }

    fn admit(visit: &Visit) -> Result<Self> {
        let identity = settled(visit)?;
        if !identity.homes().contains(&Home::Student) {
            return Err(Error::NotFound);
        }
        Ok(Self { identity, horizon: visit.site.horizon() })
    }

    fn actor(&self) -> Actor {
        Actor { role: "student", account: Some(self.identity.account.0) }
    }

    fn nav(&self, t: &Texts) -> Vec<(&'static str, String)> {
        vec![
            ("/student", t.layout_home_student()),
            ("/student/conversations", t.layout_conversations()),
            ("/student/material", t.layout_material()),
            ("/student/films", t.layout_films()),
            ("/student/knowledge", t.layout_knowledge()),
            ("/student/uploads", t.layout_uploads()),
            ("/student/certificates", t.layout_certificates()),
            ("/student/portfolio", t.layout_portfolio()),
        ]
    }
}

impl Leader {
    /// The projects they lead.
    pub fn scope(&self) -> Scope {
        Scope::new(Reach::Led(self.identity.person), self.horizon)
    }
}

impl Audience for Leader {
    fn name() -> String {
        "leader".into()
    }

    fn admit(visit: &Visit) -> Result<Self> {
        let identity = settled(visit)?;
        if !identity.homes().contains(&Home::Leader) {
            return Err(Error::NotFound);
        }
        Ok(Self { identity, horizon: visit.site.horizon() })
    }

    fn actor(&self) -> Actor {
        Actor { role: "leader", account: Some(self.identity.account.0) }
    }

    fn nav(&self, t: &Texts) -> Vec<(&'static str, String)> {
        vec![("/leader", t.layout_home_leader()), ("/leader/knowledge", t.layout_knowledge())]
    }
}

impl<P: Permission> Staff<P> {
    /// The rows this permission reaches.
    pub fn scope(&self) -> Scope {
        Scope::new(self.reach, self.horizon)
    }

    /// The rows that `Q` reaches, when they may do that too.
    pub fn within<Q: Permission>(&self) -> Option<Scope> {
        let reach = self.identity.reach::<Q>()?;
        Some(Scope::new(if self.widened { Reach::All } else { reach }, self.horizon))
    }

    /// The rows that `Q` reaches by `role` alone, when they have that role and it may do `Q`.
    pub fn by_role<Q: Permission>(&self, role: Role) -> Option<Scope> {
        let has = self.identity.roles.contains(&role) && role.may::<Q>();
        let reach = if role.teaches() && !self.widened { Reach::Taught(self.identity.person) } else { Reach::All };
        has.then(|| Scope::new(reach, self.horizon))
    }

    /// The person.
    pub fn person(&self) -> PersonId {
        self.identity.person
    }

    /// The account.
    pub fn account(&self) -> AccountId {
        self.identity.account
    }

    /// What they do.
    pub fn roles(&self) -> &[Role] {
        &self.identity.roles
    }

    /// How to greet them.
    pub fn name(&self) -> &str {
        &self.identity.name
    }

    /// Whether they may also do `Q`.
    pub fn may<Q: Permission>(&self) -> bool {
        self.identity.reach::<Q>().is_some()
    }
}

impl<P: Permission> Audience for Staff<P> {
    fn name() -> String {
        format!("staff: {}", P::NAME)
    }

    fn admit(visit: &Visit) -> Result<Self> {
        let identity = settled(visit)?;
        let reach = identity.reach::<P>().ok_or(Error::NotFound)?;
        let widened = visit.site.config.trainers_reach_all;
        let reach = if widened { Reach::All } else { reach };
        Ok(Self { identity, reach, widened, horizon: visit.site.horizon(), permission: PhantomData })
    }

    fn actor(&self) -> Actor {
        let role = self.identity.roles.iter().find(|r| r.may::<P>()).map_or("staff", |r| r.as_str());
        Actor { role, account: Some(self.identity.account.0) }
    }

    fn nav(&self, t: &Texts) -> Vec<(&'static str, String)> {
        let mut items = vec![("/staff", t.layout_home_staff())];
        if self.may::<FollowProgress>() || self.may::<EnterParticipants>() {
            items.push(("/staff/projects", t.layout_projects()));
        }
        if self.may::<FollowProgress>() {
            items.push(("/staff/tests", t.layout_tests()));
        }
        if self.may::<EditCatalogue>() {
            items.push(("/staff/catalogue/tests", t.layout_tests()));
        }
        if self.may::<AnswerQuestions>() {
            items.push(("/staff/conversations", t.layout_conversations()));
        }
        if self.may::<EditCatalogue>() {
            items.push(("/staff/material", t.layout_material()));
            items.push(("/staff/agreements", t.layout_agreements()));
        }
        items.push(("/staff/knowledge", t.layout_knowledge()));
        if self.may::<ReadUploads>() {
            items.push(("/staff/uploads", t.layout_uploads_read()));
        }
        if self.may::<ReadPortfolios>() {
            items.push(("/staff/portfolios", t.layout_portfolios()));
        }
        if self.may::<SendLetters>() {
            items.push(("/staff/letters", t.layout_letters()));
        }
        if self.may::<ReadRegister>() {
            items.push(("/staff/register", t.layout_register()));
        }
        if self.may::<KeepClocks>() {
            items.push(("/staff/retention", t.layout_retention()));
        }
        if self.may::<RemoveFactors>() {
            items.push(("/staff/second-factor", t.layout_sign_in_help()));
        }
        if self.may::<RunRequests>() {
            items.push(("/staff/requests", t.layout_requests()));
            items.push(("/staff/erasure", t.layout_erasure()));
        }
        items
    }

    fn section<'p>(&self, path: &'p str) -> &'p str {
        let of_projects = [
            "/staff/activity/",
            "/staff/groups/",
            "/staff/rosters/",
            "/staff/meetings/",
            "/staff/certificates/",
            "/staff/papers/",
            "/staff/material/projects/",
            "/staff/material/given/",
            "/staff/films/projects/",
            "/staff/films/given/",
            "/staff/films/watched/",
        ];
        match path {
            _ if of_projects.iter().any(|part| path.starts_with(part)) => "/staff/projects",
            _ if path.starts_with("/staff/films/") => "/staff/material",
            _ if path.starts_with("/staff/attempts/") => "/staff/tests",
            _ if path.starts_with("/staff/catalogue/") => "/staff/catalogue/tests",
            _ => path,
        }
    }
}

impl SignedIn {
    /// Who acts when `identity` does, whatever their hat.
    pub fn actor_of(identity: &Identity) -> Actor {
        let role = match identity.homes().first() {
            Some(Home::Leader) => "leader",
            Some(Home::Staff) => identity.roles.first().copied().map_or("staff", Role::as_str),
            _ => "student",
        };
        Actor { role, account: Some(identity.account.0) }
    }

    /// Who they are.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Their account.
    pub fn account(&self) -> AccountId {
        self.identity.account
    }
}

impl Audience for SignedIn {
    fn name() -> String {
        "signed in".into()
    }

    /// Also admits who still has to choose a password or accept the statement: those pages are for them.
    fn admit(visit: &Visit) -> Result<Self> {
        visit.identity.clone().map(|identity| Self { identity }).ok_or(Error::SignIn)
    }

    fn actor(&self) -> Actor {
        Self::actor_of(&self.identity)
    }

    fn nav(&self, t: &Texts) -> Vec<(&'static str, String)> {
        self.identity.homes().into_iter().map(|home| (home.path(), home.label(t))).collect()
    }
}

impl Oneself {
    /// Their account.
    pub fn account(&self) -> AccountId {
        self.identity.account
    }

    /// The person.
    pub fn person(&self) -> PersonId {
        self.identity.person
    }

    /// What is theirs.
    pub fn scope(&self) -> Scope {
        Scope::new(Reach::Own(self.identity.person), self.horizon)
    }
}

impl Audience for Oneself {
    fn name() -> String {
        "signed in".into()
    }

    fn admit(visit: &Visit) -> Result<Self> {
        Ok(Self { identity: settled(visit)?, horizon: visit.site.horizon() })
    }

    fn actor(&self) -> Actor {
        SignedIn::actor_of(&self.identity)
    }

    fn nav(&self, t: &Texts) -> Vec<(&'static str, String)> {
        self.identity.homes().into_iter().map(|home| (home.path(), home.label(t))).collect()
    }
}

impl Audience for Anyone {
    fn name() -> String {
        "anyone".into()
    }

    fn admit(visit: &Visit) -> Result<Self> {
        Ok(Self { account: visit.identity.as_ref().map(|i| i.account) })
    }

    fn actor(&self) -> Actor {
        Actor { role: "anyone", account: self.account.map(|a| a.0) }
    }

    fn nav(&self, _: &Texts) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
