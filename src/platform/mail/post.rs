//! Sending: the words of a letter are made at the last moment, and its secrets are kept nowhere.

use actix_web::web;
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::outbox::{self, Claim};
use super::{Letter, Rendered};
use crate::config::Config;
use crate::platform::db::{Actor, Tx};
use crate::platform::error::{Error, Result};
use crate::site::Site;

/// Makes the words of a letter; `None` when there is nobody to write to.
pub type Render = fn(&mut Tx, &Config, &Letter) -> Result<Option<Rendered>>;

/// Sends every letter that is due, and says how many went out.
///
/// # Errors
/// When the database fails; a letter that cannot be sent is noted on its row instead.
pub async fn send_due(site: &web::Data<Site>, render: Render) -> Result<usize> {
    if site.config.smtp.is_none() && !site.config.demo {
        return Ok(0);
    }
    let mut count = 0;
    while let Some(claim) = next(site).await? {
        match written(site, render, claim).await {
            Ok(None) => site.write(Actor::JOB, move |tx| outbox::dropped(tx, claim)).await?,
            Ok(Some((subject, kept))) => {
                site.write(Actor::JOB, move |tx| outbox::sent(tx, claim, &subject, &kept)).await?;
                count += 1;
            }
            // Whatever is wrong with one letter, the next ones go.
            Err(why) => {
                tracing::warn!(letter = claim.id.0, why, "a letter could not be sent");
                site.write(Actor::JOB, move |tx| outbox::failed(tx, claim, &why)).await?;
            }
        }
    }
    Ok(count)
}

async fn next(site: &web::Data<Site>) -> Result<Option<Claim>> {
    if site.stop.asked() {
        return Ok(None);
    }
    let now = site.clock.now();
    if site.read(move |db| outbox::waiting(db, now)).await?.is_empty() {
        return Ok(None);
    }
    site.write(Actor::JOB, outbox::claim).await
}

/// Makes the words of a letter and sends it; gives back its subject and the text that is kept of it.
async fn written(
    site: &web::Data<Site>,
    render: Render,
    claim: Claim,
) -> std::result::Result<Option<(String, String)>, String> {
    let shared = site.clone();
    let made = site.write(Actor::JOB, move |tx| {
        let letter = outbox::letter(tx.db(), claim)?;
        Ok(render(tx, &shared.config, &letter)?.map(|words| (letter, words)))
    });
    let Some((letter, words)) = made.await.map_err(|e| e.to_string())? else { return Ok(None) };
    deliver(&site.config, &letter, &words).await?;
    // Only the demo shows whole letters: there the outbox is the mailbox.
    let kept = words.plain(&site.config.provider, site.config.demo).map_err(|e| e.to_string())?;
    Ok(Some((words.subject, kept)))
}

async fn deliver(config: &Config, letter: &Letter, words: &Rendered) -> std::result::Result<(), String> {
    let Some(url) = &config.smtp else { return Ok(()) };
    let message = message(config, letter, words).map_err(|e| e.to_string())?;
    let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|e| e.to_string())?;
    let server = server.timeout(Some(std::time::Duration::from_secs(30))).build();
    server.send(message).await.map(|_| ()).map_err(|e| e.to_string())
}

fn message(config: &Config, letter: &Letter, words: &Rendered) -> Result<Message> {
    let from: Mailbox = config.mail_from.parse().map_err(Error::broken)?;
    let to: Mailbox = letter.address.parse().map_err(Error::broken)?;
    let domain = from.email.domain().to_owned();
    let plain = words.plain(&config.provider, true)?;
    let html = words.html(&config.provider, letter.language)?;
    Message::builder()
        // The same each time it is tried, so that a mail program shows a letter that came twice once.
        .message_id(Some(format!("<letter-{}-{}@{domain}>", letter.id, letter.created_at.seconds())))
        .from(from)
        .to(to)
        .subject(&words.subject)
        .multipart(MultiPart::alternative_plain_html(plain, html))
        .map_err(Error::broken)
}
