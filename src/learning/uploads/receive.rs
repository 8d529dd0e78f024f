//! Taking a file in while it streams by: counted, looked at, encrypted, and never whole in memory.

use std::time::Duration;

use actix_multipart::{Field, Multipart};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use crate::platform::error::{Error, Result};
use crate::platform::files::{BlobWriter, Files, FilesError, Kind, Sniffer, Stored, WrongKind, safe_name};
use crate::platform::web::Wrong;

/// How long a connection may be silent: a phone in a train comes back within it, one that is gone does not.
const SILENCE: Duration = Duration::from_secs(60);
/// How many times the limit is read, and thrown away, for the sake of an answer: a browser that is cut off
/// while it sends shows its own page instead of ours.
const PATIENCE: u64 = 8;
/// Fields in one form; ours has one.
const FIELDS: usize = 20;

/// What came of a form with a file.
pub enum Received {
    /// The file, wholly written and not published yet.
    File(Box<Arrived>),
    /// It is not taken, for this reason, and nothing of it is left.
    Refused(Wrong),
}

/// A file of which every byte came in. Dropped, it is gone.
pub struct Arrived {
    /// Its name, safe to show.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// How long a film takes, in whole seconds, where it says so.
    pub seconds: Option<i32>,
    writer: BlobWriter,
}

impl Arrived {
    /// Publishes the file: when this returns, its bytes and its key survive a power cut.
    ///
    /// # Errors
    /// [`Error::Full`] or [`Error::Broken`]; then nothing is left of it.
    pub async fn publish(self) -> Result<NewFile> {
        let Self { name, kind, seconds, writer } = self;
        Ok(NewFile { name, kind, seconds, stored: writer.finish().await? })
    }
}

/// A published file that needs a row.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Its name, safe to show.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// How long a film takes, in whole seconds, where it says so.
    pub seconds: Option<i32>,
    /// Where its bytes are.
    pub stored: Stored,
}

/// A file on its way in.
pub struct Draft {
    files: Files,
    limit: u64,
    is_film: bool,
    file: Option<Incoming>,
    refused: Option<Wrong>,
    failed: Option<FilesError>,
}

struct Incoming {
    name: String,
    writer: BlobWriter,
    sniffer: Sniffer,
    size: u64,
}

/// Reads a form with one file, of at most `limit` bytes.
///
/// # Errors
/// [`Error::Malformed`] when the connection broke or this is no such form, [`Error::Full`], or
/// [`Error::TooLarge`] when it is so much that it is not read to its end. Nothing is left then.
pub async fn receive(files: &Files, form: Multipart, limit: u64) -> Result<Received> {
    Draft::new(files, limit).receive(form).await
}

/// The same for a film, and nothing else.
///
/// # Errors
/// As [`receive`].
pub async fn receive_film(files: &Files, form: Multipart, limit: u64) -> Result<Received> {
    Draft::of_film(files, limit).receive(form).await
}

impl Draft {
    /// Nothing yet, with room for `limit` bytes.
    pub fn new(files: &Files, limit: u64) -> Self {
        Self { files: files.clone(), limit, is_film: false, file: None, refused: None, failed: None }
    }

    /// The same, for a film.
    pub fn of_film(files: &Files, limit: u64) -> Self {
        Self { is_film: true, ..Self::new(files, limit) }
    }

    async fn receive(mut self, mut form: Multipart) -> Result<Received> {
        match self.read(&mut form).await {
            Ok(()) => self.end().await,
            Err(error) => {
                self.give_up().await;
                Err(error)
            }
        }
    }

    async fn read(&mut self, form: &mut Multipart) -> Result<()> {
        let (mut fields, mut seen) = (0, 0);
        while let Some(mut field) = next(form).await? {
            fields += 1;
            if fields > FIELDS {
                return Err(Error::Malformed);
            }
            self.field(&field).await;
            while let Some(chunk) = next(&mut field).await? {
                seen += chunk.len() as u64;
                if seen > self.limit.saturating_mul(PATIENCE) {
                    return Err(Error::TooLarge);
                }
                self.add(chunk).await;
            }
        }
        Ok(())
    }

