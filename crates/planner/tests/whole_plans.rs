//! Whole plans of several runners, looked at as a coach would. `PRINT=1` with `--nocapture` shows them.
#![allow(clippy::disallowed_methods, reason = "whether plans are shown is said from outside")]

mod wished;

use planner::{NoPlan, Proposal, Wish, propose};
use rulebook::{doctrine, examples::example};
use training::{Goal, Metres, Phase, PlanWeek, Purpose, Weekday};
use wished::{BEGINNER, FORTY_KM, SEVENTY_KM, wish};

const EVERY_DAY: &str = "Mon Tue Wed Thu Fri Sat Sun";
const HUNDRED_KM: &str = "runner: advanced
    10 weeks:
    Mon  easy 15km
    Tue  easy 16km
    Wed  easy 15km
    Thu  easy 16km
    Sat  easy 16km
    Sun  long 22km";

/// A plan for a race of so many kilometres in so many weeks.
fn plan(history: &str, (km, weeks): (f64, i64), wish: Wish) -> Result<Proposal, NoPlan> {
    let made = wished::plan(history, (km, 7 * weeks), wish)?;
    if std::env::var("PRINT").is_ok() {
        println!("{}", made.plan);
    }
    Ok(made)
}

/// How far a week of training goes, the race left out.
fn km(proposal: &Proposal, week: &PlanWeek) -> f64 {
    let speed = Some(proposal.baseline.easy_speed);
    let sessions = week.sessions.iter().map(|(_, session)| session);
    let training = sessions.filter(|session| session.main_purpose() != Purpose::Race);
    training.map(|session| session.distance(speed).unwrap().km()).sum()
}

/// Weeks rise to the peak but for lighter ones, the largest comes last before the taper, and the last
/// week holds 41 to 60 % less.
fn check_shape(history: &str, race: (f64, i64)) {
    let made = plan(history, race, wish(EVERY_DAY)).unwrap();
    let full = made.plan.weeks.iter().filter(|week| !week.is_lighter);
    let full: Vec<f64> = full.map(|week| km(&made, week)).collect();
    for pair in full.windows(2) {
        assert!(pair[1] > 0.95 * pair[0], "{history}: {full:.0?}");
    }
    let peak = full.iter().copied().fold(0.0, f64::max);
    assert!(full.last().unwrap() > &(0.95 * peak), "{history}: {full:.0?}");
    let less = 1.0 - km(&made, made.plan.weeks.last().unwrap()) / peak;
    assert!((0.41..=0.60).contains(&less), "{history}: {less:.2} less in the last week");
}

#[test]
fn weeks_rise_to_the_peak_and_halve_before_the_race() {
    check_shape(BEGINNER, (5.0, 10));
    check_shape(FORTY_KM, (21.0975, 14));
    check_shape(FORTY_KM, (42.195, 18));
    check_shape(SEVENTY_KM, (42.195, 16));
    check_shape(HUNDRED_KM, (10.0, 12));
}

#[test]
fn a_long_day_that_is_not_free_is_told_before_a_race_that_is_too_far_off() {
    let wish = Wish { long_day: Some(Weekday::Sunday), ..wish("Tue Thu") };
    let refused = plan(FORTY_KM, (10.0, 300), wish).unwrap_err();
    assert!(matches!(refused, NoPlan::LongDayIsNotFree { .. }), "{refused}");
}

#[test]
fn the_taper_keeps_its_intensity() {
    let made = plan(SEVENTY_KM, (42.195, 16), wish(EVERY_DAY)).unwrap();
    let taper = made.plan.weeks.iter().filter(|week| week.phase == Some(Phase::Taper));
    for week in taper {
        let hard = week.sessions.iter().filter(|(_, it)| it.main_purpose().is_hard());
        assert!(hard.count() >= 1);
    }
}

#[test]
fn the_long_run_grows_to_what_the_race_asks_for() {
    let made = plan(FORTY_KM, (42.195, 18), wish(EVERY_DAY)).unwrap();
    let longest =
        made.plan.planned().into_iter().filter_map(|it| match it.session.main_purpose() {
            Purpose::Long => it.session.distance(Some(made.baseline.easy_speed)),
            _ => None,
        });
    let longest = longest.map(Metres::km).fold(0.0, f64::max);
    assert!((25.0..33.5).contains(&longest), "{longest}");
}

#[test]
fn a_race_that_comes_too_soon_is_refused_with_what_fits() {
    let refusal = plan(BEGINNER, (42.195, 9), wish(EVERY_DAY)).unwrap_err().to_string();
    assert_eq!(
        refusal,
        "a marathon in 9 weeks from 18.0 km a week: the longest safe run by then is 12.9 km, and \
         25.2 km is asked for; 10 km in 9 weeks or a marathon in 20 fits"
    );
}

