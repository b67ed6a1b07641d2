//! `GET /api/calendar`: what was run and what was meant, day by day.

use super::{Asked, known};
use crate::{
    failure::Failure,
    server::problem::{Answered, Problem},
    view::Calendar,
};
use axum::extract::{Query, State};
use serde::Deserialize;
use training::{Date, calendar::days_between};
use utoipa::IntoParams;

/// Longer calendars are asked for piece by piece.
const DAYS_MAX: i64 = 800;

/// Which days are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Days {
    /// The first day; without it the week that holds the last one.
    from: Option<Date>,
    /// The last day; without it the day the logbook is looked at from.
    to: Option<Date>,
}

/// What was run and what was meant, in the whole weeks that hold the days.
#[utoipa::path(get, path = "/api/calendar", params(Days), responses(
    (status = 200, description = "The weeks", body = Calendar),
    (status = 404, description = "There are no runs yet", body = Problem),
    (status = 422, description = "The days cannot be", body = Problem),
))]
pub async fn calendar(State(server): Asked, Query(days): Query<Days>) -> Answered<Calendar> {
    known(&server, |known| {
        let last = days.to.unwrap_or(known.reading.lens.on);
        let first = days.from.unwrap_or(last);
        let days = days_between(first, last);
        if !(0..=DAYS_MAX).contains(&days) {
            let what = format!("from {first} to {last} is no stretch of days that can be shown");
            let remedy = format!("ask for at most {DAYS_MAX} days, the earlier first");
            return Err(Failure::new(what, remedy).into());
        }
        Ok(Calendar::new(&known.judgement(), (first, last), known.easy))
    })
    .await
}
