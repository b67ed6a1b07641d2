//! The runner's shoes, a line each.

use super::{
    Pen, count, day,
    table::{Side, Table, cell},
    wrap::{WIDTH, wrap},
};
use crate::{
    units::total,
    view::{Pair, ShoesTold, WornOnRun},
};
use training::{Metres, shoes::WornBy};

/// A name is shown up to so many letters.
const NAME_LETTERS: usize = 30;

/// The pairs, how far each was run, and what can be said of them.
pub fn shoes(told: &ShoesTold, pen: Pen) -> String {
    if told.pairs.is_empty() {
        let how = "No shoes are named yet. Name a pair, and say from when on it is the usual one:";
        return format!(
            "{}\n  everymile shoes add 'Blue ones' --ran 120km\n  everymile shoes usual 'Blue ones' \
             --since {}\n",
            wrap("", how),
            told.on
        );
    }
    let mut table = Table::new(&[
        ("", Side::Left),
        ("run", Side::Right),
        ("runs", Side::Right),
        ("", Side::Left),
    ]);
    for pair in &told.pairs {
        table.row(vec![
            cell(pair.name.as_str()).cut_at(NAME_LETTERS),
            cell(total(Metres(pair.distance_m), pen.units)),
            cell(pair.runs.to_string()),
            cell(standing(pair)),
        ]);
    }
    let honest = "These are distances and nothing more: everymile knows of none at which every pair \
                  is done.";
    [
        format!("Shoes, as of {}\n", day(told.on)),
        table.write_within(WIDTH, pen.ink),
        unmeasured(told),
        in_none(told),
        wrap("", honest) + "\n",
    ]
    .concat()
}

fn standing(pair: &Pair) -> String {
    let retired = pair.retired.map(|since| format!("put away {since}"));
    let usual = pair.is_usual.then(|| "the usual pair".to_owned());
    let by_export = (!pair.is_named).then(|| "as the export names it".to_owned());
    let since = pair.since.or(pair.first).map(|since| format!("since {since}"));
    retired.or(usual).or(by_export).or(since).unwrap_or_default()
}

fn unmeasured(told: &ShoesTold) -> String {
    let runs: usize = told.pairs.iter().map(|pair| pair.runs_unmeasured).sum();
    if runs == 0 {
        return String::new();
    }
    wrap("", &format!("The distance of {} is not known, and not counted.", count(runs, "run")))
        + "\n"
}

fn in_none(told: &ShoesTold) -> String {
    if told.runs_in_none == 0 {
        return String::new();
    }
    let runs = count(told.runs_in_none, "run");
    let how =
        "everymile shoes usual NAME --since DATE, or for one run: everymile correct ID --shoe NAME";
    wrap("", &format!("{runs} in no pair yet. Say in which: {how}")) + "\n"
}

/// In which shoes a run was run, in a line; nothing where no shoes are known.
pub fn worn(told: &WornOnRun) -> String {
    let (Some(name), Some(by)) = (&told.shoes, told.by) else { return String::new() };
    let by = match by {
        WornBy::Runner => "as you said",
        WornBy::Platform => "as the export names them",
        WornBy::Usual => "the usual pair then",
    };
    wrap("", &format!("Shoes: {name} ({by}).")) + "\n"
}
