//! What a race would take, as the runner is on the day judged: every model that holds, with its range,
//! and one forecast of those that count. Knows no course, no weather and no taper.

mod bisect;
pub mod critical_speed;
pub mod daniels_gilbert;
pub mod emig_peltonen;
mod form;
mod model;
mod races;
pub mod riegel;
pub mod smyth_muniz;
mod together;
pub mod vickers_vertosick;

pub use form::{Form, Performance, Race};
pub use model::{Forecast, Index, Knows, MARATHON, Model, Validity, is_marathon};
pub use races::LeftOut;

use training::Metres;

/// The models, in the order in which they are shown: those that know most of the runner first.
pub const MODELS: [&Model; 8] = [
    &vickers_vertosick::TWO_RACES,
    &emig_peltonen::MODEL,
    &vickers_vertosick::ONE_RACE,
    &riegel::PERSONAL,
    &daniels_gilbert::MODEL,
    &riegel::USUAL,
    &critical_speed::MODEL,
    &smyth_muniz::MODEL,
];

/// What every model says of one race.
#[derive(Debug)]
pub struct Prediction {
    /// How far the race goes.
    pub distance: Metres,
    /// All models that count, taken together; `None` where nothing is known.
    pub expected: Option<Forecast>,
    /// Each model with what it foretells, or why it does not; those that count first.
    pub said: Vec<Said>,
    /// What would make the race known, or known better.
    pub advice: Option<String>,
}

/// What a model says of a race.
#[derive(Debug)]
pub struct Said {
    /// The model.
    pub model: &'static Model,
    /// What it foretells, or why it does not, in a sentence.
    pub forecast: Result<Forecast, String>,
    /// Whether it is one of those that are taken together.
    pub counts: bool,
}

/// What a race over a distance would take.
pub fn predict(form: &Form, race: Metres) -> Prediction {
    let ask =
        |model: &'static Model| Said { model, forecast: model.forecast(form, race), counts: false };
    let mut said = MODELS.map(ask);
    together::mark(&mut said);
    said.sort_by_key(|said| (!said.counts, said.forecast.is_err()));
    let counted = said.iter().filter(|said| said.counts);
    let counted: Vec<&Forecast> = counted.filter_map(|said| said.forecast.as_ref().ok()).collect();
    Prediction {
        distance: race,
        expected: together::combine(&counted),
        said: said.into(),
        advice: advice(form, race),
    }
}

impl Prediction {
    /// The models that are taken together.
    pub fn counted(&self) -> impl Iterator<Item = &'static Model> {
        self.said.iter().filter(|said| said.counts).map(|said| said.model)
    }

    /// What models foretell outside of the range of all that count.
    pub fn at_odds(&self) -> impl Iterator<Item = (&'static Model, &Forecast)> {
        self.said.iter().filter_map(|said| {
            let (forecast, expected) = (said.forecast.as_ref().ok()?, self.expected.as_ref()?);
            let range = expected.quickest()..=expected.slowest();
            (!range.contains(&forecast.time)).then_some((said.model, forecast))
        })
    }
}

