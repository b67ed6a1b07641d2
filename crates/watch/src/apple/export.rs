//! `export.xml`, streamed twice: first the workouts, then the records that fall within them. What is
//! held is the workouts and their heart rate, never the export, which can be several gigabytes.

use super::{bounded::Bounded, dates, days::Days};
use crate::{Unreadable, limit};
use quick_xml::{
    Reader, Writer, XmlVersion,
    events::{BytesStart, Event},
};
use std::{borrow::Cow, io::BufRead};
use training::Metres;

/// A workout as it is written, in bytes; what was recorded in it stands elsewhere.
const WORKOUT_MAX: usize = 16 << 20;

/// Nobody trains longer without a break: a window beyond it is a slip and gets no records.
const LONGEST_WORKOUT_SECONDS: i64 = 36 * 3600;

/// Whether a file begins as a health export does; its type description can be long.
pub(crate) fn looks_like_export(head: &[u8]) -> bool {
    const BEFORE: &[u8] = "\u{feff} \r\n".as_bytes();
    if head.iter().find(|byte| !BEFORE.contains(byte)) != Some(&b'<') {
        return false;
    }
    let head = String::from_utf8_lossy(head);
    head.contains("<HealthData") || head.contains("<!DOCTYPE HealthData")
}

/// The workouts and the days of a health export.
#[derive(Default)]
pub(crate) struct Export {
    workouts: Vec<Workout>,
    days: Days,
    longest_seconds: i64,
    /// How much was noted in the workouts.
    measured: usize,
    damage: Option<String>,
}

/// One workout as found, and what was recorded within it.
struct Workout {
    xml: String,
    began: String,
    start: i64,
    end: i64,
    source: String,
    routes: Vec<String>,
    hearts: Vec<(i32, f32)>,
    distances: Vec<(i32, f32)>,
}

impl Export {
    /// The first pass: every workout, with its time and its routes.
    pub fn note_workouts(&mut self, export: impl BufRead) {
        let mut reader = tolerant_reader(export);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            reader.get_mut().begin();
            let workout = match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) if tag.name().as_ref() == "Workout" => {
                    let tag = tag.into_owned();
                    self.whole_workout(&mut reader, &tag)
                }
                Ok(Event::Empty(tag)) if tag.name().as_ref() == "Workout" => {
                    let xml = format!("<{}/>", &*tag);
                    Workout::new(&tag, xml, Vec::new())
                }
                Ok(Event::Eof) => break,
                Err(error) => {
                    self.note_damage(&error);
                    break;
                }
                Ok(_) => None,
            };
            self.workouts.extend(workout);
            if self.workouts.len() > limit::WORKOUTS_MAX {
                self.damage = Some("it holds more workouts than a life".to_owned());
                break;
            }
        }
        self.workouts.sort_by_key(|workout| workout.start);
        self.longest_seconds =
            self.workouts.iter().map(|workout| workout.end - workout.start).max().unwrap_or(0);
    }

    fn whole_workout<R: BufRead>(
        &mut self,
        reader: &mut Reader<Bounded<R>>,
        tag: &BytesStart<'_>,
    ) -> Option<Workout> {
        let mut routes = Vec::new();
        let mut writer = Writer::new(Vec::new());
        let mut buffer = Vec::new();
        writer.write_event(Event::Start(tag.borrow())).ok()?;
        loop {
            buffer.clear();
            reader.get_mut().begin();
            let event = match reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) => return None,
                Ok(event) => event,
                Err(error) => {
                    self.note_damage(&error);
                    return None;
                }
            };
            if let Event::Empty(inner) | Event::Start(inner) = &event
                && inner.name().as_ref() == "FileReference"
            {
                routes.extend(attribute(inner, "path"));
            }
            let is_end = matches!(&event, Event::End(end) if end.name().as_ref() == "Workout");
            writer.write_event(event).ok()?;
            if writer.get_ref().len() > WORKOUT_MAX {
                self.damage = Some("a workout in it has no end".to_owned());
                return None;
            }
            if is_end {
                let xml = String::from_utf8(writer.into_inner()).ok()?;
                return Workout::new(tag, xml, routes);
            }
        }
    }

    /// The second pass: heart rate within the workouts, distance where there is no route, and what
    /// is told of days.
    pub fn note_records(&mut self, export: impl BufRead) {
        let mut reader = tolerant_reader(export);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            reader.get_mut().begin();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag) | Event::Empty(tag)) if tag.name().as_ref() == "Record" => {
                    self.note_record(&tag);
                    if self.measured > limit::MEASURED_MAX {
                        self.damage = Some("it holds more measurements than a life".to_owned());
                        break;
                    }
                }
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
    }

    fn note_record(&mut self, tag: &BytesStart<'_>) {
        let (_, rest) = tag.attributes_raw().split_once("type=\"").unwrap_or_default();
        let is_heart = match rest.split('"').next().unwrap_or_default() {
            "HKQuantityTypeIdentifierHeartRate" => true,
            "HKQuantityTypeIdentifierDistanceWalkingRunning" => false,
            kind => return self.days.note(kind, tag),
        };
        let Some(record) = Record::parse(tag) else { return };
        let first_later = self.workouts.partition_point(|workout| workout.start <= record.end);
        for workout in self.workouts[..first_later].iter_mut().rev() {
            if workout.start < record.end - self.longest_seconds {
                break;
            }
            if record.end <= workout.end {
                workout.note(&record, is_heart);
                self.measured += 1;
            }
        }
    }

    fn note_damage(&mut self, error: &quick_xml::Error) {
        self.damage.get_or_insert_with(|| error.to_string());
    }

    /// Why the rest of the export could not be read, if it could not.
    pub fn damage(&self) -> Option<Unreadable> {
        let error = self.damage.as_ref()?;
        Some(Unreadable {
            what: format!(
                "this health export is damaged after {} workouts ({error})",
                self.workouts.len()
            ),
            remedy: "export the health data again (what was read before the damage is kept)"
                .to_owned(),
        })
    }

    /// One document per day, named by its date.
    pub fn take_days(&mut self) -> impl Iterator<Item = (String, Vec<u8>)> + use<> {
        let days = std::mem::take(&mut self.days).into_documents();
        days.map(|(date, document)| (date.to_string(), document))
    }

    /// One bundle per workout, named by its start; `route` hands over the files it names.
    pub fn into_bundles(
        self,
        route: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    ) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.workouts.into_iter().map(|mut workout| {
            let routes = workout.routes.iter().filter_map(|name| {
                route(name.trim_start_matches('/')).and_then(|gpx| String::from_utf8(gpx).ok())
            });
            let routes: Vec<String> = routes.collect();
            (std::mem::take(&mut workout.began), workout.bundle(&routes).into_bytes())
        })
    }
}

