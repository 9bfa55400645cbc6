//! The nouns of the field and their algebra: what is equal, newer, stricter, permitted. No file, no clock, no JSON.

pub mod time;
pub mod digest;
pub mod reference;
pub mod purl;
pub mod version;
pub mod license;
pub mod severity;
pub mod vex;
pub mod signer;
pub mod secret;
pub mod cidr;

pub use digest::Digest;
pub use purl::Purl;
pub use reference::Reference;
pub use severity::Level;
pub use time::Timestamp;

/// Short text that is cheap to clone; most names, versions and ids fit without an allocation.
pub type Text = smol_str::SmolStr;
