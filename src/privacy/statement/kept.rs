//! What is kept, why, who reads it and how long: the part of the statement, and all of the register of processing,
//! that is made of the data map and the policies.

use std::collections::BTreeSet;

use crate::access::Role;
use crate::platform::clock::local;
use crate::platform::i18n::{Lang, Texts};
use crate::privacy::data_map::{Category, Clock, Personal, Purpose, Reader, tables};
use crate::privacy::retention::{Changed, Policy, Terms};

/// Columns that are alike: what a reader wants to know of one of them holds for all.
struct Alike {
    category: Category,
    clock: Clock,
    readers: Vec<Reader>,
    columns: Vec<(&'static str, &'static str, &'static Personal)>,
}

/// The personal columns for which `wanted` holds, by category, term and readers.
fn alike(wanted: impl Fn(&Personal) -> bool) -> Vec<Alike> {
    let mut all: Vec<Alike> = Vec::new();
    let columns = tables().flat_map(|table| table.personal().map(move |(column, p)| (table.name, column, p)));
    for (table, column, personal) in columns.filter(|(_, _, p)| wanted(p)) {
        let mut readers = personal.readers.to_vec();
        readers.sort();
        let same =
            |a: &&mut Alike| a.category == personal.category && a.clock == personal.clock && a.readers == readers;
        match all.iter_mut().find(same) {
            Some(known) => known.columns.push((table, column, personal)),
            None => {
                let columns = vec![(table, column, personal)];
                all.push(Alike { category: personal.category, clock: personal.clock, readers, columns });
            }
        }
    }
    let place = |category: Category| Category::ALL.iter().position(|c| *c == category);
    all.sort_by_key(|a| place(a.category));
    all
}

/// One kind of data that is kept for one term.
pub struct Kind {
    /// What it says about somebody.
    pub what: String,
    /// Precisely.
    pub fields: String,
    /// What it is kept for, with the lawful basis of each.
    pub why: Vec<String>,
    /// Who reads it.
    pub readers: String,
    /// How long.
    pub term: String,
}

/// Every kind of data about people, by category, kept as `terms` say.
pub fn kinds(lang: Lang, terms: &Terms) -> Vec<Kind> {
    let t = lang.texts();
    let why = |purpose: &Purpose| {
        t.data_map_why(t.data_map_purpose(purpose.code()), t.data_map_basis(purpose.basis().code()))
    };
    let kind = |alike: Alike| {
        let mut fields = Vec::new();
        for (_, column, _) in &alike.columns {
            let words = t.export_column(*column);
            if !fields.contains(&words) {
                fields.push(words);
            }
        }
        let purposes = Purpose::ALL.iter().filter(|p| alike.columns.iter().any(|(_, _, c)| c.purpose == **p));
        Kind {
            what: t.data_map_category(alike.category.code()),
            fields: fields.join(", "),
            why: purposes.map(why).collect(),
            readers: readers(t, &alike.readers),
            term: term(t, alike.clock, terms),
        }
    };
    alike(|_| true).into_iter().map(kind).collect()
}

/// Who reads something, in words: a permission is named by the roles that have it.
fn readers(t: &Texts, readers: &[Reader]) -> String {
    let (mut people, mut roles) = (BTreeSet::new(), BTreeSet::new());
    for reader in readers {
        match reader {
            Reader::Oneself => people.insert((0, t.data_map_reader("oneself"))),
            Reader::Group => people.insert((1, t.data_map_reader("group"))),
            Reader::Leader => people.insert((2, t.data_map_reader("leader"))),
            Reader::LeaderOfWishes => people.insert((3, t.data_map_reader("wishes"))),
            Reader::LeaderByDay => people.insert((4, t.data_map_reader("by_day"))),
            Reader::Client => people.insert((5, t.data_map_reader("client"))),
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

/// How long, in words: from the policy that carries the clock out, where it is a term from one moment on.
fn term(t: &Texts, clock: Clock, terms: &Terms) -> String {
    let policy = clock.policy().filter(|_| clock.is_plain()).and_then(|kind| terms.of(kind));
    policy.map_or_else(|| short(t, clock, terms), |policy| by_policy(t, &policy))
}

fn by_policy(t: &Texts, policy: &Policy) -> String {
    let (destroyed, anchor) = (policy.destroy.says(t), t.retention_anchor(policy.anchor.as_str()));
    match policy.portal {
        Some(portal) => t.data_map_term_portal(portal.says(t), destroyed, anchor),
        None => t.data_map_term(destroyed, anchor),
    }
}

/// How long, in fewer words.
pub fn short(t: &Texts, clock: Clock, terms: &Terms) -> String {
    let policy = clock.policy().and_then(|kind| terms.of(kind));
    let destroyed = policy.map(|policy| policy.destroy.says(t)).unwrap_or_default();
    let portal = policy.and_then(|policy| policy.portal).map(|portal| portal.says(t)).unwrap_or_default();
    t.data_map_clock(clock.code(), destroyed, portal)
}

/// The terms that were changed, a line each: what holds, since when, and what it was.
pub fn changes(lang: Lang, terms: &Terms) -> Vec<String> {
    let t = lang.texts();
    let length = |policy: &Policy| match policy.portal {
        Some(portal) => t.privacy_changed_portal(portal.says(t), policy.destroy.says(t)),
        None => policy.destroy.says(t),
    };
    let line = |changed: Changed| {
        let since = lang.date(local(changed.since).date());
        t.privacy_changed(t.retention_kind(changed.now.kind), length(&changed.now), since, length(&changed.before))
    };
    terms.changed().into_iter().map(line).collect()
}

/// The register of processing of article 30 of the GDPR, as a document, under `terms`.
pub fn processing_register(lang: Lang, terms: &Terms) -> String {
    let t = lang.texts();
    let mut text = format!("# {}\n\n{}\n", t.data_map_article_30(), t.data_map_article_30_intro());
    for purpose in Purpose::ALL {
        text.push_str(&format!("\n## {}\n\n", capitalised(&t.data_map_purpose(purpose.code()))));
        text.push_str(&format!("- {}: {}\n", t.data_map_basis_label(), t.data_map_basis(purpose.basis().code())));
        text.push_str(&format!("- {}: {}\n\n", t.data_map_subjects_label(), t.data_map_subjects(purpose.code())));
        let labels =
            [t.data_map_what_label(), t.data_map_readers_label(), t.data_map_term_label(), t.data_map_where_label()];
        text.push_str(&format!("| {} |\n|---|---|---|---|\n", labels.join(" | ")));
        for alike in alike(|personal| personal.purpose == *purpose) {
            text.push_str(&line(t, &alike, terms));
        }
    }
    text.push_str(&format!("\n## {}\n\n{}\n", t.data_map_security_label(), t.data_map_security()));
    let changes = changes(lang, terms);
    if !changes.is_empty() {
        text.push_str(&format!("\n## {}\n\n- {}\n", t.privacy_changed_title(), changes.join("\n- ")));
    }
    text
}

fn line(t: &Texts, alike: &Alike, terms: &Terms) -> String {
    let columns: Vec<_> = alike.columns.iter().map(|(table, column, _)| format!("{table}.{column}")).collect();
    let (what, term) = (t.data_map_category(alike.category.code()), term(t, alike.clock, terms));
    format!("| {what} | {} | {term} | {} |\n", readers(t, &alike.readers), columns.join(", "))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
