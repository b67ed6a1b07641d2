//! Stories of runners with a plan: asked for and refused, kept only when accepted, shown, checked as
//! text, reviewed against what was run, exported; and seen by the rules.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY, check_refused};
use std::fs;

/// A desk with three weeks of runs in the logbook.
fn desk(story: &str) -> Desk {
    let desk = Desk::with_runs(story);
    desk.types("import FILES").well();
    desk
}

/// The same, with a plan that was accepted on the last day of the second week.
fn desk_with_plan(story: &str) -> Desk {
    let desk = desk(story);
    let told = desk.types("plan new --goal base --weeks 4 --on 2026-03-15 --yes").well();
    assert!(told.result.contains("Kept as plan 1."), "{}", told.result);
    desk
}

#[test]
fn a_plan_is_kept_only_when_it_is_accepted() {
    let desk = desk("plan-accepted");
    let new = format!("plan new --goal 10k --date 2026-05-24 --on {LAST_DAY}");
    let told = desk.types(&new).well();
    assert!(told.result.starts_with("10 km on Sun 24 May 2026: 9 weeks from Mon 23 Mar 2026\n"));
    assert!(told.result.contains("It starts from "), "{}", told.result);
    assert!(told.result.contains("Week 1, base"), "{}", told.result);
    assert!(told.result.contains("type the same again with --yes"), "{}", told.result);
    let show = format!("plan show --on {LAST_DAY}");
    check_refused(&desk, &show, "no plan yet", "everymile plan new --goal half");

    let told = desk.types(&format!("{new} --yes")).well();
    assert!(told.result.contains("Kept as plan 1."), "{}", told.result);
    let told = desk.types(&show).well();
    assert!(told.result.contains("Plan 1, yours since Sun 22 Mar 2026"), "{}", told.result);
    assert!(told.result.contains("It begins on Mon 23 Mar 2026."), "{}", told.result);
}

#[test]
fn the_same_question_gives_the_same_plan() {
    let desk = desk("plan-same");
    let new = format!("plan new --goal half --date 2026-08-02 --on {LAST_DAY}");
    assert_eq!(desk.types(&new).well().result, desk.types(&new).well().result);
}

#[test]
fn the_goal_in_the_profile_needs_no_word() {
    let desk = desk("plan-profile-goal");
    let new = format!("plan new --on {LAST_DAY}");
    check_refused(&desk, &new, "no goal was named", "--goal base");
    desk.types("profile set goal 10k:2026-05-24").well();
    let told = desk.types(&new).well();
    assert!(told.result.starts_with("10 km on Sun 24 May 2026: 9 weeks"), "{}", told.result);
}

#[test]
fn the_days_and_the_long_day_are_the_runners() {
    let desk = desk("plan-days");
    let days = "--days sun,mon,wed,fri --long fri --max-minutes sun=40";
    let new = format!("plan new --goal base {days} --on {LAST_DAY} --yes");
    let told = desk.types(&new).well();
    assert!(told.result.contains("Days to run on: Mon, Wed, Fri and Sun."), "{}", told.result);
    let plan = desk.types(&format!("plan show --format json --on {LAST_DAY}")).well().json();
    for session in plan["weeks"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|week| week["sessions"].as_array().unwrap())
    {
        let day: training::Date = session["date"].as_str().unwrap().parse().unwrap();
        let day = day.strftime("%a").to_string();
        assert!(["Mon", "Wed", "Fri", "Sun"].contains(&day.as_str()), "{session}");
        assert!(session["purpose"] != "long" || day == "Fri", "{session}");
        let is_easy = ["easy", "recovery"].contains(&session["purpose"].as_str().unwrap());
        let minutes = session["duration_s"].as_f64().unwrap() / 60.0;
        assert!(day != "Sun" || !is_easy || minutes <= 41.0, "{session}");
    }
}

#[test]
fn what_cannot_be_planned_is_said_with_what_can() {
    let desk = desk("plan-refused");
    let refused = |asked: &str, what: &str, remedy: &str| {
        check_refused(&desk, &format!("plan new {asked} --on {LAST_DAY}"), what, remedy);
    };
    refused("--goal half --date 2026-03-01", "2026-03-01 is not ahead of", "give a day to come");
    let too_soon = "plan new --goal marathon --date 2026-03-29 --on 2026-03-08";
    check_refused(&desk, too_soon, "a marathon in 3 weeks from", "fits");
    refused("--goal base --weeks 70", "takes 2 to 52 weeks, not 70", "--weeks between them");
    refused("--goal base --days=", "is no day of the week", "mon, tue, wed, thu");
    refused("--goal base --days mon,caturday", "'caturday' is no day", "mon, tue, wed, thu");
    refused("--goal base --days mon,wed --long sun", "Sunday is none of the days", "--days");
    refused("--goal base --days mon,wed --max-minutes sun=60", "Sunday is held to", "--days sun");
    refused("--goal base --max-minutes sun", "names no minutes", "like tue=60");
    refused("--goal base --date 2026-05-24", "there is a day and no race", "--goal 10k");
    refused("--goal base --time 1:45:00", "and there is none", "--goal half");
    refused("--goal half --date 2026-08-02 --time 1:45", "is no time for", "like 1:45:00");
    refused("--goal half --time soon", "'soon' is no time", "like 1:45:00");
    refused("--goal quickly", "'quickly' is no goal", "5k, 10k, half");
}

