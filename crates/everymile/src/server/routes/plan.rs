//! `/api/plan`: the plan in force, beside what was run and before the rules; and a new one, looked at
//! first and kept then.

use super::{Asked, away, known};
use crate::{
    cli::WantedPlan,
    commands::plan::{accepted, new::Made, review::reviewed, show::original, withdraw},
    failure::Failure,
    plan_words::weekday,
    profile_words::goal_of_word,
    server::{
        desk::Known,
        problem::{Answered, Kind, Problem},
    },
    view::{Plan, PlanChecked, PlanProposed, PlanReviewed},
};
use axum::{
    Json,
    extract::{Query, State},
};
use logbook::PlanEntry;
use serde::Deserialize;
use training::Date;
use utoipa::{IntoParams, ToSchema};

/// How the plan is looked at.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Look {
    /// As it was accepted, before any change.
    #[serde(default)]
    original: bool,
}

/// What is wanted of a plan; what is not said is as usual.
#[derive(Debug, Default, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// `5k`, `10k`, `half`, `marathon`, `50km`, `base`; without it the goal of the profile.
    goal: Option<String>,
    /// The day of the race.
    date: Option<Date>,
    /// The days to run on, `tue,sat,sun`; without them those usually run on.
    days: Option<String>,
}

/// The plan in force, week by week.
#[utoipa::path(get, path = "/api/plan", params(Look), responses(
    (status = 200, description = "The plan", body = Plan),
    (status = 404, description = "There is no plan, or there are no runs", body = Problem),
))]
pub async fn show(State(server): Asked, Query(look): Query<Look>) -> Answered<Plan> {
    away(&server, || {
        server.desk.with(|book, known| {
            let entry = in_force(known)?;
            let (on, easy) = (known.reading.lens.on, known.easy);
            if look.original {
                return Ok(Json(Plan::of(&original(entry, book)?, on, easy)));
            }
            Ok(Json(Plan::of(entry, on, easy)))
        })
    })
    .await
}

/// The plan in force beside what was run, and what next.
#[utoipa::path(get, path = "/api/plan/review", responses(
    (status = 200, description = "The review", body = PlanReviewed),
    (status = 404, description = "There is no plan, or there are no runs", body = Problem),
))]
pub async fn review(State(server): Asked) -> Answered<PlanReviewed> {
    known(&server, |known| {
        in_force(known)?;
        Ok(reviewed(&known.reading, &known.ability)?)
    })
    .await
}

/// The rules that the plan in force breaks, if it is run as written.
#[utoipa::path(get, path = "/api/plan/check", responses(
    (status = 200, description = "What the rules say", body = PlanChecked),
    (status = 404, description = "There is no plan, or there are no runs", body = Problem),
))]
pub async fn check(State(server): Asked) -> Answered<PlanChecked> {
    known(&server, |known| Ok(known.checked(in_force(known)?).clone())).await
}

/// A plan as it would be made; nothing is kept.
#[utoipa::path(get, path = "/api/plan/proposal", params(Wanted), responses(
    (status = 200, description = "The proposal", body = PlanProposed),
    (status = 422, description = "No such plan can be made, and what can", body = Problem),
))]
pub async fn propose(State(server): Asked, Query(wanted): Query<Wanted>) -> Answered<PlanProposed> {
    known(&server, |known| Ok(made(known, &wanted)?.view(None))).await
}

/// Makes a plan and keeps it: it is in force from the day on which it begins.
#[utoipa::path(put, path = "/api/plan", request_body = Wanted, responses(
    (status = 200, description = "The plan that was kept", body = PlanProposed),
    (status = 422, description = "No such plan can be made, and what can", body = Problem),
))]
pub async fn keep(State(server): Asked, Json(wanted): Json<Wanted>) -> Answered<PlanProposed> {
    away(&server, || {
        // Nobody waits at the desk while a plan is thought out.
        let known = server.desk.known()?;
        let made = made(&known, &wanted)?;
        let number = server.desk.with(|book, _| Ok(made.keep(book)?))?;
        Ok(Json(made.view(Some(number))))
    })
    .await
}

/// Takes the plan in force back: it is kept, and no longer holds from the day on.
#[utoipa::path(delete, path = "/api/plan", responses(
    (status = 200, description = "The plan that was taken back", body = Plan),
    (status = 404, description = "There is no plan, or there are no runs", body = Problem),
))]
pub async fn take_back(State(server): Asked) -> Answered<Plan> {
    away(&server, || {
        server.desk.with(|book, known| {
            in_force(known)?;
            let withdrawn = withdraw::take_back(book, &known.reading)?;
            Ok(Json(Plan::of(&withdrawn, known.reading.lens.on, known.easy)))
        })
    })
    .await
}

/// The plan in force; that there is none yet is nobody's mistake.
pub(super) fn in_force(known: &Known) -> Result<&PlanEntry, Problem> {
    accepted(&known.reading).map_err(|failure| Problem::of(Kind::NotFound, failure))
}

fn made(known: &Known, wanted: &Wanted) -> Result<Made, Problem> {
    let wanted = wanted.read().map_err(|error| Failure::with_remedy(&error))?;
    Ok(Made::of(&known.reading, &known.ability, &wanted)?)
}

impl Wanted {
    /// The words read as those of `everymile plan new`.
    fn read(&self) -> Result<WantedPlan, String> {
        let said = |word: &Option<String>| word.clone().filter(|word| !word.is_empty());
        let days = said(&self.days);
        let days = days.iter().flat_map(|days| days.split(','));
        Ok(WantedPlan {
            goal: said(&self.goal).map(|goal| goal_of_word(&goal)).transpose()?,
            date: self.date,
            days: days.map(weekday).collect::<Result<_, _>>()?,
            ..WantedPlan::default()
        })
    }
}
