//! The pages behind a link in a letter: choosing a first password, or a new one. Opening a link uses
//! nothing up, since mail programs open links too; choosing the password does.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;

use super::forms::ChosenForm;
use super::letters;
use super::model::LinkKind;
use super::queries::{self, Found, LinkId, Owner};
use super::sign_in::{self, Opened};
use crate::access::Anyone;
use crate::platform::error::Result;
use crate::platform::secret;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, see_other};

pub fn routes(r: &mut Routes) {
    r.get("/invitation/{token}", invitation).post("/invitation/{token}", accept);
    r.post("/invitation/{token}/renewal", renew_invitation);
    r.get("/password/{token}", reset).post("/password/{token}", choose);
    r.post("/password/{token}/renewal", renew_reset);
}

#[derive(Template)]
#[template(path = "access/accounts/link_open.html")]
struct OpenPage<'a> {
    cx: &'a Cx<Anyone>,
    kind: LinkKind,
    action: &'a str,
    owner: &'a Owner,
    errors: &'a Errors,
}

#[derive(Template)]
#[template(path = "access/accounts/link_expired.html")]
struct ExpiredPage<'a> {
    cx: &'a Cx<Anyone>,
    action: String,
}

#[derive(Template)]
#[template(path = "access/accounts/link_gone.html")]
struct GonePage<'a> {
    cx: &'a Cx<Anyone>,
}

/// A link as it came in.
struct Link {
    kind: LinkKind,
    hash: String,
    page: String,
}

impl Link {
    fn new(kind: LinkKind, token: &str) -> Self {
        let start = match kind {
            LinkKind::Invitation => "invitation",
            LinkKind::Reset => "password",
        };
        // A token of ours has no other characters; anything else is not written into a page.
        let token = if token.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) { token } else { "-" };
        Self { kind, hash: secret::hash(token), page: format!("/{start}/{token}") }
    }

    async fn look_up(&self, cx: &Cx<Anyone>) -> Result<Found> {
        let (kind, hash, now) = (self.kind, self.hash.clone(), cx.now());
        cx.read(move |db| queries::link(db, kind, &hash, now)).await
    }
}

async fn invitation(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    show(&cx, &Link::new(LinkKind::Invitation, &token)).await
}

async fn reset(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    show(&cx, &Link::new(LinkKind::Reset, &token)).await
}

async fn show(cx: &Cx<Anyone>, link: &Link) -> Answer {
    match link.look_up(cx).await? {
        Found::Open(_, owner) => cx.page(open_page(cx, link, &owner, &Errors::default())),
        Found::Expired(_) => expired(cx, link),
        Found::Gone => gone(cx),
    }
}

/// Sets the first password and signs in; the statement comes next.
async fn accept(cx: Cx<Anyone>, request: HttpRequest, token: web::Path<String>, form: Form<ChosenForm>) -> Answer {
    let link = Link::new(LinkKind::Invitation, &token);
    let owner = match chosen(&cx, &link, &form).await? {
        Ok(owner) => owner,
        Err(answer) => return answer,
    };
    let opened = Opened { account: owner.id, half: owner.second_factor_at.is_some() };
    sign_in::enter(&cx, &request, opened, "/account/statement")
}

/// Sets a new password. Whoever did it signs in with it: a link that was opened by another lets nobody in.
async fn choose(cx: Cx<Anyone>, token: web::Path<String>, form: Form<ChosenForm>) -> Answer {
    let link = Link::new(LinkKind::Reset, &token);
    match chosen(&cx, &link, &form).await? {
        Ok(_) => Ok(see_other("/login?done=password")),
        Err(answer) => answer,
    }
}

/// The owner whose password was set, or the page that says why it was not.
async fn chosen(cx: &Cx<Anyone>, link: &Link, form: &ChosenForm) -> Result<std::result::Result<Owner, Answer>> {
    cx.site().throttle.check(cx.address())?;
    let (id, owner) = match link.look_up(cx).await? {
        Found::Open(id, owner) => (id, owner),
        Found::Expired(_) => return Ok(Err(expired(cx, link))),
        Found::Gone => return Ok(Err(gone(cx))),
    };
    let password = match form.check(&owner, cx.provider()) {
        Ok(password) => password,
        Err(errors) => return Ok(Err(cx.invalid(open_page(cx, link, &owner, &errors)))),
    };
    let hash = cx.site().hashing.hash(password).await?;
    let (kind, lang, to) = (link.kind, cx.lang, owner.clone());
    let done = cx.write(move |tx| use_up(tx, kind, id, &to, &hash, lang)).await?;
    // Two presses at once: one of them has used the link.
    Ok(if done { Ok(owner) } else { Err(gone(cx)) })
}

fn use_up(
    tx: &mut crate::platform::db::Tx,
    kind: LinkKind,
    id: LinkId,
    owner: &Owner,
    hash: &str,
    lang: crate::platform::i18n::Lang,
) -> Result<bool> {
    if !queries::use_link(tx, id)? {
        return Ok(false);
    }
    queries::set_password(tx, owner, hash, None)?;
    if kind == LinkKind::Reset {
        letters::tell_changed(tx, owner, lang)?;
    }
    Ok(true)
}

async fn renew_invitation(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    renew(&cx, Link::new(LinkKind::Invitation, &token)).await
}

async fn renew_reset(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    renew(&cx, Link::new(LinkKind::Reset, &token)).await
}

/// Sends a fresh link to the address of an expired one. Whatever the link was, the answer is the same.
async fn renew(cx: &Cx<Anyone>, link: Link) -> Answer {
    cx.site().throttle.check(cx.address())?;
    let lang = cx.lang;
    cx.write(move |tx| {
        let now = tx.now();
        match queries::link(tx.db(), link.kind, &link.hash, now)? {
            Found::Expired(owner) => letters::renew(tx, link.kind, &owner, lang),
            Found::Open(..) | Found::Gone => Ok(()),
        }
    })
    .await?;
    Ok(see_other("/password/forgotten/sent"))
}

fn open_page<'a>(cx: &'a Cx<Anyone>, link: &'a Link, owner: &'a Owner, errors: &'a Errors) -> OpenPage<'a> {
    OpenPage { cx, kind: link.kind, action: &link.page, owner, errors }
}

fn expired(cx: &Cx<Anyone>, link: &Link) -> Answer {
    cx.page_with(StatusCode::GONE, ExpiredPage { cx, action: format!("{}/renewal", link.page) })
}

/// A link that was used and one that never was look the same.
fn gone(cx: &Cx<Anyone>) -> Answer {
    cx.page_with(StatusCode::NOT_FOUND, GonePage { cx })
}
