//! The description of the routes, as OpenAPI: what the page's types are made from.

use super::{
    Server,
    problem::Problem,
    routes::{
        backup, calendar, check_in, cover, import, ledger, plan, plan_changes, plan_files, profile,
        progress, rulebook, runs, session, shoes, signs, today,
    },
};
use axum::Json;
use std::sync::{Arc, LazyLock};
use utoipa::{OpenApi as _, openapi::OpenApi};
use utoipa_axum::{router::OpenApiRouter, routes};

/// What everymile answers about a logbook, to the page and to anybody on this machine.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "everymile",
        description = "What every mile was for: the views that the commands print, as JSON. \
                       A field's name carries its unit; null is not known, never zero.",
        license(name = "MIT OR Apache-2.0")
    ),
    components(schemas(Problem))
)]
struct Described;

/// Every route with its description.
pub fn routes() -> OpenApiRouter<Arc<Server>> {
    OpenApiRouter::with_openapi(Described::openapi())
        .routes(routes!(cover::cover))
        .routes(routes!(today::today))
        .routes(routes!(calendar::calendar))
        .routes(routes!(ledger::ledger))
        .routes(routes!(ledger::previews))
        .routes(routes!(plan::show, plan::keep, plan::take_back))
        .routes(routes!(plan::review))
        .routes(routes!(plan::check))
        .routes(routes!(plan::propose))
        .routes(routes!(plan_changes::changes, plan_changes::propose))
        .routes(routes!(plan_changes::take_or_leave))
        .routes(routes!(plan_changes::look, plan_changes::take))
        .routes(routes!(plan_files::as_calendar))
        .routes(routes!(plan_files::as_workouts))
        .routes(routes!(plan_files::as_table))
        .routes(routes!(plan_files::as_text))
        .routes(routes!(progress::progress))
        .routes(routes!(progress::predictions))
        .routes(routes!(signs::signs))
        .routes(routes!(runs::run))
        .routes(routes!(runs::neighbours))
        .routes(routes!(runs::recording))
        .routes(routes!(runs::correct, runs::withdraw))
        .routes(routes!(check_in::said, check_in::say))
        .routes(routes!(rulebook::rules))
        .routes(routes!(rulebook::one))
        .routes(routes!(rulebook::doctrines))
        .routes(routes!(rulebook::compared))
        .routes(routes!(rulebook::choose))
        .routes(routes!(rulebook::set))
        .routes(routes!(import::how_far, import::begin))
        .routes(routes!(import::hand_in))
        .routes(routes!(import::read_in))
        .routes(routes!(import::imports))
        .routes(routes!(import::set_aside))
        .routes(routes!(profile::profile, profile::say_of_runner))
        .routes(routes!(shoes::shoes, shoes::say_of_shoes))
        .routes(routes!(shoes::worn, shoes::wear_on_run))
        .routes(routes!(backup::make))
        .routes(routes!(backup::fetch))
        .routes(routes!(backup::hand_in))
        .routes(routes!(backup::put, backup::leave))
        .routes(routes!(session::come_in, session::leave))
}

/// The description of all routes.
pub fn description() -> OpenApi {
    routes().split_for_parts().1
}

/// The same, made once.
static DESCRIPTION: LazyLock<OpenApi> = LazyLock::new(description);

/// Answers `GET /api/openapi.json`.
pub async fn show() -> Json<&'static OpenApi> {
    Json(&DESCRIPTION)
}
