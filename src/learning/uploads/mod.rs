//! Uploads: files that participants hand in. A file arrives pending and is handed in by confirming it; from
//! then on its clocks run: some months on the portal, some more for trainer and adviser, then it is destroyed.

mod model;
mod queries;

pub use model::{Handed, State, UploadId};
pub use queries::listed;
