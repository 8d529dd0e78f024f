//! Sending a file that was handed in: as something to save and never as a page of ours.

use actix_web::HttpRequest;

use super::model::Upload;
use crate::platform::error::{Error, Result};
use crate::platform::files::{BlobId, Files};
use crate::platform::web::{Reply, Stored, attachment, stream};

/// The answer to `request` that carries the file of `upload`.
///
/// # Errors
/// [`Error::NotFound`] when the file is gone, [`Error::Broken`] when it cannot be opened.
pub async fn send(request: &HttpRequest, files: &Files, upload: &Upload) -> Result<Reply> {
    let blob = BlobId::parse(&upload.blob).ok_or(Error::NotFound)?;
    let size = u64::try_from(upload.size).unwrap_or_default();
    let stored = Stored { blob: &blob, size, media_type: upload.media_type() };
    stream(request, files, &stored, attachment(&upload.file_name)).await.inspect_err(|error| {
        tracing::error!(upload = upload.id.0, error = %error, "the file of an upload cannot be opened");
    })
}
