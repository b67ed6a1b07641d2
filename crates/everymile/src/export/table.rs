//! A plan as a table for a spreadsheet: one row for each session.

use super::{BesideEntry, Entry, besides, entries};
use crate::{
    text::session::{beside_title, title},
    units::Units,
};
use training::{Date, MetresPerSecond, Phase, Plan};

const COLUMNS: [&str; 9] = [
    "date",
    "weekday",
    "week",
    "phase",
    "session",
    "purpose",
    "distance_m",
    "duration_s",
    "notation",
];

/// The sessions of a plan as CSV, oldest first. Distances and durations that are not written follow
/// from the runner's usual easy speed; without it they stay empty.
///
/// # Panics
/// Never: memory takes every row.
pub fn table(plan: &Plan, easy_speed: Option<MetresPerSecond>, units: Units) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).expect("memory takes every row");
    let runs = entries(plan).into_iter();
    let runs = runs.map(|entry| (entry.planned.date, row(&entry, easy_speed, units)));
    let besides = besides(plan).into_iter().map(|entry| (entry.date, beside_row(&entry)));
    let mut rows: Vec<(Date, [String; 9])> = runs.chain(besides).collect();
    rows.sort_by_key(|(date, _)| *date);
    for (_, row) in rows {
        writer.write_record(row).expect("memory takes every row");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("rows of text are text")
}

fn row(entry: &Entry, easy_speed: Option<MetresPerSecond>, units: Units) -> [String; 9] {
    let session = &entry.planned.session;
    let whole = |number: Option<f64>| number.map(|it| format!("{it:.0}")).unwrap_or_default();
    [
        entry.planned.date.to_string(),
        entry.planned.date.strftime("%a").to_string(),
        entry.week.to_string(),
        entry.phase.map(Phase::word).unwrap_or_default().to_owned(),
        title(session, easy_speed, units),
        session.main_purpose().to_string(),
        whole(session.distance(easy_speed).map(|distance| distance.0)),
        whole(session.time(easy_speed).map(|time| time.0)),
        session.to_string(),
    ]
}

/// Strength and cross-training have no purpose in running and no distance.
fn beside_row(entry: &BesideEntry) -> [String; 9] {
    [
        entry.date.to_string(),
        entry.date.strftime("%a").to_string(),
        entry.week.to_string(),
        entry.phase.map(Phase::word).unwrap_or_default().to_owned(),
        beside_title(&entry.beside),
        entry.beside.word().to_owned(),
        String::new(),
        format!("{:.0}", entry.beside.time.0),
        entry.beside.to_string(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use training::plan::parse_plan;

    #[test]
    fn each_session_is_a_row() {
        let text = "Week 1, base\nTue easy 8km @6:00\nThu easy 12min + 6x(3min / 2min jog)";
        let plan = parse_plan(text, date(2026, 11, 30)).unwrap();
        assert_eq!(
            table(&plan, None, Units::Kilometres),
            "date,weekday,week,phase,session,purpose,distance_m,duration_s,notation\n\
             2026-12-01,Tue,1,base,\"Easy run, 8 km\",easy,8000,2880,easy 8km @6:00\n\
             2026-12-03,Thu,1,base,\"Intervals, 42 min\",intervals,,2520,\
             easy 12min + 6x(3min / 2min jog)\n"
        );
    }

    #[test]
    fn strength_is_a_row_after_the_run_of_its_day() {
        let text = "Week 1, base\nTue strength 30min\nTue easy 8km\nWed easy 5km";
        let plan = parse_plan(text, date(2026, 11, 30)).unwrap();
        let csv = table(&plan, None, Units::Kilometres);
        let row = csv.lines().nth(2).unwrap();
        assert_eq!(row, "2026-12-01,Tue,1,base,\"Strength, 30 min\",strength,,1800,strength 30min");
    }

    #[test]
    fn the_usual_speed_fills_what_is_not_written() {
        let plan = parse_plan("Tue easy 30min", date(2026, 11, 30)).unwrap();
        let csv = table(&plan, Some(MetresPerSecond(3.0)), Units::Kilometres);
        assert!(csv.ends_with(",easy,5400,1800,easy 30min\n"), "{csv}");
    }
}
