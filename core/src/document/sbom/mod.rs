//! Bills of materials.

pub(crate) mod cyclonedx;
pub(crate) mod cyclonedx_json;
pub(crate) mod spdx2;
pub(crate) mod spdx2_json;
pub(crate) mod syft;
