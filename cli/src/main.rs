//! The binary `tidewaiter`.

use std::process::ExitCode;

/// Facts are millions of small values; the system's allocator takes a sixth of the time of a large check.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(tidewaiter_cli::run(std::env::args_os()))
}
