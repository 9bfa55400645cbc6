//! CycloneDX JSON, 1.2 to 1.7.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;

use super::super::detect::Outline;
use super::super::json::{self, Records};
use super::super::statement::Content;
use super::super::{Format, Kind, Recognise};
use super::cyclonedx::{Bom, Component, Dependency, Vulnerability};

pub(crate) const FORMAT: Format =
    Format { name: "cyclonedx-json", kind: Kind::Sbom, recognise: Recognise::Json(recognise), lines: false, read };

/// A document of statements about vulnerabilities that lists no components of its own.
pub(crate) const VEX: Format =
    Format { name: "cyclonedx-vex", kind: Kind::Vex, recognise: Recognise::Json(recognise_vex), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let marked = outline.text("bomFormat") == Some("CycloneDX");
    let shaped = outline.text("specVersion").is_some()
        && (outline.is_array("components") || outline.is_object("metadata") || outline.text("serialNumber").is_some());
    (marked || shaped).then(|| outline.text("specVersion").unwrap_or_default().to_owned())
}

fn recognise_vex(outline: &Outline) -> Option<String> {
    recognise(outline).filter(|_| outline.is_array("vulnerabilities") && !outline.is_array("components"))
}

pub(super) const RECORDS: &[Records] = &[
    (&["components"], |v| Component::deserialize(v).map(drop)),
    (&["vulnerabilities"], |v| Vulnerability::deserialize(v).map(drop)),
    (&["dependencies"], |v| Dependency::deserialize(v).map(drop)),
];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let bom: Bom<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    content.format = Some(if bom.is_vex() { &VEX } else { &FORMAT });
    bom.state(limits, content)
}
