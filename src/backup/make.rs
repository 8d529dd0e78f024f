//! Making a backup, while the program runs.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::folders::{self, Unfinished};
use super::manifest::{self, Contents, DATABASE, FILES, LIST, MANIFEST, Manifest};
use super::prune::prune;
use crate::platform::db::snapshot;
use crate::platform::files::BlobId;
use crate::platform::journal::Journal;
use crate::privacy::register;
use crate::site::Site;

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// Where the backup is.
    pub place: PathBuf,
    /// Where the copy of the keys is, if it was asked for.
    pub keys: Option<PathBuf>,
    /// Rows in it.
    pub rows: i64,
    /// Files in it.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Files with a row in it that were destroyed while it was made.
    pub destroyed_meanwhile: usize,
    /// Older copies that were removed, of either kind.
    pub pruned: usize,
}

/// Makes a backup of `site` in the folder `within`, and a copy of the keys in the folder `keys`. Blocks.
///
/// # Errors
/// A sentence for the operator; then there is no backup of that name.
pub fn make(site: &Site, within: &Path, keys: Option<&Path>) -> anyhow::Result<Made> {
    let (files, home) = (&site.config.files, site.files.keys());
    let copied = "a copy must not copy itself";
    for folder in [within].into_iter().chain(keys) {
        folders::apart(folder, files, copied)?;
        folders::apart(folder, home, copied)?;
    }
    if let Some(keys) = keys {
        folders::apart(within, keys, "keys beside what they open would make destroying a key worth nothing")?;
    }
    let now = site.clock.now();
    let name = folders::name(now);
    let unfinished = Unfinished::begin(within, &name)?;
    let key_copy = keys.map(|keys| Unfinished::begin(keys, &name)).transpose()?;

    site.journal.backup(now, &name)?;
    let mut blobs = BTreeSet::new();
    let mut blob = |name: String| blobs.extend(BlobId::parse(&name));
    let database = snapshot::take(&site.config.database, &unfinished.path().join(DATABASE), &mut blob)?;
    let (files, bytes) = copy_files(files, unfinished.path())?;
    let destroyed_meanwhile = missing(site, unfinished.path(), &blobs)?;
    let rows = database.rows.values().sum();
    let journal = site.journal.id();
    let made_at = now.rfc3339();
    let contents = Contents { name: &name, made_at, journal, database, files, bytes, destroyed_meanwhile };
    let manifest = Manifest::of(unfinished.path(), contents)?;
    write(&unfinished.path().join(MANIFEST), &serde_json::to_vec_pretty(&manifest)?)?;

    if let Some(copy) = &key_copy {
        copy_keys(site, copy.path())?;
    }
    // The keys first: a backup whose keys have no copy yet would look better than it is.
    let key_place = key_copy.map(Unfinished::finish).transpose()?;
    let (place, _alone) = unfinished.finish()?;
    let mut pruned = prune(within, &place, now)?;
    if let (Some(keys), Some((newest, _))) = (keys, &key_place) {
        pruned += prune(keys, newest, now)?;
    }
    Ok(Made { place, keys: key_place.map(|(place, _)| place), rows, files, bytes, destroyed_meanwhile, pruned })
}

fn write(path: &Path, contents: &[u8]) -> anyhow::Result<()> {
    let mut file = fs::File::create(path).with_context(|| path.display().to_string())?;
    file.write_all(contents)?;
    Ok(file.sync_all()?)
}

/// Copies what lies in the folder of files, finished files only, with the list of them; says how many and how big.
fn copy_files(from: &Path, to: &Path) -> anyhow::Result<(usize, u64)> {
    let (mut count, mut bytes) = (0, 0);
    let list = fs::File::create(to.join(LIST))?;
    let mut list = BufWriter::new(list);
    for shard in 0..=255_u8 {
        let shard = format!("{shard:02x}");
        let source = from.join(&shard);
        if !source.is_dir() {
            continue;
        }
        let target = to.join(FILES).join(&shard);
        folders::make(&target)?;
        for entry in fs::read_dir(&source)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            // An unfinished file has a mark behind its name.
            if BlobId::parse(&name).is_none() || !folders::link(&source.join(&name), &target.join(&name))? {
                continue;
            }
            let sum = manifest::sum(&target.join(&name))?;
            count += 1;
            bytes += sum.size;
            writeln!(list, "{}", manifest::write_line(&format!("{shard}/{name}"), &sum))?;
        }
    }
    list.flush()?;
    list.get_ref().sync_all()?;
    Ok((count, bytes))
}

/// How many of `blobs` were destroyed while we copied. One that is there, and not in the copy, is an error.
fn missing(site: &Site, to: &Path, blobs: &BTreeSet<BlobId>) -> anyhow::Result<usize> {
    let mut count = 0;
    for blob in blobs {
        let below = format!("{}/{blob}", blob.as_str().get(..2).unwrap_or_default());
        if to.join(FILES).join(&below).exists() {
            continue;
        }
        if site.config.files.join(&below).exists() {
            bail!("file {blob} has a row and is not in the copy");
        }
        count += 1;
    }
    Ok(count)
}

/// Copies the folder of keys, with the journal and without what belongs to this moment alone.
fn copy_keys(site: &Site, to: &Path) -> anyhow::Result<()> {
    let _held = site.files.hold_keys()?;
    let from = site.files.keys();
    for name in ["master.key", "previous.key", "lasting.key", register::HEADS] {
        folders::copy(&from.join(name), &to.join(name))?;
    }
    let journal = Journal::path_in(from);
    let name = journal.file_name().context("the journal has no name")?;
    folders::copy(&journal, &to.join(name))?;
    for shard in 0..=255_u8 {
        let shard = format!("{shard:02x}");
        let (source, target) = (from.join("files").join(&shard), to.join("files").join(&shard));
        if !source.is_dir() {
            continue;
        }
        folders::make(&target)?;
        for entry in fs::read_dir(&source)? {
            let name = entry?.file_name();
            if BlobId::parse(&name.to_string_lossy()).is_some() {
                folders::copy(&source.join(&name), &target.join(&name))?;
            }
        }
    }
    Ok(())
}
