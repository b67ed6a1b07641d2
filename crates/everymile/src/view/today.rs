//! What to do today, and why.

use super::{
    plan_bend::{DayChanged, days_changed},
    round::thousandth,
};
use crate::analysis::Lens;
use logbook::PlanEntry;
use planner::{Action, Prescribed, Prescription, asked_by_the_day, plan::Baseline};
use rulebook::{Case, Conflict, Grade, RuleId, Topic, conflicts_at};
use serde::Serialize;
use training::{Beside, Date, MetresPerSecond, Purpose};
use utoipa::ToSchema;

/// What to do on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Today {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day.
    pub date: Date,
    /// The doctrine it follows.
    pub doctrine: String,
    /// Run, shorten, swap, rest or see a clinician.
    pub action: Action,
    /// What to run; `null` on a day without running.
    pub session: Option<Session>,
    /// What may take the place of running; empty when something is run.
    pub instead: String,
    /// What the day would have held by itself, and why.
    pub intended: String,
    /// The rules that shaped it, in order of precedence.
    pub because: Vec<Because>,
    /// What the plan holds beside running, in the notation of plans; empty on a day of rest or without
    /// a plan.
    pub besides: Vec<String>,
    /// What would change it.
    pub would_change: Vec<String>,
    /// What could not be told, and what to supply.
    pub cannot_tell: Vec<Missing>,
    /// The days of the plan that would change where today speaks against its session, or where the
    /// week under way would break a rule beside what was run; nothing has changed yet.
    pub plan_would_change: Vec<DayChanged>,
    /// What other doctrines would say, where they part.
    pub elsewhere: Vec<Elsewhere>,
    /// The disagreements that arise where the day is decided.
    pub disputes: Vec<Dispute>,
    /// How to go about it.
    pub tips: Vec<Tip>,
}

/// What to run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Session {
    /// What it is for.
    pub purpose: Purpose,
    /// The shortest and the longest time that do.
    pub minutes: (u32, u32),
    /// The fastest and the slowest pace to aim at; `null` where the runner's paces are not known.
    pub pace_s_per_km: Option<(f64, f64)>,
    /// The heart rate not to exceed.
    pub hr_max_bpm: Option<f64>,
    /// No farther than this; `null` where the minutes do not reach as far.
    pub farthest_m: Option<f64>,
    /// The session in the training notation.
    pub notation: String,
    /// The same as data, for who writes it in other units.
    #[serde(skip)]
    pub session: training::Session,
    /// Where to run.
    pub ground: &'static str,
    /// In which shoes.
    pub shoes: &'static str,
    /// What to ask after ten minutes.
    pub ten_minutes: &'static str,
}

/// A rule that shaped the day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Because {
    /// Which.
    pub rule: RuleId,
    /// `holds` where it holds the day back, else what it says of the days so far.
    pub verdict: &'static str,
    /// What it holds today to, and why.
    pub message: String,
    /// How strongly it is known.
    pub grade: Grade,
    /// Whether it outranks every doctrine.
    pub safety: bool,
}

/// What could not be told.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Missing {
    /// By which rule.
    pub rule: RuleId,
    /// What to supply.
    pub supply: String,
    /// Whether a check-in would supply it.
    pub by_check_in: bool,
    /// Whether it is asked before anything else.
    pub pressing: bool,
}

/// What other doctrines would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Elsewhere {
    /// The doctrines that agree with each other.
    pub doctrines: Vec<&'static str>,
    /// What they would do.
    pub action: Action,
    /// What the run would be for; `null` without one.
    pub purpose: Option<Purpose>,
    /// All of it in a few words.
    pub would: String,
    /// The rule that decides there; `null` where the runner's own rhythm does.
    pub rule: Option<RuleId>,
    /// What it says.
    pub message: String,
}

/// A question on which the articles or the doctrines disagree.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Dispute {
    /// Its name.
    pub id: &'static str,
    /// What is asked.
    pub question: &'static str,
    /// What studies say.
    pub known: &'static str,
    /// How strongly.
    pub grade: Grade,
    /// How everymile settles it.
    pub settled: &'static str,
}

/// A piece of advice.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Tip {
    /// Its name.
    pub id: &'static str,
    /// The advice.
    pub text: &'static str,
    /// How strongly it is known.
    pub grade: Grade,
}

impl Today {
    /// What to do on the day of a case, by the doctrine it is looked at with and the plan in force.
    pub fn of(case: &Case<'_>, lens: &Lens, plan: Option<&PlanEntry>) -> Self {
        let said = planner::today(case, &lens.doctrine);
        let plan_would_change = would_change(&said, case, lens, plan);
        let elsewhere = planner::elsewhere(case, &lens.doctrine);
        Self { plan_would_change, ..Self::new(said, elsewhere, &besides(lens, plan)) }
    }

