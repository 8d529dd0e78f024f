use std::error::Error;
use std::io;

/// What can go wrong with a stored file, as far as a caller can act on it.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// There is no such file, or its key has been destroyed: to the caller that is the same.
    #[error("the file is not there")]
    Missing,
    /// The stored bytes are not the ones that were written, or not all of them.
    #[error("the file is damaged")]
    Damaged,
    /// The disk, or what we may use of it, is full; what was there before is untouched.
    #[error("the disk is full")]
    Full,
    /// A key cannot be used; the text is for the operator and names no secret.
    #[error("{0}")]
    Keys(String),
    /// Anything else the operating system or the store refused.
    #[error("a file could not be read or written")]
    Io(#[source] io::Error),
}

impl From<io::Error> for FilesError {
    fn from(error: io::Error) -> Self {
        if is_full(&error) { Self::Full } else { Self::Io(error) }
    }
}

impl From<object_store::Error> for FilesError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::Missing,
            other if is_full(&other) => Self::Full,
            other => Self::Io(io::Error::other(other)),
        }
    }
}

impl From<tokio::task::JoinError> for FilesError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Io(io::Error::other(error))
    }
}

/// Whether a lack of room is anywhere among the causes; object_store wraps the one we look for.
fn is_full(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(io) = error.downcast_ref::<io::Error>() {
            if matches!(io.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
                return true;
            }
            // An io::Error that wraps another error passes over it when asked for its source.
            if let Some(inner) = io.get_ref() {
                return is_full(inner);
            }
        }
        cause = error.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_room() -> io::Error {
        io::Error::from_raw_os_error(28)
    }

    #[test]
    fn a_full_disk_is_recognised_however_deep_it_is_wrapped() {
        let wrapped =
            object_store::Error::Generic { store: "LocalFileSystem", source: Box::new(io::Error::other(no_room())) };
        assert!(matches!(FilesError::from(no_room()), FilesError::Full));
        assert!(matches!(FilesError::from(wrapped), FilesError::Full));
        let twice = io::Error::other(io::Error::other(no_room()));
        assert!(matches!(FilesError::from(twice), FilesError::Full));
    }

    #[test]
    fn other_failures_keep_their_cause() {
        let refused = FilesError::from(io::Error::from(io::ErrorKind::PermissionDenied));
        assert!(matches!(refused, FilesError::Io(_)));
        assert!(refused.source().is_some());
    }
}
