//! The ledger: one line for each span of time, distance by purpose, and how it stands.

use super::{
    Pen,
    bar::{bar, legend},
    ink::Tone,
    table::{Cell, Side, Table, cell},
    wrap::WIDTH,
};
use crate::{
    units::{share, small, word},
    view::Sums,
};
use training::{Metres, Purpose, Standing};

/// One span of time with its name and its sums.
pub type Line = (String, Sums);

/// The ledger as a page; `span` is the word for one line's time.
pub fn ledger(lines: &[Line], span: &str, pen: Pen) -> String {
    let purposes = by_purpose(lines, span, pen);
    let standings = by_standing(lines, span, pen);
    format!("{purposes}\n{standings}\n  {}\n", legend(pen.ink))
}

fn by_purpose(lines: &[Line], span: &str, pen: Pen) -> String {
    let (shown, others) = columns(lines);
    let mut heads = vec![(span, Side::Left), ("runs", Side::Right), (word(pen.units), Side::Right)];
    heads.extend(shown.iter().map(|purpose| (purpose.word(), Side::Right)));
    heads.extend((!others.is_empty()).then_some(("other", Side::Right)));
    let mut table = Table::new(&heads);
    let row = |name: &str, sums: &Sums| {
        let mut cells = vec![cell(name), cell(sums.runs.to_string()), km(sums.total(), pen)];
        cells.extend(shown.iter().map(|purpose| km(sums.purpose(*purpose), pen)));
        let rest = others.iter().map(|purpose| sums.purpose(*purpose)).sum();
        cells.extend((!others.is_empty()).then(|| km(rest, pen)));
        cells
    };
    for (name, sums) in lines {
        table.row(row(name, sums));
    }
    table.row(row("total", &whole(lines)).into_iter().map(|cell| cell.in_tone(Tone::Strong)));
    table.write(pen.ink)
}

fn by_standing(lines: &[Line], span: &str, pen: Pen) -> String {
    const BAR: usize = 40;
    let largest = lines.iter().map(|(_, sums)| sums.total().0).fold(0.0, f64::max);
    let heading = format!("  {span:<10}  {:>10}  {:>5}\n", "purposeful", "junk");
    let rows = lines.iter().map(|(name, sums)| {
        format!(
            "  {name:<10}  {:>10}  {:>5}  {}\n",
            share(sums.standing(Standing::Purposeful), sums.total()),
            share(sums.standing(Standing::Junk), sums.total()),
            bar(|standing| sums.standing(standing), Metres(largest), BAR, pen.ink),
        )
    });
    pen.ink.paint(Tone::Faint, &heading) + &rows.collect::<String>()
}

/// The purposes that get a column of their own, and those that share one because the terminal ends.
fn columns(lines: &[Line]) -> (Vec<Purpose>, Vec<Purpose>) {
    const BEFORE: usize = 28;
    let sums = whole(lines);
    let mut purposes: Vec<Purpose> =
        Purpose::ALL.into_iter().filter(|purpose| sums.purpose(*purpose).0 > 0.0).collect();
    let width = |purposes: &[Purpose]| -> usize {
        purposes.iter().map(|purpose| 2 + purpose.word().len().max(6)).sum()
    };
    let mut others = Vec::new();
    while BEFORE + width(&purposes) + 8 * usize::from(!others.is_empty()) > WIDTH {
        let by_distance = |one: &&Purpose, two: &&Purpose| {
            sums.purpose(**one).0.total_cmp(&sums.purpose(**two).0)
        };
        let Some(&least) = purposes.iter().min_by(by_distance) else { break };
        purposes.retain(|purpose| *purpose != least);
        others.push(least);
    }
    (purposes, others)
}

fn whole(lines: &[Line]) -> Sums {
    Sums::merged(lines.iter().map(|(_, sums)| sums))
}

fn km(distance: Metres, pen: Pen) -> Cell {
    if distance.0 <= 0.0 {
        return cell("·").in_tone(Tone::Faint);
    }
    cell(small(distance, pen.units))
}
