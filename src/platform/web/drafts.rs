//! Forms whose contents are kept while somebody fills them in.

use actix_web::HttpRequest;

/// Whether a script keeps what somebody types while they go on: they pressed nothing, and see no page.
pub fn in_passing(request: &HttpRequest) -> bool {
    request.headers().contains_key("x-requested-with")
}

/// Why such a form is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They came to fill it in.
    Asked,
    /// Something is wrong with what was typed.
    Wrong,
    /// Another window kept something else in the meantime.
    Conflict,
    /// They were signed out before it arrived.
    Held,
    /// It cannot be taken in just now, and that is our fault.
    Unsaved,
}

impl Why {
    /// The same for a form that was made of the version `made_of` where `kept` is kept now: what arrives late does not
    /// push away something else, and `differs` says whether that is there.
    pub fn over(self, made_of: i32, kept: i32, differs: bool) -> Self {
        if self.is_unsaved() && made_of != kept && differs { Self::Conflict } else { self }
    }

    /// Whether nothing of it is kept yet, so that a script does that at once.
    pub fn is_unsaved(self) -> bool {
        matches!(self, Self::Held | Self::Unsaved)
    }

    /// Whether what stands in the form is what is kept.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Asked | Self::Wrong)
    }
}
