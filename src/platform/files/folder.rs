use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::time::SystemTime;

use super::blob::BlobId;

/// Something on disk that carries the name of a file, finished or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name it carries.
    pub blob: BlobId,
    /// When the disk last saw it change; a sweep leaves what is young alone.
    pub changed: SystemTime,
}

/// Makes a folder only we can enter, and makes sure it is still there after a power cut.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => sync(parent),
        _ => Ok(()),
    }
}

/// Makes the names in a folder durable; the contents of a file do not vouch for its name.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Writes a new file that appears whole or not at all, through the unused name `draft` beside it.
///
/// An existing `path` is an error of kind `AlreadyExists`. When this returns, it is durable.
pub(super) fn publish(draft: &Path, path: &Path, contents: &[u8]) -> io::Result<()> {
    let written = write_through(draft, contents).and_then(|()| fs::hard_link(draft, path));
    // The draft goes either way; one that cannot be removed is found again by `list`.
    let removed = remove(draft);
    written.and(removed)?;
    path.parent().map_or(Ok(()), sync)
}

/// Writes a new file, durably but for its name.
pub(super) fn write_through(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(contents)?;
    file.sync_all()
}

/// Removes a file; one that is already gone is well.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes all of `paths`, which lie in one folder, for good: also after a power cut.
pub(super) fn remove_for_good(paths: [&Path; 2]) -> io::Result<()> {
    let [first, second] = paths;
    let removed = [remove(first), remove(second)];
    removed.into_iter().collect::<io::Result<()>>()?;
    match first.parent().map_or(Ok(()), sync) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// What lies in one of the 256 folders under `folder`, each name once.
pub(super) fn list(folder: &Path, shard: u8) -> io::Result<Vec<Found>> {
    let entries = match fs::read_dir(folder.join(format!("{shard:02x}"))) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };

    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let name = name.split_once('#').map_or(&*name, |(name, _)| name);
        // A file may be finished or destroyed between reading the folder and looking at it.
        if let (Some(blob), Ok(about)) = (BlobId::parse(name), entry.metadata()) {
            let changed = about.modified()?;
            found.push(Found { blob, changed });
        }
    }
    found.sort_by(|a, b| (&a.blob, b.changed).cmp(&(&b.blob, a.changed)));
    found.dedup_by(|a, b| a.blob == b.blob);
    Ok(found)
}

/// Whether there is any file in the folders under `folder`.
pub(super) fn holds_any(folder: &Path) -> io::Result<bool> {
    for shard in fs::read_dir(folder)? {
        let shard = shard?.path();
        if shard.is_dir() && fs::read_dir(shard)?.next().is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn folders_and_files_are_ours_alone() {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("a/b");
        make(&folder).unwrap();
        make(&folder).unwrap();
        let path = folder.join("key");
        publish(&folder.join("key#1"), &path, b"x").unwrap();

        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&temp.path().join("a")), mode(&folder), mode(&path)), (0o700, 0o700, 0o600));
    }

    #[test]
    fn publishing_never_overwrites_and_leaves_no_draft() {
        let temp = tempfile::tempdir().unwrap();
        let (draft, path) = (temp.path().join("key#1"), temp.path().join("key"));
        publish(&draft, &path, b"first").unwrap();
        let again = publish(&draft, &path, b"second").unwrap_err();
        assert_eq!(again.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert!(!draft.exists());
    }

    #[test]
    fn a_listing_knows_unfinished_files_and_ignores_strangers() {
        let temp = tempfile::tempdir().unwrap();
        let shard = temp.path().join("ab");
        fs::create_dir(&shard).unwrap();
        assert!(!holds_any(temp.path()).unwrap());
        let (one, two) = (format!("ab{:030x}", 1), format!("ab{:030x}", 2));
        for name in [&one, &format!("{one}#1"), &format!("{two}#1"), "README"] {
            fs::write(shard.join(name), b"").unwrap();
        }
        let found = list(temp.path(), 0xab).unwrap();
        let names: Vec<_> = found.iter().map(|f| f.blob.as_str()).collect();
        assert_eq!(names, [one, two]);
        assert!(list(temp.path(), 0).unwrap().is_empty());
        assert!(holds_any(temp.path()).unwrap());
    }
}
