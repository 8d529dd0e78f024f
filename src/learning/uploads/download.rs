//! Sending a file: decrypted piece by piece, as something to save and never as a page of ours.

use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::http::header::{
    self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue, HeaderName,
};

use super::model::Upload;
use crate::platform::error::{Error, Result};
use crate::platform::files::{BlobId, Files};
use crate::platform::web::Reply;

/// The answer that carries the file of `upload`.
///
/// # Errors
/// [`Error::NotFound`] when the file is gone, [`Error::Broken`] when it cannot be opened.
pub async fn send(files: &Files, upload: &Upload) -> Result<Reply> {
    let blob = BlobId::parse(&upload.blob).ok_or(Error::NotFound)?;
    let bytes = files.read(&blob).await.inspect_err(|error| {
        tracing::error!(upload = upload.id.0, error = %error, "the file of an upload cannot be opened");
    })?;
    let size = u64::try_from(upload.size).unwrap_or_default();
    let response = HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, upload.media_type()))
        .insert_header(disposition(&upload.file_name))
        // Already compressed, most of them; and the length must stay true.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header((HeaderName::from_static("x-content-type-options"), "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(SizedStream::new(size, bytes));
    Ok(response.into())
}

/// `attachment`, with the name twice: in plain ASCII for old programs and in full for the others (RFC 6266).
fn disposition(name: &str) -> ContentDisposition {
    let plain = |c: char| if c.is_ascii_graphic() && !matches!(c, '%' | '"' | '\\') || c == ' ' { c } else { '_' };
    let full = ExtendedValue { charset: Charset::Ext("UTF-8".into()), language_tag: None, value: name.into() };
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(name.chars().map(plain).collect()),
            DispositionParam::FilenameExt(full),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_sent_for_old_programs_and_new_ones() {
        assert_eq!(
            disposition("brief 50% über.docx").to_string(),
            "attachment; filename=\"brief 50_ _ber.docx\"; filename*=UTF-8''brief%2050%25%20%C3%BCber.docx"
        );
    }
}
