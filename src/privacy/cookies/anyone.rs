//! The public page of the cookies.

use askama::Template;

use crate::access::Anyone;
use crate::platform::web::cookies::{COOKIES, CookieRule};
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/cookies", show);
}

#[derive(Template)]
#[template(path = "privacy/cookies/anyone_show.html")]
struct AnyoneShow<'a> {
    cx: &'a Cx<Anyone>,
}

impl AnyoneShow<'_> {
    fn cookies(&self) -> &'static [CookieRule] {
        &COOKIES
    }

    /// Its name as a browser shows it.
    fn name(&self, cookie: &CookieRule) -> String {
        self.cx.site().config.cookie_name(cookie.name)
    }

    fn lasts(&self, cookie: &CookieRule) -> String {
        match cookie.lasts.whole_days() {
            0 => self.cx.t.cookies_minutes(cookie.lasts.whole_minutes()),
            days => self.cx.t.cookies_days(days),
        }
    }
}

async fn show(cx: Cx<Anyone>) -> Answer {
    cx.page(AnyoneShow { cx: &cx })
}
