//! What could not be done, for the page: what happened, what to do, and how the page shows it.

use crate::failure::Failure;
use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use logbook::LogbookError;
use serde::Serialize;
use utoipa::ToSchema;

/// What could not be done.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// How to take it.
    pub kind: Kind,
    /// What happened, in a sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// How to take a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// There is nothing to show yet.
    NoRuns,
    /// What was asked for is not there.
    NotFound,
    /// What was said cannot be; nothing was kept.
    Refused,
    /// The password is asked first.
    Locked,
    /// Too many passwords were tried, or something else has to end first.
    Wait,
    /// What was handed in is larger than what is taken.
    TooLarge,
    /// Something is wrong with the logbook or with everymile.
    Failed,
}

/// What a route answers.
pub type Answered<View> = Result<Json<View>, Problem>;

impl Problem {
    /// A problem from a failure.
    pub fn of(kind: Kind, failure: Failure) -> Self {
        Self { kind, what: failure.what, remedy: failure.remedy }
    }

    /// A problem from its sentences.
    pub fn new(kind: Kind, what: &str, remedy: &str) -> Self {
        Self::of(kind, Failure::new(what, remedy))
    }

    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self.kind {
            Kind::NoRuns | Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Locked => StatusCode::UNAUTHORIZED,
            Kind::Wait => StatusCode::TOO_MANY_REQUESTS,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// What was asked cannot be, unless the logbook itself failed.
impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let kind = if failure.is_of_logbook { Kind::Failed } else { Kind::Refused };
        Self::of(kind, failure)
    }
}

impl From<LogbookError> for Problem {
    fn from(error: LogbookError) -> Self {
        Failure::from(error).into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.status(), Json(self)).into_response()
    }
}
