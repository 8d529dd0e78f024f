//! The people of the demo, and how they get an account.

use std::collections::BTreeMap;

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::access::accounts::AccountId;
use crate::access::second_factor::Secret;
use crate::access::{Role, second_factor};
use crate::crm::organisations::OrganisationId;
use crate::crm::people::{Name, PersonId};
use crate::platform::clock::local;
use crate::platform::db::schema::{acceptances, accounts, employments, people, staff_roles};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;
use crate::platform::files::Files;
use crate::platform::i18n::Lang;
use crate::privacy::statement;

/// A person as the demo lists them.
pub struct Someone {
    /// First name.
    pub first: &'static str,
    /// What stands between first and last name; empty for nothing.
    pub infix: &'static str,
    /// Last name.
    pub last: &'static str,
    /// Address and sign-in name.
    pub email: &'static str,
    /// The language of their pages.
    pub lang: Lang,
}

pub const fn someone(first: &'static str, infix: &'static str, last: &'static str, email: &'static str) -> Someone {
    Someone { first, infix, last, email, lang: Lang::Nl }
}

pub const fn in_english(person: Someone) -> Someone {
    Someone { lang: Lang::En, ..person }
}

/// A member of staff.
pub struct StaffMember {
    /// What they do.
    pub role: Role,
    /// Who they are.
    pub person: Someone,
    /// Address and sign-in name.
    pub email: &'static str,
}

const fn member(
    role: Role,
    first: &'static str,
    infix: &'static str,
    last: &'static str,
    email: &'static str,
) -> StaffMember {
    StaffMember { role, person: someone(first, infix, last, email), email }
}

/// The provider's own people.
pub const STAFF: &[StaffMember] = &[
    member(Role::Trainer, "Joost", "", "Veerman", "joost.veerman@opleider.example.nl"),
    member(Role::Trainer, "Mirjam", "de", "Wit", "mirjam.dewit@opleider.example.nl"),
    member(Role::Adviser, "Petra", "", "Noorman", "petra.noorman@opleider.example.nl"),
    member(Role::Assistant, "Fatima", "", "Haddou", "fatima.haddou@opleider.example.nl"),
    member(Role::Helpdesk, "Sjoerd", "", "Tiemersma", "sjoerd.tiemersma@opleider.example.nl"),
    member(Role::Marketing, "Lieke", "van", "Dalen", "lieke.vandalen@opleider.example.nl"),
    member(Role::Planner, "Ruben", "", "Maas", "ruben.maas@opleider.example.nl"),
    member(Role::Content, "Ilse", "", "Kortekaas", "ilse.kortekaas@opleider.example.nl"),
    member(Role::Programmer, "Tijn", "", "Bosscher", "tijn.bosscher@opleider.example.nl"),
    member(Role::Security, "Hanna", "", "Ridderhof", "hanna.ridderhof@opleider.example.nl"),
    member(Role::Security, "Bram", "", "Zuidema", "bram.zuidema@opleider.example.nl"),
];

/// Takes part in a training, and leads another project of the same client.
pub const TWO_HATS: Someone = someone("Anouk", "van", "Leersum", "anouk.vanleersum@lindedam.example.nl");

/// Whether the installation is empty.
pub fn nobody(db: &mut Db) -> Result<bool> {
    let anybody: bool = diesel::select(diesel::dsl::exists(people::table.select(people::id))).get_result(db)?;
    Ok(!anybody)
}

/// The provider's own people, with their roles and accounts, in the order of [`STAFF`]; with `files`, whose keys
/// it takes, they have a second factor.
pub fn staff(tx: &mut Tx, hash: &str, files: Option<&Files>) -> Result<Vec<PersonId>> {
    let today = local(tx.now()).date();
    let mut ids = Vec::new();
    for member in STAFF {
        let person = person(tx, &member.person)?;
        let account = account(tx, person, member.email, Some(hash))?;
        if let Some(files) = files {
            second_factor::give(tx, files, account, &secret_of(member.email)?)?;
        }
        diesel::insert_into(staff_roles::table)
            .values((
                staff_roles::person_id.eq(person),
                staff_roles::role.eq(member.role),
                staff_roles::agreed_on.eq(today),
                staff_roles::starts_on.eq(today),
            ))
            .execute(tx.db())?;
        ids.push(person);
    }
    Ok(ids)
}

/// What the codes of a member of staff are made with: the same in every demo, like the password.
fn secret_of(email: &str) -> Result<Secret> {
    let hash = Sha256::digest(format!("second factor of {email} in the demo"));
    Secret::from_bytes(hash.get(..20).unwrap_or_default())
}

/// The secret of each account that has a second factor, by sign-in name.
pub fn secrets(db: &mut Db, files: &Files) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(AccountId, String, Option<Vec<u8>>)> = accounts::table
        .filter(accounts::second_factor_at.is_not_null().and(accounts::totp_secret.is_not_null()))
        .select((accounts::id, accounts::sign_in_folded, accounts::totp_secret))
        .load(db)?;
    let mut secrets = BTreeMap::new();
    for (account, name, kept) in rows {
        secrets.insert(name, second_factor::read(files, account, &kept.unwrap_or_default())?.text());
    }
    Ok(secrets)
}

/// Puts a person in the database.
pub fn person(tx: &mut Tx, who: &Someone) -> Result<PersonId> {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let name =
        Name { first_name: filled(who.first), initials: None, infix: filled(who.infix), last_name: who.last.into() };
    let now = tx.now();
    Ok(diesel::insert_into(people::table)
        .values((
            people::name_folded.eq(name.folded()),
            people::first_name.eq(name.first_name),
            people::infix.eq(name.infix),
            people::last_name.eq(name.last_name),
            people::email.eq(who.email),
            people::email_folded.eq(who.email.to_lowercase()),
            people::language.eq((who.lang == Lang::En).then_some(Lang::En)),
            people::created_at.eq(now),
        ))
        .returning(people::id)
        .get_result(tx.db())?)
}

/// Puts a person of a client in the database, with where they work.
pub fn employee(tx: &mut Tx, who: &Someone, at: OrganisationId, number: usize) -> Result<PersonId> {
    let person = person(tx, who)?;
    let now = tx.now();
    diesel::insert_into(employments::table)
        .values((
            employments::person_id.eq(person),
            employments::organisation_id.eq(at),
            employments::personnel_number.eq(format!("{:05}", 20_400 + 7 * number)),
            employments::created_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(person)
}

/// Gives a person an account: with a password when they accepted their invitation, else an empty one.
pub fn account(tx: &mut Tx, person: PersonId, name: &str, hash: Option<&str>) -> Result<AccountId> {
    let now = tx.now();
    let id: AccountId = diesel::insert_into(accounts::table)
        .values((
            accounts::person_id.eq(person),
            accounts::sign_in_name.eq(name),
            accounts::sign_in_folded.eq(name.to_lowercase()),
            accounts::password_hash.eq(hash),
            accounts::must_change.eq(false),
            accounts::accepted_version.eq(hash.map(|_| statement::VERSION)),
            accounts::created_at.eq(now),
        ))
        .returning(accounts::id)
        .get_result(tx.db())?;
    if hash.is_some() {
        diesel::insert_into(acceptances::table)
            .values((
                acceptances::account_id.eq(id),
                acceptances::version.eq(statement::VERSION),
                acceptances::accepted_at.eq(now),
            ))
            .execute(tx.db())?;
    }
    Ok(id)
}
