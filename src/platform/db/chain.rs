//! The chain of the register: each line carries a MAC over itself and over the MAC of the line before it, and one
//! row, the head, says under a seal how many lines there are and which MAC is the last.
//!
//! The keys are derived from the master key and so are not in the database: whoever has the database alone can
//! change a line, but cannot make it fit again. The number of a line is its place in the chain, so a gap shows too.

use std::borrow::Cow;

use chacha20poly1305::KeyInit;
use diesel::prelude::*;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::schema::{register_head, register_lines};
use super::{Actor, Db, Moment};
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;

/// A MAC of the chain: HMAC-SHA-256.
pub type Tag = [u8; 32];

/// What the first line takes for the MAC of the line before it.
pub const START: Tag = [0; 32];

/// The one row of the head.
const HEAD: i64 = 1;

/// The keys of the chain.
#[derive(Clone)]
pub struct Chain {
    lines: Key,
    seals: Key,
}

/// A line as it is in the database.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = register_lines)]
pub struct ChainedLine {
    /// Its number, and its place in the chain.
    pub id: i64,
    /// When it was done.
    pub at: Moment,
    /// By whom, as a role.
    pub actor_role: String,
    /// By which account, where somebody was signed in.
    pub actor_account: Option<i64>,
    /// What was done.
    pub act: String,
    /// To a row of which table, or on which page.
    pub subject: String,
    /// To which row.
    pub subject_row: i64,
    /// Whose data it was.
    pub person_number: Option<i64>,
    /// Its MAC; empty when it was never tied into the chain.
    pub mac: Vec<u8>,
}

/// How far the chain goes.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = register_head)]
pub struct Head {
    id: i64,
    /// The number of the last line.
    pub lines: i64,
    /// The MAC of the last line.
    pub mac: Vec<u8>,
    /// Whether the lines from before there was a chain are all in it.
    pub adopted: bool,
    /// The MAC over the three above.
    pub seal: Vec<u8>,
}

/// A line that waits for the end of its transaction.
pub(super) struct NewLine {
    pub act: &'static str,
    pub subject: Cow<'static, str>,
    pub row: i64,
    pub person: Option<i64>,
}

impl Chain {
    /// The keys that `derive` gives for the purposes of the chain.
    pub fn new(derive: impl Fn(&str) -> Key) -> Self {
        Self { lines: derive("register lines v1"), seals: derive("register seals v1") }
    }

    /// The MAC of `line` after the line whose MAC is `previous`.
    pub fn tag(&self, previous: &[u8], line: &ChainedLine) -> Tag {
        let mut mac = keyed(&self.lines).chain_update(previous);
        number(&mut mac, Some(line.id));
        let at = line.at.naive().and_utc();
        number(&mut mac, Some(at.timestamp()));
        // Whole seconds are written; a fraction was put there by somebody else.
        number(&mut mac, Some(i64::from(at.timestamp_subsec_nanos())));
        text(&mut mac, &line.actor_role);
        number(&mut mac, line.actor_account);
        text(&mut mac, &line.act);
        text(&mut mac, &line.subject);
        number(&mut mac, Some(line.subject_row));
        number(&mut mac, line.person_number);
        mac.finalize().into_bytes().into()
    }

