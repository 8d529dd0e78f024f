//! How a crowd is divided: who is in which project of which client, how long it runs and how far they are.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};

use super::course::{STEPS, Step};
use super::names::{self, chance};
use crate::crm::people::Name;
use crate::learning::actions::Kind;
use crate::platform::clock::{from_local, local};
use crate::platform::db::Moment;

/// Students to a project, on average.
const IN_A_PROJECT: u64 = 50;
/// Projects of a client.
pub const PROJECTS: u64 = 2;
/// Every so many projects there is a large one, the first of them to begin with.
const LARGE: u64 = 40;
/// Students in a large project.
const IN_A_LARGE: u64 = 300;
/// Students in a group.
pub const IN_A_GROUP: u64 = 12;
/// Students to a trainer.
const TO_A_TRAINER: u64 = 2_500;

/// How many there are of everything.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Students.
    pub students: u64,
    /// Projects.
    pub projects: u64,
    /// Clients; each has one leader.
    pub clients: u64,
    /// Trainers.
    pub trainers: u64,
    now: Moment,
}

/// One project, and which students are in it.
#[derive(Debug, Clone)]
pub struct Course {
    /// Its number, from 0.
    pub number: u64,
    /// The number of its client.
    pub client: u64,
    /// The numbers of its students.
    pub students: std::ops::Range<u64>,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
}

impl Plan {
    /// For so many students, as of `now`.
    pub fn of(students: u64, now: Moment) -> Self {
        let projects = (students / IN_A_PROJECT).max(1);
        Self {
            students,
            projects,
            clients: projects.div_ceil(PROJECTS),
            trainers: students.div_ceil(TO_A_TRAINER),
            now,
        }
    }

    /// The moment the crowd is looked at.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Every project, with its students.
    pub fn courses(self) -> impl Iterator<Item = Course> {
        let large = self.projects.div_ceil(LARGE);
        let in_a_large = if self.projects == 1 { self.students } else { IN_A_LARGE.min(self.students / 2) };
        let small = (self.projects - large).max(1);
        let (each, over) = ((self.students - large * in_a_large) / small, (self.students - large * in_a_large) % small);
        let mut from = 0;
        let mut smalls = 0;
        (0..self.projects).map(move |number| {
            let size = if number % LARGE == 0 {
                in_a_large
            } else {
                smalls += 1;
                each + u64::from(smalls <= over)
            };
            let students = from..from + size;
            from += size;
            let starts_on = self.first_day(number);
            Course { number, client: number / PROJECTS, students, starts_on, ends_on: starts_on + Days::new(120) }
        })
    }

    /// From five months ago to three weeks ahead; the very first project is half-way.
    fn first_day(&self, project: u64) -> NaiveDate {
        let days = if project == 0 { -60 } else { 20 - i64::try_from(chance(project, 11) % 165).unwrap_or(0) };
        local(self.now).date() + TimeDelta::days(days)
    }
}

/// A student of the crowd.
#[derive(Debug)]
pub struct Student {
    /// Their number.
    pub number: u64,
    /// How many steps they have done.
    pub done: u64,
    /// Whether they have been in.
    pub opened: bool,
}

impl Course {
    /// Days since it began; less than 0 when it has not.
    fn age(&self, now: Moment) -> i64 {
        (local(now).date() - self.starts_on).num_days()
    }

    /// How far each of its students is.
    pub fn people(&self, now: Moment) -> impl Iterator<Item = Student> {
        let age = self.age(now);
        let asked = STEPS.iter().filter(|s| s.due <= age).count() as u64;
        self.students.clone().map(move |number| {
            // Most keep up, some are a step ahead, some behind; a few have not begun.
            let done = match chance(number, 12) % 20 {
                0 => 0,
                1 | 2 => asked.saturating_sub(3),
                3..=7 => asked.saturating_sub(1),
                8..=16 => asked,
                _ => asked + 1,
            };
            // Who was there is noted after the meetings.
            let held = STEPS.iter().take_while(|s| s.kind != Kind::Attendance || s.due <= age).count() as u64;
            let done = if age < 0 { 0 } else { done.min(held) };
            Student { number, done, opened: done > 0 || (age >= 0 && chance(number, 13).is_multiple_of(3)) }
        })
    }

    /// When a student did a step: some days before it was due, within working hours, never in the future.
    pub fn done_at(&self, student: u64, step: &Step, now: Moment) -> Moment {
        let early = chance(student, 20 + u64::from(step.position.unsigned_abs())) % 6;
        let day = self.starts_on + TimeDelta::days((step.due - i64::try_from(early).unwrap_or(0)).max(0));
        let minute = u32::try_from(chance(student, 40 + u64::from(step.position.unsigned_abs())) % 540).unwrap_or(0);
        let time = NaiveTime::from_hms_opt(8 + minute / 60, minute % 60, 0).unwrap_or_default();
        from_local(day.and_time(time)).min(now.minus(TimeDelta::minutes(5)))
    }

    /// The moment the people of the project were invited.
    pub fn invited_at(&self, now: Moment) -> Moment {
        let day = self.starts_on - Days::new(10);
        from_local(day.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default())).min(now)
    }

    /// The name and the sign-in name of a student.
    pub fn student(&self, number: u64) -> (Name, String) {
        let (_, _, domain) = names::client(self.client);
        let name = names::person(number);
        let email = names::address(&name, &number.to_string(), &domain);
        (name, email)
    }
}

/// The name and the sign-in name of the leader of a client.
pub fn leader(client: u64) -> (Name, String) {
    let (_, _, domain) = names::client(client);
    let name = names::person(chance(client, 14));
    let email = names::address(&name, "", &domain);
    (name, email)
}

/// The name and the sign-in name of a trainer.
pub fn trainer(number: u64) -> (Name, String) {
    let name = names::person(chance(number, 15));
    let email = names::address(&name, &format!("{}", number + 1), "trainers.opleider.example.nl");
    (name, email)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock;

    #[test]
    fn everybody_is_in_one_project_and_the_first_project_is_large() {
        for students in [100, 137, 1_000, 100_000] {
            let plan = Plan::of(students, clock::parse("2026-11-24T10:00").unwrap());
            let courses: Vec<_> = plan.courses().collect();
            let mut next = 0;
            for course in &courses {
                assert_eq!(course.students.start, next);
                next = course.students.end;
            }
            assert_eq!((next, courses.len() as u64), (students, plan.projects));
            assert_eq!(courses[0].students.end, 300.min(students / 2));
        }
    }

    #[test]
    fn a_hundred_thousand_students_do_about_six_of_their_ten_steps() {
        let now = clock::parse("2026-11-24T10:00").unwrap();
        let plan = Plan::of(100_000, now);
        assert_eq!((plan.projects, plan.clients), (2_000, 1_000));
        let done: u64 = plan.courses().flat_map(|c| c.people(now).collect::<Vec<_>>()).map(|s| s.done).sum();
        assert!((450_000..750_000).contains(&done), "{done}");
    }
}