#[test]
fn what_is_named_as_fitting_fits() {
    assert!(plan(BEGINNER, (10.0, 9), wish(EVERY_DAY)).is_ok());
    assert!(plan(BEGINNER, (42.195, 20), wish(EVERY_DAY)).is_ok());
}

#[test]
fn a_day_with_too_little_time_for_the_long_run_is_refused() {
    let wish = Wish { most_minutes: vec![(Weekday::Sunday, 60.0)], ..wish(EVERY_DAY) };
    let refusal = plan(FORTY_KM, (42.195, 18), wish).unwrap_err().to_string();
    assert!(refusal.starts_with("Sunday has 60 minutes, and a marathon asks for"), "{refusal}");
}

#[test]
fn days_that_do_not_hold_the_usual_week_are_taken_and_told() {
    let one_day = plan(FORTY_KM, (10.0, 12), wish("Sun")).unwrap().shortfall.unwrap();
    assert_eq!(one_day.usual, Metres::from_km(40.0));
    assert!(one_day.largest < Metres::from_km(20.0), "{one_day:?}");
    assert_eq!(plan(FORTY_KM, (10.0, 12), wish("Tue Thu Sat Sun")).unwrap().shortfall, None);
}

#[test]
fn more_weeks_than_are_left_are_refused_with_how_many_are() {
    let refusal = plan(FORTY_KM, (10.0, 12), Wish { weeks: Some(13), ..wish(EVERY_DAY) });
    let refusal = refusal.unwrap_err().to_string();
    assert!(refusal.ends_with("there are 12; give --weeks 12 or fewer, or leave it out"));
}

#[test]
fn a_race_too_near_or_too_far_is_refused_with_the_days_that_would_do() {
    let fits = |weeks| match plan(FORTY_KM, (10.0, weeks), wish(EVERY_DAY)) {
        Err(NoPlan::RaceOutOfRange { is_near, fits, .. }) => (is_near, fits.unwrap()),
        other => panic!("{other:?}"),
    };
    let ((is_near, days), far) = (fits(1), fits(60));
    assert!(is_near);
    assert_eq!(far, (false, days));
    let goal = |on| Goal::Race { distance: Metres::from_km(10.0), on: Some(on) };
    let example = example(FORTY_KM);
    let doctrine = doctrine("evidence-first").unwrap();
    for day in [days.0, days.1] {
        let wish = Wish { goal: goal(day), ..wish(EVERY_DAY) };
        assert!(propose(&example.case(), &doctrine, &wish).is_ok(), "{day}");
    }
}

#[test]
fn a_taper_with_too_few_days_before_the_race_says_how_many() {
    let made = plan(SEVENTY_KM, (10.0, 12), wish("Sat Sun")).unwrap();
    let taper = made.taper.unwrap();
    assert!(!taper.is_kept(), "{taper:?}");
    assert_eq!(taper.run_days, 1);
}

#[test]
fn a_second_run_a_day_is_for_who_runs_much_and_asks_for_it() {
    let twice = |made: &Proposal| {
        let days = made.plan.planned();
        days.windows(2).filter(|pair| pair[0].date == pair[1].date).count()
    };
    let with = |doubles| Wish { doubles, ..wish(EVERY_DAY) };
    assert_eq!(twice(&plan(HUNDRED_KM, (10.0, 12), with(false)).unwrap()), 0);
    assert!(twice(&plan(HUNDRED_KM, (10.0, 12), with(true)).unwrap()) > 0);
    let refusal = plan(FORTY_KM, (21.0975, 14), with(true)).unwrap_err().to_string();
    assert!(refusal.contains("6 days a week or more"), "{refusal}");
}

/// The lighter weeks of a half-marathon plan, from one.
fn lighter(about: &str) -> Vec<usize> {
    let made = plan(&format!("{about}\n{FORTY_KM}"), (21.0975, 14), wish(EVERY_DAY)).unwrap();
    let weeks = (1..).zip(&made.plan.weeks).filter(|(_, week)| week.is_lighter);
    weeks.filter(|(_, week)| week.phase != Some(Phase::Taper)).map(|(number, _)| number).collect()
}

#[test]
fn who_was_injured_within_a_year_lightens_every_third_week() {
    assert_eq!(lighter(""), [3, 6, 9]);
    let hurt = format!("{FORTY_KM}\n    check-in Tue: limping");
    let made = plan(&hurt, (21.0975, 14), wish(EVERY_DAY)).unwrap();
    let lighter = made.plan.weeks[..12].iter().filter(|week| week.is_lighter).count();
    assert!(lighter >= 4, "{lighter}");
}

#[test]
fn strength_comes_twice_a_week_and_never_before_a_key_day() {
    let made = plan(FORTY_KM, (21.0975, 14), wish(EVERY_DAY)).unwrap();
    for week in &made.plan.weeks[..12] {
        let strength = week.besides.iter().filter(|(_, it)| it.word() == "strength").count();
        assert!((1..=3).contains(&strength), "{week:?}");
    }
}
