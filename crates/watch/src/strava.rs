//! Strava's bulk export: `activities.csv` beside a folder of recordings. What it says of a recording
//! is declared, never inferred from. Knows no recording.

use crate::csv_log::Log;
use std::collections::BTreeMap;
use training::Declaration;

/// What a listing such as Strava's `activities.csv` declares of each recording, by the file name it
/// gives (`activities/123.fit.gz`). Empty when the table is no such listing.
pub fn declarations(csv: &[u8]) -> BTreeMap<String, Declaration> {
    let Ok(log) = Log::parse(csv) else { return BTreeMap::new() };
    log.rows()
        .iter()
        .filter_map(|row| Some((log.file(row)?.to_owned(), log.declaration(row))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_names_the_shoes() {
        let csv = b"Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,\
            Activity Gear,Filename,Gear\n\
            1,\"May 2, 2016, 9:30:46 PM\",Lunch,Run,1800,8.0,Ghost 8,activities/1.fit.gz,123.0\n\
            2,\"May 3, 2016, 9:30:46 PM\",Lunch,Run,1800,8.0,,activities/2.fit.gz,\n";
        let declared = declarations(csv);
        assert_eq!(declared["activities/1.fit.gz"].gear.as_deref(), Some("Ghost 8"));
        assert_eq!(declared["activities/2.fit.gz"].gear, None);
    }

    #[test]
    fn a_listing_declares_the_title_and_type_of_each_recording() {
        let csv = b"Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,\
            Elapsed Time,Distance,Filename\n\
            1,\"May 2, 2016, 9:30:46 PM\",6 x 800,Run,on the track,1800,8.0,activities/1.fit.gz\n\
            2,\"May 3, 2016, 9:30:46 PM\",By hand,Run,,1800,5.0,\n";
        let declared = declarations(csv);
        assert_eq!(declared.len(), 1);
        let first = &declared["activities/1.fit.gz"];
        assert_eq!(first.title.as_deref(), Some("6 x 800"));
        assert_eq!(first.activity_type.as_deref(), Some("Run"));
        assert_eq!(first.description.as_deref(), Some("on the track"));
    }
}
