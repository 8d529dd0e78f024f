//! How requests are answered, whatever they are about.

mod failures;
mod outbox;
mod patience;
mod running;
mod watching;
mod requests;
