//! What happens around every request: the check on its origin, the headers, the error pages, the log line.

use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use askama::Template;
use tracing::Instrument;

use super::Cx;
use super::cx::Caller;
use crate::access::Anyone;
use crate::access::accounts::refusals;
use crate::platform::error::Error;
use crate::platform::i18n::Lang;
use crate::platform::log::network;
use crate::platform::secret;
use crate::site::Site;

/// The number of one request: in its log lines, in a header of its answer, and on the page when it failed. Made
/// here for each, and taken from nobody.
struct RequestId(String);

/// Lets a request in when it may come in, and sends its answer out with the headers and a line in the log.
/// Stands outside the sessions.
///
/// # Errors
/// When a session could not be kept; the answer is then a page of its own.
pub async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let began = Instant::now();
    let tls = request.app_data::<Data<Site>>().is_some_and(|site| site.config.behind_tls());
    let lang = Lang::accepted(text_of(request.request(), "accept-language"));
    let id = reference();
    request.extensions_mut().insert(RequestId(id.clone()));
    // At the highest level, so that it is there whatever the filter lets through.
    let span = tracing::error_span!("request", id);
    let answer = if is_ours(request.request()) {
        next.call(request).instrument(span).await.map(ServiceResponse::map_into_boxed_body)
    } else {
        let refused = request.error_response(Error::Foreign);
        Ok(explained(&refused.request().clone(), refused))
    };
    let mut answer = answer.map_err(|error| unkept(&error, lang, tls, &id))?;
    protect(answer.headers_mut(), tls);
    name(answer.headers_mut(), &id);
    log(&answer, &id, began.elapsed());
    Ok(answer)
}

/// Puts the number of the request on its answer.
fn name(headers: &mut HeaderMap, id: &str) {
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
}

/// One line and one count for each request: the pattern of its address, for the address itself may hold a secret.
fn log(answer: &ServiceResponse<BoxBody>, id: &str, took: Duration) {
    let asked = answer.request();
    let status = answer.status().as_u16();
    let pattern = asked.match_pattern().unwrap_or_else(|| "-".into());
    let account = asked.extensions().get::<Caller>().map(|caller| caller.0);
    let site = asked.app_data::<Data<Site>>();
    let from = site.and_then(|site| site.config.client_address(asked)).map(network);
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if let Some(site) = site {
        site.metrics.request(asked.method().as_str(), &pattern, status, took);
    }
    // Whoever watches asks every few seconds; that would be all there is to read.
    if pattern.starts_with("/health/") {
        tracing::debug!(id, method = %asked.method(), pattern, status, ms, account, from, "request");
    } else {
        tracing::info!(id, method = %asked.method(), pattern, status, ms, account, from, "request");
    }
}

/// Makes a page of whatever went wrong further in. Stands inside the sessions, so that the page is in the
/// language and with the menu of the person.
///
/// # Errors
/// None of its own.
pub async fn explain(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let answer = next.call(request).await?.map_into_boxed_body();
    let asked = answer.request().clone();
    refusals::register_page(&asked).await;
    Ok(explained(&asked, answer))
}

fn text_of<'a>(request: &'a HttpRequest, header: &str) -> &'a str {
    request.headers().get(header).and_then(|v| v.to_str().ok()).unwrap_or_default()
}

/// The answer when a session could not be written: there is no context to make a page with any more.
fn unkept(error: &actix_web::Error, lang: Lang, tls: bool, reference: &str) -> actix_web::Error {
    tracing::error!(id = reference, cause = %error, "a session could not be kept");
    let t = lang.texts();
    let page = UnkeptPage {
        lang,
        title: t.error_busy_title(),
        sentence: t.error_busy(),
        reference: t.error_reference(reference),
    };
    let mut response = HttpResponse::ServiceUnavailable();
    let mut response = match page.render() {
        Ok(html) => response.content_type("text/html; charset=utf-8").body(html),
        Err(_) => response.finish(),
    };
    protect(response.headers_mut(), tls);
    name(response.headers_mut(), reference);
    InternalError::from_response("a session could not be kept", response).into()
}

#[derive(Template)]
#[template(path = "unkept.html")]
struct UnkeptPage {
    lang: Lang,
    title: String,
    sentence: String,
    reference: String,
}

fn reference() -> String {
    secret::token().chars().filter(char::is_ascii_alphanumeric).take(12).collect()
}

/// Whether an act comes from a page of ours. Browsers say so themselves; one that does not must at least
/// name our own origin.
fn is_ours(request: &HttpRequest) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return true;
    }
    let header = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let origin = header("origin").or_else(|| header("referer")).and_then(|o| url::Url::parse(o).ok());
    let Some(origin) = origin.map(|o| o.origin().ascii_serialization()) else { return false };
    let Some(site) = request.app_data::<Data<Site>>() else { return false };
    site.config.origins(request).contains(&origin)
}

