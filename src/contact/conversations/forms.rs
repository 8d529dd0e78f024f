//! What somebody types in a conversation.

use serde::Deserialize;

use super::model::{LONGEST, MessageId};
use super::words::cleaned;
use crate::platform::web::Errors;

/// The form as it was sent. What is no number counts as none, so that nothing typed is refused for it.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct MessageForm {
    body: String,
    version: String,
    after: String,
    keep: String,
}

impl MessageForm {
    /// What was typed.
    pub fn words(&self) -> String {
        cleaned(&self.body).trim().to_owned()
    }

    /// The version of the draft that was on the page.
    pub fn version(&self) -> i32 {
        self.version.parse().unwrap_or_default()
    }

    /// The newest message that was on the page.
    pub fn after(&self) -> MessageId {
        MessageId(self.after.parse().unwrap_or_default())
    }

    /// Whether it is to be kept for later and not sent.
    pub fn is_for_later(&self) -> bool {
        !self.keep.is_empty()
    }

    /// The message that is to be sent.
    pub fn check(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let body = errors.required("body", &self.words(), LONGEST);
        errors.or(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::web::{Wrong, parse};

    #[test]
    fn a_message_has_words_and_not_too_many() {
        let form = |body: &str| MessageForm { body: body.into(), ..MessageForm::default() };
        assert_eq!(form(" Dag\r\nJoost \n").check().unwrap(), "Dag\nJoost");
        assert_eq!(form(" \r\n ").check().unwrap_err().of("body"), [Wrong::Required]);
        assert!(form(&"é\r\n".repeat(2000)).check().is_ok(), "a line's end counts once");
        assert_eq!(form(&"é".repeat(4001)).check().unwrap_err().of("body"), [Wrong::TooLong(4000)]);
    }

    #[test]
    fn what_is_no_number_is_none() {
        let form: MessageForm = parse(b"body=Dag&version=x&after=&keep=on").unwrap();
        assert_eq!((form.version(), form.after(), form.is_for_later()), (0, MessageId(0), true));
    }
}
