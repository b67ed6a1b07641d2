//! `everymile what-if`: weeks replayed with one thing changed, those that were or those of the plan.

use crate::{
    answer::Answer,
    cli::{Format, WhatIf},
    failure::Failure,
    reading::Reading,
    text,
    view::Replayed,
};
use planner::{Replay, what_if, what_if_ahead};
use rulebook::Case;
use std::path::Path;

/// Answers `everymile what-if`.
pub fn run(asked: &WhatIf, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.look.view)?;
    let ability = reading.ability();
    let case = reading.case(&ability);
    let replay =
        if asked.plan { ahead(asked, &reading, &case)? } else { behind(asked, &reading, &case)? };
    let doctrine = &reading.lens.doctrine.name;
    let view = Replayed::new(replay, case.on, doctrine, asked.plan);
    Ok(match asked.look.format {
        Format::Json => Answer::json(view),
        Format::Text => Answer::page(text::replayed(&view, reading.pen)),
    })
}

/// The last weeks, as far as the log goes back.
fn behind(asked: &WhatIf, reading: &Reading, case: &Case<'_>) -> Result<Replay, Failure> {
    super::first_run_day(case)?;
    Ok(what_if(case, &reading.lens.doctrine, &change(asked), asked.weeks.into()))
}

/// The coming weeks of the plan.
fn ahead(asked: &WhatIf, reading: &Reading, case: &Case<'_>) -> Result<Replay, Failure> {
    let entry = super::plan::accepted(reading)?;
    let (plan, weeks) = (&entry.agreed.plan, usize::from(asked.weeks));
    what_if_ahead(plan, case, &reading.lens.doctrine, &change(asked), weeks).ok_or_else(|| {
        let what = format!("no whole week of plan {} is to come after {}", entry.number, case.on);
        Failure::new(what, "leave --plan out to replay the weeks that were")
    })
}

/// What is to be changed. The command line lets one of them through.
fn change(asked: &WhatIf) -> planner::WhatIf {
    if let Some(days) = asked.rest {
        return planner::WhatIf::Rest { days: usize::from(days) };
    }
    if let Some((session, on)) = asked.add_run.clone().zip(asked.day) {
        return planner::WhatIf::AddRun { session, on };
    }
    if asked.slow_easy { planner::WhatIf::SlowEasy } else { planner::WhatIf::DropJunk }
}
