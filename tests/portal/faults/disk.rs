//! The disk is full or refuses, at each call in turn that an act makes.

use std::collections::BTreeMap;

use super::Chance;
use super::installation::{Installation, Server};
use super::intakes::Writer;
use super::people::{Came, Person};
use super::places::Planner;
use super::postgres::Postgres;
use super::shim::{Shim, Trouble};
use super::truth::{Before, strays, untruths};
use super::uploads::Uploader;
use crate::support::{Browser, people};

/// No act makes as many calls.
const MOST_CALLS: i64 = 500;

/// Who acts on the disk that fails, and somebody who only reads.
struct Cast {
    uploader: Uploader,
    writer: Writer,
    planner: Planner,
    reader: Browser,
    /// The address of a file of theirs, and its bytes.
    read: String,
    whole: Vec<u8>,
}

/// What is done while the disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Upload,
    Confirm,
    Withdraw,
    Save,
    Submit,
    Place,
}

impl Act {
    const ALL: [Self; 6] = [Self::Upload, Self::Confirm, Self::Withdraw, Self::Save, Self::Submit, Self::Place];

    /// Makes sure it can be done.
    fn prepare(self, cast: &mut Cast, installation: &Installation) {
        match self {
            Self::Upload | Self::Place | Self::Save => {}
            Self::Confirm => cast.uploader.wait_for_confirmation(),
            Self::Withdraw => cast.uploader.hand_in(),
            Self::Submit => {}
        }
        if matches!(self, Self::Save | Self::Submit) {
            cast.writer.renew(installation);
            cast.writer.submits_next(self == Self::Submit);
        }
    }

    fn does(self, cast: &mut Cast) -> Came {
        match self {
            Self::Upload => cast.uploader.upload(),
            Self::Confirm => cast.uploader.confirm_waiting(),
            Self::Withdraw => cast.uploader.withdraw_newest(),
            Self::Save | Self::Submit => cast.writer.act(),
            Self::Place => cast.planner.act(),
        }
    }

    fn looks(self, cast: &mut Cast) -> Result<Vec<String>, Came> {
        match self {
            Self::Upload | Self::Confirm | Self::Withdraw => cast.uploader.look(false),
            Self::Save | Self::Submit => cast.writer.look(false),
            Self::Place => cast.planner.look(false),
        }
    }
}

/// What came of the acts of one kind under one trouble.
#[derive(Default)]
struct Outcome {
    points: i64,
    answers: BTreeMap<String, i64>,
    calls: BTreeMap<String, i64>,
}

fn sweep_on(installation: &Installation) {
    let mut chance = Chance::of_run(&format!("a failing disk under {}", installation.kind()));
    drop(installation.start());
    let shim = Shim::new(installation);
    let server = shim.start(installation);
    let mut reader = server.signed_in(people::HUGO);
    let read =
        format!("{}/file", reader.get("/student/uploads").attributes("main a[href^='/student/uploads/']", "href")[0]);
    let whole = reader.get(&read).body;
    let mut cast = Cast {
        reader,
        read,
        whole,
        uploader: Uploader::new(installation, &server, people::SAMIRA, chance.branch()),
        writer: Writer::new(installation, &server, people::GRACE, chance.branch()),
        planner: Planner::new(installation, &server, 0, chance.branch()),
    };
    let before = Before::of(installation);
    println!("\n{:<10} {:<22} {:>6}  answers (status or acknowledged), first failing calls", "act", "disk", "points");
    for act in Act::ALL {
        for trouble in Trouble::ALL {
            let outcome = each_call(installation, &shim, &mut cast, &before, act, trouble);
            println!(
                "{:<10} {:<22} {:>6}  {:?} {:?}",
                format!("{act:?}"),
                trouble.name(),
                outcome.points,
                outcome.answers,
                outcome.calls
            );
            if act == Act::Upload {
                assert!(
                    outcome.points > 5,
                    "an upload makes more calls than {}: the disk does not fail",
                    outcome.points
                );
            }
        }
    }
    end(installation, cast, server, &before);
}

