//! `/api/session`: coming in with the password, and leaving. On this machine alone no password is
//! asked.

use super::{Asked, away};
use crate::{clock, server::problem::Problem};
use axum::{
    Json,
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use std::net::SocketAddr;
use utoipa::ToSchema;

/// The word at the door.
#[derive(Deserialize, ToSchema)]
pub struct Password {
    /// The password.
    password: String,
}

/// Comes in: a cookie names the session, for a week.
#[utoipa::path(post, path = "/api/session", request_body = Password, responses(
    (status = 204, description = "In"),
    (status = 401, description = "Not the password", body = Problem),
    (status = 429, description = "Too many were tried", body = Problem),
))]
pub async fn come_in(
    State(server): Asked,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    Json(said): Json<Password>,
) -> Result<Response, Problem> {
    let Some(sessions) = &server.sessions else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let cookie =
        away(&server, || sessions.come_in(&said.password, from.ip(), clock::moment())).await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

/// Leaves: the session ends.
#[utoipa::path(delete, path = "/api/session", responses((status = 204, description = "Out")))]
pub async fn leave(State(server): Asked, headers: HeaderMap) -> Response {
    let Some(sessions) = &server.sessions else {
        return StatusCode::NO_CONTENT.into_response();
    };
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, sessions.leave(&headers))]).into_response()
}
