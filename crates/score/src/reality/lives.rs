//! One runner's two lives through the same days, and what came of each.

use super::{
    blame::{Break, Doing, Rules},
    chance::fates,
    life::{Life, live},
    trainee::Trainee,
};
use rulebook::{Doctrine, measures::jump::longest_before_day};
use std::collections::BTreeSet;
use training::{Level, NamedRun, Purpose};

/// Both lives.
pub struct Lives {
    /// Who lived them.
    pub seed: u64,
    /// At which level.
    pub level: Level,
    /// The weeks of the plan.
    pub weeks: usize,
    /// The key sessions of the plan as it was accepted.
    pub keys: usize,
    /// With the plan bent.
    pub bent: Lived,
    /// With the plan followed blindly.
    pub blind: Lived,
}

/// What came of a life.
pub struct Lived {
    /// The rules that its weeks broke.
    pub breaks: Vec<Break>,
    /// Key sessions run, on whatever day.
    pub keys: usize,
    /// How often the plan was bent.
    pub bends: usize,
    /// Weeks that grew too fast as they were run, whoever's doing it is.
    pub over_growth: usize,
    /// The largest jump of an asked run over the longest of the thirty days before, as a share; a
    /// race is none.
    pub jump: Option<f64>,
}

impl Lives {
    /// Both lives of the runner of a seed; `None` where no plan of theirs is possible.
    pub fn of(seed: u64, doctrine: &Doctrine, rules: &Rules) -> Option<Self> {
        let trainee = Trainee::of(seed, doctrine)?;
        let (begins, weeks) = (trainee.plan.begins, trainee.plan.weeks.len());
        let fates = fates(&trainee.runner, begins, 7 * weeks as i64, trainee.race);
        let lived = |bent_by| Lived::of(&trainee, &live(&trainee, &fates, bent_by), rules);
        let planned = trainee.plan.planned();
        Some(Self {
            seed,
            level: trainee.runner.level,
            weeks,
            keys: planned.iter().filter(|it| it.session.main_purpose().is_key()).count(),
            bent: lived(Some(doctrine)),
            blind: lived(None),
        })
    }
}

impl Lived {
    fn of(trainee: &Trainee, life: &Life, rules: &Rules) -> Self {
        let breaks = rules.breaks(trainee, life);
        let ran = life.days.iter().flat_map(|lived| &lived.ran);
        let asked = life.days.iter().flat_map(|lived| &lived.as_asked);
        Self {
            keys: ran.filter(|run| run.purpose().is_key()).count(),
            bends: life.bends,
            over_growth: breaks.iter().filter(|it| it.rule.0 == "grow-weeks-gently").count(),
            jump: asked.filter_map(|run| jump(trainee, life, run)).reduce(f64::max),
            breaks,
        }
    }

    /// The breaks that are the plan's doing.
    pub fn by_plan(&self) -> impl Iterator<Item = &Break> {
        self.breaks.iter().filter(|it| it.doing == Doing::Plan)
    }

    /// The weeks in which the plan breaks a rule of safety.
    pub fn safety_weeks(&self) -> usize {
        weeks(self.by_plan().filter(|it| it.is_of_safety()))
    }

    /// The weeks in which the plan breaks another firm rule.
    pub fn firm_weeks(&self) -> usize {
        weeks(self.by_plan().filter(|it| !it.is_of_safety()))
    }
}

fn weeks<'a>(breaks: impl Iterator<Item = &'a Break>) -> usize {
    breaks.map(|it| it.week).collect::<BTreeSet<_>>().len()
}

fn jump(trainee: &Trainee, life: &Life, run: &NamedRun) -> Option<f64> {
    if run.purpose() == Purpose::Race {
        return None;
    }
    let case = trainee.case(run.date(), &life.runs, (&[], &[]));
    Some(run.distance?.0 / longest_before_day(&case, run.date())?.0 - 1.0)
}
