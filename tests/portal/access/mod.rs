//! Who gets in, and how.

mod accounts;
mod addresses;
mod invitations;
mod passwords;
mod refusals;
pub mod second_factor;
mod sessions;
mod sign_in;
mod staff;
