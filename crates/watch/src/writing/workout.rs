//! A session as a FIT workout: its steps with amounts and targets, within what watches take.

use super::{file_id, fit_file, fit_time, intensity, scaled};
use rustyfit::{
    profile::{mesgdef, typedef},
    proto::Message,
};
use training::{
    Bpm, Planned, StepAmount, StepTarget, WorkoutStep, calendar::midnight, workout::steps,
};

/// The most steps that watches take in one workout.
pub const STEPS_MAX: usize = 50;
/// The longest name that every watch shows, in bytes: sixteen with the zero at the end.
const NAME_MAX: usize = 15;
/// The longest description a field holds, in bytes.
const DESCRIPTION_MAX: usize = 254;
/// What heart rates are written with, since numbers up to a hundred mean percent.
const ABOVE_PERCENT: f64 = 100.0;

/// Why a session makes no workout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoWorkout {
    /// There is nothing to run.
    #[error("nothing is to be run on this day; workouts are for days with running")]
    Rest,
    /// It has more steps than watches take.
    #[error("this session has {0} steps, and watches take {STEPS_MAX}; write it with fewer parts")]
    TooManySteps(usize),
}

/// A session as the bytes of a FIT workout file. A watch knows a workout by its day and `number`, so
/// the second session of a day is number two, and a file written again replaces the first.
pub fn workout_bytes(name: &str, planned: &Planned, number: u32) -> Result<Vec<u8>, NoWorkout> {
    let steps = steps(&planned.session);
    match steps.len() {
        0 => return Err(NoWorkout::Rest),
        1..=STEPS_MAX => {}
        more => return Err(NoWorkout::TooManySteps(more)),
    }
    let created = fit_time(midnight(planned.date));
    let mut all = vec![file_id(typedef::File::WORKOUT, number, created, "everymile")];
    // A watch heeds one target a step and a session may name two, so it is told in full as well.
    all.extend(messages(name, &planned.session.to_string(), &steps));
    Ok(fit_file(all))
}

/// The name of that file: `2026-12-01-easy.fit`, and `2026-12-01-easy-2.fit` for number two.
pub fn file_name(planned: &Planned, number: u32) -> String {
    let Planned { date, session } = planned;
    let purpose = session.main_purpose();
    match number {
        0 | 1 => format!("{date}-{purpose}.fit"),
        _ => format!("{date}-{purpose}-{number}.fit"),
    }
}

/// A workout and its steps as the messages of a file.
pub fn messages(name: &str, description: &str, steps: &[WorkoutStep]) -> Vec<Message> {
    let mut workout = mesgdef::Workout::new();
    workout.sport = typedef::Sport::RUNNING;
    workout.num_valid_steps = steps.len() as u16;
    workout.wkt_name = shown(name, NAME_MAX).into();
    workout.wkt_description = shown(description, DESCRIPTION_MAX).into();
    let steps = steps.iter().enumerate().map(|(index, step)| message(index, step));
    std::iter::once(Message::from(workout)).chain(steps).collect()
}

fn message(index: usize, step: &WorkoutStep) -> Message {
    let mut message = mesgdef::WorkoutStep::new();
    message.message_index = typedef::MessageIndex(index as u16);
    message.wkt_step_name = shown(step.name.as_deref().unwrap_or_default(), NAME_MAX).into();
    message.intensity = intensity(step.intensity);
    let (kind, value) = match step.amount {
        StepAmount::Time(time) => (typedef::WktStepDuration::TIME, scaled(time.0, 1000.0)),
        StepAmount::Distance(way) => (typedef::WktStepDuration::DISTANCE, scaled(way.0, 100.0)),
        StepAmount::Open => (typedef::WktStepDuration::OPEN, 0),
        StepAmount::Repeat { from, .. } => {
            (typedef::WktStepDuration::REPEAT_UNTIL_STEPS_CMPLT, from as u32)
        }
    };
    message.duration_type = kind;
    message.duration_value = value;
    aim(&mut message, step);
    Message::from(message)
}

/// What a step aims at. A band of our own stands in two fields, and zone 0 says that it does; a
/// repeat keeps its count in the place of a zone.
fn aim(message: &mut mesgdef::WorkoutStep, step: &WorkoutStep) {
    let beats = |hr: Bpm| scaled(hr.0 + ABOVE_PERCENT, 1.0);
    let (kind, band) = match step.target {
        StepTarget::Open => (typedef::WktStepTarget::OPEN, None),
        StepTarget::Speed(low, high) => {
            (typedef::WktStepTarget::SPEED, Some((scaled(low.0, 1000.0), scaled(high.0, 1000.0))))
        }
        StepTarget::HeartRate(low, high) => {
            (typedef::WktStepTarget::HEART_RATE, Some((beats(low), beats(high))))
        }
    };
    message.target_type = kind;
    message.target_value = match step.amount {
        StepAmount::Repeat { times, .. } => times,
        _ => 0,
    };
    if let Some((low, high)) = band {
        message.custom_target_value_low = low;
        message.custom_target_value_high = high;
    }
}

