//! The path: the actions of one participant in order, and the one that comes next.

use chrono::NaiveDate;

use super::{Kind, Undertaking};
use crate::learning::tests::Stage;
use crate::planning::participations::Meeting;
use crate::platform::clock::local;
use crate::platform::db::Moment;

/// What the path is looked at by: the day, the meetings, and whether the project is over.
#[derive(Debug, Clone, Copy)]
pub struct Outlook<'a> {
    /// The moment of looking.
    pub now: Moment,
    /// When the group meets, in order of time.
    pub meetings: &'a [Meeting],
    /// Whether the project is over.
    pub over: bool,
    /// Whether the evaluation can be handed in.
    pub evaluable: bool,
}

/// How far somebody is with an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It is done, on this day.
    Done(NaiveDate),
    /// They did their part; the trainer still has to say so.
    Waiting,
    /// It is to be done, and in time.
    Open,
    /// It should have been done, so many days ago.
    Late(i64),
    /// The project ended without it.
    Missed,
    /// It was handed in, and has no result yet.
    Marking,
    /// They did not pass, and cannot try again.
    Failed,
}

/// One action of the path.
#[derive(Debug, Clone)]
pub struct Step {
    /// The action, and what was begun of it.
    pub what: Undertaking,
    /// How far they are with it.
    pub progress: Progress,
    /// Whether this is the one to do now.
    pub next: bool,
}

/// The actions of one participant, in order.
#[derive(Debug, Clone)]
pub struct Path {
    /// The actions.
    pub steps: Vec<Step>,
}

impl Path {
    /// Lays out `actions`, which come in order. Next is the first that can be done.
    pub fn new(actions: Vec<Undertaking>, outlook: Outlook) -> Self {
        let mut found = false;
        let steps = actions.into_iter().map(|what| {
            let progress = progress(&what, outlook);
            // What is not open yet is not the next thing to do.
            let shut = match what.assignment.kind {
                Kind::Evaluation => !outlook.evaluable,
                Kind::Test => !what.test.is_some_and(Stage::is_theirs),
                _ => false,
            };
            let able = !shut && matches!(progress, Progress::Open | Progress::Late(_));
            let next = able && !found;
            found |= next;
            Step { what, progress, next }
        });
        Self { steps: steps.collect() }
    }

    /// The one to do now.
    pub fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|s| s.next)
    }

    /// How many are done.
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|s| s.what.assignment.done_at.is_some()).count()
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.steps.len()
    }

    /// Whether the trainer still has to say who was there.
    pub fn waits(&self) -> bool {
        self.steps.iter().any(|s| s.progress == Progress::Waiting)
    }
}

fn progress(what: &Undertaking, outlook: Outlook) -> Progress {
    let action = &what.assignment;
    let today = local(outlook.now).date();
    if let Some(at) = action.done_at {
        return Progress::Done(local(at).date());
    }
    // Nobody can do a meeting too late: until the last one they can come, after it the trainer is to speak.
    if action.kind == Kind::Attendance && met(action.due_on < today, outlook) {
        return Progress::Waiting;
    }
    // It opens when the last meeting is over and stays open after the project: until then nobody is too late.
    if action.kind == Kind::Evaluation && (outlook.evaluable || !outlook.over) {
        return Progress::Open;
    }
    match () {
        () if what.test == Some(Stage::Waits) => Progress::Marking,
        () if what.test == Some(Stage::Spent) => Progress::Failed,
        () if outlook.over => Progress::Missed,
        () if what.test == Some(Stage::Shut) => Progress::Open,
        () if action.kind != Kind::Attendance && action.is_late(today) => {
            Progress::Late((today - action.due_on).num_days())
        }
        () => Progress::Open,
    }
}

