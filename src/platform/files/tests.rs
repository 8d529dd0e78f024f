use std::fs;
use std::path::PathBuf;

use futures_util::TryStreamExt;
use tempfile::TempDir;

use super::stream::{CHUNK, HEADER, TAG};
use super::*;

/// Files in a folder that goes away with the test.
pub(super) struct Disk {
    pub(super) files: Files,
    folder: TempDir,
}

impl Disk {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = open(&folder).unwrap();
        Self { files, folder }
    }

    pub(super) async fn write(&self, bytes: &[u8], step: usize) -> Stored {
        let mut writer = self.files.writer().await.unwrap();
        for part in bytes.chunks(step) {
            writer.write(Bytes::copy_from_slice(part)).await.unwrap();
        }
        writer.finish().await.unwrap()
    }

    async fn read(&self, blob: &BlobId) -> Result<Vec<u8>, FilesError> {
        gather(self.files.read(blob).await?).await
    }

    pub(super) async fn range(&self, blob: &BlobId, range: Range<u64>) -> Result<Vec<u8>, FilesError> {
        gather(self.files.read_range(blob, range).await?).await
    }

    pub(super) fn bytes_of(&self, blob: &BlobId) -> PathBuf {
        blob.path_in(&self.folder.path().join("blobs"))
    }

    /// Every file that belongs to one of the files, under both folders, with what is in it.
    pub(super) fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut folders = vec![self.folder.path().to_owned()];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !["master.key", "lasting.key", "lock"].iter().any(|name| path.ends_with(name)) {
                    found.push((path.clone(), fs::read(path).unwrap()));
                }
            }
        }
        found
    }
}

fn open(folder: &TempDir) -> Result<Files, FilesError> {
    Files::open(&folder.path().join("blobs"), &folder.path().join("keys"))
}

async fn gather(stream: impl Stream<Item = Result<Bytes, FilesError>>) -> Result<Vec<u8>, FilesError> {
    let pieces: Vec<Bytes> = stream.try_collect().await?;
    assert!(pieces.iter().all(|p| !p.is_empty() && p.len() <= CHUNK));
    Ok(pieces.concat())
}

/// Bytes that differ from place to place, so that a piece in a wrong place shows.
pub(super) fn sample(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251 + at / 65536) as u8).collect()
}

#[actix_web::test]
async fn files_come_back_as_they_were_also_after_a_restart() {
    let disk = Disk::new();
    let again = open(&disk.folder).unwrap();
    for length in [0, 1, 65535, 65536, 65537, 131_072, 3 * 1024 * 1024] {
        for step in [10_000, 65536, 300_000] {
            let bytes = sample(length);
            let stored = disk.write(&bytes, step).await;
            assert_eq!(stored.size, length as u64);
            let read = again.read(&stored.blob).await.unwrap();
            assert!(gather(read).await.unwrap() == bytes, "{length} {step}");
        }
    }
}

#[actix_web::test]
async fn a_change_of_any_bit_is_noticed() {
    let disk = Disk::new();
    let blob = disk.write(b"a short letter", 5).await.blob;
    let path = disk.bytes_of(&blob);
    let stored = fs::read(&path).unwrap();
    assert_eq!(stored.len(), HEADER + 14 + TAG);
    for bit in 0..stored.len() * 8 {
        let mut changed = stored.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, changed).unwrap();
        assert!(matches!(disk.read(&blob).await, Err(FilesError::Damaged)), "{bit}");
    }
}

#[actix_web::test]
async fn a_file_cut_short_swapped_about_or_added_to_is_noticed() {
    let disk = Disk::new();
    let blob = disk.write(&sample(3 * CHUNK), CHUNK).await.blob;
    let path = disk.bytes_of(&blob);
    let stored = fs::read(&path).unwrap();
    let sealed = CHUNK + TAG;

    let mut wrong: Vec<Vec<u8>> =
        [0, 1, HEADER, HEADER + TAG, HEADER + sealed, stored.len() - 1].map(|length| stored[..length].to_vec()).into();
    wrong.push(stored[..HEADER + 2 * sealed].to_vec());
    wrong.push([stored.as_slice(), b"x"].concat());
    let (first, rest) = stored[HEADER..].split_at(sealed);
    let (second, third) = rest.split_at(sealed);
    wrong.push([&stored[..HEADER], second, first, third].concat());
    wrong.push([&stored[..HEADER], first, third].concat());
    wrong.push([&stored[..HEADER], first, first, third].concat());

    for (at, wrong) in wrong.iter().enumerate() {
        fs::write(&path, wrong).unwrap();
        assert!(matches!(disk.read(&blob).await, Err(FilesError::Damaged)), "{at}");
    }
}

#[actix_web::test]
async fn bytes_and_keys_of_two_files_cannot_be_exchanged() {
    let disk = Disk::new();
    let (one, two) = (disk.write(b"one", 9).await.blob, disk.write(b"two", 9).await.blob);
    let keys = disk.folder.path().join("keys/files");
    fs::copy(disk.bytes_of(&two), disk.bytes_of(&one)).unwrap();
    assert!(matches!(disk.read(&one).await, Err(FilesError::Damaged)));
    fs::copy(two.path_in(&keys), one.path_in(&keys)).unwrap();
    assert!(matches!(disk.read(&one).await, Err(FilesError::Keys(_))));
}

#[actix_web::test]
async fn destroying_leaves_neither_key_nor_bytes_and_may_be_repeated() {
    let disk = Disk::new();
    let blob = disk.write(&sample(100_000), 65536).await.blob;
    let mut reading = Box::pin(disk.files.read(&blob).await.unwrap());
    assert!(reading.try_next().await.unwrap().is_some());
    assert_eq!(disk.everything().len(), 2);

    disk.files.destroy(&blob).await.unwrap();
    disk.files.destroy(&blob).await.unwrap();
    disk.files.destroy(&BlobId::random().unwrap()).await.unwrap();
    assert!(disk.everything().is_empty());
    assert!(matches!(disk.read(&blob).await, Err(FilesError::Missing)));
    assert!(matches!(reading.try_next().await, Err(FilesError::Missing)));
}

#[actix_web::test]
async fn without_its_key_a_file_is_missing() {
    let disk = Disk::new();
    let blob = disk.write(b"letter", 6).await.blob;
    fs::remove_file(blob.path_in(&disk.folder.path().join("keys/files"))).unwrap();
    assert!(matches!(disk.read(&blob).await, Err(FilesError::Missing)));
}

#[actix_web::test]
async fn nothing_readable_is_on_disk_while_writing_or_after() {
    let disk = Disk::new();
    let canary = b"canary-7f3a";
    let bytes = canary.repeat(20_000);
    let mut writer = disk.files.writer().await.unwrap();
    writer.write(Bytes::from(bytes.clone())).await.unwrap();
    let clean = |(path, bytes): &(PathBuf, Vec<u8>)| {
        let name = path.to_string_lossy().into_owned();
        !name.contains("canary") && !bytes.windows(canary.len()).any(|w| w == canary)
    };
    let during = disk.everything();
    assert!(during.len() == 1 && during.iter().all(clean));
    writer.finish().await.unwrap();
    let after = disk.everything();
    assert!(after.len() == 2 && after.iter().all(clean));
}

#[actix_web::test]
async fn files_without_any_key_do_not_get_a_new_master_key() {
    let disk = Disk::new();
    disk.write(b"letter", 6).await;
    fs::remove_dir_all(disk.folder.path().join("keys")).unwrap();
    assert!(matches!(open(&disk.folder), Err(FilesError::Keys(_))));
    assert!(!disk.folder.path().join("keys/master.key").exists());
}
