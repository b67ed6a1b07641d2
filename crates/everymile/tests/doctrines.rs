//! Stories of runners who open the rulebook: what the rules say, what they rest on, what another
//! doctrine would say, and a doctrine of one's own with all that can be wrong with it.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY, Told, in_one_line};
use rulebook::Carrier;
use std::fs;

const MINE: &str = "\
name = 'mine'
about = 'As quality-first, but one rest day is enough, and strength is my own affair.'
inherits = 'quality-first'

[rules.take-rest-days]
min_rest_days = 1

[rules.make-room-for-strength]
on = false
";

/// A desk with some weeks imported and a doctrine of the runner's own.
fn desk_with_mine(story: &str) -> Desk {
    let desk = Desk::with_runs(story);
    desk.types("import FILES").well();
    fs::write(desk.folder.join("mine.toml"), MINE).unwrap();
    desk
}

#[track_caller]
fn tells(told: &Told, words: &[&str]) {
    let lines = told.result.split_whitespace().collect::<Vec<_>>().join(" ");
    for word in words {
        assert!(lines.contains(word), "'{word}' is not in\n{}", told.result);
    }
}

#[test]
fn judge_says_of_every_rule_whether_it_was_kept_and_how_to_open_it() {
    let desk = desk_with_mine("judge");
    let told = desk.types(&format!("judge --on {LAST_DAY}")).well();
    tells(&told, &["On Sun 22 Mar 2026, by the doctrine evidence-first: ", "Recovery", "asked, "]);
    for rule in rulebook::rules() {
        tells(&told, &[rule.id.0]);
    }
    tells(&told, &["everymile rules ", &format!("everymile doctrines compare --on {LAST_DAY}")]);
}

#[test]
fn signs_open_to_their_rules() {
    let desk = desk_with_mine("signs");
    let told = desk.types(&format!("signs --on {LAST_DAY}")).well();
    tells(&told, &["7 No rest days: ", "rule take-rest-days, convention", "everymile rules "]);
}

#[test]
fn signs_without_a_run_say_that_they_cannot_tell_and_what_would() {
    let desk = Desk::empty("signs-without-runs");
    desk.types(&format!("check-in --on {LAST_DAY} --soreness 2")).well();
    let told = desk.types(&format!("signs --on {LAST_DAY}")).well();
    for sign in ["1 Runs without a job", "7 No rest days"] {
        tells(
            &told,
            &[&format!("{sign}: cannot tell The log holds no run yet. → Import your runs.")],
        );
    }
    let told = desk.types(&format!("patterns --on {LAST_DAY}")).well();
    tells(&told, &["patterns looked for none can be told yet", "0 against 0: no effect size yet"]);
}

#[test]
fn a_doctrine_of_ones_own_judges_from_its_file_and_is_kept_with_its_text() {
    let desk = desk_with_mine("own-doctrine");
    let told = desk.types(&format!("judge --doctrine mine.toml --on {LAST_DAY}")).well();
    tells(&told, &["by the doctrine mine: ", "mine does not ask ", "make-room-for-strength"]);
    let told = desk.types("profile set doctrine mine.toml").well();
    tells(&told, &["doctrine mine, from /", "mine.toml"]);
    fs::remove_file(desk.folder.join("mine.toml")).unwrap();
    let judged = desk.types(&format!("judge --on {LAST_DAY} --format json")).well().json();
    assert_eq!(judged["doctrine"], "mine");
    tells(&desk.types("doctrines").well(), &["mine · yours", "all-training"]);
    tells(&desk.types("rules take-rest-days").well(), &["1: evidence-first, ", ", mine"]);
}

#[test]
fn another_doctrine_may_be_chosen_and_ones_own_taken_up_again() {
    let desk = desk_with_mine("own-again");
    desk.types("profile set doctrine mine.toml").well();
    desk.types("profile set doctrine context").well();
    tells(&desk.types("doctrines").well(), &["context · yours"]);
    tells(&desk.types("profile set doctrine mine").well(), &["doctrine mine, from /"]);
    tells(&desk.types("profile unset doctrine").well(), &["doctrine evidence-first"]);
}

