//! What the portal does, through HTTP, on the database that `TRAJECT_TEST_DATABASE` names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod support;

mod access;
mod accounts;
mod architecture;
mod database;
mod pages;
mod settings;
