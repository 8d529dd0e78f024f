//! The privacy statement, in dated versions. Who signs in for the first time, or after a change, accepts it.

/// The version in force: the date from which it holds.
pub const VERSION: &str = "2026-11-01";