impl Workout {
    fn new(tag: &BytesStart<'_>, xml: String, routes: Vec<String>) -> Option<Self> {
        let began = attribute(tag, "startDate")?;
        let start = dates::seconds(&began)?;
        let end = dates::seconds(&attribute(tag, "endDate")?)?;
        let end = if end - start > LONGEST_WORKOUT_SECONDS { start } else { end };
        let source = attribute(tag, "sourceName").unwrap_or_default();
        let (hearts, distances) = (Vec::new(), Vec::new());
        Some(Self { xml, began, start, end, source, routes, hearts, distances })
    }

    /// Distance is taken from the workout's own source: a phone in the pocket counts it again.
    fn note(&mut self, record: &Record, is_heart: bool) {
        let at = (record.end - self.start) as i32;
        if is_heart {
            self.hearts.push((at, record.value as f32));
        } else if self.routes.is_empty() && record.source == self.source {
            self.distances.push((at, record.metres() as f32));
        }
    }

    fn bundle(mut self, routes: &[String]) -> String {
        self.hearts.sort_by_key(|(at, _)| *at);
        self.hearts.dedup_by_key(|(at, _)| *at);
        self.distances.sort_by_key(|(at, _)| *at);
        let mut text = format!("<everymile-apple>\n{}\n", self.xml);
        push_pairs(&mut text, "heart", &self.hearts);
        push_pairs(&mut text, "distance", &self.distances);
        for route in routes {
            let start = route.find("<gpx").unwrap_or(0);
            text.push_str("<route>");
            text.push_str(&route[start..]);
            text.push_str("</route>\n");
        }
        text.push_str("</everymile-apple>\n");
        text
    }
}

fn push_pairs(text: &mut String, name: &str, pairs: &[(i32, f32)]) {
    let lines: Vec<String> = pairs.iter().map(|(at, value)| format!("{at} {value}")).collect();
    for piece in ["<", name, ">", &lines.join("\n"), "</", name, ">\n"] {
        text.push_str(piece);
    }
}

/// One record of a quantity.
struct Record {
    end: i64,
    value: f64,
    unit: String,
    source: String,
}

impl Record {
    fn parse(tag: &BytesStart<'_>) -> Option<Self> {
        let value: f64 = attribute(tag, "value")?.parse().ok()?;
        let end = dates::seconds(&attribute(tag, "endDate")?)?;
        let unit = attribute(tag, "unit").unwrap_or_default();
        let source = attribute(tag, "sourceName").unwrap_or_default();
        value.is_finite().then_some(Self { end, value, unit, source })
    }

    fn metres(&self) -> f64 {
        match self.unit.as_str() {
            "mi" => Metres::from_miles(self.value).0,
            "m" => self.value,
            _ => Metres::from_km(self.value).0,
        }
    }
}

/// Exports have been seen with faults in their type description: only the tags matter.
fn tolerant_reader<R: BufRead>(export: R) -> Reader<Bounded<R>> {
    let mut reader = Reader::from_reader(Bounded::new(export));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// The text of an attribute.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.html_attributes();
    let found = attributes.with_checks(false).flatten().find(|found| found.key.as_ref() == name)?;
    let text = found.normalized_value(XmlVersion::Implicit1_0);
    Some(text.map_or_else(|_| found.value.to_string(), Cow::into_owned))
}
