//! The models of a race taken together: which of them count, and the one forecast they give. Knows no
//! model by its name.

use super::{Said, form::Race, model::Forecast};
use training::Seconds;

/// Marks the models that count: of those that foretell the race, the ones that know most of the runner.
/// Those that know less would only add what is usual of others.
pub(super) fn mark(said: &mut [Said]) {
    let foretelling = said.iter().filter(|said| said.forecast.is_ok());
    let most = foretelling.map(|said| said.model.knows).min();
    for said in said {
        said.counts = said.forecast.is_ok() && Some(said.model.knows) == most;
    }
}

/// One forecast of all that count; of a single one its own. The time is the plain mean: nobody has
/// measured the models on the same runners, so that their errors are no weights, and a plain mean is
/// hard to beat (Clemen 1989, International Journal of Forecasting 5:559). They start from the same
/// races and err together, so that the mean is no surer than they are: its error squared is the mean
/// of theirs, and how far they lie apart comes on top (the variance of a mixture).
pub(super) fn combine(forecasts: &[&Forecast]) -> Option<Forecast> {
    if let [only] = forecasts {
        return Some((*only).clone());
    }
    let mean = |of: &dyn Fn(&Forecast) -> f64| {
        let sum: f64 = forecasts.iter().map(|it| of(it)).sum();
        (!forecasts.is_empty()).then(|| sum / forecasts.len() as f64)
    };
    let time = Seconds(mean(&|it| it.time.0)?);
    let error = mean(&|it| it.error.0.powi(2) + (it.time - time).0.powi(2))?.sqrt();
    let mut from: Vec<Race> = forecasts.iter().flat_map(|it| it.from.clone()).collect();
    from.sort_by(|one, other| one.result.distance.0.total_cmp(&other.result.distance.0));
    from.dedup();
    Some(Forecast { time, error: Seconds(error), from, index: None, note: notes(forecasts) })
}

/// What must be known to read any of them, each sentence once.
fn notes(forecasts: &[&Forecast]) -> Option<String> {
    let mut notes: Vec<&str> = forecasts.iter().filter_map(|it| it.note.as_deref()).collect();
    notes.dedup();
    (!notes.is_empty()).then(|| notes.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forecast((minutes, error): (f64, f64)) -> Forecast {
        Forecast {
            time: Seconds::from_minutes(minutes),
            error: Seconds::from_minutes(error),
            from: Vec::new(),
            index: None,
            note: None,
        }
    }

    /// Minutes and their error, of forecasts of so many minutes and errors.
    #[track_caller]
    fn check(forecasts: &[(f64, f64)], minutes: f64, error: f64) {
        let all: Vec<Forecast> = forecasts.iter().copied().map(forecast).collect();
        let found = combine(&all.iter().collect::<Vec<_>>()).unwrap();
        assert!((found.time.minutes() - minutes).abs() < 1e-9, "{found:?}");
        assert!((found.error.minutes() - error).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn a_model_that_stands_alone_is_taken_as_it_is() {
        check(&[(100.0, 3.0)], 100.0, 3.0);
    }

    #[test]
    fn models_that_agree_are_no_surer_together() {
        check(&[(100.0, 3.0), (100.0, 3.0)], 100.0, 3.0);
    }

    #[test]
    fn models_that_lie_apart_make_the_range_wider() {
        check(&[(97.0, 4.0), (103.0, 4.0)], 100.0, 5.0);
    }

    #[test]
    fn the_range_is_never_narrower_than_that_of_the_surest() {
        // The mean of 1 and 49 is 25.
        check(&[(100.0, 1.0), (100.0, 7.0)], 100.0, 5.0);
    }

    #[test]
    fn without_a_model_nothing_is_foretold() {
        assert_eq!(combine(&[]), None);
    }

    #[test]
    fn what_two_models_note_alike_is_said_once() {
        let noting = || forecast((200.0, 10.0)).noting(Some("It does not know all.".to_owned()));
        let found = combine(&[&noting(), &noting()]).unwrap();
        assert_eq!(found.note.as_deref(), Some("It does not know all."));
    }
}
