//! `/api/runs/{id}`: one run, what was recorded of it, and the runner's word on what it was for.

use super::{Asked, away, known};
use crate::{
    analysis::recorded,
    clock,
    commands::correct as correcting,
    find::find_one,
    server::{
        Server,
        desk::Known,
        problem::{Answered, Kind, Problem},
    },
    view::{Neighbours, Recording, Run},
};
use axum::{
    Json,
    extract::{Path, State},
};
use serde::Deserialize;
use training::{NamedRun, Purpose};
use utoipa::ToSchema;

/// What a run was for, by the runner's word.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Corrected {
    /// What it was for.
    purpose: Purpose,
}

/// One run, stretch by stretch.
#[utoipa::path(get, path = "/api/runs/{id}",
    params(("id" = String, Path, description = "`last`, a day with one run, or the first letters of its name")),
    responses(
        (status = 200, description = "The run", body = Run),
        (status = 404, description = "No such run", body = Problem),
))]
pub async fn run(State(server): Asked, Path(which): Path<String>) -> Answered<Run> {
    known(&server, |known| Ok(shown(known, meant(known, &which)?))).await
}

/// The runs before and after a run.
#[utoipa::path(get, path = "/api/runs/{id}/neighbours",
    params(("id" = String, Path, description = "`last`, a day with one run, or the first letters of its name")),
    responses(
        (status = 200, description = "The neighbours", body = Neighbours),
        (status = 404, description = "No such run", body = Problem),
))]
pub async fn neighbours(State(server): Asked, Path(which): Path<String>) -> Answered<Neighbours> {
    known(&server, |known| Ok(Neighbours::of(known.runs(), &meant(known, &which)?.id))).await
}

/// What the watch recorded of a run.
#[utoipa::path(get, path = "/api/runs/{id}/recording",
    params(("id" = String, Path, description = "`last`, a day with one run, or the first letters of its name")),
    responses(
        (status = 200, description = "The recording", body = Recording),
        (status = 404, description = "No such run", body = Problem),
))]
pub async fn recording(State(server): Asked, Path(which): Path<String>) -> Answered<Recording> {
    away(&server, || {
        server.desk.with(|book, known| {
            let run = meant(known, &which)?;
            let recorded = recorded(book, &run.id)?.ok_or_else(|| {
                let what = "the recording of this run can no longer be read";
                Problem::new(Kind::Failed, what, "import its file again: everymile import PATH")
            })?;
            let units = known.reading.lens.units;
            Ok(Json(Recording::new(&run.id, &recorded, units)))
        })
    })
    .await
}

/// Says what a run was really for; kept for ever, and it reaches every verdict.
#[utoipa::path(put, path = "/api/runs/{id}/purpose", request_body = Corrected,
    params(("id" = String, Path, description = "The name of the run")),
    responses(
        (status = 200, description = "The run as it stands now", body = Run),
        (status = 404, description = "No such run", body = Problem),
))]
pub async fn correct(
    State(server): Asked,
    Path(which): Path<String>,
    Json(said): Json<Corrected>,
) -> Answered<Run> {
    write(&server, &which, Some(said.purpose)).await
}

/// Takes a correction back: the inference counts again.
#[utoipa::path(delete, path = "/api/runs/{id}/purpose",
    params(("id" = String, Path, description = "The name of the run")),
    responses(
        (status = 200, description = "The run as it stands now", body = Run),
        (status = 404, description = "No such run", body = Problem),
))]
pub async fn withdraw(State(server): Asked, Path(which): Path<String>) -> Answered<Run> {
    write(&server, &which, None).await
}

async fn write(server: &Server, which: &str, purpose: Option<Purpose>) -> Answered<Run> {
    away(server, || {
        let id = server.desk.with(|book, known| {
            let run = meant(known, which)?;
            correcting::keep(book, run, purpose, clock::now())?;
            Ok(run.id.0.clone())
        })?;
        let known = server.desk.known()?;
        Ok(Json(shown(&known, meant(&known, &id)?)))
    })
    .await
}

pub(super) fn meant<'a>(known: &'a Known, which: &str) -> Result<&'a NamedRun, Problem> {
    let reading = &known.reading;
    find_one(&reading.history, reading.lens.on, which)
        .map_err(|failure| Problem::of(Kind::NotFound, failure))
}

fn shown(known: &Known, run: &NamedRun) -> Run {
    let judgement = known.judgement_of(run);
    Run::new(&judgement, run, &judgement.ledger.postings)
}
