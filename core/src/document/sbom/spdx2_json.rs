//! SPDX 2.x JSON, and the answer of GitHub's dependency-graph API that wraps it.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;

use super::super::detect::Outline;
use super::super::json::{self, Records};
use super::super::statement::Content;
use super::super::{Format, Kind, Recognise};
use super::spdx2::{File, Package, Relationship, Spdx};

pub(crate) const FORMAT: Format =
    Format { name: "spdx-json", kind: Kind::Sbom, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let outline = outline.get("sbom").filter(|inner| inner.text("spdxVersion").is_some()).unwrap_or(outline);
    outline.text("spdxVersion")?.strip_prefix("SPDX-").map(str::to_owned)
}

pub(super) const RECORDS: &[Records] = &[
    (&["packages"], |v| Package::deserialize(v).map(drop)),
    (&["files"], |v| File::deserialize(v).map(drop)),
    (&["relationships"], |v| Relationship::deserialize(v).map(drop)),
    (&["sbom", "packages"], |v| Package::deserialize(v).map(drop)),
    (&["sbom", "relationships"], |v| Relationship::deserialize(v).map(drop)),
];

#[derive(Deserialize)]
struct Wrapper<'a> {
    #[serde(borrow)]
    sbom: Option<Spdx<'a>>,
    #[serde(borrow, flatten)]
    bare: Spdx<'a>,
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    // `flatten` would slow every document down; only a wrapped one takes that way.
    let head = text.get(..text.len().min(256)).unwrap_or(text);
    let wrapped = std::str::from_utf8(head).unwrap_or_default().trim_start_matches(['{', ' ', '\n', '\r', '\t']);
    if wrapped.starts_with("\"sbom\"") {
        let response: Wrapper<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
        return response.sbom.unwrap_or(response.bare).state(limits, content);
    }
    let document: Spdx<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    document.state(limits, content)
}
