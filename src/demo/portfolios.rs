//! The portfolios of the demo: somebody who shows nothing, and some who show a part or all of it to their trainer.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::crm::people::PersonId;
use crate::learning::portfolios::{Kind, Part};
use crate::platform::db::Tx;
use crate::platform::db::schema::{people, portfolio_items, portfolio_shares, portfolios};
use crate::platform::error::Result;

/// What somebody tells, and what of it they show.
struct Told {
    who: &'static str,
    items: &'static [Line],
    interests: &'static str,
    shows: &'static [Part],
}

/// Work or education: what it was, where, since when and until when, and some words.
struct Line(Kind, &'static str, &'static str, &'static str, Option<&'static str>, &'static str);

const PORTFOLIOS: &[Told] = &[
    Told {
        who: "samira.bakker@lindedam.example.nl",
        items: &[
            Line(
                Kind::Work,
                "Medewerker klantcontact",
                "Gemeente Lindedam",
                "2021-09",
                None,
                "Ik beantwoord vragen van inwoners, aan de balie en per mail.",
            ),
            Line(Kind::Work, "Verkoopmedewerker", "Boekhandel De Kantlijn", "2016", Some("2021-08"), ""),
            Line(Kind::Education, "Mbo Publieke dienstverlening", "ROC Midden-Linde", "2013", Some("2016"), ""),
        ],
        interests: "Ik zing in een koor en lees graag reisverhalen.",
        shows: &[],
    },
    Told {
        who: "grace.okonjo@lindedam.example.nl",
        items: &[
            Line(
                Kind::Work,
                "Policy officer, housing",
                "Gemeente Lindedam",
                "2022-02",
                None,
                "I write advice for the mayor and the council. Most of it is in Dutch, which I learned as an adult.",
            ),
            Line(Kind::Work, "Research assistant", "Bureau Woonwerk", "2019-10", Some("2022-01"), ""),
            Line(Kind::Education, "MSc Urban studies", "University of Wendel", "2017-09", Some("2019"), ""),
            Line(
                Kind::Education,
                "Dutch B2",
                "Taalhuis Lindedam",
                "2021",
                Some("2021"),
                "Evening course, with an exam.",
            ),
        ],
        interests: "Cities, maps, and long walks along the river. I would like to write shorter sentences in Dutch.",
        shows: Part::ALL,
    },
    Told {
        who: "noor.lukasik@lindedam.example.nl",
        items: &[
            Line(
                Kind::Work,
                "Vergunningverlener",
                "Gemeente Lindedam",
                "2012-05",
                None,
                "Brieven over bouwvergunningen. Vaak lang, en dat wil ik anders.",
            ),
            Line(Kind::Education, "Hbo Rechten", "Hogeschool Oostervaart", "2008", Some("2012-04"), ""),
        ],
        interests: "",
        shows: &[Part::Work, Part::Results],
    },
    Told {
        who: "zoe.vanthoff@lindedam.example.nl",
        items: &[
            Line(Kind::Work, "Communicatieadviseur", "Gemeente Lindedam", "2020-01", None, ""),
            Line(Kind::Education, "Journalistiek", "Hogeschool Oostervaart", "2014", Some("2018-07"), ""),
            Line(
                Kind::Education,
                "Cursus Toegankelijke documenten",
                "Buurtacademie",
                "2023-11",
                Some("2023-11"),
                "Eén dag, met een praktijkopdracht.",
            ),
        ],
        interests: "Ik maak podcasts en geef op zaterdag taalles aan nieuwkomers.",
        shows: &[Part::Education, Part::Interests, Part::Assignments],
    },
    Told {
        who: "lukasz.zulawski@dewending.example.nl",
        items: &[Line(Kind::Work, "Teamleider nachtdienst", "Zorggroep De Wending", "2018", None, "")],
        interests: "",
        shows: &[],
    },
];

/// Lets them all tell and show it.
pub fn all(tx: &mut Tx) -> Result<()> {
    PORTFOLIOS.iter().try_for_each(|told| one(tx, told))
}

fn one(tx: &mut Tx, told: &Told) -> Result<()> {
    let person: PersonId = people::table.filter(people::email.eq(told.who)).select(people::id).first(tx.db())?;
    for Line(kind, title, organisation, starts, ends, words) in told.items {
        diesel::insert_into(portfolio_items::table)
            .values((
                portfolio_items::person_id.eq(person),
                portfolio_items::kind.eq(kind),
                portfolio_items::title.eq(*title),
                portfolio_items::organisation.eq(*organisation),
                portfolio_items::starts.eq(*starts),
                portfolio_items::ends.eq(*ends),
                portfolio_items::description.eq(Some(*words).filter(|words| !words.is_empty())),
                portfolio_items::version.eq(1),
            ))
            .execute(tx.db())?;
    }
    if !told.interests.is_empty() {
        diesel::insert_into(portfolios::table)
            .values((
                portfolios::person_id.eq(person),
                portfolios::interests.eq(told.interests),
                portfolios::version.eq(1),
            ))
            .execute(tx.db())?;
    }
    let shown_at = tx.now().minus(TimeDelta::days(4));
    for part in told.shows {
        diesel::insert_into(portfolio_shares::table)
            .values((
                portfolio_shares::person_id.eq(person),
                portfolio_shares::part.eq(part),
                portfolio_shares::shown_at.eq(shown_at),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}
