//! SPDX 2.x in YAML, XML and RDF/XML: turned into the shape of the JSON form, which is then read.

use serde_json::{Map, Value};

use crate::error::{Error, Fault};
use crate::limits::Limits;

use super::super::json;
use super::super::statement::Content;
use super::super::xml::{self, Element};
use super::super::{Format, Kind, Recognise};
use super::spdx2::Spdx;
use super::spdx2_json::RECORDS;

pub(crate) const YAML: Format = Format {
    name: "spdx-yaml",
    kind: Kind::Sbom,
    recognise: Recognise::Text(recognise_yaml),
    lines: false,
    read: read_yaml,
};

pub(crate) const XML: Format = Format {
    name: "spdx-xml",
    kind: Kind::Sbom,
    recognise: Recognise::Text(recognise_xml),
    lines: false,
    read: read_xml,
};

pub(crate) const RDF: Format = Format {
    name: "spdx-rdfxml",
    kind: Kind::Sbom,
    recognise: Recognise::Text(recognise_rdf),
    lines: false,
    read: read_rdf,
};

/// States a document that was turned into the JSON form.
pub(super) fn state(value: Value, limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let document: Spdx<'_> = json::from_tree(value, RECORDS, &mut tree, &mut content.skipped)?;
    document.state(limits, content)
}

fn unreadable(reason: String) -> Error {
    Error::UnreadableDocument(Fault::new(reason, "check how the document was written"))
}

// --- YAML -----------------------------------------------------------------------------------------------------------

fn recognise_yaml(head: &str) -> Option<String> {
    let value = |line: &str| {
        let line = line.strip_prefix('"').unwrap_or(line).strip_prefix("spdxVersion")?;
        let value = line.strip_prefix('"').unwrap_or(line).strip_prefix(':')?;
        Some(value.trim().trim_matches(['"', '\'']).trim_start_matches("SPDX-").to_owned())
    };
    let marked = |line: &str| line.starts_with("SPDXID:") || line.starts_with("\"SPDXID\":");
    let version = head.lines().find_map(value);
    version.or_else(|| head.lines().any(marked).then(String::new))
}

fn read_yaml(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let text = std::str::from_utf8(text).map_err(|_| unreadable("it is not UTF-8 text".to_owned()))?;
    let value: Value = yaml_serde::from_str(text).map_err(|error| unreadable(format!("it is not YAML: {error}")))?;
    state(value, limits, content)
}

// --- XML ------------------------------------------------------------------------------------------------------------

fn recognise_xml(head: &str) -> Option<String> {
    let (name, _) = xml::root(head)?;
    let (_, after) = head.split_once("<spdxVersion>").filter(|_| name == "Document")?;
    let version = after.split('<').next().unwrap_or_default();
    Some(version.trim().trim_start_matches("SPDX-").to_owned())
}

fn read_xml(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    state(value(&xml::parse(text)?), limits, content)
}

/// Repeated elements of the same name are the lists of the JSON form.
fn is_list(name: &str) -> bool {
    matches!(
        name,
        "packages"
            | "files"
            | "relationships"
            | "creators"
            | "checksums"
            | "externalRefs"
            | "hasFiles"
            | "documentDescribes"
    )
}

fn value(element: &Element) -> Value {
    if element.children.is_empty() {
        return element.text.trim().into();
    }
    let mut members = Map::new();
    for child in &element.children {
        let inner = value(child);
        match members.get_mut(&child.name) {
            Some(Value::Array(list)) => list.push(inner),
            _ if is_list(&child.name) => {
                members.insert(child.name.clone(), Value::Array(vec![inner]));
            }
            _ => {
                members.insert(child.name.clone(), inner);
            }
        }
    }
    Value::Object(members)
}

// --- RDF/XML --------------------------------------------------------------------------------------------------------

fn recognise_rdf(head: &str) -> Option<String> {
    let (name, attributes) = xml::root(head)?;
    if name != "RDF" || !attributes.contains("spdx.org/rdf/terms") {
        return None;
    }
    let version = head.split_once("specVersion>").and_then(|(_, after)| after.split('<').next());
    Some(version.unwrap_or("2").trim_start_matches("SPDX-").to_owned())
}

