//! Making a test and saying how it is taken.

use actix_web::web::Path as At;
use askama::Template;

use super::workshop::{Workshop, list_of};
use crate::access::accounts::held;
use crate::access::{EditCatalogue, Permission, Staff};
use crate::learning::tests::forms::TestForm;
use crate::learning::tests::making::{Made, Release};
use crate::learning::tests::model::TestId;
use crate::learning::tests::queries::making as queries;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx, Errors, Form, Wrong};

#[derive(Template)]
#[template(path = "learning/tests/staff_catalogue.html")]
struct StaffCatalogue<'a> {
    cx: &'a Cx<Staff<EditCatalogue>>,
    trainings: Vec<queries::Shelf>,
}

pub async fn catalogue(cx: Cx<Staff<EditCatalogue>>) -> Answer {
    let trainings = cx.read(queries::catalogue).await?;
    cx.page(StaffCatalogue { cx: &cx, trainings })
}

#[derive(Template)]
#[template(path = "learning/tests/staff_settings.html")]
struct StaffSettings<'a, P: Permission> {
    cx: &'a Cx<Staff<P>>,
    /// What the addresses of its pages begin with.
    root: &'static str,
    /// The page to go back to, and what that is called.
    back: String,
    home: String,
    /// The test, when it is there.
    made: Option<Made>,
    in_project: bool,
    form: TestForm,
    errors: Errors,
}

impl<P: Permission> StaffSettings<'_, P> {
    fn results(&self) -> &'static [Release] {
        Release::ALL
    }

    fn is_chosen(&self, result: &Release) -> bool {
        self.form.result == result.as_str()
    }

    fn is_settled(&self) -> bool {
        self.made.as_ref().is_some_and(Made::is_settled)
    }

    fn title(&self) -> String {
        match &self.made {
            Some(made) => made.title.clone(),
            None => self.cx.t.tests_new(),
        }
    }
}

fn page<W: Workshop>(
    cx: &Cx<Staff<W::May>>,
    (back, home): (String, String),
    made: Option<Made>,
    form: TestForm,
    errors: Errors,
) -> Answer {
    let wrong = !errors.is_empty();
    let errors = errors.labelled(TestForm::labels(cx.t, W::IN_PROJECT));
    let page = StaffSettings { cx, root: W::ROOT, back, home, made, in_project: W::IN_PROJECT, form, errors };
    if wrong { cx.invalid(page) } else { cx.page(page) }
}

pub async fn new<W: Workshop>(cx: Cx<Staff<W::May>>, home: At<W::Home>) -> Answer {
    let (scope, home) = (cx.who.scope(), home.into_inner());
    let held: Option<TestForm> = held::form(&cx).await?;
    let (place, name) = cx.read(move |db| W::home(db, scope, home)).await?;
    page::<W>(&cx, (list_of(place), name), None, held.unwrap_or_else(TestForm::fresh), Errors::default())
}

pub async fn create<W: Workshop>(cx: Cx<Staff<W::May>>, home: At<W::Home>, form: Form<TestForm>) -> Answer {
    let (scope, home) = (cx.who.scope(), home.into_inner());
    let (place, name) = cx.read(move |db| W::home(db, scope, home)).await?;
    match form.check(W::IN_PROJECT) {
        Ok(test) => {
            let id = cx
                .write(move |tx| {
                    let (place, _) = W::home(tx.db(), scope, home)?;
                    queries::add(tx, place, &test)
                })
                .await?;
            Ok(cx.see_other(format!("{}/{id}/questions", W::ROOT)).notice(cx.t.tests_created()))
        }
        Err(errors) => page::<W>(&cx, (list_of(place), name), None, form.0, errors),
    }
}

fn back_to<W: Workshop>(made: &Made) -> (String, String) {
    (format!("{}/{}/questions", W::ROOT, made.test.id), made.title.clone())
}

pub async fn edit<W: Workshop>(cx: Cx<Staff<W::May>>, id: At<TestId>) -> Answer {
    let (scope, id) = (cx.who.scope(), id.into_inner());
    let held: Option<TestForm> = held::form(&cx).await?;
    let made = cx.read(move |db| W::find(db, scope, id)).await?;
    let form = held.unwrap_or_else(|| TestForm::of(&made));
    page::<W>(&cx, back_to::<W>(&made), Some(made), form, Errors::default())
}

pub async fn update<W: Workshop>(cx: Cx<Staff<W::May>>, id: At<TestId>, form: Form<TestForm>) -> Answer {
    let (scope, id) = (cx.who.scope(), id.into_inner());
    let made = cx.read(move |db| W::find(db, scope, id)).await?;
    let checked = match form.check(W::IN_PROJECT) {
        Ok(new) => {
            cx.write(move |tx| {
                W::find(tx.db(), scope, id)?;
                queries::lock(tx, id)?;
                let made = W::find(tx.db(), scope, id)?;
                if made.is_settled() && new.breaks(&made.test) {
                    return Ok(Err(Errors::one("pass_mark", Wrong::Settled)));
                }
                if new.attempts < made.used {
                    let least = i64::from(made.used);
                    return Ok(Err(Errors::one("attempts", Wrong::NotANumber(least, 10))));
                }
                queries::change(tx, &made, &new).map(Ok)
            })
            .await?
        }
        Err(errors) => Err(errors),
    };
    match checked {
        Ok(()) => Ok(cx.see_other(format!("{}/{id}/questions", W::ROOT)).notice(cx.t.tests_changed())),
        Err(errors) => page::<W>(&cx, back_to::<W>(&made), Some(made), form.0, errors),
    }
}

/// Lets a test be taken, or not any more as long as nobody began.
pub async fn open<W: Workshop>(cx: Cx<Staff<W::May>>, id: At<TestId>) -> Answer {
    let (scope, id) = (cx.who.scope(), id.into_inner());
    let (opened, done) = cx
        .write(move |tx| {
            W::find(tx.db(), scope, id)?;
            queries::lock(tx, id)?;
            let made = W::find(tx.db(), scope, id)?;
            let opens = !made.test.open;
            if !opens && made.is_settled() {
                return Ok((opens, false));
            }
            Ok((opens, queries::open(tx, id, opens)?))
        })
        .await?;
    let said = match (opened, done) {
        (true, true) => cx.t.tests_opened(),
        (true, false) => cx.t.tests_no_questions(),
        (false, true) => cx.t.tests_shut(),
        (false, false) => cx.t.tests_settled(),
    };
    Ok(cx.see_other(format!("{}/{id}/questions", W::ROOT)).notice(said))
}

/// Takes away a test that nobody began.
pub async fn remove<W: Workshop>(cx: Cx<Staff<W::May>>, id: At<TestId>) -> Answer {
    let (scope, id) = (cx.who.scope(), id.into_inner());
    let made = cx
        .write(move |tx| {
            W::find(tx.db(), scope, id)?;
            queries::lock(tx, id)?;
            let made = W::find(tx.db(), scope, id)?;
            if made.is_settled() {
                return Err(Error::Conflict);
            }
            queries::remove(tx, &made)?;
            Ok(made)
        })
        .await?;
    Ok(cx.see_other(list_of(made.place)).notice(cx.t.tests_removed(&made.title)))
}