#[test]
fn a_plan_is_shown_in_brief_by_the_week_and_whole() {
    let desk = desk_with_plan("plan-shown");
    let now = desk.types("plan show --on 2026-03-18").well().result;
    assert!(now.contains("Wed 18 Mar 2026 is in week 1."), "{now}");
    assert!(now.contains("→     1  Mon 16 Mar 2026"), "{now}");
    assert!(now.contains("→ Wed 18 Mar  ") && now.contains("(today)"), "{now}");
    assert!(now.contains("Week 2, base") && !now.contains("Week 3, base"), "{now}");
    assert!(now.contains("What they are for\n"), "{now}");
    let third = desk.types("plan show --week 3 --on 2026-03-18").well().result;
    assert!(third.contains("Week 3, base") && !third.contains("Week 2, base"), "{third}");
    let all = desk.types("plan show --all --on 2026-03-18").well().result;
    assert!((1..=4).all(|week| all.contains(&format!("Week {week}, base"))), "{all}");
    check_refused(&desk, "plan show --week 9 --on 2026-03-18", "no week 9", "its weeks are 1 to 4");
}

#[test]
fn no_page_about_a_plan_is_wider_than_eighty_columns() {
    let desk = desk_with_plan("plan-eighty-columns");
    let new = "plan new --goal half --date 2026-08-02";
    fs::write(desk.folder.join("hard.txt"), HARD_WEEKS).unwrap();
    for command in [new, "plan show --all", "plan show", "plan review", "plan check hard.txt"] {
        for units in ["km", "mi"] {
            let told = desk.types(&format!("{command} --on {LAST_DAY} --units {units}"));
            for line in told.result.lines() {
                assert!(line.chars().count() <= 80, "{command}: {line}");
            }
        }
    }
}

/// A plan that nobody should run.
const HARD_WEEKS: &str = "\
begins 2026-03-23

# Too much of everything.
Week 1, build
Mon  intervals 5km
Tue  easy 2km + 6x(1km @3:40 / 2min jog)
Wed  tempo 10km
Thu  easy 2km + 6x(1km @3:40 / 2min jog)
Fri  recovery 2h
Sat  tempo 10km
Sun  long 42km
";

#[test]
fn a_plan_that_breaks_rules_is_told_which_where_and_by_how_much() {
    let desk = desk("plan-checked");
    fs::write(desk.folder.join("hard.txt"), HARD_WEEKS).unwrap();
    let told = desk.types(&format!("plan check hard.txt --on {LAST_DAY}"));
    assert_eq!((told.status, told.messages.as_str()), (1, ""));
    assert!(told.result.starts_with("hard.txt: 1 week from Mon 23 Mar 2026"), "{}", told.result);
    assert!(told.result.contains("  take-rest-days · "), "{}", told.result);
    assert!(told.result.contains("0 days, at least 1 asked"), "{}", told.result);
    let on_friday = "keep-recovery-runs-short · convention, Fri 27 Mar 2026\n";
    assert!(told.result.contains(on_friday), "{}", told.result);
    let json = desk.types(&format!("plan check hard.txt --on {LAST_DAY} --format json"));
    assert_eq!(json.status, 1);
    assert_eq!(json.json()["broken"][0]["week"], 1);
}

#[test]
fn a_plan_that_breaks_nothing_is_told_so_in_a_sentence_without_a_logbook() {
    let desk = Desk::empty("plan-checked-well");
    fs::write(desk.folder.join("calm.txt"), "Tue easy 30min\nThu easy 30min\nSun easy 40min")
        .unwrap();
    let told = desk.types(&format!("plan check calm.txt --on {LAST_DAY}")).well();
    assert!(told.result.starts_with("calm.txt: 1 week from Mon 23 Mar 2026"), "{}", told.result);
    assert!(told.result.contains("No rule is broken"), "{}", told.result);
    assert!(!desk.folder.join("logbook.everymile").exists());
}

