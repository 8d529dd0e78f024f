//! The clocks as the security officers keep them.

mod holds;
mod index;
mod terms;

use crate::access::{KeepClocks, Staff};
use crate::platform::web::{Cx, Routes};

type Officer = Cx<Staff<KeepClocks>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/retention", index::index);
    r.post("/staff/retention/clock/confirmation", index::confirm_clock);
    r.get("/staff/retention/terms", terms::edit).post("/staff/retention/terms", terms::create);
    r.get("/staff/retention/changes/{id}", terms::show);
    r.post("/staff/retention/changes/{id}/confirmation", terms::confirm);
    r.post("/staff/retention/changes/{id}/withdrawal", terms::withdraw);
    r.get("/staff/retention/holds/new", holds::new);
    r.post("/staff/retention/holds", holds::create);
    r.post("/staff/retention/holds/{id}/ending", holds::end);
}
