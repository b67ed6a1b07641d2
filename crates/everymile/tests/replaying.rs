//! Stories of weeks replayed with one thing changed, and of a year at a glance.
#![allow(clippy::disallowed_methods, reason = "the stories run the binary")]

mod desk;

use desk::{Desk, LAST_DAY};

fn desk(story: &str) -> Desk {
    let desk = Desk::with_runs(story);
    desk.types("import FILES").well();
    desk
}

#[track_caller]
fn check_refused(desk: &Desk, words: &[&str], what: &str, remedy: &str) {
    desk.types_words(words).refused(what, remedy);
}

#[test]
fn weeks_with_more_rest_stand_beside_the_weeks_as_they_were() {
    let desk = desk("replay-rest");
    let what_if = format!("what-if --rest 4 --on {LAST_DAY}");
    let told = desk.types(&what_if).well().result;
    assert!(
        told.starts_with("3 weeks, Mon 2 Mar 2026 to Sun 22 Mar 2026, with 4 days off"),
        "{told}"
    );
    assert!(told.contains("as it is") && told.contains("as it would be"), "{told}");
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("This is arithmetic on the log, not a forecast"), "{told}");
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    let replay = desk.types(&format!("{what_if} --format json")).well().json();
    let rest = |side: &str| replay[side]["rest_days"].as_f64().unwrap();
    assert!(rest("before") < 4.0 && rest("after") >= 4.0, "{replay}");
    assert_eq!(desk.types(&what_if).well().result, told, "nothing was kept");
}

#[test]
fn a_run_more_is_written_in_the_notation_and_falls_on_its_day() {
    let desk = desk("replay-add");
    let add = ["what-if", "--add-run", "easy 40min", "--day", "mon", "--on", LAST_DAY];
    let replay = desk.types_words(&[&add[..], &["--format", "json"]].concat()).well().json();
    let runs = |side: &str| replay[side]["runs"].as_u64().unwrap();
    assert_eq!(runs("after") - runs("before"), replay["changed_runs"].as_u64().unwrap());
    assert_eq!(replay["what"], "with one run more a week, easy 40min on mon");
}

#[test]
fn the_plan_ahead_is_replayed_where_one_is_in_force() {
    let desk = desk("replay-plan");
    let ahead = ["what-if", "--rest", "5", "--plan", "--weeks", "4", "--on", LAST_DAY];
    check_refused(&desk, &ahead, "no plan yet", "plan new");
    desk.types(&format!("plan new --goal base --weeks 4 --on {LAST_DAY} --yes")).well();
    let told = desk.types_words(&ahead).well().result;
    assert!(
        told.starts_with("4 weeks of your plan to come, Mon 23 Mar 2026 to Sun 19 Apr"),
        "{told}"
    );
    let over = ["what-if", "--rest", "5", "--plan", "--on", "2026-04-18"];
    check_refused(&desk, &over, "no whole week of plan 1 is to come", "leave --plan out");
}

#[test]
fn what_cannot_be_replayed_is_refused_with_what_can() {
    let desk = desk("replay-refused");
    check_refused(&desk, &["what-if"], "required", "--drop-junk|--slow-easy|--rest <DAYS>");
    check_refused(
        &desk,
        &["what-if", "--rest", "2", "--slow-easy"],
        "cannot be used",
        "--slow-easy",
    );
    check_refused(&desk, &["what-if", "--rest", "8"], "8 is not between 1 and 6", "say 1 to 6");
    let add = |session, day| ["what-if", "--add-run", session, "--day", day];
    check_refused(&desk, &["what-if", "--add-run", "easy 4km"], "required", "--day <DAY>");
    check_refused(&desk, &add("esy 4km", "tue"), "cannot read 'esy'", "the first word is a");
    check_refused(&desk, &add("rest", "tue"), "rest is no run", "easy 40min");
    check_refused(&desk, &add("easy 4km", "caturday"), "'caturday' is no day", "mon, tue, wed");
    check_refused(
        &desk,
        &["year", "--year", "2031"],
        "nothing is known of 2031",
        "holds the years",
    );
    check_refused(&desk, &["year", "--year", "soon"], "invalid value 'soon'", "--year");
    let before = ["what-if", "--drop-junk", "--on", "2020-01-01"];
    check_refused(&desk, &before, "no run is known up to 2020-01-01", "everymile import");
}

#[test]
fn a_year_is_a_strip_of_weeks_and_a_short_log_lacks_nothing_that_can_be_told() {
    let desk = desk("year");
    let told = desk.types(&format!("year --on {LAST_DAY}")).well().result;
    assert!(told.starts_with("Mon 2 Mar 2026 to Sun 22 Mar 2026: 3 whole weeks, "), "{told}");
    let strip = told.lines().find(|line| line.starts_with("  time")).unwrap();
    assert_eq!(strip.trim_start_matches("  time").trim().chars().count(), 3, "{told}");
    assert!(strip.contains('█'), "the largest week is the highest: {told}");
    assert!(told.contains("what it lacks cannot be told"), "{told}");
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    let year = desk.types(&format!("year --year 2026 --on {LAST_DAY} --format json")).well().json();
    assert_eq!((&year["first"], &year["is_whole"]), (&"2026-01-01".into(), &false.into()));
}

#[test]
fn the_help_teaches_by_example() {
    let desk = Desk::empty("replay-help");
    for command in ["what-if", "year"] {
        let told = desk.types(&format!("{command} --help")).well().result;
        assert!(told.contains("Examples:") && told.contains(&format!("  everymile {command}")));
    }
}