#[test]
fn a_mistake_in_a_plan_is_named_with_its_file_and_line() {
    let desk = Desk::empty("plan-mistake");
    let write = |text: &str| fs::write(desk.folder.join("plan.txt"), text).unwrap();
    write("Week 1, base\nTue  easy 8km\n\nThu  esy 8km\n");
    let check = "plan check plan.txt";
    check_refused(&desk, check, "plan.txt: line 4: cannot read 'esy'", "→ the first word is a");
    write("Week 1, bild\nTue  easy 8km\n");
    check_refused(&desk, check, "plan.txt: line 1: 'bild'", "→ the words are base, build");
    write("Dienstag  easy 8km\n");
    check_refused(&desk, check, "plan.txt: line 1: cannot read 'Dienstag'", "→ a line begins with");
    write("# nothing yet\n");
    check_refused(&desk, check, "plan.txt: it holds no session", "like 'Tue easy 8km'");
    check_refused(&desk, "plan check none.txt", "none.txt could not be read", "check the path");
}

#[test]
fn a_plan_is_reviewed_against_what_was_run() {
    let desk = desk_with_plan("plan-reviewed");
    let told = desk.types(&format!("plan review --on {LAST_DAY}")).well().result;
    assert!(told.starts_with("Plan 1 up to Sun 22 Mar 2026, in week 1 of 4."), "{told}");
    assert!(told.contains("Week 1, base, from Mon 16 Mar 2026: "), "{told}");
    assert!(told.contains("What next\n  - Mon 23 Mar 2026: ") || told.contains("  - Tue 24 Mar"));
    let review = desk.types(&format!("plan review --on {LAST_DAY} --format json")).well().json();
    let runs: usize = ["done", "moved", "unplanned"]
        .iter()
        .map(|what| review[what].as_u64().unwrap() as usize)
        .sum();
    assert!(runs >= 6, "{review}");
    assert!(review["share"].as_f64().unwrap() > 0.2, "{review}");

    let before = desk.types("plan review --on 2026-03-15").well().result;
    assert!(before.starts_with("Plan 1 begins on Mon 16 Mar 2026.\n"), "{before}");
    let after = desk.types("plan review --on 2026-05-01").well().result;
    assert!(after.contains("This plan is over. everymile plan new"), "{after}");
    check_refused(&desk, "plan export --fit w --on 2026-05-01", "the plan is over", "--weeks");
}

#[test]
fn the_rules_and_today_see_the_plan() {
    let desk = desk_with_plan("plan-seen");
    let judged = desk.types(&format!("judge --on {LAST_DAY} --format json")).well().json();
    let findings = judged["findings"].as_array().unwrap();
    let follow = findings.iter().find(|finding| finding["rule"] == "follow-the-plan").unwrap();
    assert_ne!(follow["verdict"], "not-applicable", "{follow}");
    let text = desk.types(&format!("plan export --text --on {LAST_DAY}")).well().result;
    let rest = text.lines().find(|line| line.ends_with("  rest")).unwrap();
    let places = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let place = places.iter().position(|day| rest.starts_with(day)).unwrap();
    let today = desk.types(&format!("today --on 2026-03-{}", 23 + place)).well().result;
    let flat = today.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("Your plan holds rest today."), "{today}");
}

#[test]
fn a_new_plan_takes_over_on_the_day_it_begins() {
    let desk = desk_with_plan("plan-replaced");
    desk.types("plan new --goal base --weeks 3 --on 2026-03-18 --yes").well();
    let first = desk.types("plan show --on 2026-03-17").well().result;
    assert!(first.contains("\nPlan 1, "), "{first}");
    let second = desk.types("plan show --on 2026-03-18").well().result;
    assert!(second.contains("\nPlan 2, "), "{second}");
    assert!(second.starts_with("Base and fitness: 3 weeks from Mon 23 Mar 2026\n"), "{second}");
}

#[test]
fn a_plan_outlives_a_rebuild() {
    let desk = desk_with_plan("plan-rebuilt");
    let before = desk.types("plan export --text --on 2026-03-18").well().result;
    desk.types("rebuild").well();
    assert_eq!(desk.types("plan export --text --on 2026-03-18").well().result, before);
}

