//! `/api/ledger`: the whole ledger, week by week, what to change first, and what that would have changed.

use super::{Asked, known};
use crate::{
    server::problem::{Answered, Problem},
    view::{Accounts, Previews},
};
use axum::extract::State;

/// The whole ledger, week by week, and what to change first.
#[utoipa::path(get, path = "/api/ledger", responses(
    (status = 200, description = "The ledger", body = Accounts),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn ledger(State(server): Asked) -> Answered<Accounts> {
    known(&server, |known| Ok(known.accounts().clone())).await
}

/// What to change first, each as the last weeks replayed with it.
#[utoipa::path(get, path = "/api/ledger/previews", responses(
    (status = 200, description = "The replays", body = Previews),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn previews(State(server): Asked) -> Answered<Previews> {
    known(&server, |known| Ok(known.previews().clone())).await
}