/// As much of a text as fits into so many bytes, cut between letters, without what no screen shows.
fn shown(text: &str, bytes: usize) -> String {
    let mut shown = String::new();
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if shown.len() + letter.len_utf8() > bytes {
            break;
        }
        shown.push(letter);
    }
    shown.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustyfit::Decoder;
    use training::{calendar::Date, notation::parse_session};

    fn planned(session: &str) -> Planned {
        let date: Date = "2026-12-01".parse().unwrap();
        Planned { date, session: parse_session(session).unwrap() }
    }

    fn decoded(bytes: &[u8]) -> Vec<Message> {
        Decoder::new().decode(&mut &bytes[..]).unwrap().unwrap().messages
    }

    fn written(session: &str) -> Vec<mesgdef::WorkoutStep> {
        let bytes = workout_bytes("Test", &planned(session), 1).unwrap();
        let messages = decoded(&bytes);
        let steps = messages.iter().filter(|it| it.num == typedef::MesgNum::WORKOUT_STEP);
        steps.map(mesgdef::WorkoutStep::from).collect()
    }

    #[test]
    fn a_file_says_that_it_is_a_workout_of_its_day() {
        let bytes = workout_bytes("Easy 8 km", &planned("easy 8km"), 2).unwrap();
        let messages = decoded(&bytes);
        let file_id = mesgdef::FileId::from(&messages[0]);
        assert_eq!(file_id.r#type, typedef::File::WORKOUT);
        assert_eq!(file_id.serial_number, 2);
        assert_eq!(i64::from(file_id.time_created.0) + 631_065_600, 1_796_083_200);
        let workout = mesgdef::Workout::from(&messages[1]);
        assert_eq!(workout.sport, typedef::Sport::RUNNING);
        assert_eq!((&*workout.wkt_name, workout.num_valid_steps), ("Easy 8 km", 1));
        assert_eq!(&*workout.wkt_description, "easy 8km");
    }

    #[test]
    fn amounts_are_milliseconds_and_centimetres_and_the_way_back() {
        let steps = written("easy 12min + 6x(800m @4:10 / 2min jog) + easy 8min");
        let amounts: Vec<(u8, u32)> =
            steps.iter().map(|step| (step.duration_type.0, step.duration_value)).collect();
        assert_eq!(amounts, [(0, 720_000), (1, 80_000), (0, 120_000), (6, 1), (0, 480_000)]);
        assert_eq!(steps[3].target_value, 6);
        let intensities: Vec<u8> = steps.iter().map(|step| step.intensity.0).collect();
        assert_eq!(intensities, [2, 0, 1, u8::MAX, 3]);
    }

    #[test]
    fn a_pace_is_a_band_in_millimetres_a_second_and_never_zero() {
        let step = &written("tempo 20min @4:10")[0];
        assert_eq!((step.target_type, step.target_value), (typedef::WktStepTarget::SPEED, 0));
        assert_eq!((step.custom_target_value_low, step.custom_target_value_high), (3880, 4120));
    }

    #[test]
    fn a_cap_is_written_with_a_hundred_added() {
        let step = &written("recovery 30min hr<=133")[0];
        assert_eq!((step.target_type, step.target_value), (typedef::WktStepTarget::HEART_RATE, 0));
        assert_eq!((step.custom_target_value_low, step.custom_target_value_high), (167, 233));
    }

    #[test]
    fn without_a_pace_a_step_aims_at_nothing() {
        let step = &written("easy 30min")[0];
        assert_eq!(step.target_type, typedef::WktStepTarget::OPEN);
        assert_eq!(step.custom_target_value_high, u32::MAX);
    }

    #[test]
    fn the_same_session_gives_the_same_bytes() {
        let bytes = || workout_bytes("Easy", &planned("easy 8km"), 1).unwrap();
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn what_no_watch_takes_is_refused() {
        let refused = |session: &str| workout_bytes("Test", &planned(session), 1).unwrap_err();
        assert_eq!(refused("rest"), NoWorkout::Rest);
        let long = vec!["easy 1min"; 51].join(" + ");
        assert_eq!(refused(&long), NoWorkout::TooManySteps(51));
        assert!(refused(&long).to_string().contains("51 steps"));
        let full = vec!["easy 1min"; 50].join(" + ");
        assert!(workout_bytes("Test", &planned(&full), 1).is_ok());
    }

    #[test]
    fn a_name_is_cut_between_letters() {
        assert_eq!(shown("Läufe über Hügel", NAME_MAX), "Läufe über H");
        assert_eq!(shown("Easy\nrun", NAME_MAX), "Easyrun");
        assert_eq!(shown("Progression run, 12 km", NAME_MAX), "Progression run");
    }

    #[test]
    fn files_are_named_by_day_and_purpose() {
        assert_eq!(file_name(&planned("easy 8km"), 1), "2026-12-01-easy.fit");
        assert_eq!(file_name(&planned("easy 8km"), 2), "2026-12-01-easy-2.fit");
        let hard = planned("easy 2km + 6x(800m / 2min jog) + easy 2km");
        assert_eq!(file_name(&hard, 1), "2026-12-01-intervals.fit");
    }
}
