//! `/api/plan`: a session moved to another day, looked at first and taken then; and the runner's word on
//! what was proposed.

use super::{Asked, away, known};
use crate::{
    commands::plan::{answer, bend},
    server::{
        Server,
        desk::Known,
        problem::{Answered, Problem},
    },
    view::{PlanBent, PlanNews},
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use logbook::Logbook;
use serde::Deserialize;
use training::Date;
use utoipa::{IntoParams, ToSchema};

/// From which day to which.
#[derive(Debug, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub struct Move {
    /// The day of the plan.
    from: Date,
    /// The day wanted.
    to: Date,
}

/// The runner's word.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Word {
    /// Whether the change is taken.
    is_accepted: bool,
}

/// What is new about the plan: what waits for an answer, and what changed since yesterday.
#[utoipa::path(get, path = "/api/plan/changes", responses(
    (status = 200, description = "What is new", body = PlanNews),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn changes(State(server): Asked) -> Answered<PlanNews> {
    away(&server, || news(&server)).await
}

/// Proposes what the day asks of the plan, as `plan bend` does where nothing is said; it waits for the
/// runner's word then.
#[utoipa::path(post, path = "/api/plan/changes", operation_id = "propose_change", responses(
    (status = 200, description = "What is new then", body = PlanNews),
    (status = 404, description = "There are no runs yet", body = Problem),
    (status = 422, description = "There is no plan to change", body = Problem),
))]
pub async fn propose(State(server): Asked) -> Answered<PlanNews> {
    away(&server, || {
        server
            .desk
            .with(|book, known| Ok(bend::proposed(book, (&known.reading, &known.ability))?))?;
        news(&server)
    })
    .await
}

/// Says the word on a change that waits.
#[utoipa::path(put, path = "/api/plan/changes/{number}", request_body = Word,
    params(("number" = i64, Path, description = "The number of the change")),
    responses(
        (status = 200, description = "What is new then", body = PlanNews),
        (status = 422, description = "It cannot be taken", body = Problem),
))]
pub async fn take_or_leave(
    State(server): Asked,
    Path(number): Path<i64>,
    Json(word): Json<Word>,
) -> Answered<PlanNews> {
    away(&server, || {
        server.desk.with(|book, known| {
            let word = (Some(number), word.is_accepted);
            Ok(answer::say(book, &known.reading, &known.ability, word)?)
        })?;
        news(&server)
    })
    .await
}

/// What would become of the plan if what one day holds were done on another; nothing is kept.
#[utoipa::path(get, path = "/api/plan/move", params(Move), responses(
    (status = 200, description = "The proposal", body = PlanBent),
    (status = 422, description = "There is no plan to change", body = Problem),
))]
pub async fn look(State(server): Asked, Query(days): Query<Move>) -> Answered<PlanBent> {
    known(&server, |known| moved(None, known, &days)).await
}

/// Moves it: what was proposed holds from today on.
#[utoipa::path(put, path = "/api/plan/move", request_body = Move, responses(
    (status = 200, description = "The change that was taken", body = PlanBent),
    (status = 422, description = "There is no plan to change", body = Problem),
))]
pub async fn take(State(server): Asked, Json(days): Json<Move>) -> Answered<PlanBent> {
    away(&server, || server.desk.with(|book, known| moved(Some(book), known, &days).map(Json)))
        .await
}

fn moved(keep_in: Option<&Logbook>, known: &Known, days: &Move) -> Result<PlanBent, Problem> {
    Ok(bend::moved(keep_in, (&known.reading, &known.ability), (days.from, days.to))?)
}

fn news(server: &Server) -> Answered<PlanNews> {
    server.desk.with(|book, known| {
        let (plan, on) = (known.reading.plan.as_ref(), known.reading.lens.on);
        Ok(Json(PlanNews::new(plan, &book.plan_changes()?, on, known.easy)))
    })
}
