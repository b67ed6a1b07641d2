//! Stories of runners at the command line: what they type, what they are told, what is kept. The
//! runs are simulated; the binary is the real one.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

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
struct Desk {
    folder: PathBuf,
}

const FIRST_DAY: Date = jiff::civil::date(2026, 3, 2);
const WEEKS: usize = 3;
const LAST_DAY: &str = "2026-03-22";

/// The same weeks for every story, made once.
static RUNS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let runs = career(&runner(3), FIRST_DAY, WEEKS);
    runs.map(|simulated| fit_bytes(&simulated.run)).collect()
});

impl Desk {
    /// An empty desk, and a folder with some weeks of runs.
    fn with_runs(story: &str) -> Self {
        let desk = Self::empty(story);
        fs::create_dir_all(desk.files()).unwrap();
        for (number, bytes) in RUNS.iter().enumerate() {
            fs::write(desk.files().join(format!("{number:03}.fit")), bytes).unwrap();
        }
        desk
    }

    fn empty(story: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(story);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    fn files(&self) -> PathBuf {
        self.folder.join("files")
    }

    /// Types a command; `FILES` stands for the folder of runs.
    fn types(&self, command: &str) -> Told {
        let words = command.split_whitespace().map(|word| match word {
            "FILES" => self.files().display().to_string(),
            _ => word.to_owned(),
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

/// What the runner is told.
struct Told {
    status: i32,
    result: String,
    messages: String,
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
    fn well(self) -> Self {
        assert_eq!((self.status, self.messages.as_str()), (0, ""), "{}", self.result);
        self
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.result).unwrap()
    }
}

#[test]
fn an_import_may_be_repeated_and_keeps_every_run_once() {
    let desk = Desk::with_runs("repeated");
    let first = desk.types("import FILES").well();
    assert!(first.result.contains("The logbook holds"), "{}", first.result);
    let again = desk.types("import FILES").well();
    assert!(again.result.starts_with("Nothing new was read."), "{}", again.result);
    assert!(again.result.contains("in the logbook already"), "{}", again.result);
}

#[test]
fn the_logbook_and_the_bare_files_give_the_same_answer() {
    let desk = Desk::with_runs("same-answer");
    desk.types("import FILES").well();
    let kept = desk.types(&format!("report --weeks 3 --on {LAST_DAY} --format json")).well();
    let bare = desk.types(&format!("analyze FILES --on {LAST_DAY} --format json")).well();
    assert_eq!(kept.json()["runs"], bare.json()["runs"]);
    assert_eq!(kept.json()["weeks"], bare.json()["weeks"]);
    assert_eq!(kept.json()["signs"], bare.json()["signs"]);
}

#[test]
fn the_same_files_always_give_the_same_bytes() {
    let desk = Desk::with_runs("same-bytes");
    let once = desk.types("analyze FILES --format json").well();
    let twice = desk.types("analyze FILES --format json").well();
    assert_eq!(once.result, twice.result);
}

#[test]
fn the_stretches_of_every_run_cover_it_without_gaps() {
    let desk = Desk::with_runs("no-gaps");
    let analysis = desk.types("analyze FILES --format json").well().json();
    assert_eq!(analysis["schema"], "everymile.analysis/1");
    for run in analysis["runs"].as_array().unwrap() {
        let segments = run["segments"].as_array().unwrap();
        assert_eq!(segments.first().unwrap()["start_s"], 0.0, "{run}");
        assert_eq!(segments.last().unwrap()["end_s"], run["elapsed_s"], "{run}");
        for pair in segments.windows(2) {
            assert_eq!(pair[0]["end_s"], pair[1]["start_s"], "{run}");
        }
    }
}

#[test]
fn one_bad_file_is_named_and_the_rest_is_read() {
    let desk = Desk::with_runs("bad-file");
    fs::write(desk.files().join("broken.fit"), b"this is no watch file at all").unwrap();
    let told = desk.types("import FILES");
    assert_eq!(told.status, 1);
    assert!(told.messages.contains("broken.fit: this is neither FIT nor"), "{}", told.messages);
    assert!(told.messages.contains("\n  → export"), "{}", told.messages);
    assert!(told.result.contains("1 file could not be used"), "{}", told.result);
    assert!(told.result.contains("The logbook holds"), "{}", told.result);
}

#[test]
fn the_same_run_under_two_names_counts_once_and_the_copy_is_named() {
    let desk = Desk::with_runs("two-names");
    fs::copy(desk.files().join("000.fit"), desk.files().join("copy.fit")).unwrap();
    let analysis = desk.types("analyze FILES --format json").well().json();
    let duplicates = analysis["files"]["duplicates"].as_array().unwrap();
    assert_eq!(duplicates.len(), 1);
    assert!(duplicates[0]["file"].as_str().unwrap().ends_with("copy.fit"));
    assert!(duplicates[0]["of"].as_str().unwrap().ends_with("000.fit"));
}

#[test]
fn a_correction_reaches_the_verdicts_and_outlives_a_rebuild() {
    let desk = Desk::with_runs("correction");
    desk.types("import FILES").well();
    desk.types("correct last --purpose race").well();
    let rebuilt = desk.types("rebuild").well();
    assert!(rebuilt.result.contains("exactly as it was"), "{}", rebuilt.result);
    let last = desk.types("show last --format json").well().json();
    assert_eq!(last["runs"][0]["purpose"], "race");
    assert_eq!(last["runs"][0]["declared_by"], "correction");
    desk.types("correct last --withdraw").well();
    let last = desk.types("show last --format json").well().json();
    assert_eq!(last["runs"][0]["declared"], Value::Null);
}

#[test]
fn what_the_runner_says_outranks_what_the_runs_show() {
    let desk = Desk::with_runs("profile");
    desk.types("import FILES").well();
    let told = desk.types("profile set hr-max 191 units mi threshold-pace 6:42/mi").well();
    assert!(told.result.contains("191 bpm"), "{}", told.result);
    assert!(told.result.contains("6:42/mi"), "{}", told.result);
    let forgotten = desk.types("profile unset hr-max").well();
    assert!(!forgotten.result.contains("191 bpm"), "{}", forgotten.result);
}

#[test]
fn no_page_is_wider_than_eighty_columns() {
    let desk = Desk::with_runs("eighty-columns");
    desk.types("import FILES").well();
    for command in ["show last", "ledger", "ledger --by month", "profile", "report"] {
        let told = desk.types(&format!("{command} --on {LAST_DAY}")).well();
        for line in told.result.lines().filter(|line| !line.contains("/files/")) {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn a_report_looks_at_the_last_runs_when_the_runner_has_stopped() {
    let desk = Desk::with_runs("stopped");
    desk.types("import FILES").well();
    let told = desk.types("report --on 2027-03-01").well();
    assert!(told.result.contains("up to your last run"), "{}", told.result);
}

#[track_caller]
fn check_refusal(command: &str, messages: &str) {
    let told = Desk::empty(&format!("refusal-{}", command.len())).types(command);
    assert_eq!(told.status, 2);
    assert_eq!(told.messages, messages);
    assert_eq!(told.result, "");
}

#[test]
fn a_path_that_is_not_there_is_refused_with_a_remedy() {
    check_refusal(
        "import nowhere.fit",
        "everymile: nowhere.fit could not be opened: No such file or directory (os error 2)\n  \
         → check the path and that you may read it\n",
    );
}

#[test]
fn a_report_without_runs_says_how_to_get_them() {
    let told = Desk::empty("no-runs").types("report");
    assert_eq!(told.status, 2);
    assert!(told.messages.starts_with("everymile: no runs yet"), "{}", told.messages);
    assert!(told.messages.ends_with("→ read your files first: everymile import PATH\n"));
}

#[test]
fn an_unknown_run_is_answered_with_the_nearest() {
    let desk = Desk::with_runs("unknown-run");
    desk.types("import FILES").well();
    let told = desk.types("show 2026-04-01");
    assert_eq!(told.status, 2);
    assert!(told.messages.contains("no run on 2026-04-01\n  → the nearest is "));
    let told = desk.types("show zzz");
    assert!(told.messages.contains("no run is called 'zzz'\n  → the nearest is "));
}

#[test]
fn the_help_of_every_command_teaches_by_example() {
    let desk = Desk::empty("help");
    for command in ["demo", "import", "report", "show", "ledger", "analyze", "correct", "profile"] {
        let told = desk.types(&format!("{command} --help")).well();
        assert!(told.result.contains(&format!("everymile {command}")), "{command}");
        assert!(told.result.contains("Examples:"), "{command}");
    }
}

#[test]
fn a_real_export_is_read_with_what_it_declares() {
    let export = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/labelled/half-marathon-training"
    );
    if !Path::new(export).exists() {
        eprintln!("skipped: ../shared/data is not here");
        return;
    }
    let desk = Desk::empty("real-export");
    let told = desk.types(&format!("analyze {export} --format json"));
    let analysis = told.json();
    assert!(analysis["files"]["runs"].as_u64().unwrap() > 100, "{}", analysis["files"]);
}
