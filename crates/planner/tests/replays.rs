//! Past weeks replayed with one thing changed, and a year at a glance: each story shows its weeks.

use planner::{Replay, Span, WhatIf, Year, what_if, what_if_ahead, year};
use rulebook::{Case, Verdict, doctrine, examples::example};
use training::{
    Metres, Purpose, Standing, Weekday,
    calendar::{add_days, days_between},
    notation::parse_session,
    plan::parse_plan,
};

fn replayed(weeks: &str, change: &WhatIf, count: usize) -> Replay {
    let example = example(weeks);
    what_if(&example.case(), &doctrine(&example.doctrine).unwrap(), change, count)
}

fn junk(replay: &Replay) -> (Metres, Metres) {
    let of = |standings: &[(Standing, Metres)]| {
        standings.iter().find(|(standing, _)| *standing == Standing::Junk).unwrap().1
    };
    (of(&replay.before.standings), of(&replay.after.standings))
}

fn turned(replay: &Replay, rule: &str) -> Option<((Verdict, Verdict), (usize, usize))> {
    let found = replay.turned.iter().find(|turned| turned.rule.0 == rule)?;
    Some((found.verdicts, found.weeks_broken))
}

/// Eight weeks of running too fast to be easy, beside a long run.
const GREY: &str = "\
goal: fitness
8 weeks:
Tue  steady 45min @4:32
Thu  steady 45min @4:32
Sat  steady 45min @4:32
Sun  easy 60min
";

#[test]
fn easy_runs_slowed_down_take_as_long_and_go_less_far() {
    let replay = replayed(GREY, &WhatIf::SlowEasy, 6);
    assert_eq!(replay.changed_runs, 18);
    assert_eq!(replay.before.weekly_time, replay.after.weekly_time);
    assert!(replay.after.weekly_distance < replay.before.weekly_distance);
    assert!(replay.after.weekly_distance.0 > 0.85 * replay.before.weekly_distance.0);
    let (was, is) = junk(&replay);
    assert!(was > Metres(0.0) && is == Metres(0.0), "{was:?} {is:?}");
}

#[test]
fn no_more_weeks_are_replayed_than_the_log_holds() {
    let short = replayed(&GREY.replace("8 weeks", "3 weeks"), &WhatIf::SlowEasy, 12);
    let whole = replayed(GREY, &WhatIf::SlowEasy, 3);
    assert_eq!(days_between(short.first, short.last), 20);
    assert_eq!(short.before.weekly_distance, whole.before.weekly_distance);
}

#[test]
fn easy_runs_slowed_down_keep_a_rule_that_was_broken() {
    let replay = replayed(GREY, &WhatIf::SlowEasy, 8);
    let kept: Vec<_> = replay
        .turned
        .iter()
        .filter(|turned| turned.verdicts == (Verdict::Broken, Verdict::Kept))
        .map(|turned| turned.rule.0)
        .collect();
    assert!(kept.contains(&"keep-most-runs-easy"), "{:?}", replay.turned);
}

#[test]
fn without_junk_there_is_less_running_and_no_junk() {
    let replay = replayed(GREY, &WhatIf::DropJunk, 6);
    let (was, is) = junk(&replay);
    assert!(was > Metres(0.0) && is == Metres(0.0));
    let lost = replay.before.weekly_distance - replay.after.weekly_distance;
    assert!((6.0 * lost.0 - was.0).abs() < 1.0);
}

#[test]
fn who_runs_easily_has_nothing_to_slow_down() {
    let easy = "8 weeks:\nTue easy 45min\nThu 6x(800m / 2min jog)\nSun long 15km";
    let replay = replayed(easy, &WhatIf::SlowEasy, 8);
    assert_eq!(replay.changed_runs, 0);
    assert_eq!(replay.before, replay.after);
    assert_eq!(replay.turned, []);
}

#[test]
fn two_days_off_take_the_shortest_easy_runs() {
    let daily = "\
6 weeks:
Mon easy 4km
Tue easy 8km
Wed 6x(800m / 2min jog)
Thu easy 6km
Fri easy 8km
Sat easy 5km
Sun long 15km";
    let replay = replayed(daily, &WhatIf::Rest { days: 2 }, 4);
    assert_eq!((replay.before.rest_days, replay.after.rest_days), (0.0, 2.0));
    assert_eq!(replay.changed_runs, 8);
    let lost = replay.before.weekly_distance - replay.after.weekly_distance;
    assert!((lost.0 - 9_000.0).abs() < 1.0);
    let (_, weeks) = turned(&replay, "take-rest-days").unwrap();
    assert_eq!(weeks, (4, 0));
}

#[test]
fn a_run_more_a_week_is_run_as_it_is_written() {
    let change =
        WhatIf::AddRun { session: parse_session("easy 6km").unwrap(), on: Weekday::Thursday };
    let replay = replayed("8 weeks:\nTue easy 8km\nSun long 12km", &change, 4);
    assert_eq!(replay.changed_runs, 4);
    assert_eq!(replay.after.runs, replay.before.runs + 4);
    assert!((replay.after.weekly_distance.0 - 26_000.0).abs() < 1.0);
    let full = replayed("8 weeks:\nTue easy 8km\nThu easy 5km\nSun long 12km", &change, 4);
    assert_eq!(full.changed_runs, 0);
}

