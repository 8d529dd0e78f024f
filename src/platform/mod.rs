//! How Traject speaks to the outside: database, web, letters, files, clock. No rule of the product lives here.

pub mod clock;
pub mod db;
pub mod error;
pub mod files;
pub mod folding;
pub mod i18n;
pub mod jobs;
pub mod journal;
pub mod log;
pub mod mail;
pub mod markdown;
pub mod metrics;
pub mod paper;
pub mod secret;
pub mod web;
