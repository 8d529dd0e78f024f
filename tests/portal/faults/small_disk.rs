//! A real disk that is really full: a small file system in memory, where root may make one.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Chance;
use super::installation::Installation;
use super::intakes::Writer;
use super::people::{Came, Person};
use super::truth::{Before, untruths};
use super::uploads::Uploader;
use crate::support::people;

/// A file system in memory; gone when it is dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// One of so many bytes, or none where that is not allowed.
    fn mount(at: PathBuf, bytes: u64) -> Option<Self> {
        std::fs::create_dir(&at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={bytes},mode=700"), "tmpfs"]).arg(&at);
        mount.output().is_ok_and(|done| done.status.success()).then_some(Self(at))
    }

    /// Writes until nothing more fits.
    fn fill(&self) {
        use std::io::Write;
        let mut file = std::fs::File::create(self.0.join("filler")).unwrap();
        for size in [65_536, 4096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        std::fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

fn copy(from: &Path, to: &Path) {
    let done = Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(done.success());
}

#[test]
#[ignore = "takes minutes: tests/all faults"]
fn a_disk_that_is_full_is_told_and_outlived() {
    let installation = Installation::new(None);
    drop(installation.start());
    let Some(disk) = SmallDisk::mount(installation.beside("disk"), 16_000_000) else {
        println!("A REAL FULL DISK WAS NOT TRIED: only root may make a small file system, and not everywhere");
        return;
    };
    copy(&installation.data(), &disk.0.join("data"));
    let installation = installation.moved_to(disk.0.join("data"));
    let server = installation.start();
    let mut chance = Chance::of_run("a full disk under sqlite");
    let mut uploader = Uploader::new(&installation, &server, people::SAMIRA, chance.branch());
    let mut writer = Writer::new(&installation, &server, people::ZOE, chance.branch());
    let mut reader = server.signed_in(people::HUGO);
    uploader.hand_in();
    let before = Before::of(&installation);
    for _ in 0..5 {
        writer.submits_next(false);
        disk.fill();
        let came = uploader.upload();
        let told = matches!(&came, Came::Refused(507, words) if words.contains("Er is geen ruimte meer"));
        assert!(told, "{came:?}\n{}", installation.log());
        let came = writer.act();
        let told = matches!(&came, Came::Refused(507, words) if words.contains("nog niet bewaard"));
        assert!(told && writer.kept, "{came:?}\n{}", installation.log());
        assert_eq!(reader.get("/student").status, 200);
        assert_eq!(uploader.look(true).unwrap(), Vec::<String>::new());
        disk.make_room();
        assert_eq!(writer.look(true).unwrap(), Vec::<String>::new());
        assert!(matches!(writer.act(), Came::Acknowledged(_)));
        uploader.hand_in();
        assert_eq!(untruths(&installation, &before, false), Vec::<String>::new());
    }
    drop(server);
    installation.work_two_days_later();
    assert_eq!(untruths(&installation, &before, true), Vec::<String>::new());
}