#[test]
fn a_doctrine_opens_to_where_it_parts_and_to_its_numbers() {
    let desk = desk_with_mine("one-doctrine");
    let told = desk.types("doctrines mine.toml").well();
    tells(
        &told,
        &[
            "mine · builds on quality-first",
            "Where it parts from quality-first sets take-rest-days min_rest_days 1 instead of 2",
            "Where it parts from evidence-first",
            "asks as well break-up-straight-days",
            "leaves out make-room-for-strength",
            "min_rest_days 1 days without a run in seven, at least",
        ],
    );
}

#[test]
fn doctrines_are_compared_over_the_same_weeks() {
    let desk = desk_with_mine("compare");
    let compare = "doctrines compare evidence-first mine.toml --weeks 3";
    let on = format!("--on {LAST_DAY}");
    let told = desk.types(&format!("{compare} {on}")).well();
    tells(&told, &["3 weeks from ", "under 2 doctrines: they agree on", "Where they agree"]);
    tells(&told, &["A evidence-first", "B mine", "rule A B", "break-up-straight-days - "]);
    tells(&told, &["break-up-straight-days: convention; signs", &format!("{compare} --all {on}")]);
    let told = desk.types(&format!("{compare} --all {on}")).well();
    tells(&told, &["break-up-straight-days · convention; signs", "not asked evidence-first"]);
    fs::rename(desk.folder.join("mine.toml"), desk.folder.join("my own.toml")).unwrap();
    let words = ["doctrines", "compare", "my own.toml", "--units", "mi", "--on", LAST_DAY];
    let told = desk.types_words(&words).well();
    tells(&told, &[&format!("compare \"my own.toml\" --weeks 12 --all {on} --units mi")]);
    let told = desk.types(&format!("doctrines compare context --on {LAST_DAY}")).well();
    tells(&told, &["under 2 doctrines", "evidence-first", "context"]);
    let told = desk.types(&format!("doctrines compare --on {LAST_DAY}")).well();
    tells(&told, &["under 6 doctrines"]);
}

#[test]
fn a_doctrine_cannot_be_compared_with_itself() {
    let desk = desk_with_mine("compare-one");
    let told = desk.types("doctrines compare context context");
    assert_eq!(told.status, 2);
    assert!(told.messages.contains("there is only context to compare\n  → name another"));
}

#[test]
fn the_rulebook_opens_without_a_logbook() {
    let desk = Desk::empty("no-logbook");
    let told = desk.types("rules").well();
    for rule in rulebook::rules() {
        tells(&told, &[rule.id.0]);
    }
    tells(&desk.types("doctrines").well(), &["evidence-first · yours"]);
    let told = desk.types("rules take-rest-days").well();
    tells(&told, &["What it asks", "=> broken", "2: quality-first", "signs-32: ", "signs: The"]);
    tells(&desk.types("rules grey zone").well(), &["faster than easy and slower than speed work"]);
    tells(&desk.types("rules festa-2020").well(), &["What rests on it: ", "keep-easy-runs-easy"]);
    tells(&desk.types("rules signs-32").well(), &["The rule take-rest-days carries it"]);
}

#[test]
fn what_is_opened_next_is_for_the_same_logbook() {
    let desk = desk_with_mine("next-logbook");
    desk.types("--logbook mine.everymile import FILES").well();
    for command in ["doctrines", "doctrines context", "doctrines compare", "judge", "signs"] {
        let told = desk.types(&format!("--logbook mine.everymile {command}")).well().result;
        assert!(told.contains("\n  everymile --logbook mine.everymile "), "{command}: {told}");
        assert!(!told.contains("opened: everymile "), "{command}: {told}");
    }
}

