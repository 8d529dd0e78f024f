//! What can go wrong in a request or a job. The kind decides the page; the cause goes to the log only.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use diesel::result::DatabaseErrorKind;

use super::files::FilesError;

/// The result of whatever may fail in a request or a job.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a request could not be answered as asked.
#[derive(Debug)]
pub enum Error {
    /// Nobody is signed in, and the page is for somebody.
    SignIn,
    /// Something must be done first, at this path: choose a password, accept the statement.
    First(&'static str),
    /// There is no such thing, or not for this person: the two look the same on purpose.
    NotFound,
    /// The request came from another site.
    Foreign,
    /// Somebody else, or another window, was first.
    Conflict,
    /// More was sent than is allowed.
    TooLarge,
    /// Asked too often; try again after this many seconds.
    TooMany(u32),
    /// What was sent cannot be read.
    Malformed,
    /// No room left for what was sent.
    Full,
    /// The disk does not write or read.
    Storage(anyhow::Error),
    /// Too much work at this moment.
    Busy(anyhow::Error),
    /// A fault of ours.
    Broken(anyhow::Error),
}

impl Error {
    /// A fault of ours, with its cause.
    pub fn broken(cause: impl Into<anyhow::Error>) -> Self {
        Self::Broken(cause.into())
    }

    /// A fault of ours, from a library that boxes its causes.
    pub fn boxed(cause: Box<dyn std::error::Error + Send + Sync>) -> Self {
        Self::Broken(anyhow::anyhow!(cause))
    }

    /// The disk does not write or read, with its cause.
    pub fn storage(cause: impl Into<anyhow::Error>) -> Self {
        Self::Storage(cause.into())
    }

    /// Whether trying the same again later may well go right: nothing is wrong with what was asked.
    pub fn passes(&self) -> bool {
        matches!(self, Self::Full | Self::Storage(_) | Self::Busy(_))
    }

    /// Too much work at this moment, with its cause.
    pub fn busy(cause: impl Into<anyhow::Error>) -> Self {
        Self::Busy(cause.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(cause) => write!(f, "busy: {cause:#}"),
            Self::Storage(cause) => write!(f, "storage: {cause:#}"),
            Self::Broken(cause) => write!(f, "broken: {cause:#}"),
            other => write!(f, "{other:?}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            // What went wrong first is why.
            diesel::result::Error::RollbackErrorOnCommit { commit_error, .. } => (*commit_error).into(),
            diesel::result::Error::DatabaseError(kind, ref said) => match kind {
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::SerializationFailure => Self::busy(error),
                // Somebody else wrote the same thing at the same moment.
                DatabaseErrorKind::UniqueViolation => Self::Conflict,
                _ => match Trouble::of(said.message()) {
                    Some(Trouble::Waited) => Self::busy(error),
                    Some(Trouble::Full) => Self::Full,
                    Some(Trouble::Disk) => Self::storage(error),
                    None => Self::broken(error),
                },
            },
            other => Self::broken(other),
        }
    }
}

/// What is wrong around a database that says so in words only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    /// Another process writes, or it took too long.
    Waited,
    /// There is no room.
    Full,
    /// The disk refuses.
    Disk,
}

/// How PostgreSQL says that a statement, a lock or a pause took too long.
const IMPATIENT: &[&str] = &["due to statement timeout", "due to lock timeout", "due to idle-in-transaction timeout"];

impl Trouble {
    fn of(message: &str) -> Option<Self> {
        match message {
            // The words of SQLite, which are part of it and in no other language.
            "database is locked" => Some(Self::Waited),
            "database or disk is full" => Some(Self::Full),
            "disk I/O error" | "unable to open database file" => Some(Self::Disk),
            said if IMPATIENT.iter().any(|words| said.contains(words)) => Some(Self::Waited),
            // PostgreSQL passes on what the operating system said.
            said if said.ends_with("No space left on device") => Some(Self::Full),
            said if said.ends_with("Input/output error") => Some(Self::Disk),
            _ => None,
        }
    }
}

impl From<FilesError> for Error {
    fn from(error: FilesError) -> Self {
        match error {
            FilesError::Missing => Self::NotFound,
            FilesError::Full => Self::Full,
            FilesError::Io(_) => Self::storage(error),
            other => Self::broken(other),
        }
    }
}

impl From<actix_web::error::BlockingError> for Error {
    fn from(error: actix_web::error::BlockingError) -> Self {
        Self::busy(error)
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::broken(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::broken(error)
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignIn | Self::First(_) => StatusCode::SEE_OTHER,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Storage(_) | Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Only the status: the page is made by `web::guard`, which knows the language.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> diesel::result::Error {
        diesel::result::Error::DatabaseError(DatabaseErrorKind::Unknown, Box::new(words.to_owned()))
    }

    #[test]
    fn what_is_wrong_with_the_disk_is_told_from_what_is_wrong_with_us() {
        let status = |words: &str| Error::from(said(words)).status_code().as_u16();
        assert_eq!(status("database or disk is full"), 507);
        assert_eq!(status("could not extend file \"base/1/2\": No space left on device"), 507);
        assert_eq!(status("disk I/O error"), 503);
        assert_eq!(status("unable to open database file"), 503);
        assert_eq!(status("could not read block 3 in file \"base/1/2\": Input/output error"), 503);
        assert_eq!(status("database is locked"), 503);
        assert_eq!(status("no such table: uploads"), 500);
    }

    #[test]
    fn a_commit_that_fails_is_known_by_its_own_cause() {
        let error = diesel::result::Error::RollbackErrorOnCommit {
            rollback_error: Box::new(said("cannot rollback - no transaction is active")),
            commit_error: Box::new(said("database or disk is full")),
        };
        assert!(matches!(Error::from(error), Error::Full));
    }
}
