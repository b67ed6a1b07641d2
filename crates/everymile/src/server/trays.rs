//! Files on their way in: each is streamed to a temporary file under a name of the server's own, up to
//! a limit for all of them together; then they are read into the logbook at once, and gone. What a
//! browser calls a file is a label, and no path.
#![allow(
    clippy::disallowed_methods,
    reason = "the front door keeps what is handed in until it is read"
)]

use super::{
    lock,
    pouring::{folder, pour},
    problem::{Kind, Problem},
};
use crate::{
    progress::{HowFar, LookOn},
    sources::Sources,
};
use axum::body::Body;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, TryLockError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};
use tempfile::TempDir;

/// The largest import by the page: whole exports of a decade are far smaller.
pub const UPLOAD_MAX: u64 = 8 << 30;

/// A label is no longer than this.
const LABEL_MAX: usize = 200;

/// What is handed in, one import at a time.
#[derive(Debug)]
pub struct Trays {
    most: u64,
    begun: AtomicUsize,
    open: Mutex<Option<Arc<Tray>>>,
    reading: Mutex<()>,
    far: Arc<LookOn>,
}

/// The files of one import.
#[derive(Debug)]
struct Tray {
    number: usize,
    folder: TempDir,
    places: AtomicUsize,
    bytes: AtomicU64,
    files: Mutex<BTreeMap<usize, HandedIn>>,
}

/// A file that was handed in.
#[derive(Debug)]
struct HandedIn {
    path: PathBuf,
    label: String,
    size: u64,
}

impl Trays {
    /// No file yet; at most so many bytes in one import.
    pub fn of_at_most(most: u64) -> Self {
        let (begun, far) = (AtomicUsize::new(0), Arc::default());
        Self { most, begun, open: Mutex::default(), reading: Mutex::default(), far }
    }

    /// Begins an import. What was handed in before and never read is gone.
    pub fn begin(&self) -> Result<usize, Problem> {
        let folder = folder()?;
        let number = 1 + self.begun.fetch_add(1, Ordering::Relaxed);
        let (places, bytes, files) = Default::default();
        *lock(&self.open) = Some(Arc::new(Tray { number, folder, places, bytes, files }));
        Ok(number)
    }

    /// Takes one file in, piece by piece, and says how many bytes it has.
    pub async fn take_in(&self, number: usize, name: &str, body: Body) -> Result<u64, Problem> {
        let tray = lock(&self.open).clone().filter(|tray| tray.number == number);
        let tray = tray.ok_or_else(no_such_tray)?;
        let place = tray.places.fetch_add(1, Ordering::Relaxed);
        let path = tray.folder.path().join(place.to_string());
        let mut size = 0;
        let written = self.write(&tray, &path, body, &mut size).await;
        written.inspect_err(|_| {
            tray.bytes.fetch_sub(size, Ordering::Relaxed);
            let _ = std::fs::remove_file(&path);
        })?;
        lock(&tray.files).insert(place, HandedIn { path, label: label(name), size });
        Ok(size)
    }

    /// Writes a file piece by piece and counts its bytes, those of one that breaks off too.
    async fn write(
        &self,
        tray: &Tray,
        path: &Path,
        body: Body,
        size: &mut u64,
    ) -> Result<(), Problem> {
        pour(body, path, |length| {
            *size += length;
            let all = tray.bytes.fetch_add(length, Ordering::Relaxed) + length;
            if all > self.most { Err(self.too_large()) } else { Ok(()) }
        })
        .await
    }

    /// Reads what was handed in, and lets others see how far that is. It is gone then.
    pub fn read<T>(
        &self,
        number: usize,
        read: impl FnOnce(Sources) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let _alone = self.alone()?;
        let tray = lock(&self.open).take_if(|tray| tray.number == number);
        let tray = tray.ok_or_else(no_such_tray)?;
        let mut files = Sources::default();
        for (_, HandedIn { path, label, size }) in std::mem::take(&mut *lock(&tray.files)) {
            files.hand_in(path, &label, size);
        }
        self.far.during(|| read(files))
    }

    /// Waits for nobody: while an import is read or undone, no other is.
    pub fn alone(&self) -> Result<MutexGuard<'_, ()>, Problem> {
        match self.reading.try_lock() {
            Err(TryLockError::WouldBlock) => Err(busy()),
            Err(TryLockError::Poisoned(poisoned)) => Ok(poisoned.into_inner()),
            Ok(alone) => Ok(alone),
        }
    }

    /// Does something that may take long, and lets others see how far it is.
    pub fn during<T>(&self, work: impl FnOnce() -> T) -> T {
        self.far.during(work)
    }

    /// How far the reading is; `None` while nothing is read.
    pub fn how_far(&self) -> Option<HowFar> {
        self.far.how_far()
    }

    fn too_large(&self) -> Problem {
        let what = format!("one import may have at most {} MB", self.most.div_ceil(1_000_000));
        let remedy = "import a file of that size in a terminal: everymile import PATH";
        Problem::new(Kind::TooLarge, &what, remedy)
    }
}

/// What a file is called, as a name and no path, to be shown.
fn label(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = last.chars().filter(|letter| !letter.is_control()).take(LABEL_MAX);
    let shown = shown.collect::<String>().replace('!', "_");
    if shown.trim().is_empty() { "a file".to_owned() } else { shown }
}

fn no_such_tray() -> Problem {
    let what = "this import was overtaken by another one, or read already";
    Problem::new(Kind::NotFound, what, "hand the files in again")
}

fn busy() -> Problem {
    let remedy = "wait until that is done, then try again";
    Problem::new(Kind::Wait, "another import is being read or undone", remedy)
}

#[cfg(test)]
mod tests {
    use super::{super::pouring::broken_off, *};
    use http_body_util::BodyExt;
    use tokio::runtime::Runtime;

    #[test]
    fn a_file_that_broke_off_leaves_its_room_to_the_others() {
        let (trays, runtime) = (Trays::of_at_most(6), Runtime::new().unwrap());
        let number = trays.begin().unwrap();
        let hand_in = |body| runtime.block_on(trays.take_in(number, "morning.fit", body));
        let gone = async { Some(Err(axum::Error::new("the other side is gone"))) };
        let broken = Body::new(Body::from("12345").with_trailers(gone));
        assert_eq!(hand_in(broken).unwrap_err().what, broken_off().what);
        assert_eq!(hand_in(Body::from("123456")).unwrap(), 6);
        assert_eq!(trays.read(number, |files| Ok(files.len())).unwrap(), 1);
    }

    #[test]
    fn while_an_import_is_read_no_other_is_read_and_none_is_undone() {
        let trays = Trays::of_at_most(6);
        let number = trays.begin().unwrap();
        let meanwhile = |_: Sources| Ok(trays.alone().map(drop).unwrap_err().kind);
        assert_eq!(trays.read(number, meanwhile).unwrap(), Kind::Wait);
        assert!(trays.alone().is_ok());
    }

    #[test]
    fn what_a_file_is_called_is_a_label_and_no_path() {
        assert_eq!(label("../../etc/passwd"), "passwd");
        assert_eq!(label("C:\\runs\\morning.fit"), "morning.fit");
        assert_eq!(label("a\u{7}b\n.fit"), "ab.fit");
        assert_eq!(label("inside.zip!/1.fit"), "1.fit");
        assert_eq!(label("really!.fit"), "really_.fit");
        assert_eq!(label(".."), "..");
        assert_eq!(label("  /"), "a file");
        assert_eq!(label(&"a".repeat(1000)).len(), LABEL_MAX);
    }
}
