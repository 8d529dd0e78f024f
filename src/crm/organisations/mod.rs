//! Organisations: the clients of the provider, each a wall around its people's data.

mod queries;

use crate::platform::db::id;

pub use queries::{all, hold, named};

id!(
    /// The number of an organisation.
    OrganisationId
);
