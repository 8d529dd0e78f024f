//! How requests are answered, whatever they are about.

mod crowd;
mod failures;
mod outbox;
mod requests;
