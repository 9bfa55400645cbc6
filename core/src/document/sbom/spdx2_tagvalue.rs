//! SPDX 2.x tag-value: turned into the shape of the JSON form, which is then read.

use serde_json::{Map, Value, json};

use crate::error::{Error, Fault};
use crate::limits::Limits;

use super::super::statement::Content;
use super::super::{Format, Kind, Recognise};
use super::spdx2_other::state;

pub(crate) const FORMAT: Format =
    Format { name: "spdx-tagvalue", kind: Kind::Sbom, recognise: Recognise::Text(recognise), lines: false, read };

fn recognise(head: &str) -> Option<String> {
    let mut lines = head.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    let version = lines.find_map(|line| line.strip_prefix("SPDXVersion:"))?;
    Some(version.trim().trim_start_matches("SPDX-").to_owned())
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let Ok(text) = std::str::from_utf8(text) else {
        let fault = Fault::new("it is not UTF-8 text", "write the document as UTF-8");
        return Err(Error::UnreadableDocument(fault));
    };
    let mut document = Document::default();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let line = line.trim();
        let Some((tag, value)) = line.split_once(':').filter(|_| !line.starts_with('#')) else {
            if !line.is_empty() && !line.starts_with('#') {
                content.skipped.note(format!("line {}", number.saturating_add(1)), "a line without a tag".into());
            }
            continue;
        };
        let mut value = value.trim().to_owned();
        if let Some(start) = value.strip_prefix("<text>") {
            // A text runs to its end mark, over lines.
            let mut whole = start.to_owned();
            while !whole.contains("</text>") {
                let Some((_, next)) = lines.next() else {
                    let fault = Fault::new("a <text> that does not end", "the document is cut off; write it again");
                    return Err(Error::UnreadableDocument(fault.at(format!("line {}", number.saturating_add(1)))));
                };
                whole.push('\n');
                whole.push_str(next);
            }
            whole.split("</text>").next().unwrap_or_default().clone_into(&mut value);
        }
        document.take(tag.trim(), &value);
    }
    document.close();
    state(document.into_value(), limits, content)
}

/// The document while its lines come in; a tag that starts an element closes the one before.
#[derive(Default)]
struct Document {
    header: Map<String, Value>,
    creation: Map<String, Value>,
    creators: Vec<Value>,
    packages: Vec<Value>,
    files: Vec<Value>,
    relationships: Vec<Value>,
    open: Open,
    element: Map<String, Value>,
    /// The package that files belong to.
    package: Option<String>,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Open {
    #[default]
    Nothing,
    Package,
    File,
    Other,
}

impl Document {
    fn take(&mut self, tag: &str, value: &str) {
        match tag {
            "PackageName" => {
                self.start(Open::Package);
                self.put("name", value);
            }
            "FileName" => {
                self.start(Open::File);
                self.put("fileName", value);
            }
            "SnippetSPDXID" | "LicenseID" => self.start(Open::Other),
            "SPDXID" => match self.open {
                Open::Nothing => {
                    self.header.insert("SPDXID".into(), value.into());
                }
                Open::Package => {
                    self.package = Some(value.to_owned());
                    self.put("SPDXID", value);
                }
                Open::File | Open::Other => self.put("SPDXID", value),
            },
            "DocumentNamespace" => {
                self.header.insert("documentNamespace".into(), value.into());
            }
            "Creator" => self.creators.push(value.into()),
            "Created" => {
                self.creation.insert("created".into(), value.into());
            }
            "CreatorComment" => {
                self.creation.insert("comment".into(), value.into());
            }
            "Relationship" => self.relationship(value),
            "ExternalRef" => {
                let mut words = value.split_whitespace();
                if let (Some(category), Some(kind), Some(locator)) = (words.next(), words.next(), words.next()) {
                    let reference =
                        json!({"referenceCategory": category, "referenceType": kind, "referenceLocator": locator});
                    self.push("externalRefs", reference);
                }
            }
            "PackageChecksum" | "FileChecksum" => {
                if let Some((algorithm, sum)) = value.split_once(':') {
                    let checksum = json!({"algorithm": algorithm.trim(), "checksumValue": sum.trim()});
                    self.push("checksums", checksum);
                }
            }
            _ => {
                if let Some(name) = member(tag) {
                    self.put(name, value);
                }
            }
        }
    }

