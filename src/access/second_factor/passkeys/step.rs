//! A passkey as the second step of signing in.

use actix_web::HttpRequest;

use super::forms::AnswerForm;
use super::model::Refusal;
use super::party::Party;
use super::proof::{self, Given};
use super::queries;
use crate::access::Anyone;
use crate::access::accounts::{AccountId, Claim, refusals, steps, throttle};
use crate::access::second_factor::{STEP, key, sign_in};
use crate::platform::db::Tx;
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;
use crate::platform::i18n::Lang;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.post("/login/code/challenge", challenge);
    r.get("/login/code/passkey", back).post("/login/code/passkey", create);
}

async fn back(cx: Cx<Anyone>) -> Answer {
    Ok(cx.see_other(STEP))
}

async fn challenge(cx: Cx<Anyone>, request: HttpRequest) -> Answer {
    cx.site().questions.check(cx.address())?;
    let account = steps::half(&request).ok_or(Error::SignIn)?;
    let party = Party::of(&cx.site().config, &request).ok_or(Error::NotFound)?;
    let question = cx
        .write(move |tx| {
            let known = queries::known(tx.db(), account)?;
            if known.is_empty() {
                return Err(Error::NotFound);
            }
            proof::ask(tx, Some(account), party.ask(&known)?)
        })
        .await?;
    question.put(cx.site())
}

async fn create(cx: Cx<Anyone>, request: HttpRequest, form: Form<AnswerForm>) -> Answer {
    let Some(account) = steps::half(&request) else { return sign_in::show(cx, request).await };
    let party = Party::of(&cx.site().config, &request).ok_or(Error::NotFound)?;
    let claim = Claim::of(&request, cx.site());
    let counter = throttle::counter(&format!("code of {account}"), claim.holds_for(account));
    let attempt = Attempt { account, counter, key: key(&cx.site().files), party, lang: cx.lang };
    let (token, answer) = (proof::token(&request, cx.site()), form.answer().to_owned());
    let (failures, came) = cx.write(move |tx| attempt.make(tx, &token, &answer)).await?;
    match came {
        Ok(()) => sign_in::entered(&cx, &request, account),
        Err(refusal) => {
            refusals::register_sign_in(cx.shared_site(), account, failures);
            sign_in::page(&cx, &request, account, &Errors::one("passkey", Wrong::Passkey(refusal.code()))).await
        }
    }
}

struct Attempt {
    account: AccountId,
    /// Tries are counted with those at codes.
    counter: String,
    key: Key,
    party: Party,
    lang: Lang,
}

impl Attempt {
    /// Which try in a row it is, and what comes of it.
    fn make(&self, tx: &mut Tx, token: &str, answer: &str) -> Result<(i32, Result<(), Refusal>)> {
        let failures = throttle::attempt(tx, &self.counter)?;
        let given = match Given::to(tx, Some(self.account), token, answer)? {
            Ok(given) => given,
            Err(refusal) => return self.refused(tx, failures, refusal),
        };
        let Some(presented) = given.presented(tx)?.filter(|one| one.account == self.account) else {
            return self.refused(tx, failures, Refusal::Unknown);
        };
        if let Err(refusal) = given.proves(tx, &self.party, &self.key, &presented, self.lang)? {
            return self.refused(tx, failures, refusal);
        }
        throttle::forget(tx, &self.counter)?;
        tx.record("signed_in", "accounts", self.account.0, None)?;
        Ok((failures, Ok(())))
    }

    /// Whoever guesses at codes does not get around the letter about that with a passkey that is none.
    fn refused(&self, tx: &mut Tx, failures: i32, refusal: Refusal) -> Result<(i32, Result<(), Refusal>)> {
        sign_in::warn(tx, self.account, failures, self.lang)?;
        Ok((failures, Err(refusal)))
    }
}
