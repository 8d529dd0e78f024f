//! The end of old copies.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::{DAYS, folders};
use crate::platform::db::Moment;

/// Removes the copies in `within` that are older than fourteen days at `now`, but never `newest`; says how many.
/// Folders with another name than a moment are not ours.
pub(super) fn prune(within: &Path, newest: &Path, now: Moment) -> anyhow::Result<usize> {
    let old = |(at, path): &(Moment, PathBuf)| now.since(*at) > TimeDelta::days(DAYS) && path != newest;
    let mut count = 0;
    for (_, path) in folders::named(within)?.iter().filter(|copy| old(copy)) {
        // Under another name first: what is cut short half-way must not look whole.
        let doomed = within.join(format!(".unfinished-{}", folders::name(now)));
        fs::rename(path, &doomed)?;
        fs::remove_dir_all(&doomed)?;
        count += 1;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    #[test]
    fn copies_go_after_fourteen_days_and_not_a_second_sooner() {
        let temp = tempfile::tempdir().unwrap();
        let now = parse("2026-11-24T10:00:00Z").unwrap();
        let make = |at: Moment| {
            let path = temp.path().join(folders::name(at));
            fs::create_dir(&path).unwrap();
            fs::write(path.join("database"), b"x").unwrap();
            path
        };
        let kept = make(now.minus(TimeDelta::days(14)));
        let gone = make(now.minus(TimeDelta::seconds(14 * 86400 + 1)));
        let older = make(now.minus(TimeDelta::days(400)));
        let newest = make(now);
        let strange = temp.path().join("20200101");
        fs::create_dir(&strange).unwrap();
        assert_eq!(prune(temp.path(), &newest, now).unwrap(), 2);
        assert!(kept.exists() && newest.exists() && strange.exists());
        assert!(!gone.exists() && !older.exists());
        // The next day the one that was kept goes too, and nothing else is left behind.
        assert_eq!(prune(temp.path(), &newest, now.plus(TimeDelta::days(1))).unwrap(), 1);
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 2);
        // Whatever the clock says, what was made just now stays.
        assert_eq!(prune(temp.path(), &newest, now.plus(TimeDelta::days(99))).unwrap(), 0);
    }
}
