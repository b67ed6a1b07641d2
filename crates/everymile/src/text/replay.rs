//! Weeks replayed, as a page: before and after side by side, and the rules that turn.

use super::{
    Pen,
    bar::letter,
    capital, count, day,
    finding::verdict,
    ink::Tone,
    table::{Cell, Side, Table, cell},
    wrap::wrap,
};
use crate::{
    units::{self, NOTHING, duration, number, word},
    view::{Replayed, RuleTurned, WeeksSummed},
};
use std::collections::BTreeSet;
use training::{Metres, Purpose, Seconds, Standing};

/// The page.
pub fn replayed(replayed: &Replayed, pen: Pen) -> String {
    let parts = [
        heading(replayed, pen),
        sizes(replayed, pen),
        distances(replayed, pen),
        turned(replayed, pen),
        wrap("", replayed.note) + "\n",
    ];
    parts.join("\n")
}

fn heading(replayed: &Replayed, pen: Pen) -> String {
    let weeks = count(replayed.weeks, "week");
    let of = if replayed.is_plan { " of your plan to come" } else { "" };
    let said = format!(
        "{weeks}{of}, {} to {}, {}: {}.",
        day(replayed.first),
        day(replayed.last),
        replayed.what,
        match replayed.changed_runs {
            0 => "no run would differ".to_owned(),
            runs => count(runs, "run") + " would differ",
        }
    );
    pen.ink.paint(Tone::Strong, &wrap("", &said)) + "\n"
}

fn sizes(replayed: &Replayed, pen: Pen) -> String {
    let unit = word(pen.units);
    let mut table = side_by_side("in seven days");
    let far = |metres: f64| format!("{:.1}", number(Metres(metres), pen.units));
    let mut row = |name: String, value: &dyn Fn(&WeeksSummed) -> String| {
        table.row(pair(name, value(&replayed.before), value(&replayed.after)));
    };
    row(format!("distance, {unit}"), &|weeks| far(weeks.weekly_distance_m));
    row("running time".to_owned(), &|weeks| duration(Seconds(weeks.weekly_time_s)));
    row("days without running".to_owned(), &|weeks| format!("{:.1}", weeks.rest_days));
    row(format!("longest run, {unit}"), &|weeks| weeks.longest_m.map_or(NOTHING.into(), far));
    row("runs in all".to_owned(), &|weeks| weeks.runs.to_string());
    table.write(pen.ink)
}

/// The whole distance by what it was for and by how it stands.
fn distances(replayed: &Replayed, pen: Pen) -> String {
    let (before, after) = (&replayed.before, &replayed.after);
    let mut table = side_by_side(&format!("{} in all", word(pen.units)));
    let far = |metres: Option<&f64>| {
        metres.map_or_else(
            || NOTHING.to_owned(),
            |it| format!("{:.1}", number(Metres(*it), pen.units)),
        )
    };
    let purposes: BTreeSet<&Purpose> =
        before.by_purpose_m.keys().chain(after.by_purpose_m.keys()).collect();
    for purpose in purposes {
        let (was, is) = (before.by_purpose_m.get(purpose), after.by_purpose_m.get(purpose));
        table.row(pair(purpose.word().to_owned(), far(was), far(is)));
    }
    for standing in Standing::ALL {
        let share = |weeks: &WeeksSummed| {
            let all = weeks.by_standing_m.values().sum();
            let own = weeks.by_standing_m.get(&standing);
            format!("{} {:>5}", far(own), units::share(Metres(*own.unwrap_or(&0.0)), Metres(all)))
        };
        let name = format!("{} {}", letter(standing), standing.word());
        table.row(pair(name, share(before), share(after)).map(|cell| cell.in_tone(standing)));
    }
    table.write(pen.ink)
}

fn side_by_side(what: &str) -> Table {
    Table::new(&[(what, Side::Left), ("as it is", Side::Right), ("as it would be", Side::Right)])
}

fn pair(name: String, before: String, after: String) -> [Cell; 3] {
    [name, before, after].map(cell)
}

fn turned(replayed: &Replayed, pen: Pen) -> String {
    if replayed.turned.is_empty() {
        return "No rule would say anything else.\n".to_owned();
    }
    let heading = format!("Rules that turn, by the doctrine {}", replayed.doctrine);
    let rules = replayed.turned.iter().map(|turned| one_rule(turned, replayed.weeks, pen));
    format!("{}\n{}", pen.ink.paint(Tone::Strong, &heading), rules.collect::<String>())
}

fn one_rule(turned: &RuleTurned, weeks: usize, pen: Pen) -> String {
    let ((was, _), (is, tone)) = (verdict(turned.verdict), verdict(turned.verdict_after));
    let verdicts = if was == is { format!("{is} as before") } else { format!("{was} → {is}") };
    let in_weeks = match (turned.weeks_broken, turned.weeks_broken_after) {
        (0, 0) => String::new(),
        (was, is) if was == is => format!("; broken in {was} of {}", count(weeks, "week")),
        (was, is) => format!("; broken in {was} → {is} of {}", count(weeks, "week")),
    };
    let grade = turned.grade.map(|grade| format!(" · {grade}")).unwrap_or_default();
    format!(
        "  {}{}\n{}\n{}\n",
        pen.ink.paint(tone, turned.rule.0),
        pen.ink.paint(Tone::Faint, &grade),
        wrap("    ", &(capital(&verdicts) + &in_weeks + ".")),
        wrap("    ", &turned.message)
    )
}
