//! `everymile profile`: what is known of the runner, and what the runner knows better.

use crate::{
    answer::Answer,
    cli::{Format, ProfileArgs, ProfileChange, View},
    clock,
    failure::Failure,
    own_doctrine::{self, OwnDoctrine},
    place,
    profile_words::{self, Word},
    reading::history,
    settings::Settings,
    text,
    view::Profile,
};
use logbook::Logbook;
use std::path::Path;
use training::Date;

/// Which doctrine a word means, and what the logbook keeps of it.
type Choosing = fn(&str, Option<&OwnDoctrine>) -> Result<Vec<(&'static str, String)>, Failure>;

/// Answers `everymile profile`.
pub fn run(asked: &ProfileArgs, path: &Path) -> Result<Answer, Failure> {
    let today = clock::today(asked.on);
    match &asked.change {
        Some(ProfileChange::Set { pairs }) => {
            let pairs = in_pairs(pairs)?;
            say(&place::open_or_make(path)?, &pairs, &[], today, own_doctrine::chosen)?;
        }
        Some(ProfileChange::Unset { words }) => {
            say(&place::open(path)?, &[], words, today, own_doctrine::chosen)?;
        }
        None => {}
    }
    let book = place::open(path)?;
    let settings = Settings::of(&book)?;
    let history = history(&book, today)?;
    let pen = settings.pen(&View::default());
    let profile = Profile::new(&history, &settings, today);
    Ok(match asked.format {
        Format::Json => Answer::json(profile),
        Format::Text => Answer::page(text::profile(&profile, pen)),
    })
}

/// Words and values by turns.
fn in_pairs(words: &[String]) -> Result<Vec<(String, String)>, Failure> {
    let pair = |pair: &[String]| match pair {
        [word, value] => Ok((word.clone(), value.clone())),
        words => Err(no_value(words.first().map_or("", String::as_str))),
    };
    words.chunks(2).map(pair).collect()
}

/// Keeps what is said and forgets what is taken back. All or nothing: a mistake in one word keeps none
/// of them.
pub(crate) fn say(
    book: &Logbook,
    said: &[(String, String)],
    forgotten: &[String],
    today: Date,
    choose: Choosing,
) -> Result<(), Failure> {
    let (mut profile, mut settings) = (training::Profile::default(), Vec::new());
    for (word, value) in said {
        match profile_words::find(word)? {
            Word::Field(_) => profile_words::read_field(word, value, &mut profile)?,
            Word::Setting("doctrine") => {
                let own = OwnDoctrine::kept_in(book)?;
                settings.extend(choose(value, own.as_ref())?);
            }
            Word::Setting(name) => settings.push((name, profile_words::read_setting(word, value)?)),
        }
    }
    profile_words::check_birth(&profile, today)?;
    let forgotten: Vec<Word> =
        forgotten.iter().map(|word| profile_words::find(word)).collect::<Result<_, _>>()?;
    let batch = book.begin()?;
    book.state_profile(&profile, None, clock::now())?;
    for word in forgotten {
        match word {
            Word::Field(field) => book.withdraw_profile_field(field, None, clock::now())?,
            Word::Setting(name) => settings.push((name, String::new())),
        }
    }
    for (name, value) in settings {
        book.choose(name, &value)?;
    }
    Ok(batch.commit()?)
}

fn no_value(word: &str) -> Failure {
    let remedy = "give words and values by turns: everymile profile set hr-max 188 units mi";
    Failure::new(format!("'{word}' has no value"), remedy)
}
