//! Folders named after a moment, and copying into them.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::NaiveDateTime;

use crate::platform::db::Moment;

const FORM: &str = "%Y%m%dT%H%M%SZ";
const UNFINISHED: &str = ".unfinished-";

/// The name of what is made at `at`.
pub(super) fn name(at: Moment) -> String {
    at.naive().format(FORM).to_string()
}

/// The folders in `within` that are named after a moment, the oldest first.
pub(super) fn named(within: &Path) -> anyhow::Result<Vec<(Moment, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(within).with_context(|| within.display().to_string())? {
        let entry = entry?;
        let at = NaiveDateTime::parse_from_str(&entry.file_name().to_string_lossy(), FORM);
        if let (Ok(at), true) = (at, entry.path().is_dir()) {
            found.push((Moment::new(at), entry.path()));
        }
    }
    found.sort();
    Ok(found)
}

/// A folder that gets its name when it is whole.
pub(super) struct Unfinished {
    path: PathBuf,
    place: PathBuf,
    /// One at a time: what another left unfinished is then nobody's.
    alone: File,
}

impl Unfinished {
    /// Begins the folder `name` in `within`, and removes what was left unfinished there.
    pub(super) fn begin(within: &Path, name: &str) -> anyhow::Result<Self> {
        make(within)?;
        let lock = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(within.join(".lock"));
        let alone = lock.with_context(|| format!("{} cannot be written", within.display()))?;
        if alone.try_lock().is_err() {
            bail!("another backup is being made in {}", within.display());
        }
        for entry in fs::read_dir(within)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                fs::remove_dir_all(entry.path())?;
            }
        }
        let (path, place) = (within.join(format!("{UNFINISHED}{name}")), within.join(name));
        if place.exists() {
            bail!("{} is there already", place.display());
        }
        make(&path)?;
        Ok(Self { path, place, alone })
    }

    /// Where it is for now.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, durably. Others wait as long as the lock that comes with it is kept.
    pub(super) fn finish(self) -> anyhow::Result<(PathBuf, File)> {
        sync_tree(&self.path)?;
        fs::rename(&self.path, &self.place)?;
        self.place.parent().map_or(Ok(()), sync)?;
        Ok((self.place, self.alone))
    }
}

/// Makes a folder that we alone can enter.
pub(super) fn make(folder: &Path) -> anyhow::Result<()> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("{} cannot be made", folder.display()))
}

fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Makes the names in `folder` and the folders below it durable.
pub(super) fn sync_tree(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_tree(&entry.path())?;
        }
    }
    sync(folder)
}

/// Copies a file, durably but for its name; says whether it was there.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<bool> {
    let mut source = match File::open(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        source => source?,
    };
    let mut copy = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(to)?;
    io::copy(&mut source, &mut copy)?;
    copy.sync_all()?;
    Ok(true)
}

/// Gives a file that never changes a second name, or copies it where that cannot be; says whether it was there.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<bool> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        // Another disk, or one without second names.
        Err(_) => copy(from, to),
    }
}

/// The folder, with its links followed; one that is not there yet stands in the one that is.
pub(super) fn real(folder: &Path) -> anyhow::Result<PathBuf> {
    let whole = std::path::absolute(folder)?;
    let mut rest = Vec::new();
    for there in whole.ancestors() {
        if let Ok(found) = there.canonicalize() {
            return Ok(rest.iter().rev().fold(found, |path, name| path.join(name)));
        }
        rest.extend(there.file_name());
    }
    Ok(whole)
}

/// Refuses when one of the two folders lies in the other.
pub(super) fn apart(one: &Path, two: &Path, why: &str) -> anyhow::Result<()> {
    let (a, b) = (real(one)?, real(two)?);
    if a.starts_with(&b) || b.starts_with(&a) {
        bail!("{} and {} lie in each other: {why}", one.display(), two.display());
    }
    Ok(())
}
