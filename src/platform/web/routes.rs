//! Registration of routes. A handler that does not say who may call it does not compile.

use actix_web::web::ServiceConfig;
use actix_web::{FromRequest, Handler, Responder, guard};

use super::{Audience, Cx};

/// The arguments of a handler, of which the first says who may call it.
#[diagnostic::on_unimplemented(
    message = "this handler does not say who may call it",
    label = "the first argument must be `Cx<Student>`, `Cx<Leader>`, `Cx<Staff<_>>` or `Cx<Anyone>`"
)]
pub trait SaysWho {
    /// The audience, as the access table names it.
    fn who() -> String;
}

macro_rules! says_who {
    ($($t:ident),*) => {
        impl<A: Audience, $($t),*> SaysWho for (Cx<A>, $($t,)*) {
            fn who() -> String {
                A::name()
            }
        }
    };
}
says_who!();
says_who!(B);
says_who!(B, C);
says_who!(B, C, D);

/// One line of the table "who may open what".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccessRow {
    /// The path, with its ids in braces.
    pub path: &'static str,
    /// GET or POST.
    pub method: &'static str,
    /// The audience.
    pub who: String,
}

/// Collects the routes of every feature, and with them the access table.
pub struct Routes<'a> {
    config: &'a mut ServiceConfig,
    table: Vec<AccessRow>,
}

impl<'a> Routes<'a> {
    /// Begins with nothing.
    pub fn new(config: &'a mut ServiceConfig) -> Self {
        Self { config, table: Vec::new() }
    }

    /// A page.
    pub fn get<F, Args>(&mut self, path: &'static str, handler: F) -> &mut Self
    where
        Args: FromRequest + SaysWho + 'static,
        F: Handler<Args>,
        F::Output: Responder + 'static,
    {
        self.table.push(AccessRow { method: "GET", path, who: Args::who() });
        #[allow(clippy::disallowed_methods, reason = "this is the registration the others go through")]
        self.config.route(path, actix_web::web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler));
        self
    }

    /// An act.
    pub fn post<F, Args>(&mut self, path: &'static str, handler: F) -> &mut Self
    where
        Args: FromRequest + SaysWho + 'static,
        F: Handler<Args>,
        F::Output: Responder + 'static,
    {
        self.table.push(AccessRow { method: "POST", path, who: Args::who() });
        #[allow(clippy::disallowed_methods, reason = "this is the registration the others go through")]
        self.config.route(path, actix_web::web::post().to(handler));
        self
    }

    /// The access table, sorted by path.
    pub fn into_table(mut self) -> Vec<AccessRow> {
        self.table.sort();
        self.table
    }
}
