//! `everymile plan show`: the runner's plan, week by week.

use super::{accepted, easy_speed, no_week};
use crate::{
    answer::Answer,
    cli::{Format, SampleLevel, ShowPlan},
    commands::on_day,
    failure::Failure,
    place,
    reading::Reading,
    text::{self, Shown},
    view::{Plan, SampleWeek},
};
use logbook::{Logbook, PlanEntry};
use rulebook::sample_weeks;
use std::path::Path;
use training::Level;

/// Answers `everymile plan show`.
pub fn run(asked: &ShowPlan, path: &Path) -> Result<Answer, Failure> {
    if let Some(level) = asked.sample {
        return sample(level, asked.format);
    }
    let view = asked.seen.view();
    let reading = Reading::of(path, &view)?;
    let entry = &as_asked(asked, accepted(&reading)?, path)?;
    let shown = match asked.week {
        Some(week) if week == 0 || week > entry.agreed.plan.weeks.len() => {
            return Err(no_week(week, &entry.agreed.plan));
        }
        Some(week) => Shown::Week(week),
        None if asked.all => Shown::All,
        None => Shown::Now,
    };
    let mut plan = Plan::of(entry, reading.lens.on, easy_speed(&reading.case(&reading.ability())));
    Ok(match asked.format {
        Format::Json => {
            plan.weeks.retain(|week| asked.week.is_none_or(|asked| asked == week.week));
            Answer::json(plan)
        }
        Format::Text => {
            let next = (place::command(path), on_day(&view));
            Answer::page(text::plan(&plan, shown, &next, reading.pen))
        }
    })
}

/// The plan as it stands, or as it was accepted.
fn as_asked(asked: &ShowPlan, entry: &PlanEntry, path: &Path) -> Result<PlanEntry, Failure> {
    if asked.original { original(entry, &place::open(path)?) } else { Ok(entry.clone()) }
}

/// A plan as it was accepted, before any change.
pub(crate) fn original(entry: &PlanEntry, book: &Logbook) -> Result<PlanEntry, Failure> {
    let first = book.plans()?.into_iter().find(|plan| plan.number == entry.number);
    Ok(first.unwrap_or_else(|| entry.clone()))
}

/// A sample week, which needs no logbook.
fn sample(level: SampleLevel, format: Format) -> Result<Answer, Failure> {
    let level = match level {
        SampleLevel::Beginner => Level::Beginner,
        SampleLevel::Intermediate => Level::Intermediate,
        SampleLevel::Advanced => Level::Advanced,
    };
    let week = sample_weeks().iter().find(|week| week.level == level);
    let week = week.ok_or_else(|| Failure::new("there is no such sample week", "name another"))?;
    Ok(match format {
        Format::Json => Answer::json(SampleWeek::of(week)),
        Format::Text => Answer::page(text::sample_plan(week)),
    })
}
