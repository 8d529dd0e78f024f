//! Who gets in, and how.

mod accounts;
mod addresses;
mod invitations;
mod passwords;
mod refusals;
mod second_factor;
mod sessions;
mod sign_in;
mod staff;