    /// What to do, what other doctrines would say, and what the plan holds beside running: a day on
    /// which the body holds running back holds none of that either.
    pub fn new(said: Prescription, elsewhere: Vec<planner::Elsewhere>, besides: &[Beside]) -> Self {
        let is_open =
            said.action == Action::Run || (said.action == Action::Rest && said.because.is_empty());
        let besides = besides.iter().filter(|_| is_open).map(ToString::to_string);
        let because = said.because.into_iter().map(|because| Because {
            rule: because.rule,
            verdict: because.says.word(),
            message: because.message,
            grade: because.grade,
            safety: because.is_safety,
        });
        let missing = said.cannot_tell.into_iter().map(Missing::from);
        let elsewhere: Vec<Elsewhere> = elsewhere.into_iter().map(Elsewhere::from).collect();
        let disputes = disputes(said.disputes, &elsewhere);
        let tips =
            said.tips.into_iter().map(|tip| Tip { id: tip.id, text: tip.text, grade: tip.grade });
        Self {
            schema: "everymile.today/1",
            date: said.date,
            doctrine: said.doctrine,
            action: said.action,
            session: said.session.as_ref().map(Session::from),
            instead: said.instead,
            intended: said.intended,
            because: because.collect(),
            besides: besides.collect(),
            would_change: said.would_change.iter().map(ToString::to_string).collect(),
            cannot_tell: missing.collect(),
            plan_would_change: Vec::new(),
            elsewhere,
            disputes,
            tips: tips.collect(),
        }
    }
}

impl From<planner::Missing> for Missing {
    fn from(missing: planner::Missing) -> Self {
        let topic = rulebook::topic(missing.rule);
        let by_check_in = matches!(topic, Some(Topic::Safety | Topic::Body));
        let pressing = missing.is_pressing;
        Self { rule: missing.rule, supply: missing.supply, by_check_in, pressing }
    }
}

/// What is disagreed on where the day is decided, here and under the other doctrines; each once.
fn disputes(here: Vec<&'static Conflict>, elsewhere: &[Elsewhere]) -> Vec<Dispute> {
    let mut disputes = here;
    for conflict in elsewhere.iter().filter_map(|other| other.rule).flat_map(conflicts_at) {
        if disputes.iter().all(|known| known.id != conflict.id) {
            disputes.push(conflict);
        }
    }
    disputes.into_iter().map(Dispute::from).collect()
}

impl From<planner::Elsewhere> for Elsewhere {
    fn from(other: planner::Elsewhere) -> Self {
        Self {
            doctrines: other.doctrines,
            action: other.action,
            purpose: other.purpose,
            would: other.would,
            rule: other.rule,
            message: other.message,
        }
    }
}

impl From<&Conflict> for Dispute {
    fn from(conflict: &Conflict) -> Self {
        Self {
            id: conflict.id,
            question: conflict.question,
            known: conflict.known,
            grade: conflict.grade,
            settled: conflict.settled,
        }
    }
}

impl From<&Prescribed> for Session {
    fn from(session: &Prescribed) -> Self {
        let pace = |speed: MetresPerSecond| speed.seconds_per_km().map(f64::round);
        Self {
            purpose: session.purpose,
            minutes: session.minutes,
            pace_s_per_km: session.speed.and_then(|(fast, slow)| pace(fast).zip(pace(slow))),
            hr_max_bpm: session.hr_max.map(|hr| hr.0),
            farthest_m: session.farthest.map(|metres| thousandth(metres.0)),
            notation: session.session.to_string(),
            session: session.session.clone(),
            ground: session.manner.ground,
            shoes: session.manner.shoes,
            ten_minutes: session.manner.ten_minutes,
        }
    }
}

/// The days of the plan that would change, as the day asks for by itself.
fn would_change(
    said: &Prescription,
    case: &Case<'_>,
    lens: &Lens,
    plan: Option<&PlanEntry>,
) -> Vec<DayChanged> {
    let Some(entry) = plan else { return Vec::new() };
    let bent = asked_by_the_day(&entry.agreed.plan, case, &lens.doctrine, said.action);
    days_changed(&bent.changes, Baseline::of(case).easy_speed)
}

/// What the runner's plan holds beside running on the day looked at.
fn besides(lens: &Lens, plan: Option<&PlanEntry>) -> Vec<Beside> {
    let planned = plan.map(|entry| entry.agreed.plan.besides()).into_iter().flatten();
    planned.filter(|(day, _)| *day == lens.on).map(|(_, beside)| beside).collect()
}
