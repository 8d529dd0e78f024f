//! Taking leave of a client, as one act: what is theirs is handed over in an archive, then its people and projects
//! are erased, then every column that can hold a name is searched for what should be gone. Whoever also works for
//! another client, or for the provider, keeps what has to do with those.

mod queries;

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use actix_web::web;
use anyhow::{Context, bail};
use tokio::runtime::Handle;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::access::Scope;
use crate::crm::organisations::OrganisationId;
use crate::platform::db::{Actor, migrate};
use crate::platform::files::BlobId;
use crate::privacy::erasure::{destroy_stubs, erase};
use crate::privacy::export::{self, Dossier, Extent};
use crate::privacy::retention;
use crate::site::Site;

use queries::{Agreed, Doomed};

/// What taking leave came to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Left {
    /// People in the archive.
    pub people: usize,
    /// Projects in the archive.
    pub projects: usize,
    /// People who were erased.
    pub erased: usize,
    /// People who stay, because they belong to somebody else too.
    pub kept: usize,
    /// Files that were destroyed.
    pub files: usize,
    /// Names, addresses and numbers of erased people that were looked for afterwards.
    pub sought: usize,
    /// Columns in which they were looked for.
    pub columns: usize,
    /// Places where one was found.
    pub found: usize,
}

/// Hands over what is of `client` in a new file at `path`, and erases it. Repeating it after a fault needs
/// another file.
///
/// # Errors
/// When the archive cannot be written whole; then nothing was erased. When something could not be erased; then
/// it can be repeated.
pub async fn take_leave(site: &web::Data<Site>, client: OrganisationId, path: &Path) -> anyhow::Result<Left> {
    let scope = Scope::job("leave");
    let Some(agreed) = site.read(move |db| queries::agreed(db, client)).await? else {
        bail!("there is no organisation {}", client.0);
    };
    let people = site.read(move |db| queries::people(db, client)).await?;
    let (mut dossiers, now) = (Vec::new(), site.clock.now());
    for person in people.iter().map(|p| p.id) {
        // Before anything is handed over or goes: half a leave would be worse than none.
        if let Some(held) = site.read(move |db| retention::held(db, person, now)).await? {
            return Err(anyhow::anyhow!(
                "nothing was done: what is of person {person} is held through {}; a security officer can end that",
                held.through()
            ));
        }
        let dossier = move |db: &mut _| export::dossier(db, scope, person, Extent::Client(client), now);
        dossiers.push(site.read(dossier).await?);
    }
    let mut left = Left { people: people.len(), projects: agreed.projects(), ..Left::default() };
    hand_over(site, agreed, dossiers, path.to_owned()).await?;

    let (theirs, shared): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| !person.elsewhere);
    let mut traces = Vec::new();
    for person in &theirs {
        let id = person.id;
        traces.append(&mut site.read(move |db| queries::traces(db, id)).await?);
    }
    for person in &theirs {
        left.files += erase(site, Actor::OPERATOR, person.id).await?.files;
    }
    left.files += destroy(site, client).await?;
    site.write(Actor::OPERATOR, move |tx| queries::remove(tx, client)).await?;
    destroy_stubs(site.clone()).await?;
    site.read(|db| Ok(migrate::truncate_log(db)?)).await?;

    (left.erased, left.kept) = (theirs.len(), shared.len());
    (left.sought, left.columns, left.found) = site.read(move |db| queries::search(db, traces)).await?;
    Ok(left)
}

/// Writes the archive, and makes sure that it is on the disk.
async fn hand_over(
    site: &web::Data<Site>,
    agreed: Agreed,
    dossiers: Vec<Dossier>,
    path: PathBuf,
) -> anyhow::Result<()> {
    let (site, handle) = (site.clone(), Handle::current());
    let writing = move || -> anyhow::Result<()> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        let file = file.with_context(|| format!("{} cannot be made", path.display()))?;
        let written = archive(&site, &agreed, &dossiers, &handle, file);
        if written.is_err() {
            std::fs::remove_file(&path).with_context(|| format!("{} is half an archive", path.display()))?;
        }
        written
    };
    tokio::task::spawn_blocking(writing).await?
}

fn archive(site: &Site, agreed: &Agreed, dossiers: &[Dossier], handle: &Handle, file: File) -> anyhow::Result<()> {
    let mut zip = ZipWriter::new_stream(BufWriter::new(file));
    zip.start_file("organisation.json", SimpleFileOptions::default())?;
    zip.write_all(&serde_json::to_vec_pretty(agreed)?)?;
    for dossier in dossiers {
        export::write(&mut zip, &format!("people/{}/", dossier.person.0), site, dossier, handle)?;
    }
    let mut out = zip.finish()?.into_inner();
    out.flush()?;
    Ok(out.get_ref().sync_all()?)
}

/// Destroys what is left of files in the projects of `client`: those of people who stay, and the material.
async fn destroy(site: &Site, client: OrganisationId) -> anyhow::Result<usize> {
    let doomed: Vec<Doomed> = site.read(move |db| queries::files(db, client)).await?;
    for name in doomed.iter().filter_map(|one| one.blob.as_deref()) {
        let blob = BlobId::parse(name).context("a row names no file")?;
        site.files.destroy(&blob).await?;
    }
    Ok(site.write(Actor::OPERATOR, move |tx| queries::remove_files(tx, &doomed)).await?)
}
