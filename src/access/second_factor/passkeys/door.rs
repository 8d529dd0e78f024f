//! Signing in with a passkey alone. The device asked for a finger, a face or a code before it answered, so it counts
//! for both steps. Nobody types a name, so there is none to try.

use actix_web::HttpRequest;

use super::forms::AnswerForm;
use super::model::Refusal;
use super::party::Party;
use super::proof::{self, Given};
use crate::access::Anyone;
use crate::access::accounts::{self, AccountId, Claim, refusals, throttle};
use crate::access::second_factor::key;
use crate::platform::db::Tx;
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;
use crate::platform::i18n::Lang;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.post("/login/challenge", challenge);
    // The second address is where somebody comes who reloads what was refused.
    r.get("/login/passkey", back).post("/login/passkey", create);
}

async fn back(cx: Cx<Anyone>) -> Answer {
    Ok(cx.see_other("/login"))
}

async fn challenge(cx: Cx<Anyone>, request: HttpRequest) -> Answer {
    // Each question is a row until it is answered or over: no more of them than of passwords.
    cx.site().questions.check(cx.address())?;
    let party = Party::of(&cx.site().config, &request).ok_or(Error::NotFound)?;
    let asked = party.ask(&[])?;
    cx.write(move |tx| proof::ask(tx, None, asked)).await?.put(cx.site())
}

async fn create(cx: Cx<Anyone>, request: HttpRequest, form: Form<AnswerForm>) -> Answer {
    let party = Party::of(&cx.site().config, &request).ok_or(Error::NotFound)?;
    let attempt = Attempt { claim: Claim::of(&request, cx.site()), key: key(&cx.site().files), party, lang: cx.lang };
    let (token, answer) = (proof::token(&request, cx.site()), form.answer().to_owned());
    // Whoever was asked nothing does not keep those waiting who write.
    let came = match token.is_empty() {
        true => Outcome::Refused(Refusal::Late, None),
        false => cx.write(move |tx| attempt.make(tx, &token, &answer)).await?,
    };
    match came {
        Outcome::In(account) => accounts::let_in(&cx, &request, account, &form.back),
        Outcome::Refused(refusal, whose) => {
            if let Some((account, failures)) = whose {
                refusals::register_sign_in(cx.shared_site(), account, failures);
            }
            accounts::sign_in_again(&cx, &request, &form.back, Errors::one("passkey", Wrong::Passkey(refusal.code())))
        }
    }
}

/// What comes of a passkey at the door.
enum Outcome {
    In(AccountId),
    /// Why not; and where it is known whose it is, which mistake in a row.
    Refused(Refusal, Option<(AccountId, i32)>),
}

struct Attempt {
    claim: Claim,
    key: Key,
    party: Party,
    lang: Lang,
}

impl Attempt {
    fn make(&self, tx: &mut Tx, token: &str, answer: &str) -> Result<Outcome> {
        let given = match Given::to(tx, None, token, answer)? {
            Ok(given) => given,
            Err(refusal) => return Ok(Outcome::Refused(refusal, None)),
        };
        let found = given.presented(tx)?.filter(|_| given.says_whose());
        let Some(presented) = found else { return Ok(Outcome::Refused(Refusal::Unknown, None)) };
        let account = presented.account;
        let counter = throttle::counter(&format!("passkeys of {account}"), self.claim.holds_for(account));
        let failures = throttle::attempt(tx, &counter)?;
        if let Err(refusal) = given.proves(tx, &self.party, &self.key, &presented, self.lang)? {
            return Ok(Outcome::Refused(refusal, Some((account, failures))));
        }
        throttle::forget(tx, &counter)?;
        tx.record("signed_in", "accounts", account.0, None)?;
        Ok(Outcome::In(account))
    }
}
