//! The archive itself: written straight into the answer, piece by piece, so that neither a file nor the whole is
//! ever in memory or on a disk.

use std::io::{self, Write};

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web;
use askama::Template;
use bytes::Bytes;
use futures_util::{Stream, StreamExt, pin_mut};
use serde_json::{Map, Value, json};
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::model::{Dossier, Enclosed, Section};
use crate::platform::db::Moment;
use crate::platform::error::{Error, Result};
use crate::platform::files::{BlobId, Files};
use crate::platform::i18n::{Lang, Texts};
use crate::platform::web::{Reply, static_bytes};
use crate::privacy::retention::Terms;
use crate::privacy::statement;
use crate::site::Site;

/// Pieces under way to a slow reader.
const PIECES: usize = 4;
/// The size of a piece.
const PIECE: usize = 64 * 1024;

/// The page to read.
#[derive(Template)]
#[template(path = "privacy/export/overview.html")]
struct Overview<'a> {
    t: &'static Texts,
    lang: Lang,
    provider: &'a str,
    dossier: &'a Dossier,
    made: Moment,
    terms: &'a Terms,
    version: String,
}

impl Overview<'_> {
    fn section_title(&self, section: &Section) -> String {
        self.t.data_map_table(section.table.name)
    }

    fn kept_for(&self, section: &Section) -> String {
        let clock = section.table.personal().next().map(|(_, personal)| personal.clock);
        clock.map(|clock| statement::short(self.t, clock, self.terms)).unwrap_or_default()
    }

    /// A code in words, where a table has them.
    fn in_words(&self, table: &str, column: &str, code: &str) -> Option<String> {
        let t = self.t;
        Some(match (table, column) {
            ("register_lines", "act") => t.register_act(code),
            ("register_lines", "actor_role") => t.register_role(code),
            ("register_lines", "subject") if code.starts_with('/') => t.register_subject_page(code),
            ("register_lines", "subject") => t.register_subject(code),
            ("requests", "kind") => t.requests_kind(code),
            ("muted_news", "news") => t.people_field(code),
            ("staff_roles", "role") => t.register_role(code),
            ("holds", "reason") => t.retention_reason(code),
            ("attendances", "mark") => t.attendance_mark(code),
            ("absences", "reason") => t.absences_reason(code),
            ("portfolio_items", "kind") | ("portfolio_shares", "part") => t.portfolios_part(code),
            ("threads", "addressee") => t.conversations_desk(code),
            ("messages", "side") | (_, "state") => t.export_code(code),
            _ => return None,
        })
    }

    /// A value as a person reads it.
    fn shown(&self, section: &Section, row: &Map<String, Value>, column: &str) -> String {
        if let Some(words) =
            row.get(column).and_then(Value::as_str).and_then(|c| self.in_words(section.table.name, column, c))
        {
            return words;
        }
        match row.get(column) {
            None | Some(Value::Null) => "–".into(),
            Some(Value::Bool(yes)) => {
                if *yes {
                    self.t.export_yes()
                } else {
                    self.t.export_no()
                }
            }
            Some(Value::String(text)) => match moment(text).filter(|_| is_moment(column)) {
                Some(at) => self.lang.moment(at),
                None => text.parse().map_or_else(|_| text.clone(), |day| self.lang.date(day)),
            },
            Some(other) => other.to_string(),
        }
    }

    fn enclosed_path(&self, file: &Enclosed) -> String {
        path_of(self.lang, file)
    }
}

fn is_moment(column: &str) -> bool {
    // For the number of a meeting stands when it was.
    column.ends_with("_at") || column.ends_with("_until") || matches!(column, "at" | "meeting_id")
}

