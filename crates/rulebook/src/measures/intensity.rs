//! How hard a stretch was, against the runner's thresholds on that day and with their uncertainty.
//! Speed and heart rate are two witnesses; a witness that cannot be believed is not heard.

use training::{
    Bpm, Celsius, MetresPerSecond, NamedRun, Segment, SegmentKind, Setting, Trust, Uncertain,
};

/// How sure it must be that a stretch lay above the first threshold before it counts as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// By more than one standard error: one run alone is given the benefit of the doubt.
    Clear,
    /// Above the best estimate: for runs that are many alike. Who runs easily runs well below the
    /// first threshold, so running that keeps lying on it is not easy running.
    Likely,
}

/// Where a stretch lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intensity {
    /// Below the first threshold, or not surely enough above it.
    Easy,
    /// Above the first threshold, not above the second.
    Moderate,
    /// Above the second threshold.
    Hard,
}

/// First threshold as a share of the highest heart rate, where nothing better is known
/// (the cut point of the Norwegian five-zone scale, folded to three zones; Seiler).
pub const LT1_HR_SHARE: f64 = 0.82;
/// Its standard error in beats per minute (Nuuttila 2025: mean absolute error 4.9 to 7.4).
const LT1_HR_SE: f64 = 7.0;
/// Above this temperature heart rate rises with the heat.
pub const WARM: f64 = 15.0;
/// Beats per minute for each degree above it: the prior of the "easy runs feel hard" measure.
const HR_PER_DEGREE: f64 = 1.0;

impl Proof {
    /// How many standard errors above the first threshold it asks for.
    pub const fn standard_errors(self) -> f64 {
        match self {
            Self::Clear => 1.0,
            Self::Likely => 0.0,
        }
    }
}

/// How hard a stretch was; `None` where neither speed nor heart rate can tell.
pub fn intensity(run: &NamedRun, segment: &Segment, proof: Proof) -> Option<Intensity> {
    let above = weighed(speed_distance(run, segment), hr_distance(run, segment), proof)?;
    if above <= proof.standard_errors() {
        return Some(Intensity::Easy);
    }
    let is_hard = is_above_second_threshold(run, segment);
    Some(if is_hard { Intensity::Hard } else { Intensity::Moderate })
}

/// A segment's speed on the flat for the same effort, or its plain speed without altitude; `None`
/// where the recording's speed cannot be believed. A treadmill's belt speed is not in the file.
pub fn effort_speed(run: &NamedRun, segment: &Segment) -> Option<MetresPerSecond> {
    let is_believable = run.signal.speed == Trust::Good && run.setting != Setting::Treadmill;
    is_believable.then_some(segment.gap_speed.or(segment.speed)).flatten()
}

/// A segment's heart rate as it would have been on a cool day; `None` where it cannot be believed.
pub fn cool_hr(run: &NamedRun, segment: &Segment) -> Option<Bpm> {
    let hr = (run.signal.hr == Trust::Good).then_some(segment.hr).flatten()?;
    Some(cooled(hr, run.temperature))
}

/// A heart rate as it would have been on a cool day.
pub fn cooled(hr: Bpm, temperature: Option<Celsius>) -> Bpm {
    let degrees = temperature.map_or(0.0, |temperature| (temperature.0 - WARM).max(0.0));
    Bpm(hr.0 - HR_PER_DEGREE * degrees)
}

/// Whether a segment was run at all: not a stop, not a walk.
pub fn is_running(segment: &Segment) -> bool {
    segment.kind != SegmentKind::Stop && segment.purpose != training::Purpose::Walk
}

/// The mean speed at which a run was run, walks and stops left out; `None` where most of that time
/// has no believable speed.
pub fn running_speed(run: &NamedRun) -> Option<MetresPerSecond> {
    let (mut metres, mut told, mut all) = (0.0, 0.0, 0.0);
    for segment in run.segments.iter().filter(|segment| is_running(segment)) {
        let seconds = segment.duration().0;
        all += seconds;
        if let Some(speed) = effort_speed(run, segment) {
            metres += speed.0 * seconds;
            told += seconds;
        }
    }
    (told > 0.0 && 2.0 * told >= all).then(|| MetresPerSecond(metres / told))
}

/// The fastest speed that would still have counted as easy.
pub fn easy_speed_limit(run: &NamedRun, proof: Proof) -> Option<MetresPerSecond> {
    let lt1 = run.thresholds.lt1_speed?;
    Some(MetresPerSecond(lt1.value.0 + proof.standard_errors() * lt1.se.0))
}

/// The highest heart rate that would still have counted as easy.
pub fn easy_hr_limit(run: &NamedRun, proof: Proof) -> Option<Bpm> {
    let lt1 = lt1_hr(run)?;
    Some(Bpm(lt1.value.0 + proof.standard_errors() * lt1.se.0))
}

/// How many standard errors above the first threshold the speed was.
fn speed_distance(run: &NamedRun, segment: &Segment) -> Option<f64> {
    let lt1 = run.thresholds.lt1_speed?;
    let speed = effort_speed(run, segment)?;
    Some(distance(speed.0, lt1.value.0, lt1.se.0))
}

/// How many standard errors above the first threshold the heart rate was.
fn hr_distance(run: &NamedRun, segment: &Segment) -> Option<f64> {
    let lt1 = lt1_hr(run)?;
    let hr = cool_hr(run, segment)?;
    Some(distance(hr.0, lt1.value.0, lt1.se.0))
}

fn lt1_hr(run: &NamedRun) -> Option<Uncertain<Bpm>> {
    run.thresholds.lt1_hr.or_else(|| {
        let hr_max = run.thresholds.hr_max?;
        let se = (LT1_HR_SE.powi(2) + (LT1_HR_SHARE * hr_max.se.0).powi(2)).sqrt();
        Some(Uncertain { value: Bpm(LT1_HR_SHARE * hr_max.value.0), se: Bpm(se) })
    })
}

/// A typed-in threshold has no standard error; half a percent keeps the arithmetic finite.
fn distance(measured: f64, threshold: f64, se: f64) -> f64 {
    (measured - threshold) / se.max(0.005 * threshold)
}

/// What two witnesses say together. One that says clearly easy is never overruled. Otherwise both
/// count alike for a clear proof, each held to three standard errors so that neither shouts the
/// other down; for a likely one it is enough that one of them says so.
fn weighed(speed: Option<f64>, hr: Option<f64>, proof: Proof) -> Option<f64> {
    let (Some(speed), Some(hr)) = (speed, hr) else { return speed.or(hr) };
    if speed.min(hr) < -1.0 {
        return Some(speed.min(hr));
    }
    Some(match proof {
        Proof::Clear => f64::midpoint(speed.min(3.0), hr.min(3.0)),
        Proof::Likely => speed.max(hr),
    })
}

fn is_above_second_threshold(run: &NamedRun, segment: &Segment) -> bool {
    if let (Some(speed), Some(second)) = (effort_speed(run, segment), run.thresholds.critical_speed)
    {
        return speed.0 > second.value.0;
    }
    match (cool_hr(run, segment), run.thresholds.lt2_hr) {
        (Some(hr), Some(second)) => hr.0 > second.value.0,
        _ => false,
    }
}
