//! `/api/progress` and `/api/predictions`: how running went over the whole history, and what races would
//! take.

use super::{Asked, known};
use crate::{
    server::problem::{Answered, Problem},
    view::{Predictions, Progress},
};
use axum::extract::State;

/// How running went, over the whole history.
#[utoipa::path(get, path = "/api/progress", responses(
    (status = 200, description = "The progress", body = Progress),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn progress(State(server): Asked) -> Answered<Progress> {
    known(&server, |known| Ok(known.progress().clone())).await
}

/// What races would take, with ranges.
#[utoipa::path(get, path = "/api/predictions", responses(
    (status = 200, description = "The predictions", body = Predictions),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn predictions(State(server): Asked) -> Answered<Predictions> {
    known(&server, |known| Ok(known.predictions().clone())).await
}
