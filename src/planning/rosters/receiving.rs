//! The file as it comes in: whole in memory, because a list is small, and never more than a list may be.

use actix_multipart::Multipart;
use futures_util::StreamExt;

use super::MAX_BYTES;
use crate::platform::error::{Error, Result};
use crate::platform::web::Wrong;

/// What is read of a file that is too large before the connection is cut: a browser that is cut off while
/// it sends shows its own page instead of ours.
const PATIENCE: usize = 10 * MAX_BYTES;

/// A file as it was sent.
pub struct Received {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The file in the field `file`, or what is wrong with it.
///
/// # Errors
/// [`Error::Malformed`] when the form breaks off, [`Error::TooLarge`] when it does not end.
pub async fn file(mut form: Multipart) -> Result<std::result::Result<Received, Wrong>> {
    let mut received = Received { name: String::new(), bytes: Vec::new() };
    let mut size = 0;
    while let Some(field) = form.next().await {
        let mut field = field.map_err(|_| Error::Malformed)?;
        let wanted = field.name() == Some("file");
        if let (true, Some(name)) = (wanted, field.content_disposition().and_then(|d| d.get_filename())) {
            received.name = name.chars().filter(|c| !c.is_control()).take(150).collect();
        }
        while let Some(chunk) = field.next().await {
            let chunk = chunk.map_err(|_| Error::Malformed)?;
            size += chunk.len();
            if size > PATIENCE {
                return Err(Error::TooLarge);
            }
            if wanted && size <= MAX_BYTES {
                received.bytes.extend_from_slice(&chunk);
            }
        }
    }
    if size > MAX_BYTES {
        return Ok(Err(Wrong::FileTooLarge(MAX_BYTES as u64)));
    }
    if received.name.is_empty() && received.bytes.is_empty() {
        return Ok(Err(Wrong::NoFile));
    }
    Ok(Ok(received))
}
