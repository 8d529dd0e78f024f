//! Who may do what: the people who ask, what their role permits, and which rows they reach.

pub mod accounts;
mod actors;
pub mod addresses;
mod permission;
mod scope;

pub use accounts::Identity;
pub use accounts::sessions::{Notices, SessionRows, identity, is_broken, leave_notice};
pub use actors::{Anyone, Home, Leader, Oneself, SignedIn, Staff, Student};
pub use permission::*;
pub use scope::{Horizon, Reach, Scope};
