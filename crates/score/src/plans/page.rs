//! docs/published-plans.md: the published plans beside everymile's own, and how to read them.
//! `UPDATE_GOLDEN=1 cargo test -p score plans` writes it anew.
#![cfg(test)]

use super::{Judged, judged, table};
use crate::repository;
use std::{env, fmt::Write, fs};

const BEFORE: &str = "# Published plans

Plans that others have published, judged by everymile's rules as `everymile plan check` judges any plan, \
beside everymile's own plan for the same runner and race, in as many weeks or the fewest more in which it fits, up to twelve. Held by a test; \
`UPDATE_GOLDEN=1 cargo test -p score plans` writes this page anew.

Only distances, times and days were taken over. They are facts, and lie in the notation in \
`crates/score/src/plans/published`; the head of each file says whose plan it is, where it was read, and what had to be \
written differently.

";

const READING: &str = "
## How to read it

- **The runner** has run the first week of the published plan for eight weeks, and no more. Who had run \
more before would break fewer rules in the early weeks of it.
- **A break** is a firm rule on growth, recovery or intensity that a week, or a run of it, would break if it were run as \
written. Races, and how far the weeks with one go, are not held against anybody.
- **A broken rule is no verdict on a plan.** Many thousands have finished races with these plans. \
`build-long-runs-gradually` rests on a study of more than five thousand runners (Frandsen 2025), \
`grow-weeks-gently` on convention; what each rule rests on is in [the rulebook](rulebook.md).
- **everymile's own plans** break none: a plan that would is not proposed. Where the goal cannot be reached \
from that first week in the weeks there are, it says so; the plan shown then takes the fewest weeks more in which the race fits, and where twelve more do not suffice, it stands as refused, with the reason given for the most weeks.

## What is broken, by plan

";

fn page(judged: &[Judged]) -> String {
    let mut page = String::from(BEFORE);
    write!(page, "{}{READING}", table(judged)).unwrap();
    for it in judged {
        writeln!(page, "**{}.** {}\n", it.plan.title, in_words(it)).unwrap();
    }
    page.truncate(page.trim_end().len());
    page + "\n"
}

/// The first time that each rule is broken.
fn in_words(it: &Judged) -> String {
    let rules = it.theirs.rules().into_iter().map(|(rule, count)| {
        let first = it.theirs.broken.iter().find(|broken| broken.finding.rule == rule).unwrap();
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        format!("`{rule}` {times}, first in week {}: {}", first.week, first.finding.message)
    });
    let rules: Vec<String> = rules.collect();
    if rules.is_empty() { "No firm rule.".to_owned() } else { rules.join(" ") }
}

#[test]
fn the_page_says_what_is_found() {
    let path = repository().join("docs/published-plans.md");
    let page = page(&judged().unwrap());
    if env::var("UPDATE_GOLDEN").is_ok() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    for (line, (found, expected)) in written.lines().zip(page.lines()).enumerate() {
        assert_eq!(found, expected, "line {} of docs/published-plans.md is stale", line + 1);
    }
    assert_eq!(written.lines().count(), page.lines().count(), "docs/published-plans.md is stale");
}
