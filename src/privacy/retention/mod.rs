//! Clocks: how long each kind of data is shown and kept. The terms are a table in code, each row that has a
//! clock carries the moments that follow from them, and the read path and the sweep only compare.

mod model;
mod queries;
mod sweep;

pub use model::{
    CERTIFICATE, EVALUATION, EVALUATION_DRAFT, INTAKE, INTAKE_DRAFT, LETTER, PENDING_UPLOAD, POLICIES, Policy, Stamp,
    Term, UPLOAD, upload_start,
};
pub use sweep::{destroy_intakes, destroy_letters};
