//! What the columns of a log mean: a dictionary of header words in the languages that platforms
//! export, with the unit a header names. Knows no row.

use std::{collections::HashMap, sync::LazyLock};
use training::{Metres, Seconds};

/// What a column tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Date,
    Start,
    Distance,
    Timer,
    Moving,
    Elapsed,
    Sport,
    Title,
    Description,
    Purpose,
    HrMean,
    HrMax,
    Ascent,
    Stride,
    Cadence,
    Gear,
    File,
    Place,
}

/// One understood column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Column {
    /// Its place in the row.
    pub at: usize,
    /// What it tells.
    pub field: Field,
    /// The unit its header names.
    pub unit: Option<Unit>,
}

/// A unit named in a header.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unit {
    Length(Metres),
    Time(Seconds),
}

/// The understood columns of a header, in order.
pub(super) fn understand(header: &[String]) -> Vec<Column> {
    header.iter().enumerate().filter_map(|(at, cell)| understand_one(at, cell)).collect()
}

fn understand_one(at: usize, cell: &str) -> Option<Column> {
    let (name, unit) = name_and_unit(cell);
    let field = field_of(&name).or_else(|| field_of(&format!("{name} {}", unit?)))?;
    Some(Column { at, field, unit: unit.and_then(unit_of) })
}

fn field_of(name: &str) -> Option<Field> {
    FIELDS.get(name).copied()
}

/// `Distance (mi)`, `distance_mi` and `DistanceMi` are all the name `distance` in `mi`.
fn name_and_unit(cell: &str) -> (String, Option<&'static str>) {
    let spaced = spread_words(last_of_missing_translation(cell));
    let (outside, inside) = match spaced.split_once('(') {
        Some((outside, inside)) => (outside.trim(), inside.trim_end_matches([')', ' '])),
        None => (spaced.as_str(), ""),
    };
    if let Some(unit) = UNITS.iter().find(|unit| [outside, inside].contains(*unit)) {
        return (outside.to_owned(), Some(unit));
    }
    let by_suffix = outside.rsplit_once(' ').and_then(|(name, last)| {
        Some((name.to_owned(), Some(*UNITS.iter().find(|unit| **unit == last)?)))
    });
    by_suffix.unwrap_or_else(|| (outside.to_owned(), None))
}

/// Strava writes a header it could not translate as an HTML span that holds the key.
fn last_of_missing_translation(cell: &str) -> &str {
    let Some((_, key)) = cell.split_once("translation missing:") else { return cell };
    let key = key.split('"').next().unwrap_or(key);
    key.rsplit('.').next().unwrap_or(key)
}

