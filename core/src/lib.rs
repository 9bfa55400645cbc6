//! Policy gates for software supply chains.

#![forbid(unsafe_code)]

pub mod model;
mod error;
mod limits;
pub(crate) mod document;
pub mod facts;

pub use error::{Error, Fault};
pub use limits::Limits;
pub use model::{Digest, Level, Purl, Reference, Timestamp};
