//! What whoever keeps the program running can ask it.

use crate::support::{TestApp, people};

#[test]
fn a_good_installation_lives_and_is_ready() {
    let app = TestApp::new();
    for path in ["/health/live", "/health/ready"] {
        let page = app.browser().get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.text());
        assert_eq!(page.headers["content-type"], "application/json");
    }
}

#[test]
fn without_its_keys_it_is_not_ready_and_tells_a_stranger_no_more() {
    let app = TestApp::new();
    let (key, away) = (app.folder().join("keys/master.key"), app.folder().join("away"));
    std::fs::rename(&key, &away).unwrap();
    let page = app.browser().get("/health/ready");
    assert_eq!((page.status, page.text().as_str()), (503, "{\"status\":\"unavailable\"}"));
    assert_eq!(app.browser().get("/health/live").status, 200);
    let figures = app.running.figures();
    assert!(figures.contains("traject_ready{part=\"keys\"} 0\n"), "{figures}");
    assert!(figures.contains("traject_ready{part=\"database\"} 1\n"), "{figures}");
}

#[test]
fn with_an_older_database_it_is_not_ready() {
    let app = TestApp::new();
    app.execute("DELETE FROM __diesel_schema_migrations");
    assert_eq!(app.browser().get("/health/ready").status, 503);
}

#[test]
fn the_figures_say_what_was_done_and_what_waits() {
    let app = TestApp::new();
    app.browser().get("/login");
    app.browser().send("DELETE", "/login", None, b"");
    app.browser().get("/nothing/7319");
    app.signed_in(people::SAMIRA);
    app.browser().post("/password/forgotten", &[("email", people::SAMIRA)]);
    let waiting = app.running.figures();
    let uploads = app.number("SELECT count(*) AS number FROM uploads");
    for line in [
        "traject_requests_total{method=\"GET\",route=\"/login\",status=\"200\"} 1",
        "traject_requests_total{method=\"POST\",route=\"/login\",status=\"303\"} 1",
        "traject_requests_total{method=\"GET\",route=\"-\",status=\"404\"} 1",
        "traject_request_duration_seconds_count{route=\"/password/forgotten\"} 1",
        "traject_requests_total{method=\"other\",route=\"/login\",status=\"404\"} 1",
        "traject_letters{state=\"failed\"} 0",
        "traject_password_checks_waiting 0",
        "traject_pool_waiting 0",
        &format!("traject_uploads {uploads}"),
    ] {
        assert!(waiting.lines().any(|l| l == line), "{line}\n{waiting}");
    }
    assert!(!waiting.contains("DELETE") && !waiting.contains("7319"), "{waiting}");
    app.running.work();
    let done = app.running.figures();
    for start in [
        "traject_letters{state=\"waiting\"} 0",
        "traject_register_verified_timestamp_seconds 1795510800",
        "traject_task_succeeded_timestamp_seconds{task=\"uploads.destroy\"} 1795510800",
        "traject_task_rows_total{task=\"letters\"} ",
        "traject_queries_total ",
    ] {
        assert!(done.lines().any(|line| line.starts_with(start)), "{start}\n{done}");
    }
    assert!(done.ends_with("# EOF\n"));
}

#[test]
fn the_number_on_the_page_of_a_fault_is_the_number_of_the_request() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    app.execute("ALTER TABLE actions RENAME TO elsewhere");
    let page = browser.get("/student");
    app.execute("ALTER TABLE elsewhere RENAME TO actions");
    assert_eq!(page.status, 500, "{}", page.words());
    let id = &page.headers["x-request-id"];
    assert!(id.len() == 12 && page.words().contains(id.as_str()), "{}", page.words());
}