/// The words of a header cell: `RestingHR_bpm` is `resting hr bpm`.
pub(super) fn spread_words(cell: &str) -> String {
    let mut words = String::with_capacity(cell.len() + 4);
    let mut after_small = false;
    for letter in cell.trim().trim_start_matches('\u{feff}').chars() {
        if letter.is_uppercase() && after_small {
            words.push(' ');
        }
        after_small = letter.is_lowercase();
        match letter {
            '_' | '®' | '\u{a0}' | '\u{202f}' => words.push(' '),
            letter => words.extend(letter.to_lowercase()),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

const UNITS: [&str; 16] = [
    "km",
    "kilometers",
    "kilometres",
    "mi",
    "miles",
    "m",
    "meters",
    "metres",
    "ft",
    "s",
    "sec",
    "seconds",
    "min",
    "minutes",
    "mmss",
    "bpm",
];

fn unit_of(word: &str) -> Option<Unit> {
    Some(match word {
        "km" | "kilometers" | "kilometres" => Unit::Length(Metres::from_km(1.0)),
        "mi" | "miles" => Unit::Length(Metres::from_miles(1.0)),
        "m" | "meters" | "metres" => Unit::Length(Metres(1.0)),
        "ft" => Unit::Length(Metres(0.3048)),
        "s" | "sec" | "seconds" => Unit::Time(Seconds(1.0)),
        "min" | "minutes" => Unit::Time(Seconds(60.0)),
        _ => return None,
    })
}

/// Header names by field. English, Danish, German, Polish, Dutch, French, Spanish, Italian,
/// Portuguese, Swedish, Norwegian and Finnish.
#[rustfmt::skip]
const NAMES: &[(Field, &[&str])] = &[
    (Field::Date, &[
        "date", "activity date", "day", "start date local", "date local",
        "activity date local", "dato",
        "datum", "aktivitätsdatum", "data", "data aktywności", "activiteitsdatum",
        "datum van activiteit", "date de l’activité", "date de l'activité", "fecha",
        "fecha de la actividad", "data dell'attività", "data dell’attività", "data attività",
        "data da atividade", "aktivitetsdatum", "aktivitetsdato", "päivämäärä", "päivä",
    ]),
    (Field::Start, &["start", "start time", "starttime", "start time local", "time of day", "startzeit", "starttid"]),
    (Field::Distance, &[
        "distance", "dist", "km", "mi", "miles", "mileage", "distanz", "strecke", "dystans",
        "afstand", "distancia", "distanza", "distância", "distans", "distanse", "matka",
    ]),
    (Field::Timer, &[
        "time", "duration", "total time", "sec", "seconds", "min", "minutes", "tid", "varighed", "zeit", "dauer", "czas", "tijd",
        "duur", "temps", "durée", "tiempo", "duración", "tempo", "durata", "duração",
        "varaktighet", "varighet", "aika", "kesto", "activity duration",
    ]),
    (Field::Moving, &[
        "moving time", "moving", "mov", "tid i bevægelse", "zeit in bewegung", "bewegungszeit",
        "czas ruchu", "tijd in beweging", "bewegingstijd", "temps de déplacement",
        "durée de déplacement", "tiempo en movimiento", "tempo in movimento",
        "tempo em movimento", "tid i rörelse", "tid i bevegelse", "liikkeellä", "liikeaika",
    ]),
    (Field::Elapsed, &[
        "elapsed time", "elapsed", "forløbet tid", "forløben tid", "verstrichene zeit",
        "vergangene zeit", "upłynęło czasu", "upłynęło", "czas całkowity", "verstreken tijd",
        "temps écoulé", "tiempo transcurrido", "tempo trascorso", "tempo decorrido",
        "förfluten tid", "medgått tid", "kulunut aika",
    ]),
    (Field::Sport, &[
        "type", "activity type", "sport", "sport type", "discipline", "activity",
        "aktivitetstype", "aktivitätstyp", "aktivitätsart", "typ aktywności", "activiteittype",
        "activiteitstype", "type activiteit", "type d'activité", "type d’activité",
        "tipo de actividad", "tipo di attività", "tipo attività", "tipo de atividade",
        "aktivitetstyp", "suorituslaji", "lajityyppi",
    ]),
    (Field::Title, &[
        "title", "name", "activity name", "titel", "name der aktivität", "tytuł", "nazwa",
        "nazwa aktywności", "naam", "naam activiteit", "titre", "nom", "nom de l'activité",
        "nom de l’activité", "título", "nombre", "nombre de la actividad", "titolo", "nome",
        "nome attività", "nome dell'attività", "nome da atividade", "aktivitetens namn",
        "aktivitetsnavn", "tittel", "otsikko", "nimi",
    ]),
    (Field::Description, &[
        "description", "activity description", "notes", "note", "comment", "comments",
        "beschreibung", "beschreibung der aktivität", "notizen", "bemerkung", "beskrivelse",
        "opis", "opis aktywności", "beschrijving", "description de l'activité", "descripción",
        "descripción de la actividad", "descrizione", "descrizione dell'attività",
        "descrição", "descrição da atividade", "beskrivning",
    ]),
    (Field::Purpose, &["purpose", "intent", "workout type"]),
    (Field::HrMean, &[
        "hr avg", "avg hr", "average hr", "hr", "heart rate", "average heart rate",
        "avg heart rate", "hr mean", "gennemsnitlig puls", "ø herzfrequenz",
        "durchschnittliche herzfrequenz", "średnie tętno", "gem. hs", "gemiddelde hs",
        "gemiddelde hartslag", "fréquence cardiaque moyenne", "fc moyenne",
        "frecuencia cardiaca media", "fc media", "frequenza cardiaca media", "fc média",
        "frequência cardíaca média", "genomsnittlig puls", "medelpuls", "gjennomsnittlig puls",
        "keskimääräinen syke", "keskisyke",
    ]),
    (Field::HrMax, &[
        "hr max", "max hr", "maximum hr", "max heart rate", "maximum heart rate", "maks. puls",
        "maks puls", "maksimal puls", "maximale herzfrequenz", "max. herzfrequenz",
        "maksymalne tętno", "max. hs", "maximale hs", "maximale hartslag",
        "fréquence cardiaque maximale", "fc max.", "fc max", "fc maximale", "fc máxima",
        "frecuencia cardiaca máxima", "frequenza cardiaca massima", "frequência cardíaca máxima",
        "maxpuls", "maximal puls", "maksimisyke",
    ]),
    (Field::Ascent, &[
        "ascent", "total ascent", "elevation gain", "elev gain", "climb", "højdeforøgelse",
        "stigning i alt", "anstieg gesamt", "gesamtanstieg", "höhenmeter", "positiver höhenunterschied",
        "całkowity wznios", "totale stijging", "stijging totaal", "ascension totale",
        "dénivelé positif", "ascenso total", "ascesa totale", "dislivello positivo",
        "subida total", "ganho de elevação", "total stigning", "höjdökning", "nousu yhteensä",
    ]),
    (Field::Stride, &[
        "avg stride length", "gennemsnitlig skridtlængde", "ø schrittlänge",
        "średnia długość kroku", "gemiddelde staplengte", "longueur moyenne des foulées",
        "longitud media de zancada", "lunghezza media passo", "genomsnittlig steglängd",
    ]),
    (Field::Cadence, &[
        "avg run cadence", "gennemsnit kadence løb", "ø schrittfrequenz", "średni rytm biegu",
        "gem. loopcadans", "cadence de course moyenne", "cadencia de carrera media",
        "cadenza corsa media", "genomsnittlig löpkadens",
    ]),
    (Field::Gear, &["activity gear", "shoes"]),
    (Field::File, &["filename", "file", "gpx file", "dateiname", "nom du fichier", "bestandsnaam"]),
    (Field::Place, &["latitude", "longitude", "lat", "lon", "position lat", "position long"]),
];

/// The field that each header name means: every row of a log is read with its header.
static FIELDS: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| {
    let names = NAMES.iter().map(|(field, names)| names.iter().map(move |name| (*name, *field)));
    names.flatten().collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(header: &str) -> Vec<Field> {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        understand(&header).into_iter().map(|column| column.field).collect()
    }

    #[test]
    fn our_own_header_is_understood_whole() {
        use Field::*;
        assert_eq!(
            fields("date,start,distance_km,duration,type,title,hr_avg,hr_max,ascent_m,purpose"),
            [Date, Start, Distance, Timer, Sport, Title, HrMean, HrMax, Ascent, Purpose]
        );
    }

    #[test]
    fn the_same_column_is_known_by_many_names() {
        for name in ["Distance (mi)", "distance_mi", "Distanz", "Dystans", "km", "dist_m"] {
            assert_eq!(fields(name), [Field::Distance], "{name}");
        }
    }

    #[test]
    fn no_name_means_two_columns() {
        let names = NAMES.iter().map(|(_, names)| names.len()).sum::<usize>();
        assert_eq!(FIELDS.len(), names);
    }

    #[test]
    fn a_header_names_its_unit() {
        let unit = |cell: &str| understand(&[cell.to_owned()])[0].unit;
        assert_eq!(unit("Distance (mi)"), Some(Unit::Length(Metres(1609.344))));
        assert_eq!(unit("Climb (ft)"), Some(Unit::Length(Metres(0.3048))));
        assert_eq!(unit("moving_time_s"), Some(Unit::Time(Seconds(1.0))));
        assert_eq!(unit("Minutes"), Some(Unit::Time(Seconds(60.0))));
        assert_eq!(unit("Distance"), None);
    }
}
