//! The knowledge base for staff: everybody reads, who keeps the catalogue writes.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::forms::{ArticleForm, CategoryForm, Query};
use super::model::{ArticleId, Category, CategoryId, Written};
use super::pages;
use super::queries::{self, editing};
use crate::access::accounts::held;
use crate::access::{AtWork, EditCatalogue, Staff};
use crate::platform::error::{Error, Result};
use crate::platform::markdown;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

const BASE: &str = "/staff/knowledge";

pub fn routes(r: &mut Routes) {
    r.get("/staff/knowledge", index).post("/staff/knowledge", create);
    // Before the number of an article, which they are not.
    r.get("/staff/knowledge/new", new);
    r.get("/staff/knowledge/categories", categories).post("/staff/knowledge/categories", add_category);
    r.get("/staff/knowledge/categories/{id}", category).post("/staff/knowledge/categories/{id}", rename_category);
    r.post("/staff/knowledge/categories/{id}/removal", remove_category);
    r.get("/staff/knowledge/{id}", show).post("/staff/knowledge/{id}", update);
    r.get("/staff/knowledge/{id}/edit", edit);
    r.post("/staff/knowledge/{id}/removal", remove);
}

async fn index(cx: Cx<Staff<AtWork>>, query: web::Query<Query>) -> Answer {
    cx.page(pages::index(&cx, BASE, query, cx.who.may::<EditCatalogue>()).await?)
}

async fn show(cx: Cx<Staff<AtWork>>, id: web::Path<ArticleId>) -> Answer {
    cx.page(pages::show(&cx, BASE, *id, cx.who.may::<EditCatalogue>()).await?)
}

type Writer = Cx<Staff<EditCatalogue>>;

#[derive(Template)]
#[template(path = "learning/knowledge/staff_edit.html")]
struct StaffEdit<'a> {
    cx: &'a Writer,
    categories: Vec<Category>,
    /// The article, when it is there.
    id: Option<ArticleId>,
    form: ArticleForm,
    errors: Errors,
}

impl StaffEdit<'_> {
    fn action(&self) -> String {
        self.id.map_or_else(|| BASE.to_owned(), |id| format!("{BASE}/{id}"))
    }

    fn heading(&self) -> String {
        if self.id.is_some() { self.cx.t.knowledge_edit() } else { self.cx.t.knowledge_write() }
    }

    /// The texts as people will see them, when somebody asked for that: language, title and HTML.
    fn previews(&self) -> Vec<(&'static str, &str, String)> {
        let texts = [("nl", &self.form.title_nl, &self.form.body_nl), ("en", &self.form.title_en, &self.form.body_en)];
        let shown = texts.into_iter().filter(|text| self.form.is_preview() && !text.2.trim().is_empty());
        shown.map(|(lang, title, body)| (lang, title.as_str(), markdown::html(body))).collect()
    }
}

async fn new(cx: Writer) -> Answer {
    let form = held::form::<ArticleForm, _>(&cx).await?.unwrap_or_default();
    let categories = cx.read(queries::categories).await?;
    cx.page(StaffEdit { cx: &cx, categories, id: None, form, errors: Errors::default() })
}

async fn create(cx: Writer, form: Form<ArticleForm>) -> Answer {
    let (form, categories) = (form.0, cx.read(queries::categories).await?);
    if form.is_preview() {
        return cx.page(StaffEdit { cx: &cx, categories, id: None, form, errors: Errors::default() });
    }
    let draft = match form.check(&categories) {
        Ok(draft) => draft,
        Err(errors) => {
            let errors = errors.labelled(ArticleForm::labels(cx.t));
            return cx.invalid(StaffEdit { cx: &cx, categories, id: None, form, errors });
        }
    };
    let saved = cx.t.knowledge_saved(&draft.dutch.title);
    let id = cx.write(move |tx| editing::insert(tx, &draft)).await?;
    Ok(cx.see_other(format!("{BASE}/{id}")).notice(saved))
}

async fn written(cx: &Writer, id: ArticleId) -> Result<(Written, Vec<Category>)> {
    cx.read(move |db| Ok((editing::written(db, id)?, queries::categories(db)?))).await
}

async fn edit(cx: Writer, id: web::Path<ArticleId>) -> Answer {
    let (article, categories) = written(&cx, *id).await?;
    let held = held::form::<ArticleForm, _>(&cx).await?;
    let form = held.unwrap_or_else(|| ArticleForm::of(&article));
    cx.page(StaffEdit { cx: &cx, categories, id: Some(*id), form, errors: Errors::default() })
}

