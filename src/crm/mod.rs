//! Clients and people: who the provider works for, and whom it knows there.

pub mod organisations;
pub mod people;
pub mod staff;
