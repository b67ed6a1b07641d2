//! What a command answers: a result for standard output, messages for standard error, and how it
//! went. The only place that writes.

use crate::view::Sums;
use serde::Serialize;
use std::{
    fmt,
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
};
use utoipa::ToSchema;

/// What a command answers.
#[derive(Debug)]
pub struct Answer {
    /// The result.
    pub result: Outcome,
    /// What is said beside it.
    pub messages: String,
    /// Whether everything was done, or some files failed.
    pub is_complete: bool,
}

/// The result of a command.
#[derive(Debug)]
pub enum Outcome {
    /// For people.
    Page(String),
    /// For programs.
    Json(Box<dyn Written>),
}

/// A view that can be written for programs.
pub trait Written: fmt::Debug {
    /// Writes it as JSON.
    fn write_to(&self, out: &mut dyn Write) -> io::Result<()>;
}

impl<View: Serialize + fmt::Debug> Written for View {
    fn write_to(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        writeln!(out)
    }
}

/// One line of a ledger, for programs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LedgerLine {
    /// The first day, the month or the year.
    pub span: String,
    /// Its distances.
    #[serde(flatten)]
    pub sums: Sums,
}

impl From<&(String, Sums)> for LedgerLine {
    fn from((span, sums): &(String, Sums)) -> Self {
        Self { span: span.clone(), sums: sums.clone() }
    }
}

impl Answer {
    /// A result and nothing else to say.
    pub fn of(result: Outcome) -> Self {
        Self { result, messages: String::new(), is_complete: true }
    }

    /// A view for programs and nothing else to say.
    pub fn json(view: impl Written + 'static) -> Self {
        Self::of(Outcome::Json(Box::new(view)))
    }

    /// A page and nothing else to say.
    pub fn page(page: impl Into<String>) -> Self {
        Self::of(Outcome::Page(page.into()))
    }

    /// Writes it. A reader that has seen enough (`| head`) is no failure.
    pub fn write(self) -> ExitCode {
        let _ = io::stderr().write_all(self.messages.as_bytes());
        let out = io::stdout().lock();
        match self.result.write(BufWriter::new(out)) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ =
                    writeln!(io::stderr(), "everymile: the result could not be written: {error}");
                ExitCode::from(2)
            }
            _ if self.is_complete => ExitCode::SUCCESS,
            _ => ExitCode::from(1),
        }
    }
}

impl Outcome {
    fn write(&self, mut out: impl Write) -> io::Result<()> {
        match self {
            Self::Page(page) => out.write_all(page.as_bytes())?,
            Self::Json(view) => view.write_to(&mut out)?,
        }
        out.flush()
    }
}
