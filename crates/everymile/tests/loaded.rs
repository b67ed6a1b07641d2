//! Stories of a page that many ask at once while files are imported: every answer comes, no word is
//! lost, the memory does not grow, and whoever is slow or silent holds up nobody. The server is the
//! real one, in a process of its own. `EVERYMILE_LOAD_SECONDS` says for how long.
#![allow(clippy::disallowed_methods, reason = "the stories knock over the network of this machine")]

mod desk;

use desk::{Desk, LAST_DAY, RUNS};
use jiff::civil::{Date, date};
use logbook::Logbook;
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    thread,
    time::{Duration, Instant},
};

const CONNECTIONS: u64 = 64;

fn seconds() -> u64 {
    let asked = std::env::var("EVERYMILE_LOAD_SECONDS").ok();
    asked.and_then(|seconds| seconds.parse().ok()).unwrap_or(3)
}

/// A page that is served; closed when it is dropped.
struct Page {
    server: Child,
    address: String,
}

impl Page {
    fn of(desk: &Desk) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_everymile"))
            .args(["serve", "--port", "0", "--on", LAST_DAY])
            .env("EVERYMILE_LOGBOOK", desk.folder.join("logbook.everymile"))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(server.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("The page: http://").unwrap();
        let address = address.trim_end_matches('/').to_owned();
        thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Self { server, address }
    }

    fn connect(&self) -> Connection {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.set_nodelay(true).unwrap();
        Connection { host: self.address.clone(), stream: BufReader::new(stream) }
    }

    /// Memory that is held now, in KiB; `None` where the system does not tell.
    fn memory(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A connection that is kept open, as a browser keeps it.
struct Connection {
    host: String,
    stream: BufReader<TcpStream>,
}

impl Connection {
    /// Asks, and gives the status and the body.
    fn ask(&mut self, method: &str, path: &str, said: &str) -> (u16, String) {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{said}",
            self.host,
            said.len()
        );
        self.stream.get_mut().write_all(request.as_bytes()).unwrap();
        self.hear()
    }

    /// The status and the body of what comes back.
    fn hear(&mut self) -> (u16, String) {
        let (mut status, mut length, mut line) = (0, 0, String::new());
        loop {
            line.clear();
            self.stream.read_line(&mut line).unwrap();
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest[..3].parse().unwrap();
            }
            if let Some(bytes) = line.to_lowercase().strip_prefix("content-length:") {
                length = bytes.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).unwrap();
        (status, String::from_utf8_lossy(&body).into_owned())
    }
}

/// How it goes, for all who take part.
struct Load {
    is_over: AtomicBool,
    /// How much was asked and answered.
    asked: AtomicUsize,
    /// How often each of them said something that was confirmed.
    confirmed: Vec<AtomicUsize>,
    /// Whether every file was imported.
    all_are_in: AtomicBool,
}

impl Load {
    fn new() -> Self {
        let confirmed = (0..CONNECTIONS).map(|_| AtomicUsize::new(0)).collect();
        let (is_over, asked, all_are_in) = Default::default();
        Self { is_over, asked, confirmed, all_are_in }
    }

