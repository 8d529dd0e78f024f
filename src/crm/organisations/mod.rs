//! Organisations: the clients of the provider, each a wall around its people's data.

use crate::platform::db::id;

id!(
    /// The number of an organisation.
    OrganisationId
);