#[test]
fn a_plan_leaves_as_files_that_are_not_replaced_without_a_word() {
    let desk = desk_with_plan("plan-exported");
    let export = |what: &str| desk.types(&format!("plan export {what} --on 2026-03-18"));
    let told = export("--ics plan.ics --csv plan.csv --text plan.txt --fit watch").well().result;
    assert!(told.contains("plan.ics\n") && told.contains("watch/2026-03-"), "{told}");
    let read = |name: &str| fs::read_to_string(desk.folder.join(name)).unwrap();
    assert!(read("plan.ics").starts_with("BEGIN:VCALENDAR"));
    assert!(read("plan.csv").starts_with("date,weekday,week,phase"));
    assert!(read("plan.txt").starts_with("begins 2026-03-16"));
    let names = fs::read_dir(desk.folder.join("watch")).unwrap();
    for name in names.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        assert!(("2026-03-18".."2026-03-30").contains(&name.as_str()), "{name}");
    }

    fs::write(desk.folder.join("plan.csv"), "mine").unwrap();
    check_refused(
        &desk,
        "plan export --csv plan.csv --on 2026-03-18",
        "plan.csv is there already",
        "--replace",
    );
    assert_eq!(read("plan.csv"), "mine");
    export("--csv plan.csv --replace").well();
    assert!(read("plan.csv").starts_with("date,"));
}

#[test]
fn some_weeks_of_a_plan_leave_alone_and_keep_their_numbers() {
    let desk = desk_with_plan("plan-some-weeks");
    let csv = desk.types("plan export --csv - --weeks 2-3 --on 2026-03-18").well().result;
    let weeks = csv.lines().skip(1).map(|line| line.split(',').nth(2).unwrap());
    assert!(weeks.clone().count() > 4 && weeks.clone().all(|week| week == "2" || week == "3"));
    let text = desk.types("plan export --text --weeks 2 --on 2026-03-18").well().result;
    assert!(text.starts_with("begins 2026-03-23\n") && text.matches("Week").count() == 1, "{text}");
    let ics = desk.types("plan export --ics - --at 6:30 --on 2026-03-18").well().result;
    assert!(ics.contains("T063000"), "{ics}");
    check_refused(&desk, "plan export --csv - --weeks 9 --on 2026-03-18", "no week 9", "1 to 4");
    check_refused(&desk, "plan export --csv - --weeks x", "'x' are no weeks", "write 3 or 3-6");
    check_refused(&desk, "plan export --ics p.ics --at noon", "'noon' is no time", "like 6:30");
    check_refused(&desk, "plan export", "--ics", "plan export");
    let two = "plan export --csv - --ics - --on 2026-03-18";
    check_refused(&desk, two, "cannot go to standard output at once", "name a file");
}

#[test]
fn what_is_exported_as_text_is_the_plan_that_can_be_checked() {
    let desk = desk_with_plan("plan-round-trip");
    desk.types("plan export --text plan.txt --on 2026-03-15").well();
    let told = desk.types("plan check plan.txt --on 2026-03-15 --format json");
    assert_eq!(told.json()["begins"], "2026-03-16");
    assert_eq!(told.json()["weeks"], 4);
}

#[test]
fn the_help_of_every_action_teaches_by_example() {
    let desk = Desk::empty("plan-help");
    for action in ["new", "show", "check", "review", "export"] {
        let told = desk.types(&format!("plan {action} --help")).well();
        assert!(told.result.contains(&format!("everymile plan {action}")), "{}", told.result);
        assert!(told.result.contains("Examples:"), "{action}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_not_made_on_the_way_to_a_file() {
    let desk = desk_with_plan("plan-no-folder");
    let export = format!("plan export --ics FILES/nowhere/plan.ics --on {LAST_DAY}");
    check_refused(&desk, &export, "there is no folder", "make the folder first");
    fs::write(desk.folder.join("plan.ics"), "").unwrap();
    let export =
        format!("plan export --fit {} --on {LAST_DAY}", desk.folder.join("plan.ics").display());
    check_refused(&desk, &export, "is a file", "--fit FOLDER");
}

#[test]
fn what_nobody_can_run_is_refused_by_its_line() {
    let desk = desk("plan-nonsense");
    let plan = desk.folder.join("plan.txt");
    fs::write(&plan, "Mon rest\nTue easy 9999999km\n").unwrap();
    let check = format!("plan check {}", plan.display());
    check_refused(&desk, &check, "line 2: nobody runs 9999999km", "distances are 10m to 500km");
}

#[test]
fn days_that_do_not_hold_the_usual_week_and_weeks_that_are_not_left_are_told() {
    let desk = desk("plan-shortfall");
    let new = format!("plan new --goal 10k --date 2026-05-24 --on {LAST_DAY}");
    let told = desk.types(&format!("{new} --days sun")).well().result;
    assert!(told.contains("a week do not fit in 1 day: this plan holds "), "{told}");
    let json = desk.types(&format!("{new} --days sun --format json")).well().json();
    assert!(
        json["shortfall"]["largest_week_m"].as_f64() < json["shortfall"]["usual_week_m"].as_f64()
    );
    check_refused(&desk, &format!("{new} --weeks 40"), "there are 9", "give --weeks 9 or fewer");
}
