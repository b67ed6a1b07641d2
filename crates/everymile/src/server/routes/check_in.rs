//! `/api/check-in`: what the runner says of a day, by the words of `everymile check-in`.

use super::{Asked, away};
use crate::{
    commands::check_in as saying,
    server::problem::{Answered, Problem},
    view::DaySaid,
};
use axum::{
    Json,
    extract::{Query, State},
};
use serde::Deserialize;
use std::collections::BTreeMap;
use training::Date;
use utoipa::{IntoParams, ToSchema};

/// Which day is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Day {
    /// The day; without it the day the logbook is looked at from.
    on: Option<Date>,
}

/// What is said of a day.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Said {
    /// The day; without it the day the logbook is looked at from.
    on: Option<Date>,
    /// Answers by the words of the questions: `{"soreness": "3", "sleep": "7.5"}`.
    #[serde(default)]
    answers: BTreeMap<String, String>,
    /// Words of answers to take back, or `all`.
    #[serde(default)]
    forget: Vec<String>,
}

/// What was said of a day.
#[utoipa::path(get, path = "/api/check-in", params(Day), responses(
    (status = 200, description = "The day", body = DaySaid),
))]
pub async fn said(State(server): Asked, Query(day): Query<Day>) -> Answered<DaySaid> {
    let on = day.on.unwrap_or_else(|| server.desk.on());
    let said = away(&server, || saying::as_it_stands(server.desk.path(), on)).await?;
    Ok(Json(DaySaid::from(&said)))
}

/// Says something of a day: all of it is kept, or, where one answer cannot be, none.
#[utoipa::path(put, path = "/api/check-in", request_body = Said, responses(
    (status = 200, description = "The day as it stands now", body = DaySaid),
    (status = 422, description = "An answer cannot be; nothing was kept", body = Problem),
))]
pub async fn say(State(server): Asked, Json(said): Json<Said>) -> Answered<DaySaid> {
    let on = said.on.unwrap_or_else(|| server.desk.on());
    let answers = said.answers.into_iter().collect::<Vec<_>>();
    let now = away(&server, || saying::say(server.desk.path(), on, &answers, &said.forget)).await?;
    Ok(Json(DaySaid::from(&now)))
}
