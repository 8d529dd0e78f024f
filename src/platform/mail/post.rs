//! Sending: the words of a letter are made at the last moment, and its secrets are kept nowhere.

use actix_web::web;
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{Letter, Rendered, outbox};
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
    while let Some((letter, words)) = next(site, render).await? {
        let Some(words) = words else {
            site.write(Actor::JOB, move |tx| outbox::dropped(tx, letter.id)).await?;
            continue;
        };
        let outcome = deliver(&site.config, &letter, &words).await;
        // Only the demo shows whole letters: there the outbox is the mailbox.
        let body = words.plain(&site.config.provider, site.config.demo)?;
        site.write(Actor::JOB, move |tx| match outcome {
            Ok(()) => outbox::sent(tx, letter.id, &words.subject, &body),
            Err(why) => {
                tracing::warn!(letter = letter.id.0, why, "a letter could not be sent");
                outbox::failed(tx, &letter, &why)
            }
        })
        .await?;
        count += 1;
    }
    Ok(count)
}

async fn next(site: &web::Data<Site>, render: Render) -> Result<Option<(Letter, Option<Rendered>)>> {
    let now = site.clock.now();
    if site.read(move |db| outbox::waiting(db, now)).await?.is_empty() {
        return Ok(None);
    }
    let config = site.clone();
    site.write(Actor::JOB, move |tx| {
        let Some(letter) = outbox::claim(tx)? else { return Ok(None) };
        let words = render(tx, &config.config, &letter)?;
        Ok(Some((letter, words)))
    })
    .await
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
