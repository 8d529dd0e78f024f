//! Work and education: adding an item, changing it, and taking it away.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use askama::Template;

use crate::access::Student;
use crate::access::accounts::held;
use crate::learning::portfolios::forms::ItemForm;
use crate::learning::portfolios::model::{Item, ItemId, Kind};
use crate::learning::portfolios::queries::{self, Owner};
use crate::platform::web::{Answer, Cx, Errors, Form, Why, Wrong};

use super::Reading;

#[derive(Template)]
#[template(path = "learning/portfolios/student_item.html")]
struct StudentItem<'a> {
    cx: &'a Cx<Student>,
    kind: Kind,
    /// The item as it is; none for a new one.
    item: Option<&'a Item>,
    form: ItemForm,
    errors: Errors,
    why: Why,
}

impl StudentItem<'_> {
    fn title(&self) -> String {
        let t = self.cx.t;
        match (self.kind, self.item) {
            (Kind::Work, None) => t.portfolios_new_work(),
            (Kind::Education, None) => t.portfolios_new_education(),
            (Kind::Work, Some(_)) => t.portfolios_edit_work(),
            (Kind::Education, Some(_)) => t.portfolios_edit_education(),
        }
    }

    fn path(&self) -> String {
        match self.item {
            Some(item) => format!("/student/portfolio/items/{}", item.id),
            None => format!("/student/portfolio/{}", self.kind.as_str()),
        }
    }

    /// What another window made of it, when that is to be seen beside what was typed.
    fn elsewhere(&self) -> Option<&Item> {
        self.item.filter(|_| self.why == Why::Conflict)
    }

    fn is_work(&self) -> bool {
        self.kind == Kind::Work
    }
}

pub async fn new_work(cx: Cx<Student>) -> Answer {
    new(cx, Kind::Work).await
}

pub async fn new_education(cx: Cx<Student>) -> Answer {
    new(cx, Kind::Education).await
}

async fn new(cx: Cx<Student>, kind: Kind) -> Answer {
    let held: Option<ItemForm> = held::form(&cx).await?;
    let why = if held.is_some() { Why::Held } else { Why::Asked };
    let form = held.unwrap_or_default();
    cx.page(StudentItem { cx: &cx, kind, item: None, form, errors: Errors::default(), why })
}

pub async fn create_work(cx: Cx<Student>, form: Form<ItemForm>) -> Answer {
    create(cx, Kind::Work, form.0).await
}

pub async fn create_education(cx: Cx<Student>, form: Form<ItemForm>) -> Answer {
    create(cx, Kind::Education, form.0).await
}

async fn create(cx: Cx<Student>, kind: Kind, form: ItemForm) -> Answer {
    let scope = cx.who.scope();
    let errors = match form.check() {
        Ok(new) => {
            if cx.write(move |tx| queries::add(tx, Owner::of(scope)?, kind, &new)).await? {
                return Ok(cx.see_other("/student/portfolio").notice(cx.t.portfolios_saved()));
            }
            Errors::one("title", Wrong::Enough(queries::MOST))
        }
        Err(errors) => errors,
    };
    let errors = errors.labelled(ItemForm::labels(cx.t));
    cx.invalid(StudentItem { cx: &cx, kind, item: None, form, errors, why: Why::Wrong })
}

pub async fn edit(cx: Cx<Student>, item: At<ItemId>) -> Answer {
    let (scope, id) = (cx.who.scope(), item.into_inner());
    let held: Option<ItemForm> = held::form(&cx).await?;
    let item = cx.read(move |db| queries::item(db, Owner::of(scope)?, id)).await?;
    let (form, why) = match held {
        Some(form) if form.is_made_of(&item) => (form, Why::Held),
        Some(form) => (form.over(&item), Why::Conflict),
        None => (ItemForm::of(&item), Why::Asked),
    };
    cx.page(StudentItem { cx: &cx, kind: item.kind, item: Some(&item), form, errors: Errors::default(), why })
}

pub async fn update(cx: Cx<Student>, item: At<ItemId>, form: Form<ItemForm>) -> Answer {
    let (scope, id, typed) = (cx.who.scope(), item.into_inner(), form.0.clone());
    let checked = form.check();
    let new = checked.as_ref().ok().cloned();
    let (item, changed) = cx
        .write(move |tx| {
            let owner = Owner::of(scope)?;
            let item = queries::item(tx.db(), owner, id)?;
            let Some(new) = new else { return Ok((item, false)) };
            // The same words from an older page are no conflict: somebody pressed twice.
            let stale = !typed.is_made_of(&item) && !item.says(&new);
            if !stale {
                queries::change(tx, owner, &item, &new)?;
            }
            Ok((item, !stale))
        })
        .await?;
    let (kind, of) = (item.kind, Some(&item));
    match checked {
        Err(errors) => {
            let errors = errors.labelled(ItemForm::labels(cx.t));
            cx.invalid(StudentItem { cx: &cx, kind, item: of, form: form.0, errors, why: Why::Wrong })
        }
        Ok(_) if changed => Ok(cx.see_other("/student/portfolio").notice(cx.t.portfolios_saved())),
        Ok(_) => {
            let (form, errors) = (form.0.over(&item), Errors::default());
            let page = StudentItem { cx: &cx, kind, item: of, form, errors, why: Why::Conflict };
            cx.page_with(StatusCode::CONFLICT, page)
        }
    }
}

pub async fn remove(cx: Cx<Student>, item: At<ItemId>) -> Answer {
    let (scope, id) = (cx.who.scope(), item.into_inner());
    cx.write(move |tx| queries::remove(tx, Owner::of(scope)?, id)).await?;
    Ok(cx.see_other("/student/portfolio").notice(cx.t.portfolios_removed()))
}
