//! A disk that fails when it is told to: a small library, loaded into the server before the C library, stands
//! between it and the calls that write.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::installation::{Installation, Server};

/// The library and the file through which it is told what to do.
pub struct Shim {
    library: PathBuf,
    path: PathBuf,
    control: File,
}

/// What a broken disk does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room, from some call on. What is removed is removed.
    Full,
    /// Nothing can be written, made or removed, from some call on.
    Broken,
    /// One call fails, and the next goes right.
    Once,
}

impl Trouble {
    /// All that are tried.
    pub const ALL: [Self; 3] = [Self::Full, Self::Broken, Self::Once];

    /// What it is called in a table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "ENOSPC from call N on",
            Self::Broken => "EIO from call N on",
            Self::Once => "EIO at call N",
        }
    }

    /// The error, which kinds of calls it strikes, and how many of them.
    fn order(self) -> [i64; 3] {
        let (writes, syncs, makes, removes) = (1, 2, 4, 8);
        match self {
            Self::Full => [28, writes + syncs + makes, i64::MAX],
            Self::Broken => [5, writes + syncs + makes + removes, i64::MAX],
            Self::Once => [5, writes + syncs + makes + removes, 1],
        }
    }
}

impl Shim {
    /// Compiles the library.
    pub fn new(installation: &Installation) -> Self {
        let (source, library) = (installation.beside("shim.c"), installation.beside("shim.so"));
        fs::write(&source, include_str!("shim.c")).unwrap();
        let mut cc = Command::new("cc");
        cc.args(["-shared", "-fPIC", "-O1", "-Wall", "-o"]).arg(&library).arg(&source).arg("-ldl");
        let done = cc.output().expect("there is a C compiler");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let path = installation.beside("control");
        fs::write(&path, [0; 4096]).unwrap();
        let control = File::options().read(true).write(true).open(&path).unwrap();
        Self { library, path, control }
    }

    /// Starts the server on a disk that can fail.
    pub fn start(&self, installation: &Installation) -> Server {
        let data = fs::canonicalize(installation.data()).unwrap();
        let environment: [(&str, &Path); 3] =
            [("LD_PRELOAD", &self.library), ("SHIM_UNDER", &data), ("SHIM_CONTROL", &self.path)];
        installation.start_with(&environment)
    }

    /// From now on `trouble` comes after `skip` calls.
    pub fn arm(&self, trouble: Trouble, skip: i64) {
        let [error, kinds, most] = trouble.order();
        // Whether it is armed comes last.
        for (at, number) in [(1, error), (2, kinds), (3, skip), (4, most), (5, 0), (6, 0), (7, 0), (0, 1)] {
            self.control.write_all_at(&i64::to_ne_bytes(number), at * 8).unwrap();
        }
    }

    /// From now on all goes well again; how many calls failed, and the name of the first.
    pub fn disarm(&self) -> (i64, String) {
        self.control.write_all_at(&i64::to_ne_bytes(0), 0).unwrap();
        let mut all = [0; 96];
        self.control.read_exact_at(&mut all, 0).unwrap();
        let failed = i64::from_ne_bytes(all[48..56].try_into().unwrap());
        let first = all[56..].split(|b| *b == 0).next().unwrap_or_default();
        (failed, String::from_utf8_lossy(first).into_owned())
    }
}
