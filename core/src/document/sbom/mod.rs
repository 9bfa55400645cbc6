//! Bills of materials.

pub(crate) mod cyclonedx;
pub(crate) mod cyclonedx_json;
pub(crate) mod cyclonedx_xml;
pub(crate) mod github_snapshot;
pub(crate) mod spdx2;
pub(crate) mod spdx2_json;
pub(crate) mod spdx2_other;
pub(crate) mod spdx2_tagvalue;
pub(crate) mod spdx3;
pub(crate) mod syft;