async fn update(cx: Writer, id: web::Path<ArticleId>, form: Form<ArticleForm>) -> Answer {
    let (id, form) = (*id, form.0);
    let (article, categories) = written(&cx, id).await?;
    if form.is_preview() {
        return cx.page(StaffEdit { cx: &cx, categories, id: Some(id), form, errors: Errors::default() });
    }
    let draft = match form.check(&categories) {
        Ok(draft) => draft,
        Err(errors) => {
            let errors = errors.labelled(ArticleForm::labels(cx.t));
            return cx.invalid(StaffEdit { cx: &cx, categories, id: Some(id), form, errors });
        }
    };
    let saved = cx.t.knowledge_saved(&draft.dutch.title);
    let seen = form.seen == article.changed_at.seconds().to_string();
    let done =
        if seen { cx.write(move |tx| editing::update(tx, &article, &draft)).await } else { Err(Error::Conflict) };
    match done {
        Ok(()) => Ok(cx.see_other(format!("{BASE}/{id}")).notice(saved)),
        // Somebody else changed it meanwhile: what was typed stays, and saving it once more takes the place of theirs.
        Err(Error::Conflict) => {
            let (article, categories) = written(&cx, id).await?;
            let form = ArticleForm { seen: article.changed_at.seconds().to_string(), ..form };
            let errors = Errors::one("body_nl", Wrong::ChangedMeanwhile).labelled(ArticleForm::labels(cx.t));
            let page = StaffEdit { cx: &cx, categories, id: Some(id), form, errors };
            cx.page_with(StatusCode::CONFLICT, page)
        }
        Err(other) => Err(other),
    }
}

async fn remove(cx: Writer, id: web::Path<ArticleId>) -> Answer {
    let id = *id;
    cx.write(move |tx| editing::remove(tx, id)).await?;
    Ok(cx.see_other(BASE).notice(cx.t.knowledge_removed()))
}

#[derive(Template)]
#[template(path = "learning/knowledge/staff_categories.html")]
struct StaffCategories<'a> {
    cx: &'a Writer,
    categories: Vec<Category>,
    form: CategoryForm,
    errors: Errors,
}

async fn categories(cx: Writer) -> Answer {
    let form = held::form::<CategoryForm, _>(&cx).await?.unwrap_or_default();
    let categories = cx.read(queries::categories).await?;
    cx.page(StaffCategories { cx: &cx, categories, form, errors: Errors::default() })
}

async fn add_category(cx: Writer, form: Form<CategoryForm>) -> Answer {
    let (form, categories) = (form.0, cx.read(queries::categories).await?);
    let (dutch, english) = match form.check(&categories) {
        Ok(names) => names,
        Err(errors) => {
            let errors = errors.labelled(CategoryForm::labels(cx.t));
            return cx.invalid(StaffCategories { cx: &cx, categories, form, errors });
        }
    };
    let saved = cx.t.knowledge_saved(&dutch);
    cx.write(move |tx| editing::insert_category(tx, (&dutch, &english))).await?;
    Ok(cx.see_other("/staff/knowledge/categories").notice(saved))
}

#[derive(Template)]
#[template(path = "learning/knowledge/staff_category.html")]
struct StaffCategory<'a> {
    cx: &'a Writer,
    category: Category,
    /// Whether anything is in it.
    used: bool,
    form: CategoryForm,
    errors: Errors,
}

async fn category(cx: Writer, id: web::Path<CategoryId>) -> Answer {
    let id = *id;
    let (category, used) = cx.read(move |db| Ok((queries::category(db, id)?, editing::is_used(db, id)?))).await?;
    let form = CategoryForm::of(&category);
    cx.page(StaffCategory { cx: &cx, category, used, form, errors: Errors::default() })
}

async fn rename_category(cx: Writer, id: web::Path<CategoryId>, form: Form<CategoryForm>) -> Answer {
    let (id, form) = (*id, form.0);
    let read = move |db: &mut _| Ok((queries::category(db, id)?, queries::categories(db)?, editing::is_used(db, id)?));
    let (category, mut others, used) = cx.read(read).await?;
    others.retain(|other| other.id != id);
    let (dutch, english) = match form.check(&others) {
        Ok(names) => names,
        Err(errors) => {
            let errors = errors.labelled(CategoryForm::labels(cx.t));
            return cx.invalid(StaffCategory { cx: &cx, category, used, form, errors });
        }
    };
    let saved = cx.t.knowledge_saved(&dutch);
    cx.write(move |tx| editing::rename_category(tx, id, (&dutch, &english))).await?;
    Ok(cx.see_other("/staff/knowledge/categories").notice(saved))
}

async fn remove_category(cx: Writer, id: web::Path<CategoryId>) -> Answer {
    let id = *id;
    cx.write(move |tx| editing::remove_category(tx, id)).await?;
    Ok(cx.see_other("/staff/knowledge/categories").notice(cx.t.knowledge_removed()))
}
