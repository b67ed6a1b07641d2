//! What could not be done, for the page: what happened, what to do, and how the page shows it.

use crate::failure::Failure;
use axum::{
    Json,
    body::to_bytes,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
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

/// What can be asked is described there.
const DESCRIBED: &str = "what can be asked is described at /api/openapi.json";

/// The longest sentence taken over from what refused a request.
const SENTENCE_MAX: usize = 4096;

/// Tells what no route got to see as a problem too, under the same status: a question that cannot be
/// read, one that nobody answers, and one that is too long.
pub async fn tell(request: Request, next: Next) -> Response {
    let is_asked = request.uri().path().starts_with("/api/");
    let response = next.run(request).await;
    let status = response.status();
    let is_refused = status.is_client_error() || status.is_server_error();
    if !is_asked || !is_refused || is_json(&response) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let sentence = to_bytes(body, SENTENCE_MAX).await.unwrap_or_default();
    let problem = unseen(status, &String::from_utf8_lossy(&sentence));
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(JSON));
    (parts, Json(problem)).into_response()
}

const JSON: &str = "application/json";

fn is_json(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == JSON)
}

/// The problem of a request that no route saw, from its status and what was said of it.
fn unseen(status: StatusCode, sentence: &str) -> Problem {
    match status {
        StatusCode::NOT_FOUND => {
            Problem::new(Kind::NotFound, "there is no such thing to ask", DESCRIBED)
        }
        StatusCode::METHOD_NOT_ALLOWED => {
            Problem::new(Kind::Refused, "this cannot be asked in that way", DESCRIBED)
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            let what = "that is more than can be said at once; nothing was kept";
            Problem::new(Kind::Refused, what, "say it in smaller parts")
        }
        _ if status.is_server_error() => {
            Problem::new(Kind::Failed, sentence, "start it again: everymile serve")
        }
        _ => Problem::new(Kind::Refused, sentence.trim_end_matches('.'), DESCRIBED),
    }
}