fn advice(form: &Form, race: Metres) -> Option<String> {
    if form.races.is_empty() {
        return Some(
            "Run a race or a time trial over 5 km or 10 km. One that was not taken for a race: \
             everymile correct ID --purpose race."
                .to_owned(),
        );
    }
    if form.pair(race, &Validity::ANY).is_err() {
        return Some(
            "A second race, at least half as long again or two thirds as long, would tell how your \
             speed falls with distance."
                .to_owned(),
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::examples::example;

    const HALF: Metres = Metres(21_097.5);

    fn prediction(weeks: &str, race: Metres) -> Prediction {
        predict(&Form::of(&example(weeks).case()), race)
    }

    /// The forecast, once the models that it is taken from are these.
    #[track_caller]
    fn check(weeks: &str, race: Metres, models: &[&str]) -> Forecast {
        let prediction = prediction(weeks, race);
        assert_eq!(prediction.counted().map(|model| model.id).collect::<Vec<_>>(), models);
        prediction.expected.unwrap()
    }

    fn why_not(prediction: &Prediction, model: &str) -> String {
        let said = prediction.said.iter().find(|said| said.model.id == model).unwrap();
        said.forecast.as_ref().unwrap_err().clone()
    }

    const TRAINED: &str = "12 weeks:\nTue easy 10km\nThu easy 10km\nSun long 20km\n1 week:\n";
    /// The models that start from one race.
    const ONE: [&str; 2] = ["daniels-gilbert", "riegel"];
    const UNKNOWN: &str = "runner: thresholds unknown\n";

    #[test]
    fn two_races_tell_a_third() {
        let week = "1 week:\nWed race 5km @4:00\nSun race 10km @4:09";
        let half = check(week, HALF, &["emig-peltonen", "riegel-personal"]);
        // 5474.9 s by the one, 5465.8 by the other.
        assert!((half.time.0 - 5470.3).abs() < 0.5, "{half:?}");
    }

    #[test]
    fn one_race_tells_another() {
        let ten = check("1 week:\nSun race 5km @4:00", Metres(10_000.0), &ONE);
        // 2488.0 s by the one, 2501.9 by the other.
        assert!((ten.time.0 - 2494.9).abs() < 3.0, "{ten:?}");
        assert_eq!(ten.error.minutes().round(), 1.0);
    }

    #[test]
    fn two_races_and_the_weekly_distance_tell_a_marathon() {
        let races = "Wed race 10km @4:00\nSun race 21.1km @4:16";
        let marathon = prediction(&format!("{TRAINED}{races}"), MARATHON);
        let models: Vec<&str> = marathon.counted().map(|model| model.id).collect();
        assert_eq!(models, ["vickers-two", "emig-peltonen", "riegel-personal"]);
        assert_eq!(why_not(&marathon, "vickers-one"), "You ran two races that tell more than one.");
        let marathon = marathon.expected.unwrap();
        assert!(marathon.note.unwrap().starts_with("It counts on the 39.3 km you ran in a week"));
    }

    #[test]
    fn a_marathon_from_five_kilometres_says_on_which_weekly_distance_it_counts() {
        let marathon = check(&format!("{TRAINED}Sun race 5km @4:00"), MARATHON, &["vickers-one"]);
        assert_eq!(
            marathon.note.as_deref(),
            Some(
                "It counts on the 37.1 km you ran in a week; runners with 16.0 km more were 4 \
                 minutes faster."
            )
        );
    }

    #[test]
    fn a_marathon_is_not_told_by_five_kilometres_alone() {
        let prediction = prediction(&format!("{UNKNOWN}1 week:\nSun race 5km @4:00"), MARATHON);
        assert!(prediction.expected.is_none());
        assert!(why_not(&prediction, "vickers-one").starts_with("It needs the distance you run"));
        assert!(why_not(&prediction, "riegel").contains("from one so short"));
    }

    #[test]
    fn a_marathon_may_be_written_as_42_2_kilometres() {
        let week = format!("{TRAINED}Sun race 5km @4:00");
        check(&week, Metres(42_200.0), &["vickers-one"]);
        let prediction =
            prediction(&format!("{UNKNOWN}1 week:\nSun race 5km @4:00"), Metres(40_000.0));
        assert!(prediction.expected.is_none());
    }

    #[test]
    fn a_marathon_that_was_raced_tells_more_than_shorter_races() {
        let races = "Wed race 21.1km @4:16\nSun race 42.2km @4:45";
        let marathon =
            check(&format!("{TRAINED}{races}"), MARATHON, &["emig-peltonen", "riegel-personal"]);
        assert!((marathon.time.0 - 12_027.0).abs() < 1.0, "{marathon:?}");
    }

    #[test]
    fn critical_speed_never_tells_a_marathon_by_itself() {
        let week = "1 week:\nTue easy 10km";
        assert_eq!(check(week, MARATHON, &["smyth-muniz"]).from, []);
        let half = prediction(week, HALF);
        assert!(half.expected.is_none());
        assert!(half.advice.unwrap().starts_with("Run a race or a time trial"));
    }

    #[test]
    fn five_and_ten_kilometres_are_not_carried_to_the_marathon() {
        let races = "Wed race 5km @4:00\nSun race 10km @4:09";
        let prediction = prediction(&format!("{TRAINED}{races}"), MARATHON);
        assert!(prediction.counted().map(|model| model.id).eq(["vickers-one"]));
        assert_eq!(
            why_not(&prediction, "emig-peltonen"),
            "It is not carried beyond 3 times the longest race it starts from."
        );
    }

    #[test]
    fn an_old_race_makes_the_range_wider() {
        let fresh = check("1 week:\nSun race 5km @4:00", Metres(10_000.0), &ONE);
        let old = "1 week:\nSun race 5km @4:00\n20 weeks:\nSun easy 10km";
        let old = check(old, Metres(10_000.0), &ONE);
        assert_eq!(fresh.time, old.time);
        assert!(old.error.0 > 1.3 * fresh.error.0, "{} {}", old.error.0, fresh.error.0);
    }

    #[test]
    fn races_that_do_not_fit_together_are_no_pair() {
        let week = "1 week:\nWed race 5km @4:00\nSun race 10km @5:00";
        let prediction = prediction(week, HALF);
        assert!(why_not(&prediction, "emig-peltonen").starts_with("Your two races do not lie"));
        assert!(prediction.counted().map(|model| model.id).eq(["riegel-personal"]));
        assert!(
            prediction
                .expected
                .unwrap()
                .note
                .unwrap()
                .starts_with("Your races give an exponent of 1.32")
        );
    }

    #[test]
    fn hard_training_is_no_race() {
        let week = "1 week:\nWed easy 10min + 6x(800m / 2min jog)\nSun tempo 10km @4:10";
        assert!(prediction(week, Metres(5_000.0)).expected.is_none());
    }
}
