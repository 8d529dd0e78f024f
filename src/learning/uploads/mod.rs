//! Uploads: files that participants hand in. A file arrives pending and is handed in by confirming it; from
//! then on its clocks run: some months on the portal, some more for trainer and adviser, then it is destroyed.

mod download;
mod forms;
mod keeping;
mod model;
mod queries;
mod receive;
mod staff;
mod student;
mod sweep;
mod twice;

use crate::platform::web::Routes;

pub use keeping::keep;
pub use model::{Handed, Owner, UploadId};
pub use queries::{confirm, insert, listed, stored};
pub use receive::{Arrived, Draft, NewFile, Received, receive, receive_film};
pub use sweep::destroy_over;
pub use twice::destroy_again;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}
