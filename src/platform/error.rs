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

    /// Too much work at this moment, with its cause.
    pub fn busy(cause: impl Into<anyhow::Error>) -> Self {
        Self::Busy(cause.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(cause) => write!(f, "busy: {cause:#}"),
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
            diesel::result::Error::DatabaseError(kind, ref said) => match (kind, said.message()) {
                (DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::SerializationFailure, _) => Self::busy(error),
                // Somebody else wrote the same thing at the same moment.
                (DatabaseErrorKind::UniqueViolation, _) => Self::Conflict,
                // SQLite says these in words only.
                (_, "database is locked") => Self::busy(error),
                // PostgreSQL's patience ended; it has no kind of its own for that either.
                (_, said) if IMPATIENT.iter().any(|words| said.contains(words)) => Self::busy(error),
                (_, "database or disk is full") => Self::Full,
                _ => Self::broken(error),
            },
            other => Self::broken(other),
        }
    }
}

/// How PostgreSQL says that a statement, a lock or a pause took too long.
const IMPATIENT: &[&str] = &["due to statement timeout", "due to lock timeout", "due to idle-in-transaction timeout"];

impl From<FilesError> for Error {
    fn from(error: FilesError) -> Self {
        match error {
            FilesError::Missing => Self::NotFound,
            FilesError::Full => Self::Full,
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
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Only the status: the page is made by `web::guard`, which knows the language.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}
