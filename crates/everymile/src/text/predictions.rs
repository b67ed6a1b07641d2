//! What races would take: in brief all of them, by every model the ones asked for; and what it rests
//! on.

use super::{
    Pen, capital, day,
    ink::Tone,
    page,
    table::{Side, Table, cell},
    wrap::wrap,
};
use crate::{
    race_words,
    units::{self, NOTHING, duration, pace_with_unit},
    view::{ByModel, Index, Predictions, RaceForetold, Range},
};
use rulebook::words::listed;
use std::collections::BTreeSet;
use training::{Metres, MetresPerSecond, RunId, Seconds};

/// Every race in a line, and what it rests on; how everymile is called for this logbook and for the
/// day is handed in.
pub fn predictions(shown: &Predictions, (command, on): &(String, String), pen: Pen) -> String {
    let counted = shown.predictions.iter().flat_map(|race| race.counted.iter().copied());
    let asked = shown.predictions.last().map_or("marathon", |race| race_word(race.distance_m));
    page([
        heading(&format!("What you could race on {}", day(shown.date)), pen) + &table(shown, pen),
        counted_in_words(shown),
        shown.predictions.iter().map(notes).collect::<String>() + &advice(shown),
        inputs(shown, pen),
        how_sure(shown, &counted.collect(), pen),
        format!("What every model says of a race:\n  {command} predict --race {asked}{on}\n"),
    ])
}

/// The races asked for, each by every model; and what it rests on.
pub fn predictions_by_model(shown: &Predictions, pen: Pen) -> String {
    let races = shown.predictions.iter().map(|race| {
        let title = format!("{} on {}", capital(&race.race), day(shown.date));
        let said = not_counted(race) + &notes(race) + &why_not(race);
        let all = [by_model(race, pen), said].join("\n");
        heading(&title, pen) + &all
    });
    let said = shown.predictions.iter().flat_map(|race| &race.by_model);
    let foretelling = said.filter(|said| said.why_not.is_none()).map(|said| said.model).collect();
    let rest = [advice(shown), inputs(shown, pen), how_sure(shown, &foretelling, pen)];
    page(races.chain(rest))
}

fn heading(title: &str, pen: Pen) -> String {
    pen.ink.paint(Tone::Strong, title) + "\n"
}

/// The word by which a race can be asked for.
fn race_word(metres: f64) -> &'static str {
    match metres {
        42_195.0 => "marathon",
        21_097.5 => "half",
        _ => "10k",
    }
}

fn table(shown: &Predictions, pen: Pen) -> String {
    let mut table = Table::new(&[
        ("race", Side::Left),
        ("time", Side::Right),
        ("range", Side::Left),
        ("pace", Side::Right),
        ("models", Side::Left),
    ]);
    for race in &shown.predictions {
        let name = if race.is_goal { format!("{} (goal)", race.race) } else { race.race.clone() };
        let [time, range, pace] = told(race.range, race.distance_m, pen);
        let models = match race.counted.len() {
            0 => cell("not known").in_tone(Tone::Faint),
            models => cell(models.to_string()),
        };
        table.row([cell(name), cell(time).in_tone(Tone::Strong), cell(range), cell(pace), models]);
    }
    table.write(pen.ink)
}

/// Which models count for which races; races with the same ones in one line.
fn counted_in_words(shown: &Predictions) -> String {
    let known = shown.predictions.iter().filter(|race| !race.counted.is_empty());
    let same = known.collect::<Vec<_>>();
    let lines = same.chunk_by(|one, next| one.counted == next.counted).map(|races| {
        let names: Vec<&str> = races.iter().map(|race| race.race.as_str()).collect();
        let said = format!("{} by {}.", listed(&names), listed(&races[0].counted));
        wrap("  ", &capital(&said)) + "\n"
    });
    lines.collect()
}

fn by_model(race: &RaceForetold, pen: Pen) -> String {
    if race.counted.is_empty() {
        return "  No model can tell.\n".to_owned();
    }
    let mut table = Table::new(&[
        ("model", Side::Left),
        ("time", Side::Right),
        ("range", Side::Left),
        ("index", Side::Left),
        ("from runs", Side::Left),
    ]);
    if race.counted.len() > 1 {
        let [time, range, _] = told(race.range, race.distance_m, pen);
        let taken = format!("{} together", race.counted.len());
        table.row([taken, time, range].map(|text| cell(text).in_tone(Tone::Strong)));
    }
    for said in race.by_model.iter().filter(|said| said.why_not.is_none()) {
        let [time, range, _] = told(said.range, race.distance_m, pen);
        let index = said.index.map_or_else(String::new, index);
        let runs = said.from.iter().map(letters).collect::<Vec<_>>().join(", ");
        let tone = match (said.counts, race.counted.len()) {
            (true, 1) => Tone::Strong,
            (true, _) => Tone::Plain,
            (false, _) => Tone::Faint,
        };
        let cells = [said.model.to_owned(), time, range, index, runs];
        table.row(cells.map(|text| cell(text).in_tone(tone)));
    }
    table.write(pen.ink)
}

