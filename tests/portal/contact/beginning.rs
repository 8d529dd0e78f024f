//! Staff write first.

use super::{said, talk, thread, write};
use crate::planning::ask;
use crate::support::{TestApp, people};

const NOOR: &str = "noor.lukasik@lindedam.example.nl";

fn participant(app: &TestApp, who: &str) -> i64 {
    ask(
        app,
        &format!("SELECT MIN(p.id) FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{who}'"),
    )
}

#[test]
fn a_trainer_writes_to_somebody_of_their_group_and_is_answered_in_the_same_conversation() {
    let app = TestApp::new();
    app.execute("DELETE FROM message_drafts");
    app.execute("DELETE FROM messages");
    app.execute("DELETE FROM threads");
    let (who, mut joost) = (participant(&app, people::SAMIRA), app.signed_in(people::JOOST));
    let group = ask(&app, &format!("SELECT group_id FROM enrolments WHERE participant_id = {who}"));
    let begin = format!("/staff/conversations/new/{who}");
    let links = joost.get(&format!("/staff/groups/{group}")).attributes("a[href^='/staff/conversations/new/']", "href");
    assert!(links.contains(&begin), "{links:?}");

    let page = joost.get(&begin).location;
    assert_eq!(page, format!("{begin}/trainer"), "who sits at one desk need not choose");
    let empty = joost.post(&page, &[("version", "0"), ("after", "0"), ("body", " ")]);
    assert_eq!((empty.status, empty.all("#body-error").len()), (422, 1));
    let later = [("version", "0"), ("after", "0"), ("body", "Dag Samira, ik miste je"), ("keep", "on")];
    assert_eq!(joost.post(&page, &later).location, format!("{page}#write"));
    let own = talk(&app, people::SAMIRA, "trainer");
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(!samira.get(&own).text().contains("miste je"), "a draft is nobody else's");
    assert_eq!(joost.get(&page).value("body").as_deref(), Some("Dag Samira, ik miste je"));
    assert_eq!(joost.post(&page, &[("version", "0"), ("after", "0"), ("body", "Anders"), ("keep", "on")]).status, 409);
    assert_eq!(write(&mut joost, &page, "Dag Samira, ik miste je dinsdag.").status, 303);

    assert_eq!(said(&samira.get(&own)), ["Dag Samira, ik miste je dinsdag."]);
    let mails = "SELECT count(*) AS number FROM letters WHERE kind = 'message_waits'";
    assert_eq!(app.number(mails), 1, "she is told that there is a message");
    let conversation = format!("/staff/conversations/{}", thread(&app, people::SAMIRA, "trainer"));
    assert_eq!(joost.get(&begin).location, format!("{conversation}#newest"));
    assert_eq!(joost.get(&page).location, format!("{conversation}#newest"), "from then on that is where it is said");
    assert_eq!(write(&mut samira, &own, "Ik was ziek.").status, 303);
    assert_eq!(said(&joost.get(&conversation)).len(), 2);
}

#[test]
fn nobody_writes_at_a_desk_that_is_not_theirs() {
    let app = TestApp::new();
    let who = participant(&app, NOOR);
    let begin = |desk: &str| format!("/staff/conversations/new/{who}{desk}");
    // Mirjam teaches another group; the client's leader and another student are no staff at all.
    for stranger in [people::MIRJAM, people::WOUTER, people::SAMIRA, people::HANNA] {
        let mut browser = app.signed_in(stranger);
        for desk in ["", "/trainer", "/adviser", "/helpdesk"] {
            assert_eq!(browser.get(&begin(desk)).status, 404, "{stranger} {desk}");
            if !desk.is_empty() {
                let typed = [("version", "0"), ("after", "0"), ("body", "Dag")];
                assert_eq!(browser.post(&begin(desk), &typed).status, 404, "{stranger} {desk}");
            }
        }
    }
    for (staff, own) in [(people::JOOST, "/trainer"), (people::PETRA, "/adviser"), (people::SJOERD, "/helpdesk")] {
        let mut browser = app.signed_in(staff);
        for desk in ["/trainer", "/adviser", "/helpdesk"] {
            assert_eq!(browser.get(&begin(desk)).status != 404, desk == own, "{staff} {desk}");
        }
    }
}

#[test]
fn who_sits_at_two_desks_says_on_whose_behalf_they_write() {
    let app = TestApp::new();
    app.execute(
        "INSERT INTO staff_roles (person_id, role, agreed_on, starts_on) \
         SELECT id, 'helpdesk', '2026-01-01', '2026-01-01' FROM people WHERE email = 'joost.veerman@opleider.example.nl'",
    );
    let (who, mut joost) = (participant(&app, NOOR), app.signed_in(people::JOOST));
    let page = joost.get(&format!("/staff/conversations/new/{who}"));
    assert_eq!(page.status, 200);
    assert_eq!(page.all("main .list a"), ["Je schrijft als trainer", "Je schrijft namens de helpdesk"]);
    let ways = page.attributes("main .list a", "href");
    assert_eq!(ways[0], format!("/staff/conversations/{}#newest", thread(&app, NOOR, "trainer")));
    assert_eq!(ways[1], format!("/staff/conversations/new/{who}/helpdesk"));
}