fn read_rdf(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let root = xml::parse(text)?;
    let mut graph = Graph::default();
    graph.walk(&root, None);
    if !graph.is_document {
        return Err(unreadable("it uses SPDX terms but holds no SpdxDocument".to_owned()));
    }
    state(Value::Object(graph.document()), limits, content)
}

/// What the nested or flat elements of an RDF document say, gathered by their class.
#[derive(Default)]
struct Graph {
    is_document: bool,
    header: Map<String, Value>,
    packages: Vec<Value>,
    files: Vec<Value>,
    relationships: Vec<Value>,
}

impl Graph {
    /// Visits an element that describes a node; `of` is the node that it is a property of.
    fn walk(&mut self, element: &Element, of: Option<&str>) {
        let id = element.attribute("about").or(element.attribute("ID")).map(tail);
        match element.name.as_str() {
            "SpdxDocument" => {
                self.is_document = true;
                let about = element.attribute("about").unwrap_or_default();
                let namespace = about.rsplit_once('#').map_or(about, |(before, _)| before);
                self.header.insert("documentNamespace".into(), namespace.into());
                self.header.insert("SPDXID".into(), "SPDXRef-DOCUMENT".into());
            }
            "CreationInfo" => {
                let creators: Vec<Value> = element.named("creator").map(|c| c.text.trim().into()).collect();
                let created = element.text_of("created").map_or(Value::Null, Value::from);
                self.header
                    .insert("creationInfo".into(), serde_json::json!({"created": created, "creators": creators}));
            }
            "Package" => self.packages.push(package(element, id)),
            "File" => self.files.push(file(element, id)),
            "Relationship" => {
                let kind = element.child("relationshipType").and_then(|k| k.attribute("resource")).map(tail);
                let kind = kind.unwrap_or_default().trim_start_matches("relationshipType_");
                let related = element.child("relatedSpdxElement");
                let inner = related.and_then(|r| r.children.first()).and_then(|c| c.attribute("about"));
                let target = related.and_then(|r| r.attribute("resource")).or(inner).map(tail);
                if let (Some(from), Some(to)) = (of, target) {
                    self.relationships.push(serde_json::json!({
                        "spdxElementId": from,
                        "relatedSpdxElement": to,
                        "relationshipType": screaming(kind),
                    }));
                }
            }
            _ => {}
        }
        let document = (element.name == "SpdxDocument").then_some("SPDXRef-DOCUMENT");
        let of = document.or(id).or(of);
        for child in &element.children {
            self.walk(child, of);
        }
    }

    fn document(mut self) -> Map<String, Value> {
        self.header.insert("packages".into(), self.packages.into());
        self.header.insert("files".into(), self.files.into());
        self.header.insert("relationships".into(), self.relationships.into());
        self.header
    }
}

fn package(element: &Element, id: Option<&str>) -> Value {
    let text = |name: &str| element.text_of(name).map_or(Value::Null, Value::from);
    let references: Vec<Value> = element
        .named("externalRef")
        .filter_map(|r| r.child("ExternalRef"))
        .map(|r| {
            let kind = r.child("referenceType").and_then(|k| k.attribute("resource")).map(tail).unwrap_or_default();
            let locator = r.text_of("referenceLocator").unwrap_or_default();
            serde_json::json!({"referenceType": kind, "referenceLocator": locator})
        })
        .collect();
    serde_json::json!({
        "SPDXID": id.unwrap_or_default(),
        "name": text("name"),
        "versionInfo": text("versionInfo"),
        "supplier": text("supplier"),
        "originator": text("originator"),
        "downloadLocation": resource_or_text(element, "downloadLocation"),
        "licenseConcluded": resource_or_text(element, "licenseConcluded"),
        "licenseDeclared": resource_or_text(element, "licenseDeclared"),
        "copyrightText": text("copyrightText"),
        "checksums": checksums(element),
        "externalRefs": references,
    })
}

fn file(element: &Element, id: Option<&str>) -> Value {
    serde_json::json!({
        "SPDXID": id.unwrap_or_default(),
        "fileName": element.text_of("fileName"),
        "licenseConcluded": resource_or_text(element, "licenseConcluded"),
        "checksums": checksums(element),
    })
}

