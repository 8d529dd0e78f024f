//! Which people the list shows, in which order, and which page of it.

use std::collections::HashSet;

use super::model::{Follower, LedGroup, Member};
use crate::learning::actions::ActionId;
use crate::learning::actions::progress::ActionProgress;
use crate::planning::groups::GroupId;
use crate::planning::projects::ParticipantId;
use crate::platform::db::text_enum;
use crate::platform::error::{Error, Result};
use crate::platform::folding::folded;

/// People on one page of the list.
pub const PAGE: usize = 50;

text_enum!(
    /// The order of the list.
    Order {
        /// By name.
        Name = "name",
        /// Who did least first.
        Progress = "progress",
        /// Who is furthest behind first.
        Late = "late",
    }
);

/// The filter as it was sent.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct FilterForm {
    /// Part of a name.
    pub name: String,
    /// The number of a group, `none`, or nothing for all.
    pub group: String,
    /// Filled in: only who is behind.
    pub late: String,
    /// Filled in: only who has preparation to do.
    pub preparation: String,
    /// The number of an action: only who did not do it.
    pub open: String,
    /// The order.
    pub sort: String,
    /// The page, from 1.
    pub page: String,
}

/// A choice of group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InGroup {
    /// Whatever the group.
    Any,
    /// Nobody's group.
    Without,
    /// This group.
    Of(GroupId),
}

/// The filter, understood.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Part of a name, folded.
    pub name: String,
    /// The group.
    pub group: InGroup,
    /// Only who is behind.
    pub late: bool,
    /// Only who has preparation to do.
    pub preparation: bool,
    /// Only who did not do this action.
    pub open: Option<ActionId>,
    /// The order.
    pub order: Order,
}

impl FilterForm {
    /// Understands the filter. What cannot be read filters nothing; the number of a group or an action
    /// of another project is as absent as its page would be.
    ///
    /// # Errors
    /// [`Error::NotFound`] for such a number.
    pub fn check(&self, groups: &[LedGroup], actions: &[ActionProgress]) -> Result<Filter> {
        let group = match (self.group.as_str(), self.group.parse().map(GroupId)) {
            ("none", _) => InGroup::Without,
            (_, Ok(id)) if groups.iter().any(|g| g.id == id) => InGroup::Of(id),
            (_, Ok(_)) => return Err(Error::NotFound),
            (_, Err(_)) => InGroup::Any,
        };
        let open = self.open.parse().map(ActionId).ok();
        if open.is_some_and(|id| actions.iter().all(|a| a.action != id)) {
            return Err(Error::NotFound);
        }
        Ok(Filter {
            name: folded(&self.name),
            group,
            late: !self.late.is_empty(),
            preparation: !self.preparation.is_empty(),
            open,
            order: Order::parse(&self.sort).unwrap_or(Order::Name),
        })
    }

    /// The address of the same list in another order, from its first page.
    pub fn sorted(&self, path: &str, order: &str) -> String {
        Self { sort: order.to_owned(), page: String::new(), ..self.clone() }.address(path)
    }

    /// The address of another page of the same list.
    pub fn paged(&self, path: &str, page: usize) -> String {
        Self { page: page.to_string(), ..self.clone() }.address(path)
    }

    fn address(&self, path: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (field, text) in [
            ("name", &self.name),
            ("group", &self.group),
            ("late", &self.late),
            ("preparation", &self.preparation),
            ("open", &self.open),
            ("sort", &self.sort),
            ("page", &self.page),
        ] {
            if !text.is_empty() {
                query.append_pair(field, text);
            }
        }
        format!("{path}?{}", query.finish()).trim_end_matches('?').to_owned()
    }
}

impl Filter {
    /// Whether it leaves anybody out on purpose.
    pub fn is_on(&self) -> bool {
        !self.name.is_empty() || self.group != InGroup::Any || self.late || self.preparation || self.open.is_some()
    }

    /// Whether exactly the people of `group` are asked for.
    pub fn is_group(&self, group: &GroupId) -> bool {
        self.group == InGroup::Of(*group)
    }

    /// Whether who did not do `action` are asked for.
    pub fn is_open(&self, action: &ActionId) -> bool {
        self.open == Some(*action)
    }

    /// Those of `people` (in the order of their names) who are asked for, in the order asked for.
    /// `did` are those who did the action of the filter.
    pub fn apply<'a>(&self, people: &'a [Follower], did: &HashSet<ParticipantId>) -> Vec<&'a Follower> {
        let mut found: Vec<_> = people.iter().filter(|f| self.takes(f, did)).collect();
        // Both sorts are stable, so equals stay in the order of their names.
        match self.order {
            Order::Name => {}
            Order::Progress => found.sort_by_key(|f| f.standing.done),
            Order::Late => found.sort_by_key(|f| (f.standing.late_since.is_none(), f.standing.late_since)),
        }
        found
    }

    fn takes(&self, follower: &Follower, did: &HashSet<ParticipantId>) -> bool {
        let (member, standing) = (&follower.member, &follower.standing);
        let in_group = match self.group {
            InGroup::Any => true,
            InGroup::Without => member.group.is_none(),
            InGroup::Of(group) => member.group == Some(group),
        };
        in_group
            && (!self.late || standing.is_behind())
            && (!self.preparation || !standing.is_prepared())
            && (self.open.is_none() || !did.contains(&member.participant))
            && (self.name.is_empty() || named(member, &self.name))
    }
}

