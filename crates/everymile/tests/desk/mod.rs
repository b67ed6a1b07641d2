//! A runner's desk for the stories: a folder of watch files, a logbook, and the real binary to type
//! commands at.
#![allow(dead_code, reason = "not every story needs everything on the desk")]

use serde_json::Value;
use simulator::{career, fit_bytes, runner};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::LazyLock,
};
use training::Date;

/// A runner's desk: a folder of watch files and a logbook.
pub struct Desk {
    pub folder: PathBuf,
}

pub const FIRST_DAY: Date = jiff::civil::date(2026, 3, 2);
pub const WEEKS: usize = 3;
pub const LAST_DAY: &str = "2026-03-22";

/// The same weeks for every story, made once.
pub static RUNS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let runs = career(&runner(3), FIRST_DAY, WEEKS);
    runs.map(|simulated| fit_bytes(&simulated.run)).collect()
});

impl Desk {
    /// An empty desk, and a folder with some weeks of runs.
    pub fn with_runs(story: &str) -> Self {
        let desk = Self::empty(story);
        fs::create_dir_all(desk.files()).unwrap();
        for (number, bytes) in RUNS.iter().enumerate() {
            fs::write(desk.files().join(format!("{number:03}.fit")), bytes).unwrap();
        }
        desk
    }

    /// A desk whose logbook holds some runs and something of everything a runner can say.
    pub fn told_everything(story: &str) -> Self {
        let desk = Self::with_runs(story);
        desk.types("import FILES").well();
        desk.types("profile set name Ada units mi hr-max 191").well();
        desk.types("check-in --on 2026-03-20 --soreness 6 --sleep 6.5").well();
        desk.types_words(&["check-in", "--on", "2026-03-20", "--where", "left calf"]).well();
        desk.types("correct last --purpose tempo").well();
        let plan = format!("plan new --goal 10k --weeks 8 --yes --on {LAST_DAY}");
        assert_eq!(desk.types(&plan).status, 0);
        desk.types(&format!("plan bend --travel 2026-03-24..2026-03-27 --on {LAST_DAY}")).well();
        desk.types(&format!("plan accept --on {LAST_DAY}")).well();
        desk.types("shoes add Dusk --ran 120km").well();
        desk.types("correct last --shoe Dusk").well();
        desk
    }

    pub fn empty(story: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(story);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    pub fn files(&self) -> PathBuf {
        self.folder.join("files")
    }

    /// Types a command; `FILES` stands for the folder of runs.
    pub fn types(&self, command: &str) -> Told {
        self.types_words(&command.split_whitespace().collect::<Vec<_>>())
    }

    /// Types a command in a shell that takes something away first: space on the disk, memory, powers.
    pub fn types_after(&self, before: &str, command: &str) -> Told {
        let files = self.files().display().to_string();
        let binary = env!("CARGO_BIN_EXE_everymile");
        let line = format!("{before} {binary} {}", command.replace("FILES", &files));
        let output = Command::new("sh")
            .args(["-c", &line])
            .current_dir(&self.folder)
            .env("EVERYMILE_LOGBOOK", self.folder.join("logbook.everymile"))
            .output()
            .unwrap();
        Told::from(output)
    }

    /// Types a command of which some words hold spaces.
    pub fn types_words(&self, words: &[&str]) -> Told {
        let words = words.iter().map(|word| match *word {
            "FILES" => self.files().display().to_string(),
            word => word.to_owned(),
        });
        let output = Command::new(env!("CARGO_BIN_EXE_everymile"))
            .args(words)
            .current_dir(&self.folder)
            .env("EVERYMILE_LOGBOOK", self.folder.join("logbook.everymile"))
            .output()
            .unwrap();
        Told::from(output)
    }
}

/// A command that cannot be done says what happened and what to do, and gives no result.
#[track_caller]
pub fn check_refused(desk: &Desk, command: &str, what: &str, remedy: &str) {
    desk.types(command).refused(what, remedy);
}

/// What a command tells programs of some weeks of runs.
pub fn told(command: &str) -> Value {
    let desk = Desk::with_runs(&format!("shape-of-{}", command.replace(' ', "-")));
    desk.types("import FILES").well();
    desk.types(&format!("{command} --on {LAST_DAY} --format json")).well().json()
}

/// What the runner is told.
pub struct Told {
    pub status: i32,
    pub result: String,
    pub messages: String,
}

impl From<Output> for Told {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            result: String::from_utf8(output.stdout).unwrap(),
            messages: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Told {
    #[track_caller]
    pub fn well(self) -> Self {
        assert_eq!((self.status, self.messages.as_str()), (0, ""), "{}", self.result);
        self
    }

    #[track_caller]
    pub fn refused(self, what: &str, remedy: &str) {
        assert_eq!((self.status, self.result.as_str()), (2, ""), "{}", self.messages);
        let said = self.unwrapped();
        assert!(said.contains(what), "{what}: {said}");
        assert!(said.contains(remedy), "{remedy}: {said}");
    }

    /// The messages as if the terminal had no width.
    pub fn unwrapped(&self) -> String {
        in_one_line(&self.messages)
    }

    /// Whether anything is wider than the terminal.
    #[track_caller]
    pub fn fits(&self, command: &str) {
        for line in self.result.lines().chain(self.messages.lines()) {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.result).unwrap()
    }
}

/// A text as if the terminal had no width.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
