//! GPX: tracks of points, with times. Routes and waypoints are places, not runs. Damage is said
//! and what can be read kept.

use crate::{
    Unreadable, extensions, limit, moment,
    recording::{Recording, kind_of_word},
    xml::{self, Attributes, Token},
};
use training::{Declaration, Metres, Oddity, Position, Sample, Seconds};

/// The recordings in a GPX file, in order, what was odd about it and what it says of itself.
pub(crate) fn read(bytes: &[u8]) -> Result<(Vec<Recording>, Vec<Oddity>, Declaration), Unreadable> {
    let mut file = File::default();
    let oddities = xml::read(bytes, &mut |token| file.take(token));
    file.finish_track();
    limit::points(file.points)?;
    if file.recordings.is_empty() {
        return Err(xml::nothing_in_it(file.lacks(), &oddities));
    }
    Ok((join(file.recordings), oddities, file.declaration))
}

/// What has been read so far.
#[derive(Default)]
struct File {
    recordings: Vec<Recording>,
    declaration: Declaration,
    creator: Option<String>,
    track: Option<Recording>,
    sample: Option<Sample>,
    points: usize,
    points_without_time: usize,
    places: usize,
}

impl File {
    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Open(name, attributes) => self.open(name, &attributes),
            Token::Text { name, parent, text } => self.text(name, parent, text),
            Token::Close(name) => self.close(name),
        }
    }

    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "gpx" => self.creator = attributes.get("creator"),
            "trk" => {
                self.finish_track();
                let device = self.creator.clone();
                self.track = Some(Recording { device, ..Recording::default() });
            }
            "trkpt" => {
                let position = position(attributes);
                let at = Seconds(f64::NAN);
                self.sample = Some(Sample { at, position, ..Sample::default() });
            }
            "rtept" | "wpt" => self.places += 1,
            _ => {}
        }
    }

    fn text(&mut self, name: &str, parent: &str, text: &str) {
        if self.sample.is_some() {
            self.point_text(name, text);
            return;
        }
        match (name, parent) {
            ("name", "trk") => self.declaration.title = Some(text.to_owned()),
            ("desc" | "cmt", "trk") => self.declaration.description = Some(text.to_owned()),
            ("type", "trk") => {
                self.declaration.activity_type = Some(text.to_owned());
                if let Some(track) = &mut self.track {
                    track.kind = kind_of_word(text);
                    text.clone_into(&mut track.called);
                }
            }
            _ => {}
        }
    }

    fn point_text(&mut self, name: &str, text: &str) {
        let Some(sample) = &mut self.sample else { return };
        match name {
            "time" => {
                let Some(time) = moment::parse(text) else { return };
                sample.at = time.at;
                if let Some(track) = &mut self.track {
                    track.offset_seconds = track.offset_seconds.or(time.offset_seconds);
                }
            }
            "ele" => sample.altitude = text.parse().ok().map(Metres),
            _ => extensions::fill(sample, name, text),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "trkpt" => self.finish_point(),
            "trkseg" => {
                if let Some(track) = &mut self.track {
                    track.breaks.extend(track.samples.last().map(|sample| sample.at));
                }
            }
            "trk" => self.finish_track(),
            _ => {}
        }
    }

    fn finish_point(&mut self) {
        let (Some(sample), Some(track)) = (self.sample.take(), &mut self.track) else { return };
        if !sample.at.0.is_finite() {
            self.points_without_time += 1;
            return;
        }
        self.points += 1;
        if self.points <= limit::POINTS_MAX {
            track.samples.push(sample);
        }
    }

    fn finish_track(&mut self) {
        if let Some(track) = self.track.take().filter(|track| track.samples.len() > 1) {
            self.recordings.push(track);
        }
    }

    /// Why there is no recording in it, and what to do.
    fn lacks(&self) -> (&'static str, &'static str) {
        if self.points_without_time > 0 {
            ("the track in this GPX file has no times", "export it with time stamps")
        } else if self.places > 0 {
            ("this GPX file holds a route or waypoints, not an activity", "export the recording")
        } else {
            ("this GPX file holds no track", "export the recording")
        }
    }
}

fn position(attributes: &Attributes<'_>) -> Option<Position> {
    let degrees = |name| attributes.get(name)?.parse::<f64>().ok();
    Some(Position { latitude: degrees("lat")?, longitude: degrees("lon")? })
}

/// Some watches write every lap as a track of its own: tracks of one kind that follow each other
/// within ten minutes are one recording.
fn join(tracks: Vec<Recording>) -> Vec<Recording> {
    const APART: f64 = 600.0;
    let mut joined: Vec<Recording> = Vec::new();
    for track in tracks {
        let start = track.samples.first().map_or(Seconds(0.0), |sample| sample.at);
        match joined.last_mut() {
            Some(before) if before.kind == track.kind && follows(before, start, APART) => {
                before.breaks.extend(track.breaks);
                before.samples.extend(track.samples);
            }
            _ => joined.push(track),
        }
    }
    joined
}

fn follows(before: &Recording, start: Seconds, apart: f64) -> bool {
    before.samples.last().is_some_and(|last| (0.0..apart).contains(&(start.0 - last.at.0)))
}
