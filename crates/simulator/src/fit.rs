//! A run written as a real FIT activity file. Knows the format; knows nothing of truth.

use rustyfit::{
    profile::{mesgdef, typedef},
    proto::Message,
};
use training::{Lap, Pause, Position, Run, Sample, Seconds, Setting};
use watch::writing::{file_id, fit_file, fit_time, intensity, scaled, workout_messages};

/// The run as the bytes of a FIT activity file: file id, timer events, workout steps, records,
/// laps, session, and activity with the local time. Always the same bytes for the same run.
pub fn fit_bytes(run: &Run) -> Vec<u8> {
    let start = time(run, Seconds(0.0));
    let device = run.device.as_deref().unwrap_or_default();
    let mut messages = vec![
        file_id(typedef::File::ACTIVITY, 1, start, device),
        timer(run, Seconds(0.0), typedef::EventType::START),
    ];
    if !run.steps.is_empty() {
        messages.extend(workout_messages("Workout", "", &run.steps));
    }
    messages.extend(records_and_pauses(run));
    messages.push(timer(run, run.elapsed(), typedef::EventType::STOP_ALL));
    messages.extend(run.laps.iter().enumerate().map(|(index, one)| lap(run, index, one)));
    messages.push(session(run));
    messages.push(activity(run));
    fit_file(messages)
}

fn timer(run: &Run, at: Seconds, kind: typedef::EventType) -> Message {
    let mut event = mesgdef::Event::new();
    event.timestamp = time(run, at);
    event.event = typedef::Event::TIMER;
    event.event_type = kind;
    Message::from(event)
}

fn records_and_pauses(run: &Run) -> Vec<Message> {
    let mut messages = Vec::with_capacity(run.samples.len());
    let mut pauses = run.pauses.iter().peekable();
    for sample in &run.samples {
        while let Some(pause) = pauses.next_if(|pause| pause.end.0 <= sample.at.0) {
            messages.push(timer(run, pause.start, typedef::EventType::STOP_ALL));
            messages.push(timer(run, pause.end, typedef::EventType::START));
        }
        messages.push(record(run, sample));
    }
    messages
}

fn record(run: &Run, sample: &Sample) -> Message {
    let mut record = mesgdef::Record::new();
    record.timestamp = time(run, sample.at);
    if let Some(Position { latitude, longitude }) = sample.position {
        record.position_lat = semicircles(latitude);
        record.position_long = semicircles(longitude);
    }
    if let Some(distance) = sample.distance {
        record.distance = scaled(distance.0, 100.0);
    }
    if let Some(speed) = sample.speed {
        record.enhanced_speed = scaled(speed.0, 1000.0);
    }
    if let Some(altitude) = sample.altitude {
        record.enhanced_altitude = scaled(altitude.0 + 500.0, 5.0);
    }
    if let Some(hr) = sample.hr {
        record.heart_rate = hr.0.round() as u8;
    }
    if let Some(cadence) = sample.cadence {
        let steps = cadence.0.round() as u32;
        record.cadence = (steps / 2) as u8;
        record.fractional_cadence = 64 * (steps % 2) as u8;
    }
    if let Some(power) = sample.power {
        record.power = power.0.round() as u16;
    }
    if let Some(temperature) = sample.temperature {
        record.temperature = temperature.0.round() as i8;
    }
    Message::from(record)
}

fn lap(run: &Run, index: usize, lap: &Lap) -> Message {
    let mut message = mesgdef::Lap::new();
    message.message_index = typedef::MessageIndex(index as u16);
    message.timestamp = time(run, lap.end);
    message.start_time = time(run, lap.start);
    message.event = typedef::Event::LAP;
    message.event_type = typedef::EventType::STOP;
    message.sport = typedef::Sport::RUNNING;
    message.sub_sport = sub_sport(run.setting);
    message.total_elapsed_time = scaled((lap.end - lap.start).0, 1000.0);
    let moving = (lap.end - lap.start).0 - paused(&run.pauses, lap);
    message.total_timer_time = scaled(moving, 1000.0);
    message.intensity = intensity(lap.intensity);
    message.lap_trigger = trigger(run, index);
    if let Some(distance) = lap.distance {
        message.total_distance = scaled(distance.0, 100.0);
    }
    if let Some(step) = lap.step {
        message.wkt_step_index = typedef::MessageIndex(step as u16);
    }
    Message::from(message)
}

fn trigger(run: &Run, index: usize) -> typedef::LapTrigger {
    if index + 1 == run.laps.len() {
        return typedef::LapTrigger::SESSION_END;
    }
    typedef::LapTrigger::MANUAL
}

/// Seconds of a lap in which the timer stood.
fn paused(pauses: &[Pause], lap: &Lap) -> f64 {
    let overlap = |pause: &Pause| pause.end.0.min(lap.end.0) - pause.start.0.max(lap.start.0);
    pauses.iter().map(|pause| overlap(pause).max(0.0)).sum()
}