#[test]
fn a_run_more_a_week_may_break_the_growth_of_the_first_week() {
    let change =
        WhatIf::AddRun { session: parse_session("easy 10km").unwrap(), on: Weekday::Thursday };
    let replay = replayed("10 weeks:\nTue easy 12km\nSun long 16km", &change, 4);
    let (_, weeks) = turned(&replay, "grow-weeks-gently").unwrap();
    assert_eq!(weeks, (0, 1));
}

#[test]
fn a_plan_replayed_with_a_run_more_holds_that_run_in_every_week_to_come() {
    let example = example("8 weeks:\nTue easy 8km\nSun long 12km");
    let plan =
        parse_plan(&"Tue easy 8km\nSun long 12km\n".repeat(4), add_days(example.case().on, 1))
            .unwrap();
    let change =
        WhatIf::AddRun { session: parse_session("easy 6km").unwrap(), on: Weekday::Thursday };
    let doctrine = doctrine("evidence-first").unwrap();
    let ahead = |weeks| what_if_ahead(&plan, &example.case(), &doctrine, &change, weeks);
    let replay = ahead(12).unwrap();
    assert_eq!((replay.first, replay.last), (plan.begins, add_days(plan.ends(), -1)));
    assert_eq!((replay.before.runs, replay.changed_runs), (8, 4));
    assert!((replay.after.weekly_distance.0 - 26_000.0).abs() < 1.0);
    assert_eq!(replay.after.purposes[&Purpose::Long], replay.before.purposes[&Purpose::Long]);
    assert_eq!(ahead(2).unwrap().before.runs, 4);
    let over = Case { on: plan.ends(), ..example.case() };
    assert_eq!(what_if_ahead(&plan, &over, &doctrine, &change, 4), None);
}

/// Weeks of one long and some easy kilometres each.
fn weeks(kilometres: &[u32]) -> String {
    let week = |km: &u32| format!("1 week:\nMon easy {}km\nSat easy {}km\n", km / 2, km - km / 2);
    kilometres.iter().map(week).collect()
}

fn seen(text: &str, span: Span) -> Year {
    let example = example(text);
    year(&example.case(), &doctrine("evidence-first").unwrap(), span)
}

/// Four blocks of thirteen weeks: three times growth with lighter weeks, then something else.
fn a_year(after_each_block: [u32; 2]) -> String {
    let block = [30, 33, 36, 27, 38, 40, 43, 32, 45, 47, 50];
    let year: Vec<u32> =
        (0..4).flat_map(|_| block.iter().copied().chain(after_each_block)).collect();
    weeks(&year)
}

#[test]
fn a_year_with_blocks_and_lighter_weeks_lacks_nothing() {
    let year = seen(&a_year([18, 15]), Span::Last52Weeks);
    assert!(year.is_whole);
    assert_eq!(year.weeks.len(), 52);
    assert!(year.lighter_blocks.len() >= 2, "{:?}", year.lighter_blocks);
    assert!(year.lighter_weeks() >= 8, "{}", year.lighter_weeks());
    assert_eq!(year.builds.len(), 4, "{:?}", year.builds);
    assert_eq!(year.lacks, []);
}

#[test]
fn a_year_of_equal_weeks_lacks_all_three() {
    let year = seen(&weeks(&[40; 52]), Span::Last52Weeks);
    assert_eq!((year.builds.len(), year.lighter_weeks(), year.lighter_blocks.len()), (0, 0, 0));
    let lacks: Vec<_> =
        year.lacks.iter().map(|lack| (lack.rule.0, lack.found, lack.asked)).collect();
    let expected = [
        ("take-two-lighter-blocks", 0, 2),
        ("take-cutback-weeks", 0, 8),
        ("take-two-lighter-blocks", 0, 2),
    ];
    assert_eq!(lacks, expected);
    assert!(year.lacks.iter().all(|lack| lack.text.ends_with('.')));
    assert!(!year.lacks.iter().any(|lack| lack.doctrine_asks), "evidence-first asks none of them");
    let example = example(&weeks(&[40; 52]));
    let steady = doctrine("steady-build").unwrap();
    let year = planner::year(&example.case(), &steady, Span::Last52Weeks);
    assert!(year.lacks.len() >= 3 && year.lacks.iter().all(|lack| lack.doctrine_asks), "{year:?}");
}

#[test]
fn a_short_log_tells_of_no_lack() {
    let year = seen(&weeks(&[40; 20]), Span::Last52Weeks);
    assert!(!year.is_whole);
    assert_eq!(year.weeks.len(), 20);
    assert_eq!(year.lacks, []);
}

#[test]
fn half_a_calendar_year_asks_for_half() {
    let example = example(&weeks(&[40; 80]));
    let case = Case { on: add_days(example.case().on, 0), ..example.case() };
    let year = year(&case, &doctrine("evidence-first").unwrap(), Span::Calendar(2027));
    assert_eq!(year.first, jiff::civil::date(2027, 1, 1));
    assert_eq!(year.last, case.on);
    let cutbacks = year.lacks.iter().find(|lack| lack.rule.0 == "take-cutback-weeks").unwrap();
    assert_eq!(cutbacks.asked, 4);
}
