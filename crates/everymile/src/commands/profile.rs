//! `everymile profile`: what is known of the runner, and what the runner knows better.

use crate::{
    answer::Answer,
    cli::{ProfileArgs, ProfileChange, View},
    clock,
    failure::Failure,
    own_doctrine::{self, OwnDoctrine},
    place,
    profile_words::{self, Word},
    reading::history,
    settings::Settings,
    text,
};
use logbook::Logbook;
use std::path::Path;
use training::{Date, NamedRun, Profile};

/// Answers `everymile profile`.
pub fn run(asked: &ProfileArgs, path: &Path) -> Result<Answer, Failure> {
    match &asked.change {
        Some(ProfileChange::Set { pairs }) => {
            set(&place::open_or_make(path)?, pairs, clock::today(asked.on))?;
        }
        Some(ProfileChange::Unset { words }) => unset(&place::open(path)?, words)?,
        None => {}
    }
    let book = place::open(path)?;
    let settings = Settings::of(&book)?;
    let on = clock::today(asked.on);
    let history = history(&book, on)?;
    let pen = settings.pen(&View::default());
    let mut said = profile_words::said(history.profile(), pen.units);
    said.extend(settings.said());
    let last_run = history.runs.iter().map(NamedRun::date).rfind(|day| *day < on);
    let page = text::profile(&said, &history.ability_on(on), (on, last_run), pen);
    let over = profile_words::race_over(history.profile(), on).unwrap_or_default();
    Ok(Answer::page(page + &over))
}

/// All or nothing: a mistake in one pair keeps none of them.
fn set(book: &Logbook, pairs: &[String], today: Date) -> Result<(), Failure> {
    let (mut profile, mut settings) = (Profile::default(), Vec::new());
    for pair in pairs.chunks(2) {
        let [word, value] = pair else { return Err(no_value(&pair[0])) };
        match profile_words::find(word)? {
            Word::Field(_) => profile_words::read_field(word, value, &mut profile)?,
            Word::Setting("doctrine") => {
                let own = OwnDoctrine::kept_in(book)?;
                settings.extend(own_doctrine::chosen(value, own.as_ref())?);
            }
            Word::Setting(name) => settings.push((name, profile_words::read_setting(word, value)?)),
        }
    }
    profile_words::check_birth(&profile, today)?;
    book.state_profile(&profile, None, clock::now())?;
    for (name, value) in settings {
        book.choose(name, &value)?;
    }
    Ok(())
}

/// All or nothing, as well.
fn unset(book: &Logbook, words: &[String]) -> Result<(), Failure> {
    let found: Result<Vec<Word>, Failure> =
        words.iter().map(|word| profile_words::find(word)).collect();
    for word in found? {
        match word {
            Word::Field(field) => book.withdraw_profile_field(field, None, clock::now())?,
            Word::Setting(name) => book.choose(name, "")?,
        }
    }
    Ok(())
}

fn no_value(word: &str) -> Failure {
    let remedy = "give words and values by turns: everymile profile set hr-max 188 units mi";
    Failure::new(format!("'{word}' has no value"), remedy)
}