fn named(member: &Member, part: &str) -> bool {
    folded(&member.name.full()).contains(part) || member.name.folded().contains(part)
}

/// One page of a longer list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// The number of the first row before the page.
    pub from: usize,
    /// The number of its last row.
    pub to: usize,
    /// Rows in all.
    pub total: usize,
    /// The page, from 1.
    pub page: usize,
}

impl Slice {
    /// The page that `asked` names of `total` rows, `size` to a page: the nearest there is.
    pub fn of(asked: &str, total: usize, size: usize) -> Self {
        let last = total.div_ceil(size).max(1);
        let page = asked.parse().unwrap_or(1).clamp(1, last);
        let from = (page - 1) * size;
        Self { from, to: (from + size).min(total), total, page }
    }

    /// The page before this one.
    pub fn previous(self) -> Option<usize> {
        (self.page > 1).then(|| self.page - 1)
    }

    /// The page after this one.
    pub fn next(self) -> Option<usize> {
        (self.to < self.total).then_some(self.page + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::people::Name;
    use crate::learning::actions::progress::Standing;

    fn follower(id: i64, first: &str, infix: &str, last: &str) -> Follower {
        let participant = ParticipantId(id);
        let filled = |t: &str| (!t.is_empty()).then(|| t.to_owned());
        let name = Name { first_name: filled(first), infix: filled(infix), last_name: last.into(), ..Name::default() };
        let member = Member { participant, name, group: (id % 2 == 0).then_some(GroupId(7)), seen_on: None };
        Follower { member, standing: Standing::nothing_to_do() }
    }

    fn people() -> Vec<Follower> {
        let mut people = vec![follower(1, "Meryem", "", "Aydın"), follower(2, "Zoë", "van 't", "Hoff")];
        people.push(follower(3, "Daan", "de", "Groot"));
        people[1].standing.done = 2;
        people[2].standing.late_since = chrono::NaiveDate::from_ymd_opt(2026, 11, 20);
        people[2].standing.preparation_open = 1;
        people
    }

    fn ids(form: FilterForm, did: &[i64]) -> Vec<i64> {
        let group = LedGroup { id: GroupId(7), name: "G".into(), capacity: 8, trainer: None, meetings: Vec::new() };
        let action = ActionProgress { action: ActionId(4), position: 1, title: "A".into(), done: 0 };
        let did: HashSet<_> = did.iter().copied().map(ParticipantId).collect();
        let people = people();
        let found = form.check(&[group], &[action]).unwrap().apply(&people, &did);
        found.iter().map(|f| f.member.participant.0).collect()
    }

    fn form(field: &str, text: &str) -> FilterForm {
        serde_html_form::from_str(&format!("{field}={text}")).unwrap()
    }

    #[test]
    fn each_filter_leaves_the_right_people() {
        assert_eq!(ids(FilterForm::default(), &[]), [1, 2, 3]);
        assert_eq!(ids(form("name", "zoe+van"), &[]), [2]);
        assert_eq!(ids(form("name", "AYDIN"), &[]), [1]);
        assert_eq!(ids(form("group", "7"), &[]), [2]);
        assert_eq!(ids(form("group", "none"), &[]), [1, 3]);
        assert_eq!(ids(form("late", "on"), &[]), [3]);
        assert_eq!(ids(form("preparation", "on"), &[]), [3]);
        assert_eq!(ids(form("open", "4"), &[1, 3]), [2]);
        assert_eq!(ids(form("group", "nonsense"), &[]), [1, 2, 3]);
    }

    #[test]
    fn each_order_puts_who_needs_care_first() {
        assert_eq!(ids(form("sort", "progress"), &[]), [1, 3, 2]);
        assert_eq!(ids(form("sort", "late"), &[]), [3, 1, 2]);
        assert_eq!(ids(form("sort", "nonsense"), &[]), [1, 2, 3]);
    }

    #[test]
    fn a_number_of_another_project_is_not_found() {
        assert!(matches!(form("group", "8").check(&[], &[]), Err(Error::NotFound)));
        assert!(matches!(form("open", "8").check(&[], &[]), Err(Error::NotFound)));
    }

    #[test]
    fn addresses_keep_the_filter() {
        let form = FilterForm { name: "de Groot & co".into(), page: "3".into(), ..FilterForm::default() };
        assert_eq!(form.sorted("/p", "late"), "/p?name=de+Groot+%26+co&sort=late");
        assert_eq!(form.paged("/p", 4), "/p?name=de+Groot+%26+co&page=4");
        assert_eq!(FilterForm::default().sorted("/p", ""), "/p");
    }

    #[test]
    fn pages_cover_each_row_once_and_a_page_beyond_is_the_last() {
        let slice = |asked, total| {
            let s = Slice::of(asked, total, 50);
            (s.from, s.to, s.previous(), s.next())
        };
        assert_eq!(slice("", 120), (0, 50, None, Some(2)));
        assert_eq!(slice("3", 120), (100, 120, Some(2), None));
        assert_eq!(slice("99", 120), (100, 120, Some(2), None));
        assert_eq!(slice("0", 50), (0, 50, None, None));
        assert_eq!(slice("1", 0), (0, 0, None, None));
    }
}
