//! Writes a plan as it leaves the house (workouts, calendars, a table) and what its steps are, for
//! other programs to read and compare: `cargo run -p everymile --example plan_files -- FOLDER`.
#![allow(clippy::disallowed_methods, reason = "a developer's tool: it writes files")]

use everymile::{
    export::{
        entries,
        ics::{Calendar, calendar},
        table::table,
        workouts::workouts,
    },
    text::session::title,
    units::Units,
};
use jiff::civil::{date, time};
use serde_json::json;
use std::{env, error::Error, fs, iter::zip, path::PathBuf};
use training::{MetresPerSecond, plan::parse_plan, workout::steps};

/// A plan with every kind of part, amount, rest and target.
const PLAN: &str = "\
Week 1, base
Mon  rest
Tue  easy 8km
Tue  recovery 30min @6:40 hr<=133
Wed  easy 12min + 6x(3min @4:10 / 2min jog) + easy 8min
Thu  easy 6km hr<=140 + strides 6x(20s / 1min walk)
Fri  easy 2km + 5x(600m @4:00 / 400m jog) + easy 2km
Sat  walk 45min
Sun  long 26km @5:45

Week 2, build, lighter
Mon  easy 15min + hills 8x(1min / 90s walk) + easy 10min
Tue  easy 2mi + tempo 20min @7:05/mi hr<=172 + easy 1mi
Wed  progression 10km
Thu  easy 10min + fartlek 10x(1min / 1min jog) + easy 10min
Fri  easy 3km + tempo 3x(2km @4:20 / 90s stand) + 4x(400m @3:45 / 200m jog) + easy 2km
Sat  steady 12km @4:55
Sun  walk 10min + race 42.195km @5:41
";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(&folder)?;
    let plan = parse_plan(PLAN, date(2026, 11, 30))?;
    let mut expected = Vec::new();
    for (file, entry) in zip(workouts(&plan, Units::Kilometres), entries(&plan)) {
        fs::write(folder.join(&file.name), file.bytes?)?;
        expected.push(json!({
            "file": file.name,
            "title": title(&entry.planned.session, None, Units::Kilometres),
            "notation": entry.planned.session.to_string(),
            "steps": steps(&entry.planned.session),
        }));
    }
    fs::write(folder.join("expected.json"), serde_json::to_string_pretty(&expected)?)?;
    let all_day = Calendar {
        plan: 7,
        sequence: 2,
        stamp: "2026-11-26T08:30:00Z".parse()?,
        starts_at: None,
        easy_speed: Some(MetresPerSecond(2.8)),
        units: Units::Kilometres,
    };
    let timed = Calendar { starts_at: Some(time(6, 30, 0, 0)), ..all_day };
    fs::write(folder.join("plan.ics"), calendar(&plan, all_day))?;
    fs::write(folder.join("plan-timed.ics"), calendar(&plan, timed))?;
    fs::write(folder.join("plan.csv"), table(&plan, all_day.easy_speed, all_day.units))?;
    Ok(())
}
