//! What is reported to staff, leaders and clients.

mod today;
