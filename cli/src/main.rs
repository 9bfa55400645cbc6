//! The binary `tidewaiter`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(tidewaiter_cli::run(std::env::args_os()))
}