#[test]
fn no_page_of_the_rulebook_is_wider_than_eighty_columns() {
    let desk = desk_with_mine("rulebook-columns");
    let pages = rulebook::rules().iter().map(|rule| format!("rules {}", rule.id));
    let doctrines = rulebook::doctrines().into_iter().map(|name| format!("doctrines {name}"));
    let judged =
        ["judge", "signs", "pillars", "patterns", "doctrines compare", "doctrines compare --all"];
    let judged = judged.map(|it| format!("{it} --on {LAST_DAY}"));
    let lists = ["rules", "doctrines"].map(str::to_owned);
    for command in pages.chain(doctrines).chain(judged).chain(lists) {
        desk.types(&command).well().fits(&command);
    }
}

#[test]
fn a_name_the_rulebook_does_not_hold_is_answered_with_the_nearest() {
    let desk = Desk::empty("unknown-rule");
    let told = desk.types("rules take-rest-day");
    assert_eq!(told.status, 2);
    assert_eq!(
        told.messages,
        "everymile: the rulebook has no 'take-rest-day'\n  → did you mean 'take-rest-days'?\n"
    );
    for nothing_like_it in ["rules xyz", "rules C99"] {
        let messages = desk.types(nothing_like_it).messages;
        assert!(messages.ends_with("\n  → everymile rules lists the rules\n"), "{messages}");
    }
    let told = desk.types("doctrines compar");
    assert!(told.messages.ends_with("\n  → did you mean everymile doctrines compare?\n"));
    let told = desk.types("doctrines xyz");
    assert!(told.messages.ends_with("\n  → everymile doctrines lists them\n"), "{}", told.messages);
    let told = desk.types("doctrines qualty-first");
    assert_eq!(told.status, 2);
    assert!(told.messages.contains("did you mean 'quality-first'?"), "{}", told.messages);
}

#[track_caller]
fn check_refused(story: &str, doctrine: &str, messages: &str) {
    let desk = Desk::empty(&format!("doctrine-{story}"));
    fs::write(desk.folder.join("mine.toml"), doctrine).unwrap();
    let told = desk.types("profile set doctrine mine.toml");
    assert_eq!((told.status, told.unwrapped()), (2, in_one_line(messages)));
    assert_eq!(desk.types("doctrines mine.toml").messages, told.messages);
}

#[test]
fn whatever_is_wrong_with_a_doctrine_is_named_with_its_file_its_line_and_what_to_do() {
    check_refused(
        "rule",
        &MINE.replace("take-rest-days", "take-rest-day"),
        "everymile: mine.toml: line 5: there is no rule 'take-rest-day'\n  \
         → did you mean 'take-rest-days'?\n",
    );
    check_refused(
        "parameter",
        &MINE.replace("min_rest_days", "rest_days"),
        "everymile: mine.toml: line 6: rule 'take-rest-days' has no parameter 'rest_days'\n  \
         → did you mean 'min_rest_days'?\n",
    );
    check_refused(
        "kind",
        &MINE.replace("= 1", "= 'one'"),
        "everymile: mine.toml: line 6: parameter 'min_rest_days' of rule 'take-rest-days' is \
         \"one\"\n  → it must be a number\n",
    );
    check_refused(
        "parent",
        &MINE.replace("= 'quality-first'", "= 'quality'"),
        "everymile: mine.toml: line 3: it inherits from 'quality', which is no shipped doctrine\n  \
         → did you mean 'quality-first'?\n",
    );
    check_refused(
        "name",
        &MINE.replace("= 'mine'", "= 'context'"),
        "everymile: mine.toml: line 1: the name 'context' belongs to a shipped doctrine\n  \
         → give yours a name of its own\n",
    );
    check_refused(
        "toml",
        "name: mine\n",
        "everymile: mine.toml: line 1: key with no value, expected `=`\n  → a doctrine has a name, \
         an about, an inherits, and tables like \
         [rules.take-rest-days]\n",
    );
    check_refused(
        "key",
        &MINE.replace("inherits", "inherit"),
        "everymile: mine.toml: line 3: a doctrine has no 'inherit'\n  → did you mean 'inherits'?\n",
    );
    check_refused(
        "range",
        &MINE.replace("= 1", "= -3"),
        "everymile: mine.toml: line 6: parameter 'min_rest_days' of rule 'take-rest-days' \
         is -3: days without a run in seven, at least\n  → it may be 0 to 6\n",
    );
}

