//! What happens to a second factor, and who helps whom with a lost one.

use crate::platform::db::text_enum;

text_enum!(
    /// What happened to a second factor, as its owner is told in a letter.
    Event {
        /// It was turned on.
        On = "on",
        /// Another app makes the codes from now on.
        Replaced = "replaced",
        /// An app makes codes, beside the passkeys that there are.
        AppAdded = "app_added",
        /// There is a passkey more.
        PasskeyAdded = "passkey_added",
        /// There is a passkey less.
        PasskeyRemoved = "passkey_removed",
        /// A passkey was refused that may have been copied.
        PasskeyCopied = "passkey_copied",
        /// Its owner turned it off.
        Off = "off",
        /// It was lost, and staff removed it.
        Removed = "removed",
        /// There are ten new recovery codes.
        Renewed = "renewed",
        /// Somebody signed in with a recovery code.
        Used = "used",
        /// Somebody has the password and guesses at the code.
        Guessed = "guessed",
    }
);

/// Whose lost second factor a member of staff may remove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whom {
    /// That of other staff: the security officer.
    pub staff: bool,
    /// That of participants and project leaders: the help desk.
    pub others: bool,
}

impl Whom {
    /// Whether somebody who is staff, or is not, is among them.
    pub fn includes(self, staff: bool) -> bool {
        if staff { self.staff } else { self.others }
    }
}
