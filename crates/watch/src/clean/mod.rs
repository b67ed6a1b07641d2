//! From a recording as found to a run that can be believed, with what was odd about it said beside
//! it. Knows no format.

mod cadence;
mod clock;
mod distance;
mod heart;
mod kind;
mod lock;
mod pauses;
mod place;
mod totals;
mod values;

use crate::{
    Activity, moment,
    recording::{Kind, Recording},
};
use training::{CrossTraining, LocalStart, OddityKind, Run, Seconds, Sport, Totals};

/// The activity in a recording; `None` where it tells neither when it was nor how much.
pub(crate) fn activity(mut recording: Recording) -> Option<Activity> {
    clock::put_in_order(&mut recording);
    values::drop_impossible(&mut recording);
    if recording.samples.len() < 2 && recording.claimed == Totals::default() {
        return None;
    }
    kind::decide(&mut recording);
    let claimed = recording.start.filter(|&start| clock::is_plausible(start));
    let start = recording.samples.first().map(|sample| sample.at).or(claimed)?;
    let start = LocalStart {
        utc: moment::timestamp(start),
        offset_seconds: place::local_offset(&mut recording),
    };
    distance::believe(&mut recording);
    heart::clean(&mut recording);
    pauses::find(&mut recording);
    match recording.kind {
        Kind::Other(sport) => Some(Activity::Other(cross_training(recording, sport, start))),
        Kind::Run | Kind::Unsaid => Some(Activity::Run(run(recording, start))),
    }
}

fn run(mut recording: Recording, start: LocalStart) -> Run {
    cadence::in_steps(&mut recording);
    from_first_sample(&mut recording);
    lock::report(&mut recording);
    values::say_what_is_missing(&mut recording);
    let mut run = Run {
        start,
        samples: recording.samples,
        laps: recording.laps,
        steps: recording.steps,
        pauses: recording.pauses,
        claimed: recording.claimed,
        setting: recording.setting,
        device: recording.device,
        oddities: recording.oddities,
    };
    totals::compare(&mut run);
    run
}

/// Turns times of the clock into seconds since the first sample. Laps and pauses that lie nowhere
/// near the recording are left out.
fn from_first_sample(recording: &mut Recording) {
    let (Some(first), Some(last)) = (recording.samples.first(), recording.samples.last()) else {
        no_samples(recording);
        return;
    };
    let (start, end) = (first.at, last.at);
    let near = |at: Seconds| (start.0 - 3600.0..=end.0 + 3600.0).contains(&at.0);
    let since = |at: &mut Seconds| at.0 = (at.0 - start.0).max(0.0);
    recording.laps.retain(|lap| near(lap.start) && near(lap.end));
    recording.samples.iter_mut().for_each(|sample| since(&mut sample.at));
    for lap in &mut recording.laps {
        since(&mut lap.start);
        since(&mut lap.end);
    }
    for pause in &mut recording.pauses {
        since(&mut pause.start);
        since(&mut pause.end);
    }
    for at in recording.oddities.iter_mut().filter_map(|oddity| oddity.at.as_mut()) {
        since(at);
    }
}

fn no_samples(recording: &mut Recording) {
    let start = recording.start.unwrap_or_default();
    recording.pauses.clear();
    for lap in &mut recording.laps {
        lap.start.0 = (lap.start - start).0.max(0.0);
        lap.end.0 = (lap.end - start).0.max(0.0);
    }
    recording.note(OddityKind::NoStream, "the file holds a summary, but no samples");
}

/// An activity that is not a run: its totals, measured where the file does not claim them.
fn cross_training(recording: Recording, sport: Sport, start: LocalStart) -> CrossTraining {
    let measured = totals::measured(&recording);
    let claimed = recording.claimed;
    let claimed = Totals {
        distance: claimed.distance.or(measured.distance),
        moving: claimed.moving.or(measured.moving),
        elapsed: claimed.elapsed.or(measured.elapsed),
        ascent: claimed.ascent,
        hr_mean: claimed.hr_mean.or(measured.hr_mean),
        hr_max: claimed.hr_max.or(measured.hr_max),
    };
    CrossTraining { start, sport, called: recording.called, claimed }
}