fn met(past_due: bool, outlook: Outlook) -> bool {
    outlook.meetings.last().map_or(past_due, |last| last.is_over(outlook.now))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::learning::actions::{ActionId, Assignment};
    use crate::planning::groups::MeetingId;
    use crate::planning::projects::{ParticipantId, ProjectId};
    use crate::platform::clock;

    fn action(position: i32, kind: Kind, due_on: &str, done: bool) -> Undertaking {
        let assignment = Assignment {
            action: ActionId(i64::from(position)),
            project: ProjectId(1),
            participant: ParticipantId(1),
            position,
            kind,
            title: String::new(),
            description: String::new(),
            preparation: true,
            minutes: None,
            due_on: due_on.parse().unwrap(),
            done_at: done.then(now),
        };
        Undertaking { assignment, draft: None, test: None }
    }

    fn now() -> Moment {
        clock::parse("2026-11-24T10:00").unwrap()
    }

    fn meeting(hours: i64) -> Meeting {
        let starts_at = now().plus(TimeDelta::hours(hours));
        let ends_at = starts_at.plus(TimeDelta::hours(3));
        Meeting { id: MeetingId(1), starts_at, ends_at, location: "zaal 2".into(), excused: false }
    }

    fn laid_out(actions: &[Undertaking], meetings: &[Meeting]) -> (Vec<Progress>, Option<i32>) {
        let path = Path::new(actions.to_vec(), Outlook { now: now(), meetings, over: false, evaluable: false });
        let next = path.next().map(|s| s.what.assignment.position);
        (path.steps.iter().map(|s| s.progress).collect(), next)
    }

    #[test]
    fn the_first_action_that_can_be_done_is_next_also_when_it_is_late() {
        let actions = [
            action(1, Kind::Intake, "2026-11-10", true),
            action(2, Kind::Reading, "2026-11-23", false),
            action(3, Kind::Upload, "2026-11-24", false),
        ];
        let (progress, next) = laid_out(&actions, &[]);
        assert_eq!(progress.last(), Some(&Progress::Open), "the last day is not too late");
        assert_eq!((progress.get(1), next), (Some(&Progress::Late(1)), Some(2)));
    }

    #[test]
    fn coming_to_the_meetings_is_never_late_and_waits_for_the_trainer_after_the_last_one() {
        let actions = [action(1, Kind::Attendance, "2026-11-20", false), action(2, Kind::Upload, "2026-12-20", false)];
        let (progress, next) = laid_out(&actions, &[meeting(-48), meeting(-2)]);
        assert_eq!((progress.first(), next), (Some(&Progress::Open), Some(1)), "the last meeting is still going on");
        let (progress, next) = laid_out(&actions, &[meeting(-48), meeting(-3)]);
        assert_eq!((progress.first(), next), (Some(&Progress::Waiting), Some(2)));
        let (progress, next) = laid_out(&actions, &[]);
        assert_eq!((progress.first(), next), (Some(&Progress::Waiting), Some(2)), "without meetings the date counts");
    }

    #[test]
    fn a_test_is_next_when_it_can_be_taken_and_waits_when_it_was() {
        let at = |stage| {
            let test = Undertaking { test: Some(stage), ..action(1, Kind::Test, "2026-11-23", false) };
            let (progress, next) = laid_out(&[test, action(2, Kind::Reading, "2026-12-20", false)], &[]);
            (progress.first().copied().unwrap(), next.unwrap())
        };
        assert_eq!(at(Stage::Ready), (Progress::Late(1), 1));
        assert_eq!(at(Stage::Begun(now())), (Progress::Late(1), 1));
        assert_eq!(at(Stage::Shut), (Progress::Open, 2), "nobody is late with what is not there yet");
        assert_eq!(at(Stage::Waits), (Progress::Marking, 2));
        assert_eq!(at(Stage::Spent), (Progress::Failed, 2));
    }

    #[test]
    fn when_the_project_is_over_nothing_is_next() {
        let actions = [action(1, Kind::Intake, "2026-11-10", false), action(2, Kind::Reading, "2026-11-11", true)];
        let path = Path::new(actions.to_vec(), Outlook { now: now(), meetings: &[], over: true, evaluable: false });
        assert!(path.next().is_none());
        assert_eq!((path.done(), path.total()), (1, 2));
    }

    #[test]
    fn the_evaluation_comes_next_once_it_is_open_and_is_never_late() {
        let actions = [action(1, Kind::Evaluation, "2026-11-20", false), action(2, Kind::Upload, "2026-12-20", false)];
        let next = |evaluable, over| {
            let path = Path::new(actions.to_vec(), Outlook { now: now(), meetings: &[], over, evaluable });
            let next = path.next().map(|s| s.what.assignment.position);
            (path.steps.first().map(|s| s.progress), next)
        };
        assert_eq!(next(false, false), (Some(Progress::Open), Some(2)), "it is shut");
        assert_eq!(next(true, false), (Some(Progress::Open), Some(1)));
        assert_eq!(next(true, true), (Some(Progress::Open), Some(1)), "also when the project is over");
        assert_eq!(next(false, true), (Some(Progress::Missed), None));
    }
}
