//! Traject: the portal and back office that a training company gives to the people it trains.

mod access;
mod backup;
mod contact;
mod crm;
mod demo;
mod learning;
mod planning;
mod platform;
mod privacy;
mod reports;
mod running;
mod site;

pub mod app;
pub mod command;
pub mod config;
pub mod fixture;
