//! A pull reader for the XML that running software really writes: byte order marks and white space
//! before the declaration, any prefix before a name, and files that end in the middle. Knows no
//! format.

use crate::{Unreadable, limit};
use quick_xml::{Reader, events::Event};
use std::borrow::Cow;
use training::{Oddity, OddityKind};

/// What comes next in a document. Names are local names, without prefix.
pub(crate) enum Token<'a> {
    /// An element begins, with its attributes.
    Open(&'a str, Attributes<'a>),
    /// The text of an element that holds no other, trimmed and with entities resolved.
    Text {
        /// The element.
        name: &'a str,
        /// The element around it.
        parent: &'a str,
        /// Its text.
        text: &'a str,
    },
    /// An element ends.
    Close(&'a str),
}

/// The attributes of an element.
pub(crate) struct Attributes<'a>(&'a quick_xml::events::BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute with this local name.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut readable = attributes.with_checks(false).flatten();
        readable
            .find(|attribute| local(attribute.key.as_ref()) == name)
            .map(|attribute| attribute.value.trim().to_owned())
    }
}

/// Hands every token of a document to `take`, as far as it is XML; where it is damaged, says so.
pub(crate) fn read(bytes: &[u8], take: &mut dyn FnMut(Token<'_>)) -> Vec<Oddity> {
    let damaged =
        |why| Oddity::whole(OddityKind::DamagedFile, format!("the file is damaged: {why}"));
    walk(&text_of(bytes), take).err().map(damaged).into_iter().collect()
}

/// Why a document gave nothing: what it lacks and what to do; where it is damaged, how.
pub(crate) fn nothing_in_it((lacks, remedy): (&str, &str), oddities: &[Oddity]) -> Unreadable {
    match oddities.first() {
        None => Unreadable { what: lacks.to_owned(), remedy: remedy.to_owned() },
        Some(damage) => Unreadable {
            what: format!("{lacks} ({})", damage.message),
            remedy: format!("copy it again from its source; if it is the same there, {remedy}"),
        },
    }
}

/// The text of a document: UTF-8 where it is, repaired where it is not, without what stands before
/// the first tag.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    let start = bytes.iter().position(|&byte| byte == b'<').unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[start..])
}

/// Hands every token to `take`, until the end or the first place that is not XML; then says where.
fn walk(text: &str, take: &mut dyn FnMut(Token<'_>)) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut words = String::new();
    let mut path: Vec<String> = Vec::new();
    loop {
        let event = reader.read_event().map_err(|error| fault(&error, reader.error_position()))?;
        match event {
            Event::Start(start) => {
                words.clear();
                take(Token::Open(local(start.name().as_ref()), Attributes(&start)));
                path.push(local(start.name().as_ref()).to_owned());
                if path.len() > limit::DEPTH_MAX {
                    return Err("its elements lie inside each other without end".into());
                }
            }
            Event::Empty(start) => {
                words.clear();
                take(Token::Open(local(start.name().as_ref()), Attributes(&start)));
                take(Token::Close(local(start.name().as_ref())));
            }
            Event::Text(part) => words.push_str(part.as_ref()),
            Event::CData(part) => words.push_str(part.as_ref()),
            Event::GeneralRef(name) => words.push_str(&entity(name.as_ref())),
            Event::End(end) => {
                let name = path.pop().unwrap_or_default();
                if !words.trim().is_empty() {
                    let parent = path.last().map_or("", String::as_str);
                    take(Token::Text { name: &name, parent, text: words.trim() });
                }
                words.clear();
                take(Token::Close(local(end.name().as_ref())));
            }
            Event::Eof if !path.is_empty() => {
                return Err("it ends in the middle of an element".into());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn fault(error: &quick_xml::Error, at: u64) -> String {
    format!("it is not XML beyond byte {at} ({error})")
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn entity(name: &str) -> Cow<'static, str> {
    let number = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16).ok());
    let number = number.or_else(|| name.strip_prefix('#').map(|digits| digits.parse().ok()));
    match (name, number.flatten().and_then(char::from_u32)) {
        (_, Some(letter)) => letter.to_string().into(),
        ("amp", _) => "&".into(),
        ("lt", _) => "<".into(),
        ("gt", _) => ">".into(),
        ("quot", _) => "\"".into(),
        ("apos", _) => "'".into(),
        _ => "".into(),
    }
}
