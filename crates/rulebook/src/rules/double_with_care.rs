//! Two runs on one day are for those who run a lot already.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        days::run_days_a_week,
        distribution::of_session,
        doubles::{Double, doubles},
        intensity::Intensity,
        level::level,
        roles::is_alone_on_its_day,
        statistics::median,
        structure::is_hard,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, minutes},
};
use training::{Level, NamedRun, Week};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("double-with-care"),
    topic: Topic::Recovery,
    asks: "Run twice on a day only if you run nearly daily and long already, and keep the second \
           run short and easy.",
    page: include_str!("double_with_care.md"),
    grade: Grade::Weak,
    sources: &[
        SourceId("recovery"),
        SourceId("stimulus"),
        SourceId("hansen-2005"),
        SourceId("gejl-2021"),
    ],
    statements: &["recovery-44", "stimulus-21"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_run_days",
            means: "run days a week over four weeks, at least",
            value: Value::Number(6.0),
            range: Range::between(1.0, 7.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "min_single_minutes",
            means: "minutes of the middle one of the runs that are alone on their day, at least; not \
                    asked of the advanced on the day of a hard run",
            value: Value::Number(60.0),
            range: Range::between(20.0, 180.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_second_minutes",
            means: "minutes of the second run, at most",
            value: Value::Number(40.0),
            range: Range::between(10.0, 120.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let doubles = doubles(case, week.start, week.end());
    let twice = format!("You ran twice on {}", count(doubles.len(), "day"));
    if doubles.is_empty() {
        return Opinion::not_applicable("No day of this week held two runs.");
    }
    if level(case) == Level::Beginner {
        return Opinion::broken(
            format!("{twice} of this week."),
            "One run a day is plenty at this stage; a day more of running does more than a second \
             run.",
        );
    }
    if let Some(opinion) = second_run(&doubles, parameters) {
        return opinion;
    }
    let Some(days) = run_days_a_week(case) else {
        return Opinion::cannot_tell(
            format!("{twice}; how often you usually run is not known yet."),
            "Import older runs, or ask again when the log holds four weeks.",
        );
    };
    let asked = Asked::at_least(parameters.number("min_run_days"), Unit::Days);
    if asked.margin(days) < 0.0 {
        let message = format!("{twice}, and you run on {days:.1} days a week.");
        return Opinion::of(days, asked, message)
            .if_broken("Fill the free days first, before a day holds two runs.");
    }
    single_runs(case, parameters, &doubles, &twice)
}

/// A second run that is too long, or not easy; `None` when all are short and easy.
fn second_run(doubles: &[Double<'_>], parameters: &Parameters<'_>) -> Option<Opinion> {
    let most = parameters.number("max_second_minutes");
    let extra = || doubles.iter().flat_map(|day| &day.extra);
    if extra().any(|run| !is_easy(run)) {
        return Some(Opinion::broken(
            "The second run of a day was not easy.",
            "Keep the second run easy and put the effort into one run of the day.",
        ));
    }
    let longest =
        extra().map(|run| run.moving).reduce(|one, other| if other > one { other } else { one })?;
    let message = format!("The second run of a day took {}.", minutes(longest));
    let asked = Asked::at_most(most, Unit::Minutes);
    (asked.margin(longest.minutes().round()) < 0.0).then(|| {
        Opinion::of(longest.minutes().round(), asked, message)
            .if_broken(format!("Keep second runs to {most:.0} minutes, and easy."))
    })
}

/// Easy by what tells; a run of which nothing tells is given the benefit of it.
fn is_easy(run: &NamedRun) -> bool {
    !is_hard(run) && of_session(run).is_none_or(|intensity| intensity == Intensity::Easy)
}

/// Whether single runs are long enough that splitting them makes sense.
fn single_runs(
    case: &Case<'_>,
    parameters: &Parameters<'_>,
    doubles: &[Double<'_>],
    twice: &str,
) -> Opinion {
    let jogs_after_hard =
        level(case) >= Level::Advanced && doubles.iter().all(|day| is_hard(day.main));
    if jogs_after_hard {
        return Opinion::kept(format!("{twice}, each with an easy jog beside a hard run."));
    }
    let single = case.recent_runs(28).iter().filter(|run| is_alone_on_its_day(case, run));
    let lengths: Vec<f64> = single.map(|run| run.moving.minutes()).collect();
    let Some(middle) = median(&lengths) else {
        return Opinion::not_applicable(
            "Every day held two runs; there is no single run to compare.",
        );
    };
    let message = format!("{twice}; your single runs are about {middle:.0} minutes long.");
    let asked = Asked::at_least(parameters.number("min_single_minutes"), Unit::Minutes);
    Opinion::of(middle.round(), asked, message)
        .if_broken("Let the one run of the day grow to an hour before you split it.")
}