    fn relationship(&mut self, value: &str) {
        let mut words = value.split_whitespace();
        if let (Some(from), Some(kind), Some(to)) = (words.next(), words.next(), words.next()) {
            self.relationships.push(json!({"spdxElementId": from, "relationshipType": kind, "relatedSpdxElement": to}));
        }
    }

    fn put(&mut self, name: &str, value: &str) {
        self.element.insert(name.to_owned(), value.into());
    }

    fn push(&mut self, name: &str, value: Value) {
        if let Value::Array(list) = self.element.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
            list.push(value);
        }
    }

    fn start(&mut self, open: Open) {
        self.close();
        self.open = open;
    }

    fn close(&mut self) {
        let element = std::mem::take(&mut self.element);
        match self.open {
            Open::Package => self.packages.push(Value::Object(element)),
            Open::File => {
                let id = element.get("SPDXID").and_then(Value::as_str).map(str::to_owned);
                // In this form a file belongs to the package above it.
                if let (Some(package), Some(file)) = (&self.package, id) {
                    self.relationships.push(
                        json!({"spdxElementId": package, "relationshipType": "CONTAINS", "relatedSpdxElement": file}),
                    );
                }
                self.files.push(Value::Object(element));
            }
            Open::Nothing | Open::Other => {}
        }
    }

    fn into_value(mut self) -> Value {
        self.creation.insert("creators".into(), self.creators.into());
        self.header.insert("creationInfo".into(), self.creation.into());
        self.header.insert("packages".into(), self.packages.into());
        self.header.insert("files".into(), self.files.into());
        self.header.insert("relationships".into(), self.relationships.into());
        Value::Object(self.header)
    }
}

/// The member of the JSON form behind a tag; others tell nothing that facts need.
fn member(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "PackageVersion" => "versionInfo",
        "PackageSupplier" => "supplier",
        "PackageOriginator" => "originator",
        "PackageDownloadLocation" => "downloadLocation",
        "PackageLicenseConcluded" | "LicenseConcluded" => "licenseConcluded",
        "PackageLicenseDeclared" => "licenseDeclared",
        "PackageCopyrightText" | "FileCopyrightText" => "copyrightText",
        "PrimaryPackagePurpose" => "primaryPackagePurpose",
        "ValidUntilDate" => "validUntilDate",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::statement::RelationKind;

    #[test]
    fn packages_files_and_relationships_are_read() {
        let text = "# a comment\nSPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nCreator: Tool: syft-1.0.0\n\
                    Created: 2024-01-01T00:00:00Z\n\nPackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1\n\
                    PackageCopyrightText: <text>one\ntwo: three</text>\n\
                    ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1\nPackageChecksum: SHA1: ff\n\
                    FileName: ./x\nSPDXID: SPDXRef-x\n\
                    Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a\n";
        assert_eq!(recognise(text).as_deref(), Some("2.3"));
        let mut content = Content::default();
        read(text.as_bytes(), &Limits::default(), &mut content).unwrap();
        let sbom = content.sbom.unwrap();
        assert_eq!(sbom.components.len(), 2);
        let a = sbom.components.iter().find(|c| c.name == "a").unwrap();
        assert_eq!(a.purl.as_deref(), Some("pkg:npm/a@1"));
        assert!(a.copyright);
        assert!(sbom.relations.iter().any(|r| r.kind == RelationKind::Contains));
        assert_eq!(content.skipped.count, 0);
        let cut = "SPDXVersion: SPDX-2.3\nPackageComment: <text>never";
        assert!(read(cut.as_bytes(), &Limits::default(), &mut Content::default()).is_err());
    }
}
