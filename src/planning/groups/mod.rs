//! Training groups: participants who meet together, with a trainer, a time and a place.

use crate::platform::db::id;

id!(
    /// The number of a group.
    GroupId
);
