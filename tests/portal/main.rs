//! What the portal does, through HTTP, on the database that `TRAJECT_TEST_DATABASE` names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod support;

mod access;
mod architecture;
mod backup;
mod contact;
mod crm;
mod database;
mod faults;
mod learning;
mod pages;
mod planning;
mod platform;
mod privacy;
mod reports;
mod routes;
mod settings;