    /// Looks at a field before its bytes come. There is one field, and it is a file.
    async fn field(&mut self, field: &Field) {
        let name = field.content_disposition().and_then(|d| d.get_filename()).map(unescaped);
        match name {
            Some(name) if field.name() == Some("file") && self.file.is_none() && self.refused.is_none() => {
                self.begin(&name).await;
            }
            _ => self.refuse(Wrong::OneFile).await,
        }
    }

    /// Begins with a file of this name, as it was given.
    pub async fn begin(&mut self, name: &str) {
        // A browser sends a nameless, empty file when none was chosen.
        if name.is_empty() {
            return self.refuse(Wrong::NoFile).await;
        }
        match self.files.writer().await {
            Ok(writer) => {
                let sniffer = if self.is_film { Sniffer::of_film() } else { Sniffer::default() };
                let name = safe_name(name);
                self.file = Some(Incoming { name, writer, sniffer, size: 0 });
            }
            Err(error) => self.failed = Some(error),
        }
    }

    /// Adds the next bytes; after a refusal they are thrown away.
    pub async fn add(&mut self, chunk: Bytes) {
        let Some(file) = &mut self.file else { return };
        file.size += chunk.len() as u64;
        if file.size > self.limit {
            return self.refuse(Wrong::FileTooLarge(self.limit)).await;
        }
        file.sniffer.feed(&chunk);
        if let Err(error) = file.writer.write(chunk).await {
            self.give_up().await;
            self.failed = Some(error);
        }
    }

    /// What came of it, once everything was read.
    ///
    /// # Errors
    /// [`Error::Full`] or [`Error::Broken`] when it could not be written.
    pub async fn end(mut self) -> Result<Received> {
        if let Some(error) = self.failed {
            return Err(error.into());
        }
        if let Some(wrong) = self.refused {
            return Ok(Received::Refused(wrong));
        }
        let Some(file) = self.file.take() else { return Ok(Received::Refused(Wrong::NoFile)) };
        match file.sniffer.verdict(&file.name) {
            Ok(kind) => {
                let seconds = file.sniffer.seconds();
                Ok(Received::File(Box::new(Arrived { name: file.name, kind, seconds, writer: file.writer })))
            }
            Err(why) => {
                gone(file.writer).await;
                let wrong = if self.is_film && why != WrongKind::Empty { Wrong::FilmKind } else { wrong_kind(why) };
                Ok(Received::Refused(wrong))
            }
        }
    }

    async fn refuse(&mut self, wrong: Wrong) {
        self.give_up().await;
        self.refused.get_or_insert(wrong);
    }

    async fn give_up(&mut self) {
        if let Some(file) = self.file.take() {
            gone(file.writer).await;
        }
    }
}

/// What is left of a file that is given up cannot be read by anybody, and the daily sweep finds it.
async fn gone(writer: BlobWriter) {
    if let Err(error) = writer.abort().await {
        tracing::warn!(error = %error, "an unfinished file could not be removed");
    }
}

async fn next<T, E>(stream: &mut (impl Stream<Item = std::result::Result<T, E>> + Unpin)) -> Result<Option<T>> {
    match tokio::time::timeout(SILENCE, stream.next()).await {
        Ok(None) => Ok(None),
        Ok(Some(Ok(item))) => Ok(Some(item)),
        Ok(Some(Err(_))) | Err(_) => Err(Error::Malformed),
    }
}

/// A name as it was before the browser wrote it into a form: these three are all that it escapes.
fn unescaped(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

fn wrong_kind(why: WrongKind) -> Wrong {
    match why {
        WrongKind::Empty => Wrong::FileEmpty,
        WrongKind::NotTaken | WrongKind::Mismatch => Wrong::FileKind,
        WrongKind::Macros => Wrong::FileMacros,
        WrongKind::LockedOrOld => Wrong::FileLocked,
    }
}
