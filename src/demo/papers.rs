//! The study agreements of the demo: what the trainings promise, and who agreed to that. One text changed on the way, so
//! that somebody is asked again.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::platform::db::schema::{agreement_texts, agreements, participants, people, projects, trainings};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// A text of a training, so many days old.
struct Text {
    training: &'static str,
    days: i64,
    dutch: &'static str,
    english: Option<&'static str>,
}

const FIRST: &str = "Wij geven je een training die past bij je werk. We lezen je intake en de tekst die je instuurt, en stemmen de training daarop af.

Je bent bij elke bijeenkomst. Kun je niet? Dan meld je je af in de portal.

Je doet de voorbereiding op tijd, zodat je trainer er iets mee kan doen.";

const SECOND: &str = "Wij geven je een training die past bij je werk. Je trainer leest je intake en de tekst die je instuurt, en stemt de training daarop af. Vraag je iets in de portal, dan krijg je binnen twee werkdagen antwoord.

Je bent bij elke bijeenkomst, op tijd en met je eigen teksten. Kun je niet? Dan meld je je af in de portal, liefst een dag van tevoren.

Je doet de voorbereiding voor de dag die in de portal staat. Dan heeft je trainer tijd om er iets mee te doen.

Wat anderen in de groep vertellen of laten lezen, blijft in de groep. Je stuurt geen teksten in met gegevens van inwoners, klanten of collega’s.

Na de training zeg je in de evaluatie wat je ervan vond. Wie aan alles heeft voldaan, krijgt een certificaat.";

const SECOND_IN_ENGLISH: &str = "We give you a training that fits your work. Your trainer reads your intake and the text that you hand in, and adapts the training to them. If you ask something in the portal, you get an answer within two working days.

You come to every meeting, on time and with texts of your own. If you cannot come, you say so in the portal, preferably a day before.

You do the preparation before the day that the portal names. That gives your trainer time to work with it.

What others in the group tell or show stays in the group. You hand in no texts with data of residents, clients or colleagues.

After the training you say in the evaluation what you thought of it. Who has done everything gets a certificate.";

const MAIL: &str = "Wij leren je mailen zonder omwegen. In de bijeenkomst werk je aan mails uit je eigen werk.

Je neemt drie mails mee die je zelf schreef, zonder namen en gegevens van anderen.

Je bent er de hele bijeenkomst. Kun je niet? Dan meld je je af in de portal.";

const MINUTES: &str = "Wij leren je notulen maken die mensen lezen. Je krijgt op elk verslag dat je instuurt commentaar van je trainer.

Je bent bij beide bijeenkomsten en oefent daartussen met een echte vergadering. Vraag de mensen in die vergadering of je hun verslag mag gebruiken.

Na de training stuur je de evaluatie in. Dat hoort bij het certificaat.";

const TEXTS: &[Text] = &[
    Text { training: "Schrijven voor je lezer", days: 200, dutch: FIRST, english: None },
    Text { training: "Schrijven voor je lezer", days: 12, dutch: SECOND, english: Some(SECOND_IN_ENGLISH) },
    Text { training: "Helder mailen", days: 300, dutch: MAIL, english: None },
    Text { training: "Notulen die iedereen leest", days: 300, dutch: MINUTES, english: None },
];

/// Who agreed in which project to which text of the training, from 0, and how many days ago.
const AGREED: &[(&str, &str, usize, i64)] = &[
    ("zoe.vanthoff@lindedam.example.nl", "Schrijven voor je lezer – najaar", 0, 20),
    ("zoe.vanthoff@lindedam.example.nl", "Schrijven voor je lezer – najaar", 1, 9),
    ("grace.okonjo@lindedam.example.nl", "Schrijven voor je lezer – najaar", 1, 6),
    ("noor.lukasik@lindedam.example.nl", "Schrijven voor je lezer – najaar", 1, 10),
    // Agreed to what held then, and did not look since.
    ("ijsbrand.celik@lindedam.example.nl", "Schrijven voor je lezer – najaar", 0, 18),
    ("hugo.schippers@oostervaart.example.nl", "Schrijven voor je lezer – Vergunningen", 0, 25),
    ("lukasz.zulawski@dewending.example.nl", "Notulen die iedereen leest – voorjaar", 0, 140),
];

/// Writes the texts, and lets people agree to them.
pub fn all(tx: &mut Tx) -> Result<()> {
    for text in TEXTS {
        write(tx, text)?;
    }
    AGREED.iter().try_for_each(|(who, project, text, days)| agree(tx, who, project, *text, *days))
}

fn ago(tx: &Tx, days: i64) -> Moment {
    tx.now().minus(TimeDelta::days(days)).minus(TimeDelta::minutes(37))
}

fn write(tx: &mut Tx, text: &Text) -> Result<()> {
    let made_at = ago(tx, text.days);
    let training: i64 = trainings::table
        .filter(trainings::name.eq(text.training))
        .order(trainings::id)
        .select(trainings::id)
        .first(tx.db())?;
    let earlier: i64 =
        agreement_texts::table.filter(agreement_texts::training_id.eq(training)).count().get_result(tx.db())?;
    diesel::insert_into(agreement_texts::table)
        .values((
            agreement_texts::training_id.eq(training),
            agreement_texts::version.eq(i32::try_from(earlier).unwrap_or_default() + 1),
            agreement_texts::dutch.eq(text.dutch),
            agreement_texts::english.eq(text.english),
            agreement_texts::made_at.eq(made_at),
        ))
        .execute(tx.db())?;
    Ok(())
}

fn agree(tx: &mut Tx, who: &str, project: &str, text: usize, days: i64) -> Result<()> {
    let at = ago(tx, days);
    let (participant, training, language): (i64, i64, Option<Lang>) = participants::table
        .inner_join(people::table)
        .inner_join(projects::table)
        .filter(people::email.eq(who).and(projects::name.eq(project)))
        .select((participants::id, projects::training_id, people::language))
        .first(tx.db())?;
    let texts: Vec<(i64, bool)> = agreement_texts::table
        .filter(agreement_texts::training_id.eq(training))
        .order(agreement_texts::id)
        .select((agreement_texts::id, agreement_texts::english.is_not_null()))
        .load(tx.db())?;
    let Some((text, in_english)) = texts.get(text).copied() else { return Ok(()) };
    diesel::insert_into(agreements::table)
        .values((
            agreements::participant_id.eq(participant),
            agreements::text_id.eq(text),
            agreements::language.eq(language.filter(|_| in_english).unwrap_or(Lang::Nl)),
            agreements::agreed_at.eq(at),
        ))
        .execute(tx.db())?;
    Ok(())
}
