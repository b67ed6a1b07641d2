//! Which doctrine is meant: a shipped one by its name, or the runner's own, written in a file. A
//! chosen file is kept as text in the logbook, so that judging does not depend on a file that moves.
#![allow(clippy::disallowed_methods, reason = "the front door reads files")]

use crate::failure::Failure;
use logbook::{Logbook, LogbookError};
use rulebook::{Doctrine, Value, doctrine, read_doctrine, set_number};
use std::{fs, path::Path};

/// A doctrine that the runner wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDoctrine {
    /// The name it gives itself.
    pub name: String,
    /// The file it was read from.
    pub file: String,
    /// What stood in it.
    pub text: String,
}

impl OwnDoctrine {
    /// Reads a file, and refuses what is no doctrine.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(|error| {
            let what = format!("{} could not be read: {error}", path.display());
            Failure::new(what, "check the path and that it is a text file you may read")
        })?;
        let text = text_of(bytes).map_err(|failure| failure.about(&path.display().to_string()))?;
        let file = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = understood(&text, &path.display().to_string())?.name;
        Ok(Self { name, file: file.display().to_string(), text })
    }

    /// The one kept in a logbook; `None` where none was ever chosen.
    pub fn kept_in(book: &Logbook) -> Result<Option<Self>, LogbookError> {
        let [name, file, text] = SETTINGS.map(|setting| book.setting(setting));
        let (name, file, text) = (name?, file?, text?);
        let kept = name.zip(file).zip(text);
        Ok(kept.map(|((name, file), text)| Self { name, file, text }))
    }

    /// What it says.
    pub fn doctrine(&self) -> Result<Doctrine, Failure> {
        understood(&self.text, &self.file)
    }
}

/// The text that bytes spell, or the line that spells none.
fn text_of(bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        let what = format!("line {line}: a letter there is not in UTF-8");
        Failure::new(what, "save the file as text in UTF-8")
    })
}

const SETTINGS: [&str; 3] = ["own-doctrine", "own-doctrine-file", "own-doctrine-text"];

/// The doctrine that a word means: a shipped one, the runner's own by its name, or one in a file.
pub fn meant(word: &str, own: Option<&OwnDoctrine>) -> Result<Doctrine, Failure> {
    match in_file(word, own)? {
        Some(read) => read.doctrine(),
        None => named(word, own),
    }
}

/// What the logbook keeps when a runner chooses a doctrine: its name, and of a file all of it.
pub fn chosen(
    word: &str,
    own: Option<&OwnDoctrine>,
) -> Result<Vec<(&'static str, String)>, Failure> {
    let Some(read) = in_file(word, own)? else { return chosen_by_name(word, own) };
    let name = read.name.clone();
    let kept = SETTINGS.into_iter().zip([read.name, read.file, read.text]);
    Ok(kept.chain([("doctrine", name)]).collect())
}

/// The doctrine in the file that a word means; `None` where it is the name of one.
fn in_file(word: &str, own: Option<&OwnDoctrine>) -> Result<Option<OwnDoctrine>, Failure> {
    let is_file = own.is_none_or(|own| own.name != word) && is_path(word);
    is_file.then(|| OwnDoctrine::read(Path::new(word))).transpose()
}

/// The same where only names are taken: a file is read for nobody who asks from elsewhere.
pub fn chosen_by_name(
    name: &str,
    own: Option<&OwnDoctrine>,
) -> Result<Vec<(&'static str, String)>, Failure> {
    Ok(vec![("doctrine", named(name, own)?.name)])
}

/// The doctrine of a name: the runner's own, or a shipped one. Looks at no file.
pub fn named(name: &str, own: Option<&OwnDoctrine>) -> Result<Doctrine, Failure> {
    match own.filter(|own| own.name == name) {
        Some(own) => own.doctrine(),
        None => doctrine(name).map_err(|unknown| Failure::with_remedy(&unknown.to_string())),
    }
}

/// The name of a doctrine that begins on the page.
const MINE: &str = "mine";
/// Where it comes from.
const PAGE: &str = "the page";

/// The runner's own doctrine with one number set as it was typed, or inherited again where nothing was;
/// `on` is the rule itself. Where there is none yet it begins as the one chosen.
pub fn edited(
    own: Option<&OwnDoctrine>,
    chosen: &str,
    (rule, name, typed): (&str, &str, Option<&str>),
) -> Result<OwnDoctrine, Failure> {
    let own = own.cloned().unwrap_or_else(|| OwnDoctrine {
        name: MINE.to_owned(),
        file: PAGE.to_owned(),
        text: format!(
            "name = \"{MINE}\"\nabout = \"As {chosen}, with numbers of my own.\"\ninherits = \
             \"{chosen}\"\n"
        ),
    });
    let to = typed.map(|typed| value(rule, name, typed)).transpose()?;
    let text = set_number(&own.text, rule, name, to)
        .map_err(|error| Failure::with_remedy(&error.fault.to_string()))?;
    let is_of_page = own.file.ends_with(PAGE);
    let file = if is_of_page { own.file } else { format!("{}, changed on {PAGE}", own.file) };
    Ok(OwnDoctrine { file, text, ..own })
}

/// A value as it was typed, of the kind that its parameter has.
fn value(rule: &str, name: &str, typed: &str) -> Result<Value, Failure> {
    let typed = typed.trim();
    let known = rulebook::rule(rule).ok();
    let own = known.and_then(|rule| rule.parameters.iter().find(|own| own.name == name));
    let number = own.filter(|own| matches!(own.value, Value::Number(_)));
    let read = match (number, typed) {
        (Some(_), typed) => {
            typed.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Number)
        }
        (None, "true" | "yes") => Some(Value::Flag(true)),
        (None, "false" | "no") => Some(Value::Flag(false)),
        _ => None,
    };
    read.ok_or_else(|| {
        let may_be = number.map_or_else(|| "yes or no".to_owned(), |own| own.range.to_string());
        let kind = if number.is_some() { "no number" } else { "neither yes nor no" };
        Failure::new(format!("'{typed}' is {kind}"), format!("it may be {may_be}"))
    })
}

impl OwnDoctrine {
    /// Keeps it in a logbook, without choosing it; inside a batch, so that all of it is kept or none.
    pub fn keep(&self, book: &Logbook) -> Result<(), LogbookError> {
        let mut said = SETTINGS.into_iter().zip([&self.name, &self.file, &self.text]);
        said.try_for_each(|(setting, value)| book.choose(setting, value))
    }
}

/// Whether a word means a file rather than a name.
fn is_path(word: &str) -> bool {
    let path = Path::new(word);
    let looks_like_one = path.extension().is_some() || path.components().count() > 1;
    doctrine(word).is_err() && (looks_like_one || path.is_file())
}

fn understood(text: &str, file: &str) -> Result<Doctrine, Failure> {
    read_doctrine(text).map_err(|error| Failure::with_remedy(&error.to_string()).about(file))
}
