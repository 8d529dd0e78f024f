//! Letters: written into the outbox in the transaction of the act, rendered and sent by the worker.
//! A letter goes to one person; there is no way to write one to two.

mod letter;
pub mod outbox;
pub mod post;

pub use letter::{Kind, Letter, LetterId, NewLetter, Part, Rendered};
pub use outbox::{Backlog, backlog};
