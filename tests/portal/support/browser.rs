//! A browser without script: it keeps cookies, and follows no redirect unless asked.

use std::collections::BTreeMap;
use std::io::Read;
use std::time::Duration;

use scraper::{Html, Selector};

/// A browser of one person.
#[derive(Clone)]
pub struct Browser {
    base: String,
    agent: ureq::Agent,
    cookies: BTreeMap<String, String>,
    headers: Vec<(String, String)>,
}

/// What came back.
pub struct Page {
    /// The status.
    pub status: u16,
    /// Where a redirect leads; empty without one.
    pub location: String,
    /// The headers, in lower case.
    pub headers: BTreeMap<String, String>,
    /// The bytes.
    pub body: Vec<u8>,
}

/// A connection for each request: one that waited too long is closed by the server at any moment.
fn settings() -> ureq::config::ConfigBuilder<ureq::typestate::AgentScope> {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).max_idle_connections(0)
}

impl Browser {
    /// A fresh browser for the installation at `base`.
    pub fn new(base: String) -> Self {
        Self { base, agent: settings().build().into(), cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// The same browser, sending `name: value` with every request.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|h| h.0 != name);
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same browser, that waits for no answer longer than `most`.
    pub fn with_patience(mut self, most: Duration) -> Self {
        self.agent = settings().timeout_global(Some(most)).build().into();
        self
    }

    /// The same person goes on where the installation is now.
    pub fn moved_to(&mut self, base: &str) {
        base.clone_into(&mut self.base);
    }

    /// The cookies it keeps.
    pub fn cookies(&self) -> &BTreeMap<String, String> {
        &self.cookies
    }

    /// Keeps a cookie that came from nowhere.
    pub fn take_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Opens a page.
    pub fn get(&mut self, path: &str) -> Page {
        self.send("GET", path, None, &[])
    }

    /// Opens a page and follows redirects, five at most.
    pub fn open(&mut self, path: &str) -> Page {
        let mut page = self.get(path);
        for _ in 0..5 {
            if page.location.is_empty() {
                break;
            }
            page = self.get(&page.location.clone());
        }
        page
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.try_post(path, fields).unwrap()
    }

    /// The same, where the answer may never come.
    pub fn try_post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Page, String> {
        let mut form = url_encoder();
        for (name, value) in fields {
            form.append_pair(name, value);
        }
        self.try_send("POST", path, Some("application/x-www-form-urlencoded"), form.finish().as_bytes())
    }

    /// Takes the second step of signing in with the code that the demo shows; none when all of them were used.
    pub fn second_step(&mut self) -> Option<Page> {
        let code = self.get("/login/code").all("#demo-code").into_iter().next()?;
        Some(self.post("/login/code", &[("code", &code)]))
    }

    /// Sends a form with a file in the field `file`.
    pub fn upload(&mut self, path: &str, fields: &[(&str, &str)], file_name: &str, bytes: &[u8]) -> Page {
        self.try_upload(path, fields, file_name, bytes).unwrap()
    }

    /// The same, where the answer may never come.
    pub fn try_upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        file_name: &str,
        bytes: &[u8],
    ) -> Result<Page, String> {
        let mark = "----traject-test-mark";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{mark}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        let head = format!(
            "--{mark}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file_name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{mark}--\r\n").bytes());
        self.try_send("POST", path, Some(&format!("multipart/form-data; boundary={mark}")), &body)
    }

    /// Sends any request.
    pub fn send(&mut self, method: &str, path: &str, kind: Option<&str>, body: &[u8]) -> Page {
        self.try_send(method, path, kind, body).unwrap()
    }

    /// The same, where the answer may never come; what is then wrong with the connection.
    pub fn try_send(&mut self, method: &str, path: &str, kind: Option<&str>, body: &[u8]) -> Result<Page, String> {
        let mut request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.base));
        let cookies: Vec<_> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        if let Some(kind) = kind {
            request = request.header("content-type", kind);
        }
        let named = |name: &str| self.headers.iter().any(|h| h.0 == name);
        if method != "GET" && !named("sec-fetch-site") && !named("origin") {
            request = request.header("sec-fetch-site", "same-origin");
        }
        for (name, value) in self.headers.iter().filter(|h| !h.1.is_empty()) {
            request = request.header(name, value);
        }
        let response = self.agent.run(request.body(body.to_vec()).unwrap()).map_err(|e| e.to_string())?;
        let page = Page::read(response).map_err(|e| e.to_string())?;
        for (name, value) in page.set_cookies() {
            if value.is_empty() {
                self.cookies.remove(&name)
            } else {
                self.cookies.insert(name, value)
            };
        }
        Ok(page)
    }
}

fn url_encoder() -> url::form_urlencoded::Serializer<'static, String> {
    url::form_urlencoded::Serializer::new(String::new())
}

impl Page {
    fn read(mut response: ureq::http::Response<ureq::Body>) -> std::io::Result<Self> {
        let status = response.status().as_u16();
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in response.headers() {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            headers.entry(name.as_str().to_owned()).and_modify(|v| *v = format!("{v}\n{value}")).or_insert(value);
        }
        let mut body = Vec::new();
        response.body_mut().as_reader().read_to_end(&mut body)?;
        let location = headers.get("location").cloned().unwrap_or_default();
        Ok(Self { status, location, headers, body })
    }

    fn set_cookies(&self) -> Vec<(String, String)> {
        let lines = self.headers.get("set-cookie").cloned().unwrap_or_default();
        let pairs = lines.lines().filter_map(|line| line.split(';').next()?.split_once('='));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// The page as text, tags and all.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The words a person reads on the page, with single spaces.
    pub fn words(&self) -> String {
        let html = Html::parse_document(&self.text());
        let words: Vec<String> = html.root_element().text().map(str::to_owned).collect();
        words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of each element that `selector` finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        let found = html.select(&selector).map(|e| e.text().collect::<String>());
        found.map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// The value of `attribute` of each element that `selector` finds.
    pub fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        let html = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector).filter_map(|e| e.attr(attribute)).map(str::to_owned).collect()
    }

    /// What stands in the field `name`.
    pub fn value(&self, name: &str) -> Option<String> {
        let area = self.all(&format!("textarea[name='{name}']")).into_iter().next();
        area.or_else(|| self.attributes(&format!("input[name='{name}']"), "value").into_iter().next())
    }
}
