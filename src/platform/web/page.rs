//! Answers: pages, redirects and the few things that are neither.

use actix_web::cookie::Cookie;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;

use super::{Answer, attachment};

/// An answer of ours, with the sentence that the next page shows.
pub struct Reply {
    response: HttpResponse,
    notice: Option<String>,
}

impl Reply {
    /// Leaves a sentence for the next page.
    pub fn notice(mut self, text: String) -> Self {
        self.notice = Some(text);
        self
    }

    /// Gives the browser a cookie.
    ///
    /// # Errors
    /// [`Error::Broken`](crate::platform::error::Error::Broken) when it cannot be written as a header.
    pub fn cookie(mut self, cookie: &Cookie<'_>) -> Answer {
        self.response.add_cookie(cookie).map_err(crate::platform::error::Error::broken)?;
        Ok(self)
    }
}

impl From<HttpResponse> for Reply {
    fn from(response: HttpResponse) -> Self {
        Self { response, notice: None }
    }
}

impl Responder for Reply {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        if let Some(notice) = self.notice {
            crate::access::leave_notice(request, notice);
        }
        self.response
    }
}

/// Renders `page`.
pub(super) fn render(status: StatusCode, page: &impl Template) -> Answer {
    let html = page.render()?;
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html).into())
}

/// The answer that carries a PDF: something to save, and never a page of ours.
pub fn pdf(name: &str, bytes: Vec<u8>) -> Reply {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/pdf"))
        .insert_header(attachment(name))
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(bytes)
        .into()
}

/// Sends the browser to `path` with a GET.
pub fn see_other(path: impl Into<String>) -> Reply {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path.into())).finish().into()
}
