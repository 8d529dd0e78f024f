//! Passkeys: making one, signing in with it, and everything that is not one.

mod door;
mod odd;
mod own;
mod step;

use serde_json::Value;

use super::{PAGE, registered};
use crate::support::{Browser, Device, PASSWORD, Page, TestApp};

const PASSKEYS: &str = "/account/second-factor/passkeys";
/// The cookie with the secret of a question.
const COOKIE: &str = "traject-passkey";

/// Where `app` is for a browser that has passkeys.
pub fn origin(app: &TestApp) -> String {
    app.url().replace("127.0.0.1", "localhost")
}

/// A browser of nobody yet, at that address.
fn arrived(app: &TestApp) -> Browser {
    let mut browser = app.browser();
    browser.moved_to(&origin(app));
    browser
}

fn signed_in(app: &TestApp, who: &str) -> Browser {
    let mut browser = arrived(app);
    app.sign_in(&mut browser, who, "");
    browser
}

/// A browser in which the password of `who` was typed, and nothing else yet.
fn half(app: &TestApp, who: &str) -> Browser {
    let mut browser = arrived(app);
    let page = browser.post("/login", &[("email", who), ("password", PASSWORD)]);
    assert_eq!(page.location, "/login/code", "{}", page.words());
    browser
}

/// What the browser is asked to answer: the secret in its cookie, and the options.
fn asked(browser: &mut Browser, path: &str) -> (String, Value) {
    let page = browser.post(path, &[]);
    assert_eq!(page.status, 200, "{}", page.words());
    (browser.cookies()[COOKIE].clone(), serde_json::from_str(&page.text()).unwrap())
}

fn step_question(browser: &mut Browser) -> (String, Value) {
    asked(browser, "/login/code/challenge")
}

fn door_question(browser: &mut Browser) -> (String, Value) {
    asked(browser, "/login/challenge")
}

/// Answers the question of `token` at the second step, as a browser that was asked it does.
fn step(browser: &mut Browser, token: &str, answer: &str) -> Page {
    browser.take_cookie(COOKIE, token);
    browser.post("/login/code/passkey", &[("credential", answer)])
}

/// The same at the door.
fn door(browser: &mut Browser, token: &str, answer: &str) -> Page {
    browser.take_cookie(COOKIE, token);
    browser.post("/login/passkey", &[("credential", answer), ("back", "/account/calendar")])
}

/// Has `browser` begin, with the password.
fn begun(browser: &mut Browser) {
    let page = browser.post(PAGE, &[("act", "passkey"), ("password", PASSWORD)]);
    assert_eq!((page.status, page.location.as_str()), (303, "/account/second-factor/passkeys/new"), "{}", page.words());
}

/// Has `browser` make a passkey on `device`, and send it under the name `name`.
fn made(browser: &mut Browser, device: &mut Device, name: &str) -> Page {
    begun(browser);
    let (token, options) = asked(browser, "/account/second-factor/passkeys/challenge");
    let answer = device.make(&options);
    keep(browser, &token, &answer, name)
}

/// Sends a passkey in answer to the question of `token`.
fn keep(browser: &mut Browser, token: &str, answer: &str, name: &str) -> Page {
    browser.take_cookie(COOKIE, token);
    browser.post(PASSKEYS, &[("credential", answer), ("name", name)])
}

/// Somebody whose only second factor is a passkey.
struct Keyed {
    browser: Browser,
    device: Device,
    codes: Vec<String>,
}

fn keyed(app: &TestApp, who: &str, number: u8) -> Keyed {
    let mut browser = signed_in(app, who);
    let mut device = Device::new(&origin(app), number);
    let page = made(&mut browser, &mut device, "Mijn telefoon");
    assert_eq!(page.status, 200, "{}", page.words());
    Keyed { browser, device, codes: page.all(".codes code") }
}

/// Whether `device` lets `who` in after their password.
fn step_opens(app: &TestApp, who: &str, device: &mut Device) -> bool {
    let mut browser = half(app, who);
    let (token, options) = step_question(&mut browser);
    step(&mut browser, &token, &device.show(&options)).status == 303 && browser.get("/account").status == 200
}

/// Whether `device` lets somebody in by itself.
pub fn door_opens(app: &TestApp, device: &mut Device) -> bool {
    let mut browser = arrived(app);
    let (token, options) = door_question(&mut browser);
    door(&mut browser, &token, &device.show(&options)).status == 303 && browser.get("/account").status == 200
}

/// What the page says of a passkey that it refused.
fn refusal(page: &Page) -> String {
    assert_eq!(page.status, 422, "{}", page.words());
    page.all("#passkey-error")[0].clone()
}

/// The page of the newest passkey of whoever uses `browser`.
fn newest(browser: &mut Browser) -> String {
    let links = browser.get(PAGE).attributes("section[aria-labelledby=passkeys] a", "href");
    links.last().expect("there is a passkey").clone()
}

/// Removes the newest passkey of whoever uses `browser`.
pub fn remove_newest(browser: &mut Browser) {
    let link = newest(browser);
    assert_eq!(browser.post(&format!("{link}/removal"), &[("password", PASSWORD)]).location, PAGE);
}

/// `who`, signed in, and their devices with a passkey, the older first.
pub fn two(app: &TestApp, who: &str) -> (Browser, Device, Device) {
    let mut keyed = keyed(app, who, 1);
    let mut second = Device::new(&origin(app), 2);
    assert_eq!(made(&mut keyed.browser, &mut second, "Sleutel").location, PAGE);
    (keyed.browser, keyed.device, second)
}
