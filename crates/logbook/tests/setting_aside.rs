//! An import that is undone: nothing of it counts, nothing of it is lost, and it may be taken back.

mod notebook;

use logbook::{ActivityKind, ContentHash, Logbook, Original, SaidBy};
use notebook::at;
use training::{CheckIn, Declaration, Question};

fn keep(book: &Logbook, bytes: &[u8], second: i64) -> ContentHash {
    let path = format!("{}.fit", bytes.len());
    let original = Original::pack(path, bytes, Declaration::default());
    book.keep(&original, &[ActivityKind::Run], at(second)).unwrap();
    original.hash()
}

#[test]
fn what_was_kept_at_one_moment_is_one_import() {
    let book = Logbook::in_memory().unwrap();
    let first = keep(&book, b"a", 0);
    keep(&book, b"bb", 60);
    keep(&book, b"ccc", 60);
    let told: Vec<_> = book.imports().unwrap();
    let brief = |place: usize| (told[place].number, told[place].at, told[place].runs);
    assert_eq!((told.len(), brief(0), brief(1)), (2, (1, at(0), 1), (2, at(60), 2)));
    assert_eq!(told[0].originals[0].hash, first);
}

#[test]
fn what_is_set_aside_does_not_count_and_is_not_lost() {
    let book = Logbook::in_memory().unwrap();
    let (one, other) = (keep(&book, b"a", 0), keep(&book, b"bb", 60));
    let mark = book.originals_mark().unwrap();
    book.put_aside(&[other], true, at(120)).unwrap();
    assert_ne!(book.originals_mark().unwrap(), mark);
    let counted: Vec<_> = book.activities().unwrap().iter().map(|run| run.original).collect();
    assert_eq!(counted, [one]);
    let mut seen = Vec::new();
    book.each_first_path(|original, _| seen.push(original)).unwrap();
    assert_eq!(seen, [one]);
    assert_eq!(book.bytes_of(other).unwrap(), b"bb");
    assert_eq!(book.imports().unwrap()[1].set_aside, 1);
}

#[test]
fn it_counts_again_when_the_runner_says_so() {
    let book = Logbook::in_memory().unwrap();
    let hash = keep(&book, b"a", 0);
    book.put_aside(&[hash], true, at(1)).unwrap();
    book.put_aside(&[hash], true, at(2)).unwrap();
    book.put_aside(&[hash], false, at(3)).unwrap();
    assert_eq!((book.activities().unwrap().len(), book.set_aside().unwrap().len()), (1, 0));
}

#[test]
fn it_counts_again_when_it_is_imported_again() {
    let book = Logbook::in_memory().unwrap();
    let hash = keep(&book, b"a", 0);
    book.put_aside(&[hash], true, at(1)).unwrap();
    assert!(book.see_again(hash, "elsewhere.fit", &Declaration::default(), at(2)).unwrap());
    assert_eq!(book.activities().unwrap().len(), 1);
    let imports = book.imports().unwrap();
    assert_eq!((imports.len(), imports[0].at), (1, at(0)), "it stays in the import it came with");
}

#[test]
fn days_told_by_what_is_set_aside_are_the_runners_own_again() {
    let book = Logbook::in_memory().unwrap();
    let hash = keep(&book, b"a", 0);
    let day = jiff::civil::date(2026, 3, 5);
    let mut told = CheckIn::on(day);
    Question::Fatigue.tell("4", &mut told).unwrap();
    book.check_in(&told, SaidBy::Original(hash), at(0)).unwrap();
    assert_eq!(book.imports().unwrap()[0].days, 1);
    let mut own = CheckIn::on(day);
    Question::Soreness.tell("2", &mut own).unwrap();
    book.check_in(&own, SaidBy::Runner, at(1)).unwrap();
    book.put_aside(&[hash], true, at(2)).unwrap();
    assert_eq!(book.check_in_of(day).unwrap(), own);
    assert_eq!(book.check_ins().unwrap(), [own]);
}

#[test]
fn what_is_set_aside_can_be_forgotten() {
    let book = Logbook::in_memory().unwrap();
    let (one, other) = (keep(&book, b"a", 0), keep(&book, b"bb", 60));
    book.put_aside(&[other], true, at(120)).unwrap();
    book.forget(&[other], &[]).unwrap();
    let held: Vec<_> = book.originals().unwrap().iter().map(|original| original.hash).collect();
    assert_eq!((held, book.set_aside().unwrap().len()), (vec![one], 0));
}

#[test]
fn a_logbook_with_something_set_aside_is_sound() {
    let book = Logbook::in_memory().unwrap();
    let (_, other) = (keep(&book, b"a", 0), keep(&book, b"bb", 60));
    book.put_aside(&[other], true, at(120)).unwrap();
    assert_eq!(book.flaws().unwrap(), []);
}

#[test]
fn what_is_set_aside_is_looked_over_as_well() {
    let file = notebook::notebook("aside-looked-over");
    let book = Logbook::open(&file).unwrap();
    let original = keep(&book, b"a", 0);
    book.put_aside(&[original], true, at(120)).unwrap();
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute("UPDATE activities SET id = 'another'", ()).unwrap();
    assert!(matches!(book.flaws().unwrap()[..], [logbook::Flaw::Misnamed { .. }]));
}
