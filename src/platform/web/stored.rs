//! Sending a stored file, whole or from where a connection broke off (RFC 9110, 13 and 14). It is decrypted piece by
//! piece, and of a part only the pieces that hold it are read: nothing is ever whole in memory.

use std::ops::Range;

use actix_web::body::SizedStream;
use actix_web::http::header::{
    self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue, HeaderName,
};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};

use super::Reply;
use crate::platform::error::Result;
use crate::platform::files::{BlobId, Files};
use crate::platform::secret;

/// A file in the store, as it is to be sent.
#[derive(Debug, Clone, Copy)]
pub struct Stored<'a> {
    /// Where its bytes are.
    pub blob: &'a BlobId,
    /// Its length in bytes.
    pub size: u64,
    /// What it is (IANA).
    pub media_type: &'a str,
}

/// The answer to `request` that carries `stored`: all of it, the one part that is asked for, or word that the browser
/// has it already or asks for what is not there.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when the file is gone,
/// [`Error::Broken`](crate::platform::error::Error::Broken) when it cannot be opened.
pub async fn stream(
    request: &HttpRequest,
    files: &Files,
    stored: &Stored<'_>,
    disposition: ContentDisposition,
) -> Result<Reply> {
    // What the store calls it never changes its content, and is nobody's business.
    let tag: String = secret::hash(stored.blob.as_str()).chars().take(22).collect();
    let tag = format!("\"{tag}\"");
    let asked = asked(request, &tag, stored.size);
    let status = match asked {
        Asked::Known => StatusCode::NOT_MODIFIED,
        Asked::Beyond => StatusCode::RANGE_NOT_SATISFIABLE,
        Asked::Part(_) => StatusCode::PARTIAL_CONTENT,
        Asked::All => StatusCode::OK,
    };
    let mut answer = HttpResponse::build(status);
    answer.insert_header((header::ETAG, tag)).insert_header((header::ACCEPT_RANGES, "bytes"));
    let range = match asked {
        Asked::Known => return Ok(answer.finish().into()),
        Asked::Beyond => {
            answer.insert_header((header::CONTENT_RANGE, format!("bytes */{}", stored.size)));
            return Ok(answer.finish().into());
        }
        Asked::Part(range) => {
            let span = format!("bytes {}-{}/{}", range.start, range.end.saturating_sub(1), stored.size);
            answer.insert_header((header::CONTENT_RANGE, span));
            range
        }
        Asked::All => 0..stored.size,
    };
    let bytes = files.read_range(stored.blob, range.clone()).await?;
    let response = answer
        .insert_header((header::CONTENT_TYPE, stored.media_type))
        .insert_header(disposition)
        // Already compressed, most of them; and the length must stay true.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header((HeaderName::from_static("x-content-type-options"), "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(SizedStream::new(range.end - range.start, bytes));
    Ok(response.into())
}

/// `attachment`, with the name twice: in plain ASCII for old programs and in full for the others (RFC 6266).
pub fn attachment(name: &str) -> ContentDisposition {
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

/// What of a file is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    /// All of it.
    All,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that it does not have.
    Beyond,
    /// Nothing, if it is still the one with this tag.
    Known,
}

fn asked(request: &HttpRequest, tag: &str, size: u64) -> Asked {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let is_ours = |given: &str| given.trim().trim_start_matches("W/") == tag || given.trim() == "*";
    if header(header::IF_NONE_MATCH).is_some_and(|tags| tags.split(',').any(is_ours)) {
        return Asked::Known;
    }
    // A part of another file than the one that was begun would spoil it. A date says less than a tag, so it never fits.
    let same = header(header::IF_RANGE).is_none_or(|given| given == tag);
    match header(header::RANGE) {
        Some(range) if same && *request.method() == Method::GET => part(range, size),
        _ => Asked::All,
    }
}