    /// A seal over `parts` for one use, told apart from every other by the word `about`.
    pub fn seal(&self, about: &str, parts: &[&[u8]]) -> Tag {
        let mut mac = keyed(&self.seals);
        text(&mut mac, about);
        for part in parts {
            number(&mut mac, i64::try_from(part.len()).ok());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The head after `lines` lines, of which the last has the MAC `mac`.
    pub fn head(&self, lines: i64, mac: &[u8], adopted: bool) -> Head {
        let seal = self.head_seal(lines, mac, adopted).to_vec();
        Head { id: HEAD, lines, mac: mac.to_vec(), adopted, seal }
    }

    /// Whether `head` is as the program wrote it.
    pub fn made(&self, head: &Head) -> bool {
        head.seal == self.head_seal(head.lines, &head.mac, head.adopted)
    }

    fn head_seal(&self, lines: i64, mac: &[u8], adopted: bool) -> Tag {
        self.seal("head", &[&lines.to_be_bytes(), mac, &[u8::from(adopted)]])
    }

    /// Writes `waiting` behind the last line. The head is locked from here to the end of the transaction, so on
    /// PostgreSQL too there is one writer at a time for this short moment.
    pub(super) fn write(&self, db: &mut Db, now: Moment, actor: Actor, waiting: Vec<NewLine>) -> Result<()> {
        if waiting.is_empty() {
            return Ok(());
        }
        let head = match locked(db)? {
            Some(head) => head,
            None => beheaded(db)?,
        };
        let mut lines = Vec::with_capacity(waiting.len());
        let (mut last, mut mac) = (head.lines, head.mac.clone());
        for new in waiting {
            last += 1;
            let mut line = ChainedLine {
                id: last,
                at: now,
                actor_role: actor.role.to_owned(),
                actor_account: actor.account,
                act: new.act.to_owned(),
                subject: new.subject.into_owned(),
                subject_row: new.row,
                person_number: new.person,
                mac: Vec::new(),
            };
            line.mac = self.tag(&mac, &line).to_vec();
            mac.clone_from(&line.mac);
            lines.push(line);
        }
        insert(db, &lines)?;
        let mut next = self.head(last, &mac, head.adopted);
        if !self.made(&head) {
            // Somebody changed the head. Work goes on, but a fresh seal would hide what they did.
            next.seal.clear();
        }
        put(db, &next)
    }
}

fn keyed(key: &Key) -> Hmac<Sha256> {
    // HMAC fills a shorter key up with zeros; one of a whole block cannot be refused.
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    block.iter_mut().zip(key.iter()).for_each(|(to, from)| *to = *from);
    <Hmac<Sha256> as KeyInit>::new(&block)
}

/// A number that may be absent, so that absent and zero differ.
fn number(mac: &mut Hmac<Sha256>, number: Option<i64>) {
    mac.update(&[u8::from(number.is_some())]);
    mac.update(&number.unwrap_or_default().to_be_bytes());
}

/// A text with its length, so that no two texts can trade letters.
fn text(mac: &mut Hmac<Sha256>, text: &str) {
    number(mac, i64::try_from(text.len()).ok());
    mac.update(text.as_bytes());
}

/// The head as it is now; none before the chain began.
///
/// # Errors
/// When the database refuses.
pub fn head(db: &mut Db) -> Result<Option<Head>> {
    Ok(register_head::table.find(HEAD).first(db).optional()?)
}

/// The head, which nobody else may change until the transaction ends.
///
/// # Errors
/// When the database refuses.
pub fn locked(db: &mut Db) -> Result<Option<Head>> {
    let found = match db {
        Db::Postgres(db) => register_head::table.find(HEAD).for_update().first(db),
        // A writing transaction is alone there from its beginning.
        Db::Sqlite(db) => register_head::table.find(HEAD).first(db),
    };
    Ok(found.optional()?)
}

/// Puts `head` in the place of the one that is there.
///
/// # Errors
/// When the database refuses, or there is none.
pub fn put(db: &mut Db, head: &Head) -> Result<()> {
    let changed = diesel::update(register_head::table.find(HEAD)).set(head).execute(db)?;
    if changed == 1 { Ok(()) } else { Err(Error::broken(anyhow::anyhow!("the register has no head"))) }
}

/// Writes the first head.
///
/// # Errors
/// When the database refuses, or there is one.
pub fn begin(db: &mut Db, head: &Head) -> Result<()> {
    diesel::insert_into(register_head::table).values(head).execute(db)?;
    Ok(())
}

/// A head in the place of one that somebody removed. It has no seal, so that the loss is found.
///
/// # Errors
/// When the database refuses.
pub fn beheaded(db: &mut Db) -> Result<Head> {
    let last = register_lines::table.order(register_lines::id.desc());
    let last: Option<(i64, Vec<u8>)> = last.select((register_lines::id, register_lines::mac)).first(db).optional()?;
    let (lines, mac) = last.unwrap_or_default();
    let head = Head { id: HEAD, lines, mac, adopted: true, seal: Vec::new() };
    tracing::error!(lines, "the head of the register is gone");
    begin(db, &head)?;
    Ok(head)
}

fn insert(db: &mut Db, lines: &[ChainedLine]) -> Result<()> {
    match db {
        Db::Postgres(db) => {
            // Nine values a line, and 65,535 in a statement at most.
            for some in lines.chunks(1000) {
                diesel::insert_into(register_lines::table).values(some).execute(db)?;
            }
        }
        Db::Sqlite(db) => {
            for line in lines {
                diesel::insert_into(register_lines::table).values(line).execute(db)?;
            }
        }
    }
    Ok(())
}
