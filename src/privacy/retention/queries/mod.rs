//! All statements about clocks: the terms, the holds, what a change would end sooner, and what is over.

pub mod holds;
pub mod lapsing;
pub mod running;
pub mod sweeps;
pub mod terms;