/// Replaces a bare failure by a page (or, for a script that asked for JSON, by a sentence).
fn explained(asked: &HttpRequest, answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let status = answer.status();
    let error = answer.response().error().and_then(|e| e.as_error::<Error>());
    let bare = (status.is_client_error() || status.is_server_error()) && !is_page(&answer);
    // A program that downloads asked for it, and reads how long the file is.
    let bare = bare && status != StatusCode::RANGE_NOT_SATISFIABLE;
    let response = match error {
        Some(Error::SignIn) => sign_in(asked),
        Some(Error::First(path)) => see_other(path),
        Some(error) => failure(asked, status, Some(error)),
        None if bare => failure(asked, status, None),
        None => return answer,
    };
    ServiceResponse::new(asked.clone(), response)
}

fn is_page(answer: &ServiceResponse<BoxBody>) -> bool {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    kind.is_some_and(|k| k.starts_with("text/html") || k.starts_with("application/json"))
}

fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

fn sign_in(asked: &HttpRequest) -> HttpResponse {
    if wants_json(asked) {
        return HttpResponse::Unauthorized().json(serde_json::json!({ "signed_out": true }));
    }
    see_other(&sign_in_path(&back_path(asked)))
}

/// The sign-in page that leads back to `path`.
pub fn sign_in_path(path: &str) -> String {
    let back: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!("/login?back={back}")
}

/// The page of ours that the request belongs to: itself, or for an act the page it was sent from.
pub fn back_path(asked: &HttpRequest) -> String {
    let own = asked.uri().path_and_query().map_or("/", |p| p.as_str());
    if *asked.method() == Method::GET {
        return own.to_owned();
    }
    let referer = asked.headers().get(header::REFERER).and_then(|v| v.to_str().ok());
    let referer = referer.and_then(|r| url::Url::parse(r).ok());
    referer.map_or_else(|| own.to_owned(), |r| r.path().to_owned())
}

/// Whether a script sent the request and reads the answer.
pub fn wants_json(asked: &HttpRequest) -> bool {
    let header = |name: &str| asked.headers().get(name).and_then(|v| v.to_str().ok());
    header("x-requested-with").is_some() || header("accept").is_some_and(|a| a.starts_with("application/json"))
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    cx: &'a Cx<Anyone>,
    title: String,
    sentence: String,
    back: String,
    back_label: String,
    reference: Option<String>,
}

/// Writes the cause of a fault in the log and nowhere else; the page gets the reference under which it is there.
pub fn reported(asked: &HttpRequest, status: StatusCode, cause: &str) -> String {
    let id = asked.extensions().get::<RequestId>().map(|id| id.0.clone());
    let reference = id.unwrap_or_else(reference);
    tracing::error!(
        id = reference,
        status = status.as_u16(),
        pattern = asked.match_pattern(),
        cause,
        "a request failed"
    );
    reference
}

fn failure(asked: &HttpRequest, status: StatusCode, error: Option<&Error>) -> HttpResponse {
    let reference = status.is_server_error().then(|| {
        let cause = error.map_or_else(String::new, ToString::to_string);
        reported(asked, status, &cause)
    });
    let mut response = HttpResponse::build(status);
    if let Some(Error::TooMany(seconds)) = error {
        response.insert_header((header::RETRY_AFTER, seconds.to_string()));
    }
    let Ok(cx) = Cx::<Anyone>::of(asked) else { return response.finish() };
    let (title, sentence) = words(&cx, status, error);
    if wants_json(asked) {
        return response.json(serde_json::json!({ "error": sentence }));
    }
    let back = cx.identity().and_then(|i| i.homes().first().copied()).map_or("/", |home| home.path());
    let page = ErrorPage { title, sentence, back: back.into(), back_label: cx.t.error_back(), reference, cx: &cx };
    match page.render() {
        Ok(html) => response.content_type("text/html; charset=utf-8").body(html),
        Err(_) => response.finish(),
    }
}

fn words(cx: &Cx<Anyone>, status: StatusCode, error: Option<&Error>) -> (String, String) {
    let t = cx.t;
    match (error, status) {
        (Some(Error::TooMany(seconds)), _) => {
            (t.error_too_many_title(), t.error_too_many(i64::from(seconds.div_ceil(60))))
        }
        (Some(Error::Storage(_)), _) => (t.error_storage_title(), t.error_storage()),
        (_, StatusCode::NOT_FOUND) => (t.error_not_found_title(), t.error_not_found()),
        (_, StatusCode::FORBIDDEN) => (t.error_foreign_title(), t.error_foreign()),
        (_, StatusCode::CONFLICT) => (t.error_conflict_title(), t.error_conflict()),
        (_, StatusCode::PAYLOAD_TOO_LARGE) => (t.error_too_large_title(), t.error_too_large()),
        (_, StatusCode::SERVICE_UNAVAILABLE) => (t.error_busy_title(), t.error_busy()),
        (_, StatusCode::INSUFFICIENT_STORAGE) => (t.error_full_title(), t.error_full()),
        (_, status) if status.is_server_error() => (t.error_broken_title(), t.error_broken()),
        _ => (t.error_malformed_title(), t.error_malformed()),
    }
}

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; \
     require-trusted-types-for 'script'";

fn protect(headers: &mut HeaderMap, tls: bool) {
    let mut set = |name: &'static str, value: &'static str| {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set("content-security-policy", POLICY);
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    set("cache-control", "no-store");
    if tls {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
}
