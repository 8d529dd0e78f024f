//! Who may do what: the people who ask, what their role permits, and which rows they reach.

pub mod accounts;
mod actors;
pub mod addresses;
mod permission;
mod scope;
pub mod second_factor;

pub use accounts::Identity;
pub use accounts::sessions::{SessionRows, identity, is_broken};
pub use accounts::steps::{Notices, leave_notice};
pub use actors::{Anyone, Home, Leader, Oneself, SignedIn, Staff, Student};
pub use permission::*;
pub use scope::{Horizon, Reach, Scope};
