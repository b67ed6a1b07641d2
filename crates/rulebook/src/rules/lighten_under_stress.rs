//! Stress of life and heavy training at once are lightened.

use crate::{
    case::Case,
    doctrine::Value,
    finding::Opinion,
    hold::{Allows, Fact, Hold},
    measures::{answers::latest, heavy_days::seven_days, statistics::mean, volume::usual_minutes},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::when,
};
use training::{CheckIn, Question, Seconds, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("lighten-under-stress"),
    topic: Topic::Body,
    asks: "Train less, or easier, while much stress meets a heavy week.",
    page: include_str!("lighten_under_stress.md"),
    grade: Grade::Weak,
    sources: &[SourceId("recovery"), SourceId("saw-2016")],
    statements: &["recovery-63", "recovery-91"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "stressed_from",
            means: "stress of 5 from which a day is a stressful one; seven days by their mean",
            value: Value::Number(4.0),
            range: Range::between(1.0, 5.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "fewest_answers",
            means: "answers of seven days it takes to speak of their mean",
            value: Value::Number(3.0),
            range: Range::between(1.0, 7.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "left_today",
            means: "share of the usual run that is left today",
            value: Value::Number(0.8),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let answers: Vec<f64> = case.recent_check_ins(7).iter().filter_map(stress).collect();
    let stress =
        mean(&answers).filter(|_| answers.len() as f64 >= parameters.number("fewest_answers"));
    let Some(stress) = stress else {
        return Opinion::cannot_tell(
            match answers.len() {
                0 => "How much stress you were under was not said.".to_owned(),
                known => format!("Stress on {known} of seven days is too little to tell."),
            },
            "One number a day would do: how much stress you are under (1 to 5).",
        );
    };
    if stress < parameters.number("stressed_from") {
        return Opinion::kept(format!("Your stress averaged {stress:.1} of 5 this week."));
    }
    let Some(days) = seven_days(case, case.on) else {
        return Opinion::cannot_tell(
            format!(
                "Your stress averaged {stress:.1} of 5; whether the week was heavy for you is not \
                 known."
            ),
            "Import the runs of seven weeks or more.",
        );
    };
    let message = format!(
        "Your stress averaged {stress:.1} of 5 in a week with a load of {:.0} (your heavier weeks \
         begin at {:.0}).",
        days.load, days.upper_quartile
    );
    if !days.are_heavy() {
        return Opinion::kept(message);
    }
    Opinion::broken(
        message,
        "Stress of life and of training add up. Cut the coming week by a fifth, or swap its hard \
         sessions for easy runs, and let each easy day be a breather.",
    )
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let (said, stress) = latest(case, 2, stress)?;
    let days = seven_days(case, add_days(case.on, -1))?;
    if stress < parameters.number("stressed_from") || !days.are_heavy() {
        return None;
    }
    let message = format!(
        "Stress of {stress:.0} of 5 {} meets one of your heavier weeks: easy today, and a fifth \
         shorter.",
        when(said, case.on)
    );
    let calm = Fact::below(Question::Stress, parameters.number("stressed_from"));
    let hold = Hold::to(Allows::Easy, message).lifted_by(calm);
    Some(match usual_minutes(case) {
        Some(usual) => {
            hold.no_longer_than(Seconds::from_minutes(parameters.number("left_today") * usual))
        }
        None => hold,
    })
}

fn stress(check_in: &CheckIn) -> Option<f64> {
    check_in.stress.map(|stress| u8::from(stress).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn held(last_week: &str) -> Option<(Allows, f64)> {
        let usual = "7 weeks:\nTue easy 50min\nThu easy 50min\nSat easy 50min";
        let hold = example(&format!("{usual}\n1 week:\n{last_week}")).hold(&RULE)?;
        Some((hold.allows, hold.longest.unwrap().minutes()))
    }

    const HEAVY: &str = "Mon easy 50min\nTue easy 50min\nThu easy 50min\nSat easy 50min";

    #[test]
    fn stress_in_a_heavy_week_leaves_a_shorter_easy_run() {
        assert_eq!(held(&format!("{HEAVY}\ncheck-in Sun: stress 4")), Some((Allows::Easy, 40.0)));
        assert_eq!(held(&format!("{HEAVY}\ncheck-in Sat: stress 5")), Some((Allows::Easy, 40.0)));
    }

    #[test]
    fn stress_alone_or_a_heavy_week_alone_holds_nothing() {
        assert_eq!(held("Tue easy 50min\ncheck-in Sun: stress 5"), None);
        assert_eq!(held(&format!("{HEAVY}\ncheck-in Sun: stress 3")), None);
        assert_eq!(held(HEAVY), None);
    }
}