#[test]
fn a_doctrine_in_another_encoding_is_answered_with_its_line() {
    let desk = Desk::empty("doctrine-latin");
    fs::write(desk.folder.join("mine.toml"), b"name = 'mine'\nabout = 'F\xfcr mich.'\n").unwrap();
    assert_eq!(
        desk.types("doctrines mine.toml").messages,
        "everymile: mine.toml: line 2: a letter there is not in UTF-8\n  → save the file as text in \
         UTF-8\n"
    );
}

#[test]
fn every_statement_opens_and_every_carrier_with_it() {
    let desk = desk_with_mine("statements");
    for statement in rulebook::statements() {
        let name = match statement.carrier {
            Carrier::Rule(name)
            | Carrier::Tip(name)
            | Carrier::Term(name)
            | Carrier::Pattern(name)
            | Carrier::SampleWeek(name)
            | Carrier::Conflict(name) => format!("rules {name}"),
            Carrier::Command(command) => {
                format!("{} --on {LAST_DAY}", command.trim_start_matches("everymile "))
            }
            Carrier::Exception(_) => continue,
        };
        desk.types(&name).well().fits(&name);
    }
}

#[test]
fn the_plan_of_eight_weeks_that_a_statement_promises_has_eight_weeks() {
    let desk = desk_with_mine("eight-weeks");
    let promise = rulebook::statements().find(|statement| statement.id == "signs-54").unwrap();
    let Carrier::Command(command) = promise.carrier else { panic!("{promise:?}") };
    let new = command.trim_start_matches("everymile ");
    desk.types(&format!("{new} --on {LAST_DAY} --yes")).well();
    let plan = desk.types(&format!("plan show --on {LAST_DAY} --format json")).well().json();
    assert_eq!(plan["weeks"].as_array().unwrap().len(), 8);
}

#[test]
fn a_sample_week_opens_with_its_days_and_what_does_not_add_up() {
    let desk = Desk::empty("sample-week");
    tells(&desk.types("doctrines shakeout").well(), &["everymile rules shakeout-beginner"]);
    tells(
        &desk.types("rules shakeout-beginner").well(),
        &[
            "A sample week of 20 to 25 miles for beginner runners",
            "Thu fartlek 3mi at most easy 1mi + fartlek 3mi + easy 1mi",
            "its days add up to about 13 as they are listed",
            "How many miles do the sample weeks hold?",
            "recovery-98, recovery-99",
        ],
    );
}

#[test]
fn a_doctrine_that_changes_safety_is_refused() {
    let Some(safety) = rulebook::rules().iter().find(|rule| rule.is_safety()) else { return };
    check_refused(
        "safety",
        &MINE.replace("make-room-for-strength", safety.id.0),
        &format!(
            "everymile: mine.toml: line 8: rule '{}' is about safety and outranks every doctrine\n  \
             → take it out, it is asked anyway\n",
            safety.id
        ),
    );
}

#[test]
fn a_doctrine_file_that_is_not_there_is_refused_with_a_remedy() {
    let told = Desk::empty("no-doctrine").types("doctrines nowhere.toml");
    assert_eq!(told.status, 2);
    assert_eq!(
        told.unwrapped(),
        "everymile: nowhere.toml could not be read: No such file or directory \
         → check the path and that it is a text file you may read"
    );
}
