//! What participants do.

mod uploads;