/// What `range` asks for of `size` bytes. What we do not understand is as if it was not said, and so is more than one
/// part at a time: both may be answered with the whole.
fn part(range: &str, size: u64) -> Asked {
    let Some((unit, spec)) = range.split_once('=') else { return Asked::All };
    let Some((first, last)) = spec.trim().split_once('-') else { return Asked::All };
    if !unit.trim().eq_ignore_ascii_case("bytes") || spec.contains(',') {
        return Asked::All;
    }
    let (from, to) = match (number(first), number(last)) {
        (Number::None, Number::Some(length)) => (size.saturating_sub(length), if length == 0 { 0 } else { size }),
        (Number::Some(from), Number::None) => (from, size),
        (Number::Some(from), Number::Some(to)) if from <= to => (from, to.saturating_add(1).min(size)),
        _ => return Asked::All,
    };
    if from < to { Asked::Part(from..to) } else { Asked::Beyond }
}

enum Number {
    None,
    Some(u64),
    Wrong,
}

/// A number of any length; one that is too long to count with is more than any file has.
fn number(digits: &str) -> Number {
    let digits = digits.trim();
    match digits.parse() {
        Ok(number) if digits.bytes().all(|b| b.is_ascii_digit()) => Number::Some(number),
        _ if digits.is_empty() => Number::None,
        _ if digits.bytes().all(|b| b.is_ascii_digit()) => Number::Some(u64::MAX),
        _ => Number::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_name_is_sent_for_old_programs_and_new_ones() {
        assert_eq!(
            attachment("brief 50% über.docx").to_string(),
            "attachment; filename=\"brief 50_ _ber.docx\"; filename*=UTF-8''brief%2050%25%20%C3%BCber.docx"
        );
    }

    #[test]
    fn a_part_is_counted_from_the_beginning_or_the_end() {
        for (range, want) in [
            ("bytes=0-0", 0..1),
            ("bytes=0-", 0..1000),
            ("bytes=500-", 500..1000),
            ("bytes=999-", 999..1000),
            ("bytes=10-19", 10..20),
            ("bytes=10-5000", 10..1000),
            ("bytes=10-99999999999999999999999", 10..1000),
            ("bytes=-1", 999..1000),
            ("bytes=-5000", 0..1000),
            ("Bytes = 5-6 ", 5..7),
        ] {
            assert_eq!(part(range, 1000), Asked::Part(want), "{range}");
        }
    }

    #[test]
    fn what_is_not_there_is_refused_and_what_is_not_understood_is_ignored() {
        for range in ["bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(part(range, 1000), Asked::Beyond, "{range}");
        }
        for range in [
            "bytes=5-4",
            "bytes=-",
            "bytes=a-b",
            "bytes=0-1,5-6",
            "lines=0-1",
            "bytes",
            "bytes=+1-2",
            "=0-1",
            "bytes=--1",
        ] {
            assert_eq!(part(range, 1000), Asked::All, "{range}");
        }
        for range in ["bytes=0-", "bytes=-5", "bytes=0-0"] {
            assert_eq!(part(range, 0), Asked::Beyond, "of an empty file: {range}");
        }
    }

    fn of(method: Method, headers: &[(&'static str, &str)]) -> Asked {
        let request = headers.iter().fold(TestRequest::default().method(method), |r, h| r.insert_header(*h));
        asked(&request.to_http_request(), "\"tag\"", 1000)
    }

    #[test]
    fn a_part_of_another_file_is_never_sent() {
        let range = ("range", "bytes=10-");
        assert_eq!(of(Method::GET, &[range]), Asked::Part(10..1000));
        assert_eq!(of(Method::GET, &[range, ("if-range", "\"tag\"")]), Asked::Part(10..1000));
        for other in ["\"other\"", "W/\"tag\"", "Tue, 24 Nov 2026 09:00:00 GMT", ""] {
            assert_eq!(of(Method::GET, &[range, ("if-range", other)]), Asked::All, "{other}");
        }
        assert_eq!(of(Method::HEAD, &[range]), Asked::All);
        for same in ["\"tag\"", "\"a\", W/\"tag\"", "*"] {
            assert_eq!(of(Method::GET, &[range, ("if-none-match", same)]), Asked::Known, "{same}");
        }
        assert_eq!(of(Method::GET, &[("if-none-match", "\"a\"")]), Asked::All);
    }
}