fn checksums(element: &Element) -> Vec<Value> {
    let sums = element.named("checksum").filter_map(|c| c.child("Checksum"));
    sums.filter_map(|sum| {
        let algorithm = sum.child("algorithm")?.attribute("resource").map(tail)?;
        let value = sum.text_of("checksumValue")?;
        Some(serde_json::json!({
            "algorithm": algorithm.trim_start_matches("checksumAlgorithm_").to_ascii_uppercase(),
            "checksumValue": value,
        }))
    })
    .collect()
}

/// A value that is a resource (its last segment counts), a text, or a nested license set.
fn resource_or_text(element: &Element, name: &str) -> Value {
    let Some(child) = element.child(name) else { return Value::Null };
    if let Some(resource) = child.attribute("resource") {
        let last = tail(resource);
        return match last {
            "noassertion" => "NOASSERTION".into(),
            "none" => "NONE".into(),
            other => other.into(),
        };
    }
    match child.children.first() {
        Some(set) => expression(set).map_or(Value::Null, Value::from),
        None => child.text.trim().into(),
    }
}

/// A conjunctive or disjunctive set of licenses as an expression; nesting is bounded by the XML reader.
fn expression(element: &Element) -> Option<String> {
    let operator = match element.name.as_str() {
        "ConjunctiveLicenseSet" => " AND ",
        "DisjunctiveLicenseSet" => " OR ",
        _ => {
            let id = element.text_of("licenseId").or(element.attribute("about").map(tail))?;
            return Some(id.to_owned());
        }
    };
    let members = element.named("member").filter_map(|m| match m.attribute("resource") {
        Some(resource) => Some(tail(resource).to_owned()),
        None => m.children.first().and_then(expression),
    });
    Some(format!("({})", members.collect::<Vec<_>>().join(operator)))
}

/// What follows the last `#` or `/` of an IRI.
fn tail(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

/// `dependsOn` and `relationshipType_dependsOn` → `DEPENDS_ON`.
fn screaming(name: &str) -> String {
    let mut out = String::with_capacity(name.len().saturating_add(4));
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_xml_become_the_json_form() {
        assert_eq!(recognise_yaml("---\nspdxVersion: \"SPDX-2.3\"\n").as_deref(), Some("2.3"));
        assert_eq!(recognise_yaml("openapi: 3.0.0\n"), None);
        let text = "<Document><SPDXID>x</SPDXID><spdxVersion>SPDX-2.2</spdxVersion>\
                    <packages><name>a</name></packages><packages><name>b</name></packages></Document>";
        assert_eq!(recognise_xml(text).as_deref(), Some("2.2"));
        let found = value(&xml::parse(text.as_bytes()).unwrap());
        assert_eq!(found.pointer("/packages/1/name"), Some(&"b".into()));
    }

    #[test]
    fn a_graph_is_gathered_from_nested_elements() {
        let text = r#"<rdf:RDF xmlns="http://spdx.org/rdf/terms#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <SpdxDocument rdf:about="https://e.example/doc#SPDXRef-DOCUMENT"><specVersion>SPDX-2.2</specVersion>
              <relationship><Relationship>
                <relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_describes"/>
                <relatedSpdxElement><Package rdf:about="https://e.example/doc#SPDXRef-a"><name>a</name>
                  <licenseConcluded><DisjunctiveLicenseSet>
                    <member rdf:resource="http://spdx.org/licenses/MIT"/>
                    <member rdf:resource="http://spdx.org/licenses/ISC"/>
                  </DisjunctiveLicenseSet></licenseConcluded></Package></relatedSpdxElement>
              </Relationship></relationship></SpdxDocument></rdf:RDF>"#;
        assert_eq!(recognise_rdf(text).as_deref(), Some("2.2"));
        let mut graph = Graph::default();
        graph.walk(&xml::parse(text.as_bytes()).unwrap(), None);
        let document = Value::Object(graph.document());
        assert_eq!(document.pointer("/packages/0/licenseConcluded"), Some(&"(MIT OR ISC)".into()));
        assert_eq!(document.pointer("/relationships/0/relationshipType"), Some(&"DESCRIBES".into()));
        assert_eq!(document.pointer("/relationships/0/spdxElementId"), Some(&"SPDXRef-DOCUMENT".into()));
        assert_eq!(screaming("dependsOn"), "DEPENDS_ON");
    }
}
