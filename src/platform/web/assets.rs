//! The static files, inside the binary, under an address that changes with their content.

use std::collections::HashMap;
use std::sync::OnceLock;

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use rust_embed::RustEmbed;

use crate::platform::error::{Error, Result};
use crate::platform::secret;

#[derive(RustEmbed)]
#[folder = "static"]
struct Static;

/// The address of `name`, with ten characters of its hash; the bare address for a name we do not have.
pub fn asset(name: &str) -> String {
    static HASHES: OnceLock<HashMap<String, String>> = OnceLock::new();
    let hashes = HASHES.get_or_init(|| Static::iter().map(|n| (n.to_string(), hash_of(&n))).collect());
    match hashes.get(name) {
        Some(hash) => format!("/static/{hash}/{name}"),
        None => format!("/static/-/{name}"),
    }
}

/// The content of the static file `name`; nothing for a name we do not have.
pub fn static_bytes(name: &str) -> Vec<u8> {
    Static::get(name).map(|f| f.data.into_owned()).unwrap_or_default()
}

fn hash_of(name: &str) -> String {
    secret::hash_bytes(&static_bytes(name)).chars().filter(char::is_ascii_alphanumeric).take(10).collect()
}

/// Serves a static file; a browser may keep it for a year, since a changed file has another address.
///
/// # Errors
/// [`Error::NotFound`] for a name we do not have.
#[allow(clippy::unused_async, reason = "a handler is async")]
pub async fn serve(path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (hash, name) = path.into_inner();
    let file = Static::get(&name).ok_or(Error::NotFound)?;
    // An address from before or after this version may not keep this content for a year.
    let current = asset(&name).split('/').nth(2) == Some(&hash);
    let keep = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type(&name)))
        .insert_header((header::CACHE_CONTROL, keep))
        .body(file.data.into_owned()))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
