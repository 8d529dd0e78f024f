//! What is said to people.

mod letters;