fn session(run: &Run) -> Message {
    let mut session = mesgdef::Session::new();
    session.message_index = typedef::MessageIndex(0);
    session.timestamp = time(run, run.elapsed());
    session.start_time = time(run, Seconds(0.0));
    session.event = typedef::Event::SESSION;
    session.event_type = typedef::EventType::STOP;
    session.trigger = typedef::SessionTrigger::ACTIVITY_END;
    session.sport = typedef::Sport::RUNNING;
    session.sub_sport = sub_sport(run.setting);
    session.first_lap_index = 0;
    session.num_laps = run.laps.len() as u16;
    session.total_elapsed_time = scaled(run.elapsed().0, 1000.0);
    session.total_timer_time = scaled(run.moving().0, 1000.0);
    if let Some(distance) = run.distance() {
        session.total_distance = scaled(distance.0, 100.0);
    }
    if let Some(ascent) = run.claimed.ascent {
        session.total_ascent = ascent.0.round() as u16;
    }
    if let Some(hr) = run.claimed.hr_mean {
        session.avg_heart_rate = hr.0.round() as u8;
    }
    if let Some(hr) = run.claimed.hr_max {
        session.max_heart_rate = hr.0.round() as u8;
    }
    Message::from(session)
}

fn activity(run: &Run) -> Message {
    let mut activity = mesgdef::Activity::new();
    let end = time(run, run.elapsed());
    activity.timestamp = end;
    activity.total_timer_time = scaled(run.moving().0, 1000.0);
    activity.num_sessions = 1;
    activity.r#type = typedef::Activity::MANUAL;
    activity.event = typedef::Event::ACTIVITY;
    activity.event_type = typedef::EventType::STOP;
    if let Some(offset) = run.start.offset_seconds {
        activity.local_timestamp = typedef::LocalDateTime(end.0.wrapping_add_signed(offset));
    }
    Message::from(activity)
}

fn sub_sport(setting: Setting) -> typedef::SubSport {
    match setting {
        Setting::Outdoor => typedef::SubSport::GENERIC,
        Setting::Treadmill => typedef::SubSport::TREADMILL,
        Setting::Track => typedef::SubSport::TRACK,
        Setting::Trail => typedef::SubSport::TRAIL,
    }
}

fn time(run: &Run, at: Seconds) -> typedef::DateTime {
    fit_time(run.start.utc.as_second() + at.0.round() as i64)
}

fn semicircles(degrees: f64) -> i32 {
    (degrees / 180.0 * 2_147_483_648.0).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{conditions::Conditions, perform::perform, runner::runner};
    use rustyfit::Decoder;
    use training::{LocalStart, notation::parse_session};

    fn a_run() -> Run {
        let session = parse_session("easy 5min + 2x(400m / 1min jog) + easy 5min").unwrap();
        let start = LocalStart {
            utc: "2026-03-05T06:12:09Z".parse().unwrap(),
            offset_seconds: Some(-3600),
        };
        perform(&runner(2), &session, &Conditions::default(), start, 1).run
    }

    fn messages(bytes: &[u8]) -> Vec<Message> {
        Decoder::new().decode(&mut &bytes[..]).unwrap().unwrap().messages
    }

    #[test]
    fn the_same_run_gives_the_same_bytes() {
        assert_eq!(fit_bytes(&a_run()), fit_bytes(&a_run()));
    }

    #[test]
    fn records_hold_what_was_sensed() {
        let run = a_run();
        let records: Vec<mesgdef::Record> = messages(&fit_bytes(&run))
            .iter()
            .filter(|message| message.num == typedef::MesgNum::RECORD)
            .map(mesgdef::Record::from)
            .collect();
        assert_eq!(records.len(), run.samples.len());
        let (record, sample) = (&records[200], &run.samples[200]);
        assert_eq!(record.distance_scaled(), sample.distance.map(|distance| distance.0));
        assert_eq!(record.enhanced_speed_scaled(), sample.speed.map(|speed| speed.0));
        let altitude = sample.altitude.unwrap().0;
        assert!((record.enhanced_altitude_scaled().unwrap() - altitude).abs() < 1e-9);
        assert_eq!(Some(f64::from(record.heart_rate)), sample.hr.map(|hr| hr.0));
        let latitude = sample.position.unwrap().latitude;
        assert!((record.position_lat_degrees().unwrap() - latitude).abs() < 1e-9);
    }

    #[test]
    fn the_local_time_is_an_hour_behind() {
        let bytes = fit_bytes(&a_run());
        let found = messages(&bytes).into_iter().find(|m| m.num == typedef::MesgNum::ACTIVITY);
        let activity = mesgdef::Activity::from(&found.unwrap());
        assert_eq!(activity.timestamp.0 - activity.local_timestamp.0, 3600);
    }
}
