//! How requests are answered, whatever they are about.

mod crowd;
mod failures;
mod outbox;
mod patience;
mod requests;
mod running;
mod watching;
