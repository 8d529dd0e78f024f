//! How a request is answered: who asks, what was typed, which page comes back.

mod assets;
pub mod cookies;
mod cx;
mod drafts;
mod forms;
mod guard;
pub mod health;
mod page;
mod paging;
mod routes;
mod stored;
pub mod well_known;

pub use assets::{asset, serve as serve_asset, static_bytes};
pub use cx::{Audience, Cx, Visit};
pub use drafts::{Why, in_passing};
pub use forms::{Errors, Form, Wrong, body, parse};
pub use guard::{back_path, explain, guard, reported, sign_in_path, wants_json};
pub use page::{Reply, pdf, see_other};
pub use paging::{Paging, page_query};
pub use routes::{AccessRow, Routes};
pub use stored::{Stored, attachment, stream};

use super::error::Error;

/// What a handler returns.
pub type Answer = std::result::Result<Reply, Error>;
