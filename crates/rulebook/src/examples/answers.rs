//! A day's check-in as text: `soreness 5 left calf, pain 4 left shin, swollen, fatigue 3, sleep 6.5`.

use super::day_of;
use training::{
    Bpm, CheckIn, Date, Milliseconds, Motive, OutOfFive, OutOfTen, Pain, Seconds, TalkTest,
};

/// Reads what stands behind `check-in`: `Sat: soreness 5, fatigue 4`.
pub(super) fn parse_check_in(monday: Date, text: &str) -> CheckIn {
    let (day, answers) = text.split_once(": ").expect("check-in Mon: soreness 5");
    let mut check_in = CheckIn::on(day_of(monday, day));
    answers.split(", ").for_each(|answer| tell(&mut check_in, answer));
    check_in
}

fn tell(check_in: &mut CheckIn, answer: &str) {
    let (question, value) = answer.split_once(' ').unwrap_or((answer, ""));
    match question {
        "soreness" => {
            let (level, site) = level_and_site(value);
            (check_in.soreness, check_in.sore_site) = (Some(level), site);
        }
        "pain" | "swollen" | "not-swollen" | "sharp" | "not-sharp" | "lasted" => {
            tell_pain(check_in, question, value);
        }
        "ill" => check_in.is_ill = Some(true),
        "well" => check_in.is_ill = Some(false),
        "limping" => check_in.is_limping = Some(true),
        "not-limping" => check_in.is_limping = Some(false),
        "fatigue" => check_in.fatigue = Some(of_five(value)),
        "motivation" => check_in.motivation = Some(of_five(value)),
        "mood" => check_in.mood = Some(of_five(value)),
        "stress" => check_in.stress = Some(of_five(value)),
        "sleep" => check_in.sleep = Some(Seconds(3600.0 * number(value))),
        "sleep-quality" => check_in.sleep_quality = Some(of_five(value)),
        "drinking" => check_in.drinking = Some(of_five(value)),
        "eating" => check_in.eating = Some(of_five(value)),
        "resting-hr" => check_in.resting_hr = Some(Bpm(number(value))),
        "hrv" => check_in.hrv = Some(Milliseconds(number(value))),
        "effort" => check_in.effort = Some(of_ten(value)),
        "felt" => check_in.felt_after = Some((number(value) as i8).try_into().expect("-2 to 2")),
        "talk" => check_in.talk_test = Some(talk(value)),
        "ran-for" => check_in.motive = Some(motive(value)),
        other => panic!("nobody is asked about '{other}'"),
    }
}

fn tell_pain(check_in: &mut CheckIn, question: &str, value: &str) {
    let pain = check_in.pain.get_or_insert_with(|| Pain {
        level: of_ten("0"),
        site: None,
        lasted: None,
        is_swollen: None,
        is_sharp_and_local: None,
    });
    match question {
        "swollen" => pain.is_swollen = Some(true),
        "not-swollen" => pain.is_swollen = Some(false),
        "sharp" => pain.is_sharp_and_local = Some(true),
        "not-sharp" => pain.is_sharp_and_local = Some(false),
        "lasted" => {
            let days = value.split(' ').next().expect("lasted 3 days");
            pain.lasted = Some(Seconds(86_400.0 * number(days)));
        }
        _ => (pain.level, pain.site) = level_and_site(value),
    }
}

fn level_and_site(value: &str) -> (OutOfTen, Option<String>) {
    let (level, site) = value.split_once(' ').unwrap_or((value, ""));
    (of_ten(level), (!site.is_empty()).then(|| site.to_owned()))
}

fn talk(value: &str) -> TalkTest {
    match value {
        "yes" => TalkTest::Comfortable,
        "unsure" => TalkTest::Unsure,
        "no" => TalkTest::CannotTalk,
        other => panic!("'{other}' is no answer to the talk test"),
    }
}

fn motive(value: &str) -> Motive {
    match value {
        "plan" => Motive::Plan,
        "joy" => Motive::Joy,
        "duty" => Motive::Duty,
        "number" => Motive::Number,
        other => panic!("'{other}' is no motive"),
    }
}

fn of_five(value: &str) -> OutOfFive {
    (number(value) as u8).try_into().expect("1 to 5")
}

fn of_ten(value: &str) -> OutOfTen {
    (number(value) as u8).try_into().expect("0 to 10")
}

fn number(value: &str) -> f64 {
    value.parse().expect("a number")
}
