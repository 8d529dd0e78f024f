//! What two people of the demo ask about their own data: one waits for an answer, one has it.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::crm::people::PersonId;
use crate::platform::db::schema::{people, request_words, requests};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::Result;
use crate::privacy::requests::{Kind, due};

/// Somebody who asks something: their address, what, in which words, how many days ago, and how long ago it was
/// answered.
type Asker = (&'static str, Kind, &'static str, i64, Option<i64>);

const ASKERS: &[Asker] = &[
    (
        "sanne.mulder@merenland.example.nl",
        Kind::Correction,
        "Bij mijn werk staat ‘Receptie’. Ik werk sinds september op de dagopvang. Kunnen jullie dat veranderen?",
        9,
        None,
    ),
    ("ruud.scholten@merenland.example.nl", Kind::Access, "", 40, Some(31)),
];

/// Puts them in the database.
pub fn all(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    for (email, kind, asked, days, answered) in ASKERS {
        let person: PersonId =
            people::table.filter(people::email_folded.eq(*email)).select(people::id).first(tx.db())?;
        let received = now.minus(TimeDelta::days(*days));
        let answered: Option<Moment> = answered.map(|days| now.minus(TimeDelta::days(days)));
        let id: i64 = diesel::insert_into(requests::table)
            .values((
                requests::person_number.eq(person),
                requests::kind.eq(*kind),
                requests::received_at.eq(received),
                requests::due_on.eq(due(received)),
                requests::answered_at.eq(answered),
            ))
            .returning(requests::id)
            .get_result(tx.db())?;
        diesel::insert_into(request_words::table)
            .values((request_words::request_id.eq(id), request_words::asked.eq(*asked)))
            .execute(tx.db())?;
    }
    Ok(())
}
