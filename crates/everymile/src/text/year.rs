//! A year as a page: its weeks as a strip, where it built up, and what it lacks.

use super::{
    Pen, count, day,
    ink::Tone,
    page,
    table::{Side, Table, cell},
    wrap::wrap,
};
use crate::{
    units::{NOTHING, number, word},
    view::{BuildUp, Lacking, WeekOfYear, Year},
};
use training::{
    Date, Metres,
    calendar::{add_days, days_between},
};

/// A week by its size, from nothing to the largest.
const HEIGHTS: [char; 9] = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Where the strip begins.
const LEAD: &str = "           ";

/// The page.
pub fn year(year: &Year, pen: Pen) -> String {
    page([heading(year, pen), strip(year, pen), builds(year, pen), lacks(year, pen)])
}

fn heading(year: &Year, pen: Pen) -> String {
    let lighter = year.weeks.iter().filter(|week| week.lighter).count();
    let whole: Option<f64> = year.weeks.iter().map(|week| week.distance_m).sum();
    let far =
        whole.map(|whole| format!(", {:.0} {}", number(Metres(whole), pen.units), word(pen.units)));
    let said = format!(
        "{} to {}: {}{}, {} of building, {}, {}.",
        day(year.weeks.first().map_or(year.first, |week| week.start)),
        day(year.weeks.last().map_or(year.last, |week| add_days(week.start, 6))),
        count(year.weeks.len(), "whole week"),
        far.unwrap_or_default(),
        count(year.builds.len(), "cycle"),
        count(lighter, "lighter week"),
        count(year.lighter_blocks.len(), "lighter block")
    );
    pen.ink.paint(Tone::Strong, &wrap("", &said)) + "\n"
}

/// A column for each week: its size, whether it lies in a cycle, was lighter or began a block.
fn strip(year: &Year, pen: Pen) -> String {
    let Some(first) = year.weeks.first() else {
        return "No week of it is in the log.\n".to_owned();
    };
    let largest = year.weeks.iter().map(|week| week.moving_s).fold(0.0, f64::max);
    let row = |name: &str, letter: &dyn Fn(&WeekOfYear) -> char, tone: Tone| {
        let letters: String = year.weeks.iter().map(letter).collect();
        match letters.trim_end() {
            "" => String::new(),
            letters => format!("  {name:<9}{}\n", pen.ink.paint(tone, letters)),
        }
    };
    let mark = |is_so: bool, mark: char| if is_so { mark } else { ' ' };
    let rows = [
        format!("{LEAD}{}\n", pen.ink.paint(Tone::Faint, &months(&year.weeks))),
        row("time", &|week| height(week.moving_s, largest), Tone::Plain),
        row("building", &|week| cycle(year, week.start), Tone::Good),
        row("lighter", &|week| mark(week.lighter, 'l'), Tone::Doubt),
        row("blocks", &|week| mark(begins_block(year, week.start), 'B'), Tone::Doubt),
    ];
    let legend = format!(
        "A column is a week, from {}; █ is the longest, {:.1} hours. / builds up to ^, l is a \
         lighter week, B begins a lighter block.",
        day(first.start),
        largest / 3600.0
    );
    rows.concat() + &wrap("  ", &legend) + "\n"
}

fn height(moving: f64, largest: f64) -> char {
    let steps = (HEIGHTS.len() - 1) as f64;
    let height = (moving / largest.max(1.0) * steps).ceil() as usize;
    HEIGHTS[height.min(HEIGHTS.len() - 1)]
}

/// The months over the weeks in which they begin.
fn months(weeks: &[WeekOfYear]) -> String {
    let mut line = String::new();
    for (place, week) in weeks.iter().enumerate() {
        let is_new = place == 0 || weeks[place - 1].start.month() != week.start.month();
        let length = line.chars().count();
        if is_new && length <= place {
            line += &" ".repeat(place - length);
            line += &week.start.strftime("%b").to_string();
        }
    }
    line
}

fn cycle(year: &Year, week: Date) -> char {
    let within = |build: &&BuildUp| build.from <= week && week <= build.peak;
    match year.builds.iter().find(within) {
        Some(build) if build.peak == week => '^',
        Some(_) => '/',
        None => ' ',
    }
}

fn begins_block(year: &Year, week: Date) -> bool {
    year.lighter_blocks.iter().any(|block| (0..7).contains(&days_between(week, *block)))
}

/// A line for each cycle of building.
fn builds(year: &Year, pen: Pen) -> String {
    if year.builds.is_empty() {
        return String::new();
    }
    let mut table = Table::new(&[
        ("built up from", Side::Left),
        (word(pen.units), Side::Right),
        ("to the week of", Side::Left),
        (word(pen.units), Side::Right),
        ("running time", Side::Right),
    ]);
    let far = |metres: Option<f64>| {
        metres.map_or_else(
            || NOTHING.to_owned(),
            |it| format!("{:.0}", number(Metres(it), pen.units)),
        )
    };
    for build in &year.builds {
        let growth = format!("+{:.0}\u{a0}%", 100.0 * build.growth);
        let cells =
            [day(build.from), far(build.from_m), day(build.peak), far(build.peak_m), growth];
        table.row(cells.map(cell));
    }
    table.write(pen.ink)
}

fn lacks(year: &Year, pen: Pen) -> String {
    if !year.is_whole {
        let said = "The log does not hold all of it, so what it lacks cannot be told.";
        return wrap("", said) + "\n";
    }
    if year.lacks.is_empty() {
        let said = "Nothing is lacking: the cycles of building, the lighter weeks and the lighter \
                    blocks that are due by now are there.";
        return pen.ink.paint(Tone::Good, &wrap("", said)) + "\n";
    }
    let (asked, notes): (Vec<&Lacking>, Vec<&Lacking>) =
        year.lacks.iter().partition(|lack| lack.doctrine_asks);
    let lacks = match asked[..] {
        [] => format!("Nothing is lacking that {} asks.\n", year.doctrine),
        _ => listed("What it lacks", &asked, pen),
    };
    if notes.is_empty() {
        return lacks;
    }
    let heading = format!("Worth a note, though {} does not ask it", year.doctrine);
    format!("{lacks}\n{}", listed(&heading, &notes, pen))
}

fn listed(heading: &str, lacks: &[&Lacking], pen: Pen) -> String {
    let lines =
        lacks.iter().map(|lack| wrap("  - ", &format!("{} ({})", lack.text, lack.rule)) + "\n");
    format!("{}\n{}", pen.ink.paint(Tone::Strong, heading), lines.collect::<String>())
}
