//! `/api/plan/files`: the plan in force as files to take away, for a calendar, a watch, a spreadsheet, or
//! as text.

use super::{Asked, away, plan::in_force};
use crate::{
    clock,
    commands::plan::export::weeks_to_come,
    export::{archive::archive, ics, table::table, workouts},
    server::{Server, desk::Known, problem::Problem},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use logbook::PlanEntry;

/// The plan for a calendar.
#[utoipa::path(get, path = "/api/plan/files/calendar.ics", responses(
    (status = 200, description = "The calendar", content_type = "text/calendar"),
    (status = 404, description = "There is no plan", body = Problem),
))]
pub async fn as_calendar(State(server): Asked) -> Result<Response, Problem> {
    file(&server, ("text/calendar; charset=utf-8", "everymile-plan.ics"), |known, entry| {
        let units = known.reading.pen.units;
        let settings = ics::Calendar::of(entry, clock::now(), Some(known.easy), units);
        Ok(ics::calendar(&entry.agreed.plan, settings).into_bytes())
    })
    .await
}

/// What is left of this week and the next for a watch: a FIT file for each session, in one zip.
#[utoipa::path(get, path = "/api/plan/files/workouts.zip", responses(
    (status = 200, description = "The workouts", content_type = "application/zip"),
    (status = 404, description = "There is no plan", body = Problem),
    (status = 422, description = "The plan is over", body = Problem),
))]
pub async fn as_workouts(State(server): Asked) -> Result<Response, Problem> {
    file(&server, ("application/zip", "everymile-workouts.zip"), |known, entry| {
        let weeks = weeks_to_come(&entry.agreed.plan, known.reading.lens.on)?;
        Ok(archive(&workouts::workouts(&weeks, known.reading.pen.units))?)
    })
    .await
}

/// The plan as a table.
#[utoipa::path(get, path = "/api/plan/files/plan.csv", responses(
    (status = 200, description = "The table", content_type = "text/csv"),
    (status = 404, description = "There is no plan", body = Problem),
))]
pub async fn as_table(State(server): Asked) -> Result<Response, Problem> {
    file(&server, ("text/csv; charset=utf-8", "everymile-plan.csv"), |known, entry| {
        let units = known.reading.pen.units;
        Ok(table(&entry.agreed.plan, Some(known.easy), units).into_bytes())
    })
    .await
}

/// The plan as text, as `everymile plan check` reads it.
#[utoipa::path(get, path = "/api/plan/files/plan.txt", responses(
    (status = 200, description = "The text", content_type = "text/plain"),
    (status = 404, description = "There is no plan", body = Problem),
))]
pub async fn as_text(State(server): Asked) -> Result<Response, Problem> {
    file(&server, ("text/plain; charset=utf-8", "everymile-plan.txt"), |_, entry| {
        Ok(entry.agreed.plan.to_string().into_bytes())
    })
    .await
}

/// The plan in force as a file of a kind and a name.
async fn file(
    server: &Server,
    (mime, name): (&'static str, &'static str),
    write: impl FnOnce(&Known, &PlanEntry) -> Result<Vec<u8>, Problem>,
) -> Result<Response, Problem> {
    away(server, || {
        let known = server.desk.known()?;
        let bytes = write(&known, in_force(&known)?)?;
        let kept = format!("attachment; filename=\"{name}\"");
        let headers =
            [(header::CONTENT_TYPE, mime.to_owned()), (header::CONTENT_DISPOSITION, kept)];
        Ok((headers, bytes).into_response())
    })
    .await
}
