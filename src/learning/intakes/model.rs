//! Questions and answers.

use crate::platform::db::text_enum;

text_enum!(
    /// How a question is answered.
    QuestionKind {
        /// On one line.
        Line = "line",
        /// In a few sentences.
        Text = "text",
        /// By choosing one of some.
        Choice = "choice",
    }
);
