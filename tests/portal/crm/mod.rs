//! People, as they keep themselves.

mod people;
