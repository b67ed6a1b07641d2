//! Who runs easily can talk.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        easy_run::answers_about,
        intensity::{Proof, cooled, easy_hr_limit},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};
use training::{Bpm, NamedRun, TalkTest, Trust};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("talk-on-easy-runs"),
    topic: Topic::Body,
    asks: "Run easy, recovery and long runs so that you can talk in whole sentences.",
    page: include_str!("talk_on_easy_runs.md"),
    grade: Grade::Moderate,
    sources: &[
        SourceId("context"),
        SourceId("recovery"),
        SourceId("progression"),
        SourceId("stimulus"),
        SourceId("foster-2008"),
    ],
    statements: &["context-08", "recovery-20", "recovery-21", "progression-04", "stimulus-06"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "max_effort",
        means: "how hard an easy run may feel, of 10",
        value: Value::Number(3.0),
        range: Range::between(1.0, 10.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    const ADVICE: &str = "Slow down until whole sentences come easily; walk up hills, or for a \
                          minute now and then, if it takes that. What is hard to talk through is \
                          moderate running, not easy running.";
    let check_in = match answers_about(case, run) {
        Ok(check_in) => check_in,
        Err(why) => return Opinion::not_applicable(why),
    };
    let talk = check_in.and_then(|said| said.talk_test);
    if talk == Some(TalkTest::CannotTalk) {
        return Opinion::broken("You could hardly talk on this easy run.", ADVICE);
    }
    if let Some(effort) = check_in.and_then(|said| said.effort).map(u8::from) {
        let most = parameters.number("max_effort");
        let message = format!("This easy run felt like {effort} of 10.");
        return Opinion::of(f64::from(effort), Asked::at_most(most, Unit::Points), message)
            .if_broken(ADVICE);
    }
    match talk {
        Some(TalkTest::Comfortable) => Opinion::kept("You could talk in whole sentences."),
        Some(_) => Opinion::kept(
            "You could talk in phrases: near the first threshold. A little slower is surer.",
        ),
        None => by_heart_rate(run),
    }
}

/// Without an answer, a heart rate below the first threshold says that talking would have been
/// easy; one above it is judged elsewhere.
fn by_heart_rate(run: &NamedRun) -> Opinion {
    let hr = run.hr.filter(|_| run.signal.hr == Trust::Good).map(|hr| cooled(hr, run.temperature));
    match hr.zip(easy_hr_limit(run, Proof::Likely)) {
        Some((Bpm(beats), Bpm(limit))) if beats < limit => Opinion::kept(format!(
            "At {beats:.0} beats a minute, below your first threshold ({limit:.0}), you could have \
             talked."
        )),
        _ => Opinion::cannot_tell(
            "How speech went on this easy run was not said.",
            "Say a few sentences aloud while you run, and note how it went (easily, in phrases, \
             hardly) or how hard the run felt (0 to 10).",
        ),
    }
}
