//! What is kept, why, who reads it and how long: the part of the statement, and all of the register of processing,
//! that is made of the data map and the policies.

use std::collections::BTreeSet;

use crate::access::Role;
use crate::platform::i18n::{Lang, Texts};
use crate::privacy::data_map::{Category, Clock, Personal, Purpose, Reader, tables};
use crate::privacy::retention::{POLICIES, Policy, Term};

/// One kind of data that is kept for one term.
pub struct Kind {
    /// What it says about somebody.
    pub what: String,
    /// What it is kept for, with the lawful basis of each.
    pub why: Vec<String>,
    /// Who reads it.
    pub readers: String,
    /// How long.
    pub term: String,
}

/// Every kind of data about people, by category and then by term.
pub fn kinds(lang: Lang) -> Vec<Kind> {
    let t = lang.texts();
    let all: Vec<&Personal> = tables().flat_map(|table| table.personal().map(|(_, personal)| personal)).collect();
    let mut kinds = Vec::new();
    for category in Category::ALL {
        for clock in Clock::ALL {
            let these: Vec<&Personal> =
                all.iter().copied().filter(|p| p.category == *category && p.clock == *clock).collect();
            if !these.is_empty() {
                kinds.push(kind(t, *category, *clock, &these));
            }
        }
    }
    kinds
}

fn kind(t: &Texts, category: Category, clock: Clock, these: &[&Personal]) -> Kind {
    let purposes = Purpose::ALL.iter().filter(|purpose| these.iter().any(|p| p.purpose == **purpose));
    let why = |purpose: &Purpose| {
        t.data_map_why(t.data_map_purpose(purpose.code()), t.data_map_basis(purpose.basis().code()))
    };
    Kind {
        what: t.data_map_category(category.code()),
        why: purposes.map(why).collect(),
        readers: readers(t, these.iter().flat_map(|p| p.readers)),
        term: term(t, clock),
    }
}

/// Who reads something, in words: a permission is named by the roles that have it.
fn readers<'a>(t: &Texts, readers: impl Iterator<Item = &'a Reader>) -> String {
    let (mut people, mut roles) = (BTreeSet::new(), BTreeSet::new());
    for reader in readers {
        match reader {
            Reader::Oneself => people.insert((0, t.data_map_reader("oneself"))),
            Reader::Group => people.insert((1, t.data_map_reader("group"))),
            Reader::Leader => people.insert((2, t.data_map_reader("leader"))),
            Reader::Client => people.insert((3, t.data_map_reader("client"))),
            Reader::Staff(permission) => {
                roles.extend(
                    Role::ALL
                        .iter()
                        .filter(|r| r.permissions().contains(permission))
                        .map(|r| t.register_role(r.as_str())),
                );
                false
            }
        };
    }
    let all: Vec<String> = people.into_iter().map(|(_, words)| words).chain(roles).collect();
    if all.is_empty() { t.data_map_reader("nobody") } else { all.join(", ") }
}

/// How long, in words: from the policy that carries the clock out, where there is one.
pub fn term(t: &Texts, clock: Clock) -> String {
    let policy = clock.policy().and_then(|kind| POLICIES.iter().find(|policy| policy.kind == kind));
    policy.map_or_else(|| t.data_map_clock(clock.code()), |policy| by_policy(t, policy))
}

fn by_policy(t: &Texts, policy: &Policy) -> String {
    let (destroyed, anchor) = (length(t, policy.destroy), t.retention_anchor(policy.anchor.as_str()));
    match policy.portal {
        Some(portal) => t.data_map_term_portal(length(t, portal), destroyed, anchor),
        None => t.data_map_term(destroyed, anchor),
    }
}

fn length(t: &Texts, term: Term) -> String {
    match term {
        Term::Hours(hours) => t.retention_hours(hours),
        Term::Days(days) => t.retention_days(days),
        Term::Months(months) if months % 12 == 0 => t.retention_years(months / 12),
        Term::Months(months) => t.retention_months(months),
    }
}

/// The register of processing of article 30 of the GDPR, as a document.
pub fn processing_register(lang: Lang) -> String {
    let t = lang.texts();
    let mut text = format!("# {}\n\n{}\n", t.data_map_article_30(), t.data_map_article_30_intro());
    for purpose in Purpose::ALL {
        text.push_str(&format!("\n## {}\n\n", t.data_map_purpose(purpose.code())));
        text.push_str(&format!("- {}: {}\n", t.data_map_basis_label(), t.data_map_basis(purpose.basis().code())));
        text.push_str(&format!("- {}: {}\n\n", t.data_map_subjects_label(), t.data_map_subjects(purpose.code())));
        let labels =
            [t.data_map_what_label(), t.data_map_readers_label(), t.data_map_term_label(), t.data_map_where_label()];
        text.push_str(&format!("| {} |\n|---|---|---|---|\n", labels.join(" | ")));
        for category in Category::ALL {
            for clock in Clock::ALL {
                text.push_str(&line(t, *purpose, *category, *clock));
            }
        }
    }
    text.push_str(&format!("\n## {}\n\n{}\n", t.data_map_security_label(), t.data_map_security()));
    text
}

/// One line of the register; nothing when there is nothing of the kind.
fn line(t: &Texts, purpose: Purpose, category: Category, clock: Clock) -> String {
    let is = |p: &Personal| p.purpose == purpose && p.category == category && p.clock == clock;
    let these = tables().flat_map(|table| table.personal().map(move |(column, p)| (table.name, column, p)));
    let these: Vec<_> = these.filter(|(_, _, p)| is(p)).collect();
    if these.is_empty() {
        return String::new();
    }
    let columns: Vec<_> = these.iter().map(|(table, column, _)| format!("{table}.{column}")).collect();
    let readers = readers(t, these.iter().flat_map(|(_, _, p)| p.readers));
    let (what, term) = (t.data_map_category(category.code()), term(t, clock));
    format!("| {what} | {readers} | {term} | {} |\n", columns.join(", "))
}
