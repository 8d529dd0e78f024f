//! Figures about the running program, for Prometheus and its like: what it does and how it is, about nobody.

mod scrape;
mod serve;

use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;

pub use scrape::scrape;
pub use serve::serve;

/// What is counted while it happens; the rest is looked up when somebody asks.
pub struct Metrics {
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    rows: Family<Task, Counter>,
    panics: Counter,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Task {
    task: String,
}

/// From a page out of memory to an upload over a slow line, in seconds.
const BUCKETS: [f64; 11] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

fn durations() -> Histogram {
    Histogram::new(BUCKETS)
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            requests: Family::default(),
            durations: Family::new_with_constructor(durations),
            rows: Family::default(),
            panics: Counter::default(),
        }
    }
}

impl Metrics {
    /// Counts a request to a page with the pattern `route`.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        // Anybody can make up a method, and each would be a line of its own.
        let known = ["GET", "HEAD", "POST"].into_iter().find(|known| *known == method);
        let request = Request { method: known.unwrap_or("other"), route: route.to_owned(), status };
        self.requests.get_or_create(&request).inc();
        self.durations.get_or_create(&Route { route: route.to_owned() }).observe(took.as_secs_f64());
    }

    /// Counts the rows that a recurring task handled.
    pub fn rows(&self, task: &str, count: usize) {
        self.rows.get_or_create(&Task { task: task.to_owned() }).inc_by(count as u64);
    }

    /// Counts a piece of background work that panicked.
    pub fn panicked(&self) {
        self.panics.inc();
    }
}
