//! No week holds much more than the fullest of the weeks before it.

use crate::{
    case::Case,
    doctrine::{Choice, Doctrine, Value},
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        growth::{self, FEWEST, Growth},
        weeks::{Counts, Yardstick, all_but_recovery, every_run},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::{Metres, Seconds, Week, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("grow-weeks-gently"),
    topic: Topic::Growth,
    asks: "Let no week hold more than a tenth more than the fullest of the six before it.",
    page: include_str!("grow_weeks_gently.md"),
    grade: Grade::Convention,
    sources: &[
        SourceId("progression"),
        SourceId("buist-2008"),
        SourceId("nielsen-2014"),
        SourceId("frandsen-2025"),
    ],
    statements: &["progression-03", "progression-20", "recovery-26"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_growth",
            means: "how much more than the fullest week of the six before, as a share",
            value: Value::Number(0.1),
            range: Range::between(0.0, 1.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "count_recovery_runs",
            means: "whether recovery runs count towards the week",
            value: Value::Flag(true),
            range: Range::EITHER,
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "hold_today",
            means: "whether today's run is kept within what the week still has room for",
            value: Value::Flag(false),
            range: Range::EITHER,
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: Some(hold),
};

/// With less room than this left in the week, there is no run left in it (our own convention).
const NO_ROOM: Metres = Metres::from_km(2.0);
const NO_ROOM_TIME: Seconds = Seconds::from_minutes(13.0);

/// What a doctrine asks of growing weeks; the rule's own numbers where it asks nothing.
#[derive(Debug, Clone, Copy)]
pub struct Gentle<'a>(Parameters<'a>);

impl<'a> Gentle<'a> {
    /// What a doctrine asks.
    pub fn by(doctrine: &'a Doctrine) -> Self {
        let own = Parameters { defaults: RULE.parameters, set: &[] };
        Self(doctrine.choice(RULE.id).map_or(own, Choice::parameters))
    }

    /// How much more than the fullest of the weeks before is gentle, as a share.
    pub fn most(self) -> f64 {
        self.0.number("max_growth")
    }

    /// A week beside those before it; `None` where the log holds too few of them to tell.
    pub fn growth(self, case: &Case<'_>, week: Week) -> Option<Growth> {
        growth(case, &self.0, week).filter(|it| it.weeks >= FEWEST && it.fullest > 0.0)
    }
}

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let Some(growth) = growth(case, parameters, week) else {
        return Opinion::cannot_tell(
            "There is no full week before this one to compare it with.",
            "Import older runs, or ask again in a week.",
        );
    };
    if growth.fullest <= 0.0 {
        return Opinion::not_applicable(
            "There was no running in the weeks before; coming back has rules of its own.",
        );
    }
    let is_more = growth.is_beyond();
    if is_more && growth.weeks < FEWEST {
        return Opinion::cannot_tell(
            "The log holds too few full weeks to know your fullest.",
            "Import older runs.",
        );
    }
    let message = message(&growth, case);
    if !is_more && case.on < week.end() {
        return Opinion::cannot_tell(message, "Ask again when the week is over.");
    }
    let measured = if is_more { growth.share() } else { growth.share().min(growth.asked()) };
    Opinion::of(measured, Asked::at_most(growth.asked(), Unit::Share), message).if_broken(format!(
        "Stay near {} for a week or two. Growing slowly is a convention, though a kind one; what \
         counts more is that no single run goes much farther than your longest.",
        growth.by.said(growth.most, case.units)
    ))
}

fn growth(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Option<Growth> {
    let counts: Counts =
        if parameters.flag("count_recovery_runs") { every_run } else { all_but_recovery };
    growth::growth(case, week, parameters.number("max_growth"), counts)
}

fn message(growth: &Growth, case: &Case<'_>) -> String {
    let percent = (100.0 * growth.share()).round();
    let change = match percent {
        percent if percent > 0.0 => format!("{percent:.0} % more"),
        percent if percent < 0.0 => format!("{:.0} % less", percent.abs()),
        _ => "as much".to_owned(),
    };
    format!(
        "The week held {} after {} in {}: {change}.",
        growth.by.said(growth.so_far, case.units),
        growth.by.said(growth.fullest, case.units),
        match growth.weeks {
            1 => "the week before".to_owned(),
            weeks => format!("the fullest of the {} before", count(weeks, "week")),
        }
    )
}

/// The room the week still has before today, where a run as long as the longest of a month could
/// pass it.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    if !parameters.flag("hold_today") {
        return None;
    }
    let week = Week::of(case.on, case.first_day);
    let before = case.as_of(add_days(case.on, -1));
    let growth = growth(&before, parameters, week).filter(|it| it.weeks >= FEWEST)?;
    let sizes = before.recent_runs(30).iter().filter_map(|run| growth.by.size_of_run(run));
    let longest = sizes.reduce(f64::max)?;
    let room = (growth.most - growth.so_far).max(0.0);
    if growth.fullest <= 0.0 || room >= longest {
        return None;
    }
    let said = |size| growth.by.said(size, case.units);
    let message = format!(
        "The week holds {} so far, and {} would be its gentle most after {} in your fullest.",
        said(growth.so_far),
        said(growth.most),
        said(growth.fullest)
    );
    Some(match growth.by {
        Yardstick::Distance if room < NO_ROOM.0 => Hold::to(Allows::Rest, message),
        Yardstick::Time if room < NO_ROOM_TIME.0 => Hold::to(Allows::Rest, message),
        Yardstick::Distance => Hold::to(Allows::Anything, message).no_farther_than(Metres(room)),
        Yardstick::Time => Hold::to(Allows::Anything, message).no_longer_than(Seconds(room)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples::example, finding::Verdict, rule::Parameters};

    fn steady_build(weeks: &str) -> Option<Hold> {
        let set = [("hold_today".to_owned(), Value::Flag(true))];
        let parameters = Parameters { defaults: RULE.parameters, set: &set };
        hold(&example(weeks).case(), &parameters)
    }

    #[test]
    fn a_fifth_less_every_fourth_week_breaks_nothing() {
        let kilometres = [30.0, 33.0, 36.3, 29.04, 39.93, 43.92, 48.32, 38.65, 53.15];
        let week = |km: f64| {
            let third = km / 3.0;
            format!("1 week:\nMon easy {third}km\nWed easy {third}km\nSat easy {third}km\n")
        };
        let text: String = kilometres.into_iter().map(week).collect();
        let example = example(&format!("runner: intermediate\n{text}"));
        let parameters = Parameters { defaults: RULE.parameters, set: &[] };
        for step in -5..=0 {
            let week = example.last_week().plus(step);
            let opinion = judge(&example.case().as_of(week.end()), &parameters, week);
            assert_eq!(opinion.verdict, Verdict::Kept, "{}", opinion.message);
        }
    }

    const BEFORE: &str = "runner: intermediate
        4 weeks:
        Mon  easy 10km
        Wed  easy 10km
        Sun  long 20km\n";

    #[test]
    fn today_is_kept_within_what_the_week_has_room_for() {
        let hold = steady_build(&format!(
            "{BEFORE}1 week:\nMon easy 10km\nWed easy 10km\nFri easy 12km\nSun long 20km"
        ));
        let farthest = hold.unwrap().farthest.unwrap();
        assert!((farthest.km() - 12.0).abs() < 1e-6);
    }

    #[test]
    fn a_week_that_is_full_has_no_run_left_in_it() {
        let hold = steady_build(&format!("{BEFORE}1 week:\nMon easy 20km\nWed easy 23km"));
        assert_eq!(hold.unwrap().allows, Allows::Rest);
    }

    #[test]
    fn a_beginner_is_held_to_minutes() {
        let hold = steady_build(
            "runner: beginner
             4 weeks:
             Mon  easy 50min
             Thu  easy 50min
             Sun  easy 60min
             1 week:
             Mon  easy 60min
             Thu  easy 70min",
        );
        let longest = hold.unwrap().longest.unwrap();
        assert!((longest.minutes() - 46.0).abs() < 1e-6);
    }

    #[test]
    fn with_room_enough_nothing_is_held() {
        let hold = steady_build(&format!("{BEFORE}1 week:\nMon easy 10km\nWed easy 10km"));
        assert_eq!(hold, None);
    }
}
