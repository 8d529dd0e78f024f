//! Backups, and putting one back without bringing back what was erased.
//!
//! A backup is a folder named after its moment: `manifest.json`, the database as one file, `files` with the
//! encrypted bytes, and a list of their checksums. It is made beside its place and gets its name last, so a
//! folder with that name is whole. It holds no key. The folder of the keys, with the erasure journal, is copied
//! elsewhere, by the same command. Copies of either kind go after fourteen days, when a new one is made.
//!
//! **Order.** The journal gets its line first; then the database is read as it is at one moment; then the bytes
//! are copied; then the keys. Bytes and key of an upload are on disk before its row is written, so each row in the
//! copy has both, but for what was destroyed while we copied; that is checked, row by row, and counted.
//!
//! **Putting back.** The database that comes back is marked. While it has that mark the program opens it for
//! [`finish`] alone, which ends everything again that the journal says was ended since the backup began: an upload
//! with its bytes and key, a person through the erasure of people, any other row by its number. Then it moves the
//! counters of all tables on ([`GAP`]), ends all sessions and links, for those that were ended since have come
//! back too, writes what it did into the register, and takes the mark away. Each part can be repeated, so
//! whatever cuts it short, it can simply be run again. How numbers that come twice are kept apart stands in
//! [`crate::platform::journal`].

mod finish;
mod folders;
mod make;
mod manifest;
mod prune;
mod queries;
mod restore;

pub use finish::finish;
pub use make::make;
pub use restore::restore;

/// How far the counters are moved on by the first restore; the second moves them twice as far. Far more than any
/// table gets rows between a backup and the end of its life.
pub const GAP: i64 = 1_000_000;

/// How long a backup lives, in days; the keys' copies live as long.
const DAYS: i64 = 14;
