//! The command line of tidewaiter: arguments, files, exit codes and colours; everything else is the library's.

mod arguments;
mod check;
mod inspect;
mod test;
mod verify;
mod waive;

use std::ffi::OsString;
use std::io::Write;

use clap::Parser;
use tidewaiter::Error;

use arguments::{Arguments, Command};

/// Deny, as a process says it.
const DENIED: u8 = 1;
/// Bad usage, an unreadable document, a policy error.
const FAILED: u8 = 2;

/// Runs the command line and returns the exit code: 0 pass or warn, 1 deny, 2 error.
///
/// The first argument is the name of the program.
///
/// ```
/// assert_eq!(tidewaiter_cli::run(["tidewaiter", "check", "no/such/file"]), 2);
/// ```
pub fn run(args: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> u8 {
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no errors; clap knows which stream is theirs.
            let _ = error.print();
            return if error.use_stderr() { FAILED } else { 0 };
        }
    };
    let done = match arguments.command {
        Command::Check(options) => check::check(&options),
        Command::Facts(options) => check::facts(&options),
        Command::Detect(options) => inspect::detect(&options),
        Command::Verify(options) => verify::verify(&options),
        Command::Waive(options) => waive::waive(&options),
        Command::Test(options) => test::test(&options),
        Command::Rules(options) => inspect::rules(&options),
        Command::Explain { rule, sources } => inspect::explain(&rule, &sources),
        Command::Schema { what } => inspect::schema(what),
        Command::Init { directory } => inspect::init(&directory),
    };
    match done {
        Ok(code) => code,
        Err(Failure::Library(error)) => complain(&format!("{error} [{}]", error.code())),
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => FAILED,
        Err(Failure::Output(error)) => complain(&error.to_string()),
        Err(Failure::Usage(message)) => complain(&message),
    }
}

/// Why a command did not come to an end.
enum Failure {
    Library(Error),
    Output(std::io::Error),
    Usage(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

fn complain(message: &str) -> u8 {
    let _ = writeln!(std::io::stderr(), "tidewaiter: {message}");
    FAILED
}

/// Writes to standard output.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
