//! The private port on which the figures are read.

use std::net::TcpListener;

use actix_web::dev::Server;
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};

use super::scrape::scrape;
use crate::site::Site;

const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Serves the figures of `site` on `listener`: to whoever reaches it, which must be nobody from outside.
///
/// # Errors
/// When the listener cannot be used.
#[allow(clippy::disallowed_methods, reason = "a port of its own, without people, sessions or pages")]
pub fn serve(site: Data<Site>, listener: TcpListener) -> std::io::Result<Server> {
    let server = HttpServer::new(move || App::new().app_data(site.clone()).route("/metrics", web::get().to(figures)));
    Ok(server.workers(1).disable_signals().shutdown_timeout(1).listen(listener)?.run())
}

async fn figures(site: Data<Site>) -> HttpResponse {
    match scrape(&site).await {
        Ok(text) => HttpResponse::Ok().content_type(OPEN_METRICS).body(text),
        Err(error) => {
            tracing::error!(%error, "the figures could not be gathered");
            HttpResponse::InternalServerError().finish()
        }
    }
}
