//! How slow easy running is today: the speeds and the heart rate to keep to, by the doctrine's
//! rules and by what is known of the runner.

use rulebook::{
    Case, Doctrine, RuleId,
    measures::{
        intensity::LT1_HR_SHARE,
        race_pace::{MARATHON, race_speed},
        usual_pace::usual_easy_speed,
    },
};
use training::{Ability, Bpm, Metres, MetresPerSecond, Purpose};

/// Easy running is done within this much of the usual easy pace, in seconds a kilometre.
const EASY_SPAN: f64 = 45.0;
/// A little faster than usual is still easy, as long as it stays below the first threshold.
const EASY_LEEWAY: f64 = 1.03;
/// Where no pace is known nobody is taken to run easily faster than four minutes a kilometre (our own
/// convention): what is not reached so is no limit.
const FASTEST_UNKNOWN: MetresPerSecond = MetresPerSecond(1000.0 / 240.0);
/// Without a rule that says how much, recovery running is slower than usual easy running by this
/// share (our own convention).
const RECOVERY_SLOWER: f64 = 0.95;

/// How slow easy running is today.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Limits {
    easy_speed: Option<MetresPerSecond>,
    lt1_speed: Option<MetresPerSecond>,
    easy_hr: Option<Bpm>,
    recovery_hr: Option<Bpm>,
    recovery_paces: Option<(f64, f64)>,
    /// Critical speed, for hard sessions.
    pub critical_speed: Option<MetresPerSecond>,
}

impl Limits {
    /// The limits on the day judged.
    pub fn of(case: &Case<'_>, doctrine: &Doctrine) -> Self {
        let ability = case.ability;
        let easy_speed = usual_easy_speed(case, case.on)
            .or_else(|| ability.easy_speed.as_ref().map(|speed| speed.value));
        let hr_max = ability.hr_max.as_ref().map(|hr| hr.value);
        let easy_hr = easy_hr(ability);
        Self {
            easy_speed,
            lt1_speed: ability.lt1_speed.as_ref().map(|speed| speed.value),
            easy_hr,
            recovery_hr: recovery_hr(doctrine, hr_max).or(easy_hr),
            recovery_paces: recovery_paces(case, doctrine, easy_speed),
            critical_speed: ability.critical_speed.as_ref().map(|speed| speed.value),
        }
    }

    /// The fastest and the slowest speed to aim at; `None` where the runner's easy speed and first
    /// threshold are not known.
    pub fn speeds(&self, purpose: Purpose) -> Option<(MetresPerSecond, MetresPerSecond)> {
        let usual = self.easy_speed.or(self.lt1_speed)?;
        let (fastest, span) = match (purpose, self.recovery_paces) {
            (Purpose::Recovery, Some((fastest, slowest))) => {
                (MetresPerSecond::from_seconds_per_km(fastest), slowest - fastest)
            }
            (Purpose::Recovery, None) => (MetresPerSecond(RECOVERY_SLOWER * usual.0), EASY_SPAN),
            _ => (MetresPerSecond(EASY_LEEWAY * usual.0), EASY_SPAN),
        };
        let fastest = self.lt1_speed.map_or(fastest, |lt1| MetresPerSecond(fastest.0.min(lt1.0)));
        let slowest = MetresPerSecond::from_seconds_per_km(fastest.seconds_per_km()? + span);
        Some((fastest, slowest))
    }

    /// How long easy running over a distance takes at its fastest, in minutes; where the runner's
    /// paces are not known, as fast as easy running can be taken to be.
    pub fn minutes_within(&self, distance: Metres) -> f64 {
        let fastest = self.speeds(Purpose::Easy).map_or(FASTEST_UNKNOWN, |(fastest, _)| fastest);
        distance.0 / fastest.0 / 60.0
    }

    /// The heart rate not to exceed.
    pub fn hr_max(&self, purpose: Purpose) -> Option<Bpm> {
        let limit = if purpose == Purpose::Recovery { self.recovery_hr } else { self.easy_hr };
        limit.map(whole)
    }
}

/// The heart rate of the first threshold, as it is known or about so high.
fn easy_hr(ability: &Ability) -> Option<Bpm> {
    let lt1_hr = ability.lt1_hr.as_ref().map(|hr| hr.value);
    let hr_max = ability.hr_max.as_ref().map(|hr| hr.value);
    lt1_hr.or(hr_max.map(|hr| Bpm(LT1_HR_SHARE * hr.0)))
}

/// The cap of easy running, under whatever doctrine.
pub(crate) fn easy_cap(ability: &Ability) -> Option<Bpm> {
    easy_hr(ability).map(whole)
}

fn whole(hr: Bpm) -> Bpm {
    Bpm(hr.0.floor())
}

fn recovery_hr(doctrine: &Doctrine, hr_max: Option<Bpm>) -> Option<Bpm> {
    let choice = doctrine.choice(RuleId("keep-recovery-heart-low"))?;
    Some(Bpm(choice.parameters().number("highest_share") * hr_max?.0))
}

/// The band of recovery paces in seconds a kilometre: slower than usual, or than marathon pace, the
/// slower of the two.
fn recovery_paces(
    case: &Case<'_>,
    doctrine: &Doctrine,
    easy_speed: Option<MetresPerSecond>,
) -> Option<(f64, f64)> {
    let choice = doctrine.choice(RuleId("slow-recovery-runs-down"))?;
    let parameters = choice.parameters();
    let usual = easy_speed?.seconds_per_km()?;
    let by_marathon = marathon_speed(case)
        .and_then(MetresPerSecond::seconds_per_km)
        .map_or(0.0, |pace| pace + parameters.number("slower_than_marathon"));
    let fastest = (usual + parameters.number("slower_than_usual")).max(by_marathon);
    let span =
        parameters.number("aimed_slower_than_usual") - parameters.number("slower_than_usual");
    Some((fastest, fastest + span))
}

/// The runner's marathon speed, as their last run's thresholds tell it.
fn marathon_speed(case: &Case<'_>) -> Option<MetresPerSecond> {
    race_speed(case.recent_runs(28).last()?, MARATHON)
}
