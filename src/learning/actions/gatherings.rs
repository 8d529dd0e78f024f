//! Meetings, as a student reads them.

use chrono::Datelike;

use super::words::day;
use crate::access::Student;
use crate::planning::groups::MeetingId;
use crate::planning::participations::Meeting;
use crate::platform::clock::local;
use crate::platform::web::Cx;

/// A meeting, as it is written.
pub struct Gathering {
    pub id: MeetingId,
    pub weekday: &'static str,
    pub day: u32,
    pub month: &'static str,
    /// "8 december", with the year when it is another.
    pub date: String,
    pub span: String,
    pub exact: String,
    pub rfc3339: String,
    pub location: String,
    pub over: bool,
    /// Whether it has begun: then nobody can say any more that they cannot come.
    pub begun: bool,
    pub excused: bool,
}

impl Gathering {
    pub fn all(cx: &Cx<Student>, meetings: Vec<Meeting>) -> Vec<Self> {
        meetings.into_iter().map(|meeting| Self::new(cx, meeting)).collect()
    }

    fn new(cx: &Cx<Student>, meeting: Meeting) -> Self {
        let on = meeting.day();
        Self {
            weekday: cx.lang.weekday(on),
            day: on.day(),
            month: cx.lang.month(on),
            date: day(cx, on, local(cx.now()).date()),
            span: cx.lang.span(meeting.starts_at, meeting.ends_at),
            exact: cx.lang.moment(meeting.starts_at),
            rfc3339: meeting.starts_at.rfc3339(),
            over: meeting.is_over(cx.now()),
            begun: meeting.starts_at <= cx.now(),
            excused: meeting.excused,
            id: meeting.id,
            location: meeting.location,
        }
    }
}