/// The models that foretell something and are not taken together with the others.
fn not_counted(race: &RaceForetold) -> String {
    let left = race.by_model.iter().filter(|said| said.why_not.is_none() && !said.counts);
    let left: Vec<&str> = left.map(|said| said.model).collect();
    if left.is_empty() {
        return String::new();
    }
    let reason = "for the others know more of you (your own fading before the usual one, a race \
                  before critical speed)";
    wrap("  ", &format!("Not counted: {}, {reason}.", listed(&left))) + "\n"
}

/// `aerobic 49.8`, `exponent 1.06`.
fn index(Index { name, value }: Index) -> String {
    let decimals = if value < 2.0 { 2 } else { 1 };
    format!("{name} {value:.decimals$}")
}

/// A time, its range and its pace.
fn told(range: Range, metres: f64, pen: Pen) -> [String; 3] {
    let Range { time_s: Some(time), quickest_s: Some(quickest), slowest_s: Some(slowest) } = range
    else {
        return [NOTHING, "", ""].map(str::to_owned);
    };
    let pace = Metres(metres).over(Seconds(time));
    [
        duration(Seconds(time)),
        format!("{} to {}", duration(Seconds(quickest)), duration(Seconds(slowest))),
        pace.map_or_else(String::new, |pace| pace_with_unit(pace, pen.units)),
    ]
}

/// What must be known to read a forecast, and which models say otherwise.
fn notes(race: &RaceForetold) -> String {
    let at_odds = match race.at_odds.as_slice() {
        [] => None,
        models => Some(format!("Outside of this range: {}.", odds(race, models))),
    };
    let said = [race.note.clone(), at_odds].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_empty = said.is_empty();
    if is_empty { said } else { wrap(&format!("  {}: ", race.race), &said) + "\n" }
}

/// What would make races known, or known better; said once.
fn advice(shown: &Predictions) -> String {
    let advice: BTreeSet<&String> =
        shown.predictions.iter().filter_map(|race| race.advice.as_ref()).collect();
    advice.into_iter().map(|advice| wrap("  → ", advice) + "\n").collect()
}

fn odds(race: &RaceForetold, models: &[&str]) -> String {
    let time = |model: &&str| {
        let said = race.by_model.iter().find(|said| said.model == *model)?;
        Some(format!("{model} {}", duration(Seconds(said.range.time_s?))))
    };
    models.iter().filter_map(time).collect::<Vec<_>>().join(", ")
}

fn why_not(race: &RaceForetold) -> String {
    let line = |said: &ByModel| {
        let reason = said.why_not.as_ref()?;
        Some(wrap(&format!("  {}: ", said.model), reason) + "\n")
    };
    race.by_model.iter().filter_map(line).collect()
}

fn inputs(shown: &Predictions, pen: Pen) -> String {
    let inputs = &shown.inputs;
    let races = inputs.races.iter().map(|race| {
        format!(
            "{} in {} on {} (run {})",
            race_words::name(Metres(race.distance_m), pen.units),
            duration(Seconds(race.time_s)),
            day(race.date),
            letters(&race.run)
        )
    });
    let none = inputs.races.is_empty().then(|| "no race of the last 180 days".to_owned());
    let left_out = inputs.left_out.iter().map(|race| {
        format!("not the race of {} (run {}): {}", day(race.date), letters(&race.run), race.reason)
    });
    let weekly = match inputs.weekly_distance_m {
        Some(metres) => format!(
            "{} a week, over up to twelve weeks",
            units::distance(Metres(metres), pen.units)
        ),
        None => "the distance you run in a week is not known yet".to_owned(),
    };
    let speed = match &inputs.critical_speed_mps {
        Some(speed) => format!(
            "critical speed {}, give or take {:.0} %",
            pace_with_unit(MetresPerSecond(speed.value), pen.units),
            100.0 * speed.se / speed.value
        ),
        None => "critical speed is not known yet".to_owned(),
    };
    let lines = races.chain(none).chain([weekly, speed]).chain(left_out);
    let lines: String = lines.map(|line| wrap("  ", &line) + "\n").collect();
    heading("What it rests on", pen) + &lines
}

/// What the ranges of some models rest on, and how surely that is known.
fn how_sure(shown: &Predictions, models: &BTreeSet<&str>, pen: Pen) -> String {
    let of_model = shown.models.iter().filter(|it| models.contains(it.id)).map(|it| {
        let lead = format!("  {} ({}): ", it.id, it.grade);
        wrap(&lead, &format!("{} {} {}.", it.holds, it.error, it.source)) + "\n"
    });
    let range = "A range is one standard error either way: about two races of three end in it, \
                 rested, on a flat course and a cool day. The older a race and the farther from \
                 the one foretold, the wider it is. Of several models the time is the mean, and \
                 the farther they lie apart the wider its range.";
    let lines: String = of_model.chain([wrap("  ", range) + "\n"]).collect();
    if models.is_empty() { String::new() } else { heading("How sure it is", pen) + &lines }
}

fn letters(run: &RunId) -> String {
    run.0.chars().take(4).collect()
}
