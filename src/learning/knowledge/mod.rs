//! The knowledge base: articles in categories, in Dutch and English, that staff write and everybody who is signed in
//! reads and searches. A word is found in any of its forms, titles come first, and both databases give the same list.

mod forms;
mod leader;
mod model;
mod pages;
mod queries;
mod staff;
mod student;
mod words;

use crate::platform::web::Routes;

pub use model::{CategoryId, Draft, Text};
pub use queries::editing::{insert, insert_category};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    leader::routes(r);
    staff::routes(r);
}
