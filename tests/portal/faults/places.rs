//! A member of staff who places people in groups and takes them out again.

use std::collections::BTreeMap;

use super::Chance;
use super::installation::{Installation, Server};
use super::people::{Came, Person, acknowledges, refused};
use crate::support::{Browser, people};

/// Who is in which group; those who are in none are not in it.
type Places = BTreeMap<i64, i64>;

/// A member of staff who places people in groups and takes them out again.
pub struct Planner {
    browser: Browser,
    chance: Chance,
    groups: Vec<i64>,
    /// The participants that only this planner moves.
    own: Vec<i64>,
    places: Places,
    /// What it is when the act without an answer was done.
    doubt: Option<Places>,
}

impl Planner {
    /// One of two who share the running project of Lindedam: each moves three people of their own, between the
    /// same two groups.
    pub fn new(installation: &Installation, server: &Server, half: usize, chance: Chance) -> Self {
        let project = format!(
            "SELECT min(p.project_id) FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{}'",
            people::SAMIRA
        );
        let numbers = |sql: &str| installation.rows(sql).into_iter().map(|row| row.number).collect::<Vec<_>>();
        let groups =
            numbers(&format!("SELECT '' AS word, id AS number FROM groups WHERE project_id = ({project}) ORDER BY id"));
        let placed = numbers(&format!(
            "SELECT '' AS word, participant_id AS number FROM enrolments WHERE group_id IN \
             (SELECT id FROM groups WHERE project_id = ({project})) ORDER BY participant_id"
        ));
        assert_eq!(groups.len(), 2);
        let own = placed.into_iter().skip(half).step_by(2).take(3).collect();
        let (places, doubt) = (Places::new(), None);
        let mut planner = Self { browser: server.signed_in(people::FATIMA), chance, groups, own, places, doubt };
        planner.places = planner.found().unwrap();
        planner
    }

    /// Who of their own is where, by the pages of the groups.
    fn found(&mut self) -> Result<Places, Came> {
        let mut found = Places::new();
        for group in self.groups.clone() {
            let page =
                self.browser.try_send("GET", &format!("/staff/groups/{group}"), None, b"").map_err(Came::Gone)?;
            if page.status != 200 {
                return Err(refused(&page));
            }
            let ends = page.attributes("form[action$='/ending']", "action");
            let members = ends.iter().filter_map(|path| path.split('/').nth(5)?.parse::<i64>().ok());
            found.extend(members.filter(|p| self.own.contains(p)).map(|p| (p, group)));
        }
        Ok(found)
    }

    /// Places everybody of their own who has no group in `group`, all at once.
    fn place(&mut self, group: i64, waiting: &[i64]) -> Came {
        let mut after = self.places.clone();
        after.extend(waiting.iter().map(|p| (*p, group)));
        let ids: Vec<String> = waiting.iter().map(ToString::to_string).collect();
        let form: Vec<(&str, &str)> = ids.iter().map(|id| ("participant", id.as_str())).collect();
        self.send(&format!("/staff/groups/{group}/placements"), &form, after, "placed")
    }

    fn take_out(&mut self, participant: i64) -> Came {
        let mut after = self.places.clone();
        let group = after.remove(&participant).unwrap();
        self.send(&format!("/staff/groups/{group}/placements/{participant}/ending"), &[], after, "taken out")
    }

    fn send(&mut self, path: &str, form: &[(&str, &str)], after: Places, kind: &'static str) -> Came {
        self.doubt = Some(after.clone());
        match self.browser.try_post(path, form) {
            Ok(page) if acknowledges(&page) => {
                (self.places, self.doubt) = (after, None);
                Came::Acknowledged(kind)
            }
            Ok(page) => refused(&page),
            Err(why) => Came::Gone(why),
        }
    }
}

impl Person for Planner {
    fn name(&self) -> &str {
        people::FATIMA
    }

    fn act(&mut self) -> Came {
        let waiting: Vec<i64> = self.own.iter().copied().filter(|p| !self.places.contains_key(p)).collect();
        let all_wait = waiting.len() == self.own.len();
        if all_wait || (!waiting.is_empty() && self.chance.under(3) == 0) {
            let group = self.groups[self.chance.under(2) as usize];
            return self.place(group, &waiting);
        }
        let placed: Vec<i64> = self.places.keys().copied().collect();
        let at = self.chance.under(placed.len() as u64) as usize;
        self.take_out(placed[at])
    }

    fn look(&mut self, _: bool) -> Result<Vec<String>, Came> {
        let found = self.found()?;
        let done = self.doubt.take().is_some_and(|after| after == found);
        let known = std::mem::replace(&mut self.places, found);
        if done || known == self.places {
            return Ok(Vec::new());
        }
        Ok(vec![format!("in groups are {:?}, where {known:?} was acknowledged", self.places)])
    }

    fn goes_on(&mut self, server: &Server, signed_in_again: bool) {
        self.browser.moved_to(&server.url);
        if signed_in_again {
            self.browser = server.signed_in(people::FATIMA);
        }
    }
}
