//! Python's face of `tidewaiter`: types across the border, nothing else.

mod error;
mod dossier;
mod gate;
mod decision;

use std::ffi::OsString;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::error::guarded;

/// Runs the command line with `arguments`, the program's name first, and returns its exit code.
#[pyfunction]
fn run_cli(py: Python<'_>, arguments: Vec<OsString>) -> PyResult<u8> {
    guarded(py, || Ok(tidewaiter_cli::run(arguments)))
}

/// Panics, so that a test can see what becomes of it.
#[cfg(debug_assertions)]
#[pyfunction]
fn _panic(py: Python<'_>) -> PyResult<()> {
    guarded(py, || {
        assert!(std::hint::black_box(false), "a planted panic");
        Ok(())
    })
}

#[pymodule(gil_used = false)]
fn _tidewaiter(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("ERROR_CODES", PyTuple::new(module.py(), tidewaiter::Error::CODES)?)?;
    module.add_class::<gate::Gate>()?;
    module.add_class::<decision::Decision>()?;
    module.add_class::<dossier::Document>()?;
    module.add_function(wrap_pyfunction!(gate::detect, module)?)?;
    module.add_function(wrap_pyfunction!(run_cli, module)?)?;
    #[cfg(debug_assertions)]
    module.add_function(wrap_pyfunction!(_panic, module)?)?;
    Ok(())
}
