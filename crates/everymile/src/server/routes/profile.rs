//! `/api/profile`: what is known of the runner, and what the runner knows better, in the words of
//! `everymile profile`.

use super::{Asked, away, known};
use crate::{
    commands::profile as saying,
    own_doctrine::chosen_by_name,
    place,
    server::problem::{Answered, Problem},
    view::Profile,
};
use axum::{Json, extract::State};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What the runner says of themselves, and how they want to see things.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SaidOfRunner {
    /// Values by the words of the profile: `{"hr-max": "188", "units": "mi"}`.
    #[serde(default)]
    said: BTreeMap<String, String>,
    /// Words to take back.
    #[serde(default)]
    forget: Vec<String>,
}

/// What is known of the runner.
#[utoipa::path(get, path = "/api/profile", responses(
    (status = 200, description = "The profile", body = Profile),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn profile(State(server): Asked) -> Answered<Profile> {
    known(&server, |known| Ok(known.profile().clone())).await
}

/// Says something of the runner: all of it is kept, or, where one word cannot be, none.
#[utoipa::path(put, path = "/api/profile", request_body = SaidOfRunner, responses(
    (status = 200, description = "The profile as it stands now", body = Profile),
    (status = 422, description = "A word cannot be; nothing was kept", body = Problem),
))]
pub async fn say_of_runner(
    State(server): Asked,
    Json(said): Json<SaidOfRunner>,
) -> Answered<Profile> {
    away(&server, || {
        let book = place::open_or_make(server.desk.path())?;
        let words: Vec<(String, String)> = said.said.into_iter().collect();
        saying::say(&book, &words, &said.forget, server.desk.on(), chosen_by_name)?;
        // Where it reaches every run, all are named again.
        server.trays.during(|| Ok(Json(server.desk.known()?.profile().clone())))
    })
    .await
}