    fn confirmed(&self) -> Vec<usize> {
        self.confirmed.iter().map(|it| it.load(SeqCst)).collect()
    }
}

/// The day of which one of many speaks.
fn day_of(number: u64) -> Date {
    date(2026, 1, 1).checked_add(jiff::Span::new().days(number as i64)).unwrap()
}

/// What one of many asks and says until it is over: each speaks of a day of its own. Gives the day
/// and what was confirmed last.
fn ask_and_say(page: &Page, number: u64, load: &Load) -> (Date, u64) {
    let reads = ["today", "ledger", "signs", "runs/last", "runs/last/recording", "logbook"];
    let day = day_of(number);
    let mut connection = page.connect();
    let mut confirmed = 0;
    for turn in 1.. {
        if load.is_over.load(SeqCst) {
            break;
        }
        let says = (turn + number).is_multiple_of(4);
        let (status, body) = if says {
            let minutes = 300 + turn % 300;
            let said = format!(
                r#"{{"on":"{day}","answers":{{"sleep":"{}:{:02}"}}}}"#,
                minutes / 60,
                minutes % 60
            );
            let answer = connection.ask("PUT", "/api/check-in", &said);
            confirmed = minutes;
            answer
        } else {
            let path = format!("/api/{}", reads[((turn + number) % 6) as usize]);
            connection.ask("GET", &path, "")
        };
        assert_eq!(status, 200, "{body}");
        load.asked.fetch_add(1, SeqCst);
        load.confirmed[number as usize].fetch_add(usize::from(says), SeqCst);
    }
    (day, confirmed)
}

/// Imports one file after the other until it is over, and each again when all are in.
fn import_meanwhile(desk: &Desk, load: &Load) {
    let later = desk.folder.join("later");
    fs::create_dir_all(&later).unwrap();
    for (number, bytes) in RUNS[FIRST..].iter().enumerate().cycle() {
        if load.is_over.load(SeqCst) {
            break;
        }
        fs::write(later.join(format!("{number}.fit")), bytes).unwrap();
        desk.types("import later").well();
        load.all_are_in.fetch_or(number + 1 == RUNS[FIRST..].len(), SeqCst);
    }
}

/// Backs up one time after the other until it is over: every backup is sound, and holds all that was
/// confirmed before it was begun. Gives how many.
fn back_up_meanwhile(desk: &Desk, load: &Load) -> usize {
    let mut backups = 0;
    while !load.is_over.load(SeqCst) {
        let before = load.confirmed();
        desk.types("backup b.everymile --replace").well();
        let backup = Logbook::open_read_only(&desk.folder.join("b.everymile")).unwrap();
        assert_eq!(backup.flaws().unwrap(), []);
        for (number, confirmed) in (0..).zip(before) {
            let held = backup.check_in_history(day_of(number)).unwrap().len();
            assert!(held >= confirmed, "{held} of {confirmed} words of {}", day_of(number));
        }
        backups += 1;
    }
    backups
}

/// So many runs are in the logbook from the beginning.
const FIRST: usize = 12;

fn desk_with_a_dozen_runs(story: &str) -> Desk {
    let desk = Desk::empty(story);
    fs::create_dir_all(desk.files()).unwrap();
    for (number, bytes) in RUNS[..FIRST].iter().enumerate() {
        fs::write(desk.files().join(format!("{number:03}.fit")), bytes).unwrap();
    }
    desk.types("import FILES").well();
    desk
}

#[test]
fn many_ask_and_say_at_once_while_files_are_imported_and_nothing_is_lost() {
    let desk = desk_with_a_dozen_runs("loaded");
    let page = Page::of(&desk);
    let (load, begun) = (Load::new(), Instant::now());
    let (said, backups, memory) = thread::scope(|scope| {
        let (page, load) = (&page, &load);
        let many =
            (0..CONNECTIONS).map(|number| scope.spawn(move || ask_and_say(page, number, load)));
        let many: Vec<_> = many.collect();
        let importing = scope.spawn(|| import_meanwhile(&desk, load));
        let backing_up = scope.spawn(|| back_up_meanwhile(&desk, load));
        // What there is to know grows until all are in.
        while !load.all_are_in.load(SeqCst) && !importing.is_finished() {
            thread::sleep(Duration::from_millis(50));
        }
        thread::sleep(Duration::from_millis(1000 * seconds() / 2));
        let half_way = page.memory();
        thread::sleep(Duration::from_millis(1000 * seconds() / 2));
        let memory = (half_way, page.memory());
        load.is_over.store(true, SeqCst);
        let said: Vec<(Date, u64)> = many.into_iter().map(|one| one.join().unwrap()).collect();
        importing.join().unwrap();
        (said, backing_up.join().unwrap(), memory)
    });
    let lasted = begun.elapsed();
    let book = Logbook::open(&desk.folder.join("logbook.everymile")).unwrap();
    for (day, minutes) in said.iter().filter(|(_, minutes)| *minutes > 0) {
        let sleep = book.check_in_of(*day).unwrap().sleep.map(|it| (it.0 / 60.0).round() as u64);
        assert_eq!(sleep, Some(*minutes), "what was confirmed on {day} stands");
    }
    assert_eq!(book.originals().unwrap().len(), RUNS.len());
    assert_eq!(book.flaws().unwrap(), []);
    assert!(backups > 0, "a backup was taken meanwhile");
    let per_second = load.asked.load(SeqCst) as f64 / lasted.as_secs_f64();
    println!(
        "{CONNECTIONS} connections: {per_second:.0} answers a second for {lasted:.0?} beside imports \
         and {backups} backups, memory half-way and at the end {memory:?} KiB"
    );
    if let (Some(half_way), Some(end)) = memory {
        assert!(end < half_way + half_way / 20 + 2 * 1024, "{half_way} KiB, then {end} KiB");
    }
}

#[test]
fn whoever_is_slow_or_silent_holds_up_nobody() {
    let desk = desk_with_a_dozen_runs("slow-clients");
    let page = Page::of(&desk);
    page.connect().ask("GET", "/api/today", "");
    let begun_and_silent: Vec<TcpStream> = (0..150)
        .map(|number| {
            let mut stream = TcpStream::connect(&page.address).unwrap();
            let begun =
                ["", "GET /api/today HT", "PUT /api/check-in HTTP/1.1\r\nHost: "][number % 3];
            stream.write_all(begun.as_bytes()).unwrap();
            stream
        })
        .collect();
    let asking_and_not_reading: Vec<TcpStream> = (0..50)
        .map(|_| {
            let mut stream = TcpStream::connect(&page.address).unwrap();
            let request = format!("GET /api/ledger HTTP/1.1\r\nHost: {}\r\n\r\n", page.address);
            stream.write_all(request.repeat(40).as_bytes()).unwrap();
            stream
        })
        .collect();
    let begun = Instant::now();
    for _ in 0..20 {
        let mut quick = page.connect();
        assert_eq!(quick.ask("GET", "/api/today", "").0, 200);
        let said = r#"{"on":"2026-03-20","answers":{"mood":"4"}}"#;
        assert_eq!(quick.ask("PUT", "/api/check-in", said).0, 200);
    }
    let waited = begun.elapsed();
    assert!(waited < Duration::from_secs(20), "{waited:?}");
    println!("20 times asked and said in {waited:?} beside 200 slow or silent ones");
    drop((begun_and_silent, asking_and_not_reading));
}

/// So large a file is handed in, in pieces of a megabyte.
const LARGE: usize = 200;

#[test]
fn a_large_file_is_streamed_to_the_disk_and_not_held_in_memory() {
    let desk = desk_with_a_dozen_runs("streamed");
    let page = Page::of(&desk);
    let (status, begun) = page.connect().ask("POST", "/api/import", "");
    assert_eq!((status, begun.as_str()), (200, r#"{"number":1}"#));
    let Some(before) = page.memory() else { return };
    let mut connection = page.connect();
    let head = format!(
        "PUT /api/import/1/files?name=large.fit HTTP/1.1\r\nHost: {}\r\n\
         Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
        page.address,
        LARGE << 20
    );
    let stream = connection.stream.get_mut();
    stream.write_all(head.as_bytes()).unwrap();
    let (piece, mut most) = (vec![7; 1 << 20], before);
    for _ in 0..LARGE {
        stream.write_all(&piece).unwrap();
        most = most.max(page.memory().unwrap_or_default());
    }
    let (status, told) = connection.hear();
    assert_eq!((status, told), (200, format!(r#"{{"bytes":{}}}"#, LARGE << 20)));
    println!("{LARGE} MiB handed in: memory {before} KiB before, {most} KiB at most");
    assert!(most < before + 32 * 1024, "{before} KiB, then {most} KiB");
}