/// Tries `act` with the disk failing at the first call, at the second, and on, until it makes no more calls.
fn each_call(
    installation: &Installation,
    shim: &Shim,
    cast: &mut Cast,
    before: &Before,
    act: Act,
    trouble: Trouble,
) -> Outcome {
    let mut outcome = Outcome::default();
    for skip in 0..MOST_CALLS {
        act.prepare(cast, installation);
        let older = strays(installation);
        shim.arm(trouble, skip);
        let came = act.does(cast);
        let (page, file) = (cast.reader.get("/student"), cast.reader.get(&cast.read));
        let (failed, first) = shim.disarm();
        let at = format!("{act:?}, {} ({first}), N = {skip}", trouble.name());
        assert_eq!((page.status, file.status), (200, 200), "{at}: reading does not go on: {}", page.words());
        assert!(file.body == cast.whole, "{at}: a file is not what it was");
        if matches!((act, &came), (Act::Save | Act::Submit, Came::Refused(..))) {
            assert!(cast.writer.kept, "{at}: what was typed is gone");
        }
        *outcome.answers.entry(judged(&came, trouble, failed, &at)).or_default() += 1;
        let lost =
            act.looks(cast).unwrap_or_else(|came| panic!("{at}: not itself again: {came:?}\n{}", installation.log()));
        assert!(lost.is_empty(), "{at}: {lost:?}\n{}", installation.log());
        let untrue = untruths(installation, before, false);
        assert!(untrue.is_empty(), "{at}: {untrue:?}\n{}", installation.log());
        // What a full disk refuses can still be removed, so nothing at all is left of it. Where it is the commit that
        // is in doubt, the file waits for the sweep.
        if trouble == Trouble::Full && matches!(came, Came::Refused(507, _)) {
            let left = soon(|| strays(installation).into_iter().filter(|s| !older.contains(s)).collect());
            assert!(left.is_empty(), "{at}: {left:?}\n{}", installation.log());
        }
        if failed == 0 {
            break;
        }
        outcome.points += 1;
        *outcome.calls.entry(first).or_default() += 1;
        assert!(skip + 1 < MOST_CALLS, "{at}: there is no end to its calls");
    }
    outcome
}

/// What is still found after a moment: an unfinished file is removed beside the answer, not before it.
fn soon(look: impl Fn() -> Vec<String>) -> Vec<String> {
    for _ in 0..20 {
        if look().is_empty() {
            return Vec::new();
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    look()
}

/// What the person was told; it must be a page that says what is wrong, in their language.
fn judged(came: &Came, trouble: Trouble, failed: i64, at: &str) -> String {
    match came {
        Came::Acknowledged(_) => "acknowledged".into(),
        Came::Refused(status, words) if failed > 0 => {
            let says = match (trouble, status) {
                (Trouble::Full, 507) => ["Er is geen ruimte meer", "Your answers are not saved yet"],
                (_, 503) => ["We kunnen hier nu niet bij", "Your answers are not saved yet"],
                _ => panic!("{at}: answered with {status} {words}"),
            };
            assert!(says.iter().any(|sentence| words.contains(sentence)), "{at}: the page says {words}");
            status.to_string()
        }
        other => panic!("{at}: {other:?}"),
    }
}

/// After all that the portal needs no restart, and what is left over goes with the sweep.
fn end(installation: &Installation, mut cast: Cast, server: Server, before: &Before) {
    cast.uploader.hand_in();
    drop(server);
    println!("{}", installation.work_two_days_later().lines().collect::<Vec<_>>().join(", "));
    let untrue = untruths(installation, before, true);
    assert!(untrue.is_empty(), "{untrue:?}");
    installation.check();
    let server = installation.start();
    for person in [&mut cast.uploader as &mut dyn Person, &mut cast.writer, &mut cast.planner] {
        person.after_two_days();
        person.goes_on(&server, true);
        assert_eq!(person.look(true).unwrap(), Vec::<String>::new());
    }
}

#[test]
#[ignore = "takes minutes: tests/all faults"]
fn a_failing_disk_under_sqlite_is_told_and_outlived() {
    sweep_on(&Installation::new(None));
}

#[test]
#[ignore = "takes minutes: tests/all faults"]
fn a_failing_disk_under_the_files_beside_postgres_is_told_and_outlived() {
    let postgres = Postgres::start();
    sweep_on(&Installation::new(Some(&postgres)));
}
