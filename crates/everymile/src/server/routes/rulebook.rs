//! `/api/rules` and `/api/doctrines`: the rulebook to browse, the doctrines side by side over the last
//! weeks, one of them chosen, and the runner's own with a number set otherwise.

use super::{Asked, away};
use crate::{
    commands::profile,
    failure::Failure,
    own_doctrine::{chosen_by_name, edited, named},
    place,
    server::{
        Server,
        problem::{Answered, Kind, Problem},
    },
    settings::Settings,
    view::{Compared, Doctrines, RulePage, Rulebook},
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use rulebook::rule;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Which doctrine the chosen one is compared with.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Beside {
    /// Its name.
    beside: String,
}

/// The doctrine to judge by.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Chosen {
    /// Its name.
    name: String,
}

/// One number of the runner's own doctrine.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NumberSet {
    /// The rule.
    rule: String,
    /// The number's name; `on` is the rule itself, `yes` or `no`.
    number: String,
    /// What was typed; `null` is as inherited again.
    typed: Option<String>,
}

/// Every rule: what it asks, how strongly it is known, who asks it.
#[utoipa::path(get, path = "/api/rules", responses(
    (status = 200, description = "The rules", body = Rulebook),
))]
pub async fn rules(State(server): Asked) -> Answered<Rulebook> {
    away(&server, || Ok(Json(settings(&server)?.choosing(Rulebook::new)))).await
}

/// One rule's page.
#[utoipa::path(get, path = "/api/rules/{id}",
    params(("id" = String, Path, description = "The name of the rule")),
    responses(
        (status = 200, description = "The page", body = RulePage),
        (status = 404, description = "No such rule", body = Problem),
))]
pub async fn one(State(server): Asked, Path(id): Path<String>) -> Answered<RulePage> {
    away(&server, || page(&settings(&server)?, &id)).await
}

/// The doctrines, and which of them judges.
#[utoipa::path(get, path = "/api/doctrines", responses(
    (status = 200, description = "The doctrines", body = Doctrines),
))]
pub async fn doctrines(State(server): Asked) -> Answered<Doctrines> {
    away(&server, || told(&server)).await
}

/// The last twelve weeks under the doctrine that judges and under another one.
#[utoipa::path(get, path = "/api/doctrines/compared", params(Beside), responses(
    (status = 200, description = "The comparison", body = Compared),
    (status = 404, description = "There are no runs yet", body = Problem),
    (status = 422, description = "There is no such doctrine", body = Problem),
))]
pub async fn compared(State(server): Asked, Query(with): Query<Beside>) -> Answered<Compared> {
    away(&server, || {
        let known = server.desk.known()?;
        let other = named(&with.beside, known.reading.settings.own_doctrine.as_ref())?;
        Ok(Json(known.compared_with(other)?))
    })
    .await
}

/// Chooses the doctrine to judge by, for good.
#[utoipa::path(put, path = "/api/doctrines/chosen", request_body = Chosen, responses(
    (status = 200, description = "The doctrines then", body = Doctrines),
    (status = 422, description = "There is no such doctrine", body = Problem),
))]
pub async fn choose(State(server): Asked, Json(chosen): Json<Chosen>) -> Answered<Doctrines> {
    away(&server, || {
        let book = place::open_or_make(server.desk.path())?;
        let said = [("doctrine".to_owned(), chosen.name)];
        profile::say(&book, &said, &[], server.desk.on(), chosen_by_name)?;
        told(&server)
    })
    .await
}

/// Sets a number in the runner's own doctrine, which begins as the one chosen where there is none yet.
/// What cannot be is refused with what it may be; nothing is kept then.
#[utoipa::path(put, path = "/api/doctrines/own", request_body = NumberSet, responses(
    (status = 200, description = "The rule's page then", body = RulePage),
    (status = 422, description = "It cannot be set so", body = Problem),
))]
pub async fn set(State(server): Asked, Json(set): Json<NumberSet>) -> Answered<RulePage> {
    away(&server, || {
        let book = place::open_or_make(server.desk.path())?;
        let batch = book.begin()?;
        let Settings { doctrine, own_doctrine, .. } = Settings::of(&book)?;
        let number = (set.rule.as_str(), set.number.as_str(), set.typed.as_deref());
        edited(own_doctrine.as_ref(), &doctrine, number)?.keep(&book)?;
        batch.commit()?;
        page(&Settings::of(&book)?, &set.rule)
    })
    .await
}

fn page(settings: &Settings, id: &str) -> Answered<RulePage> {
    let rule = rule(id).map_err(|unknown| {
        Problem::of(Kind::NotFound, Failure::with_remedy(&unknown.to_string()))
    })?;
    Ok(Json(settings.choosing(|choosing| RulePage::new(rule, choosing))))
}

fn told(server: &Server) -> Answered<Doctrines> {
    let settings = settings(server)?;
    let judges = server.desk.judged_by(&settings);
    Ok(Json(settings.choosing(|choosing| Doctrines::new(choosing, judges))))
}

/// What the runner chose, or what is usual; for this nothing has to be judged.
fn settings(server: &Server) -> Result<Settings, Problem> {
    Ok(Settings::at(Some(server.desk.path()))?)
}
