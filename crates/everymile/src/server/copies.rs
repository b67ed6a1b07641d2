//! Whole copies of the logbook on their way: a backup out to the runner, and one back in, looked over,
//! until the runner says to put it in place. Each lies in a temporary folder under a name of the server's
//! own, and is gone with it.

use super::{
    lock,
    pouring::{folder, pour},
    problem::{Kind, Problem},
};
use axum::body::Body;
use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};
use tempfile::TempDir;

/// The copies on their way, one at a time in either direction.
#[derive(Debug)]
pub struct Copies {
    most: u64,
    begun: AtomicUsize,
    leaving: Mutex<Option<Copy>>,
    returning: Mutex<Option<Copy>>,
    work: tokio::sync::Mutex<()>,
}

/// A copy that lies in a folder of its own.
#[derive(Debug)]
pub struct Copy {
    /// By this number it is asked for.
    pub number: usize,
    folder: TempDir,
}

impl Copy {
    /// Where it lies.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("copy")
    }
}

impl Copies {
    /// None yet; one that comes in may have so many bytes.
    pub fn of_at_most(most: u64) -> Self {
        let (begun, leaving, returning, work) = Default::default();
        Self { most, begun, leaving, returning, work }
    }

    /// Waits for nobody: while a copy is made, looked over or put in place, no other is.
    pub fn alone(&self) -> Result<tokio::sync::MutexGuard<'_, ()>, Problem> {
        self.work.try_lock().map_err(|_| {
            let remedy = "wait until that is done, then try again";
            Problem::new(Kind::Wait, "another backup is on its way just now", remedy)
        })
    }

    /// An empty folder for a copy.
    pub fn begin(&self) -> Result<Copy, Problem> {
        let number = 1 + self.begun.fetch_add(1, Ordering::Relaxed);
        Ok(Copy { number, folder: folder()? })
    }

    /// Takes a file in, piece by piece, beside the place of a copy, and gives where it lies.
    pub async fn take_in(&self, copy: &Copy, body: Body) -> Result<PathBuf, Problem> {
        let (path, mut bytes) = (copy.folder.path().join("handed-in"), 0);
        pour(body, &path, |piece| {
            bytes += piece;
            if bytes > self.most { Err(self.too_large()) } else { Ok(()) }
        })
        .await?;
        Ok(path)
    }

    /// Keeps a backup until it is fetched; one that was not fetched is gone.
    pub fn leave(&self, copy: Copy) {
        *lock(&self.leaving) = Some(copy);
    }

    /// The backup to be fetched, once.
    pub fn fetch(&self, number: usize) -> Result<Copy, Problem> {
        taken(&self.leaving, number, "fetched already", "make a backup again")
    }

    /// Keeps a copy that was looked over, until the runner's word.
    pub fn wait(&self, copy: Copy) {
        *lock(&self.returning) = Some(copy);
    }

    /// The copy that waited for the runner's word.
    pub fn take(&self, number: usize) -> Result<Copy, Problem> {
        taken(&self.returning, number, "put in place already", "choose the file again")
    }

    fn too_large(&self) -> Problem {
        let most = self.most.div_ceil(1_000_000);
        let what = format!("a backup that is handed in may have at most {most} MB");
        let remedy = "bring it back in a terminal: everymile restore FILE";
        Problem::new(Kind::TooLarge, &what, remedy)
    }
}

/// A copy by its number, once; or what became of it.
fn taken(
    from: &Mutex<Option<Copy>>,
    number: usize,
    became: &str,
    remedy: &str,
) -> Result<Copy, Problem> {
    lock(from).take_if(|copy| copy.number == number).ok_or_else(|| {
        let what = format!("this backup was {became}, or overtaken by another one");
        Problem::new(Kind::NotFound, &what, remedy)
    })
}

/// A problem with a file of the server's own, told as one with the file that was chosen.
pub fn about_the_file(problem: Problem, path: &Path) -> Problem {
    let what = problem.what.replace(&path.display().to_string(), "that file");
    Problem { what, ..problem }
}
