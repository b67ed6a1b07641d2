//! `/api/shoes`: how far each pair was run, what the runner says of them, and in which a run was run.

use super::{Asked, away, runs::meant};
use crate::{
    commands::{correct::wear, shoes as saying},
    server::{
        Server,
        problem::{Answered, Problem},
    },
    shoes::Saying,
    view::{ShoesTold, WornOnRun},
};
use axum::{
    Json,
    extract::{Path, State},
};
use serde::Deserialize;
use training::{Date, Metres};
use utoipa::ToSchema;

/// What the runner says of a pair.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SaidOfShoes {
    /// What it is called.
    name: String,
    /// What is said of it.
    word: WordOfShoes,
    /// From which day on; without it from today on, or, of a pair that is there, as it was said before.
    since: Option<Date>,
    /// What a pair had been run before the runs that are known, in metres.
    before_m: Option<f64>,
}

/// What can be said of a pair.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WordOfShoes {
    /// It is there; one that was put away is back.
    There,
    /// It is the usual one.
    Usual,
    /// It is put away.
    Retired,
    /// It was never there.
    Withdrawn,
}

/// In which shoes a run was run.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SaidWorn {
    /// The name of the pair; `null` takes an earlier word back.
    shoes: Option<String>,
}

/// The shoes and how far each pair was run.
#[utoipa::path(get, path = "/api/shoes", responses(
    (status = 200, description = "The shoes", body = ShoesTold),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn shoes(State(server): Asked) -> Answered<ShoesTold> {
    away(&server, || told(&server)).await
}

/// Says something of a pair.
#[utoipa::path(put, path = "/api/shoes", request_body = SaidOfShoes, responses(
    (status = 200, description = "The shoes as they stand now", body = ShoesTold),
    (status = 422, description = "It cannot be; nothing was kept", body = Problem),
))]
pub async fn say_of_shoes(
    State(server): Asked,
    Json(said): Json<SaidOfShoes>,
) -> Answered<ShoesTold> {
    away(&server, || {
        let today = said.since.unwrap_or_else(|| server.desk.on());
        let before = said.before_m.map(Metres);
        let word = match said.word {
            WordOfShoes::There => Saying::There { since: said.since, before },
            WordOfShoes::Usual => Saying::Usual(today),
            WordOfShoes::Retired => Saying::Retired(today),
            WordOfShoes::Withdrawn => Saying::Withdrawn,
        };
        server
            .desk
            .with(|book, known| Ok(saying::say(book, known.shoes(book)?, &said.name, word)?))?;
        told(&server)
    })
    .await
}

/// In which shoes a run was run.
#[utoipa::path(get, path = "/api/runs/{id}/shoes",
    params(("id" = String, Path, description = "`last`, a day with one run, or the first letters of its name")),
    responses(
        (status = 200, description = "The shoes", body = WornOnRun),
        (status = 404, description = "No such run", body = Problem),
))]
pub async fn worn(State(server): Asked, Path(which): Path<String>) -> Answered<WornOnRun> {
    away(&server, || worn_now(&server, &which)).await
}

/// Says in which shoes a run was run, or takes that back.
#[utoipa::path(put, path = "/api/runs/{id}/shoes", request_body = SaidWorn,
    params(("id" = String, Path, description = "The name of the run")),
    responses(
        (status = 200, description = "The shoes as they stand now", body = WornOnRun),
        (status = 404, description = "No such run", body = Problem),
        (status = 422, description = "There is no such pair", body = Problem),
))]
pub async fn wear_on_run(
    State(server): Asked,
    Path(which): Path<String>,
    Json(said): Json<SaidWorn>,
) -> Answered<WornOnRun> {
    away(&server, || {
        server.desk.with(|book, known| {
            let run = meant(known, &which)?;
            Ok(wear(book, &known.reading.history, run, said.shoes.as_deref())?)
        })?;
        worn_now(&server, &which)
    })
    .await
}

fn told(server: &Server) -> Answered<ShoesTold> {
    server.desk.with(|book, known| {
        let (reading, shoes) = (&known.reading, known.shoes(book)?);
        Ok(Json(ShoesTold::new(shoes, &reading.history, reading.lens.on)))
    })
}

fn worn_now(server: &Server, which: &str) -> Answered<WornOnRun> {
    server
        .desk
        .with(|book, known| Ok(Json(WornOnRun::new(known.shoes(book)?, meant(known, which)?))))
}