fn moment(text: &str) -> Option<Moment> {
    let at = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f");
    at.or_else(|_| chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")).ok().map(Moment::new)
}

fn path_of(lang: Lang, file: &Enclosed) -> String {
    let folder = match lang {
        Lang::Nl => "bestanden",
        Lang::En => "files",
    };
    format!("{folder}/{}-{}", file.id, file.file_name)
}

/// The dossier as JSON: moments in UTC, everything else as it is kept.
fn as_json(dossier: &Dossier, made: Moment) -> Value {
    let row = |row: &Map<String, Value>| -> Map<String, Value> {
        let exact = |(column, value): (&String, &Value)| {
            let at = value.as_str().and_then(moment).filter(|_| is_moment(column));
            (column.clone(), at.map_or_else(|| value.clone(), |at| Value::String(at.rfc3339())))
        };
        row.iter().map(exact).collect()
    };
    let section = |s: &Section| (s.table.name.to_owned(), Value::Array(s.rows.iter().map(|r| row(r).into()).collect()));
    let tables: Map<String, Value> = dossier.sections.iter().map(section).collect();
    json!({ "made_at": made.rfc3339(), "person": dossier.person.0, "tables": tables })
}

/// Writes the archive of `dossier` into `out`, under `folder` (empty, or ending in a slash). Blocks: call it off
/// the server's own threads, within reach of the runtime `handle`, which reads the files.
///
/// # Errors
/// When `out` refuses, or a file cannot be read: what was written is then no whole archive.
pub fn write<W: Write>(
    zip: &mut ZipWriter<zip::write::StreamWriter<W>>,
    folder: &str,
    site: &Site,
    dossier: &Dossier,
    handle: &Handle,
) -> Result<()> {
    let (lang, made) = (dossier.lang, site.clock.now());
    let t = lang.texts();
    let terms = site.terms.get();
    let version = statement::version(&terms, made);
    let page = Overview { t, lang, provider: &site.config.provider, dossier, made, terms: &terms, version };
    let (overview, data) = match lang {
        Lang::Nl => ("overzicht.html", "gegevens.json"),
        Lang::En => ("overview.html", "data.json"),
    };
    put(zip, format!("{folder}{overview}"), page.render().map_err(Error::broken)?.as_bytes())?;
    put(zip, format!("{folder}app.css"), &static_bytes("app.css"))?;
    let json = serde_json::to_vec_pretty(&as_json(dossier, made)).map_err(Error::broken)?;
    put(zip, format!("{folder}{data}"), &json)?;
    for file in &dossier.files {
        begin(zip, format!("{folder}{}", path_of(lang, file)))?;
        handle.block_on(copy(&site.files, file, zip))?;
    }
    Ok(())
}

fn begin<W: Write>(zip: &mut ZipWriter<zip::write::StreamWriter<W>>, name: String) -> Result<()> {
    zip.start_file(name, SimpleFileOptions::default()).map_err(Error::broken)
}

fn put<W: Write>(zip: &mut ZipWriter<zip::write::StreamWriter<W>>, name: String, bytes: &[u8]) -> Result<()> {
    begin(zip, name)?;
    zip.write_all(bytes).map_err(Error::broken)
}

async fn copy(files: &Files, file: &Enclosed, out: &mut impl Write) -> Result<()> {
    let blob = BlobId::parse(&file.blob).ok_or(Error::NotFound)?;
    let bytes = files.read(&blob).await?;
    pin_mut!(bytes);
    while let Some(piece) = bytes.next().await {
        out.write_all(&piece?).map_err(Error::broken)?;
    }
    Ok(())
}

/// The answer that carries the archive of `dossier`, made while it is sent. When something goes wrong on the way
/// the connection breaks off, so that nobody takes half an archive for a whole one.
pub fn send(site: web::Data<Site>, dossier: Dossier) -> Reply {
    let name = match dossier.lang {
        Lang::Nl => "mijn-gegevens.zip",
        Lang::En => "my-data.zip",
    };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/zip"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        // Compressed already.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .streaming(pieces(site, dossier))
        .into()
}

fn pieces(site: web::Data<Site>, dossier: Dossier) -> impl Stream<Item = io::Result<Bytes>> {
    let (send, receive) = mpsc::channel(PIECES);
    let handle = Handle::current();
    tokio::task::spawn_blocking(move || {
        let done = whole(&site, &dossier, &handle, Pipe(send.clone()));
        if let Err(error) = done {
            tracing::warn!(person = dossier.person.0, error = %error, "an archive was broken off");
            // Nobody may be there to hear it.
            drop(send.blocking_send(Err(io::Error::other("broken off"))));
        }
    });
    futures_util::stream::unfold(receive, |mut receive| async { receive.recv().await.map(|piece| (piece, receive)) })
}

fn whole(site: &Site, dossier: &Dossier, handle: &Handle, pipe: Pipe) -> Result<()> {
    let mut zip = ZipWriter::new_stream(io::BufWriter::with_capacity(PIECE, pipe));
    write(&mut zip, "", site, dossier, handle)?;
    let mut rest = zip.finish().map_err(Error::broken)?.into_inner();
    rest.flush().map_err(Error::broken)
}

/// Hands on what is written; waits for a slow reader, and fails when there is none any more.
struct Pipe(mpsc::Sender<io::Result<Bytes>>);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.blocking_send(Ok(Bytes::copy_from_slice(bytes)));
        sent.map(|()| bytes.len()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
