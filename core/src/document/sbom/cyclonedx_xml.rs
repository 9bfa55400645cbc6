//! CycloneDX XML, 1.0 to 1.7: turned into the shape of the JSON form, which is then read.

use serde_json::{Map, Value};

use crate::error::Error;
use crate::limits::Limits;

use super::super::json;
use super::super::statement::Content;
use super::super::xml::{self, Element};
use super::super::{Format, Kind, Recognise};
use super::cyclonedx::Bom;
use super::cyclonedx_json::RECORDS;

pub(crate) const FORMAT: Format =
    Format { name: "cyclonedx-xml", kind: Kind::Sbom, recognise: Recognise::Text(recognise), lines: false, read };

const NAMESPACE: &str = "cyclonedx.org/schema/bom/";

fn recognise(head: &str) -> Option<String> {
    let (name, attributes) = xml::root(head)?;
    let (_, after) = attributes.split_once(NAMESPACE).filter(|_| name == "bom")?;
    Some(after.split(['"', '\'']).next().unwrap_or_default().to_owned())
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let root = xml::parse(text)?;
    let mut tree = None;
    let bom: Bom<'_> = json::from_tree(object(&root), RECORDS, &mut tree, &mut content.skipped)?;
    bom.state(limits, content)
}

/// Elements that hold a list and nothing else.
fn is_list(name: &str) -> bool {
    matches!(
        name,
        "components"
            | "hashes"
            | "licenses"
            | "externalReferences"
            | "properties"
            | "dependencies"
            | "compositions"
            | "vulnerabilities"
            | "ratings"
            | "references"
            | "affects"
            | "lifecycles"
            | "authors"
            | "responses"
            | "services"
    )
}

/// Elements that may be repeated where they stand.
fn is_repeated(parent: &str, name: &str) -> bool {
    matches!((parent, name), ("supplier" | "manufacturer" | "manufacture" | "organization", "url" | "contact"))
}

fn object(element: &Element) -> Value {
    let mut members: Map<String, Value> =
        element.attributes.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
    for child in &element.children {
        let name = match child.name.as_str() {
            "responses" => "response",
            "Signature" => "signature",
            name => name,
        };
        let value = value(child);
        if is_repeated(&element.name, name) {
            if let Value::Array(list) = members.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
                list.push(value);
            }
        } else {
            // The first one counts, as a reader of the schema would take it.
            members.entry(name).or_insert(value);
        }
    }
    Value::Object(members)
}

fn value(element: &Element) -> Value {
    let name = element.name.as_str();
    if name == "tools" && element.child("components").is_none() && element.child("services").is_none() {
        return Value::Array(element.children.iter().map(object).collect());
    }
    if is_list(name) {
        return Value::Array(element.children.iter().map(|item| item_of(name, item)).collect());
    }
    if name == "score" {
        return element.text.trim().parse::<f64>().map_or(Value::Null, Value::from);
    }
    if element.children.is_empty() && (!element.text.trim().is_empty() || element.attributes.is_empty()) {
        let text = element.text.trim();
        return if text.is_empty() { Value::Null } else { text.into() };
    }
    object(element)
}

fn item_of(list: &str, item: &Element) -> Value {
    let text = || Value::from(item.text.trim());
    let pair = |key: &str, text_key: &str| {
        let mut members = Map::new();
        members.insert(key.to_owned(), item.attribute(key).map_or(Value::Null, Value::from));
        members.insert(text_key.to_owned(), text());
        Value::Object(members)
    };
    match (list, item.name.as_str()) {
        ("hashes", _) => pair("alg", "content"),
        ("properties", _) => pair("name", "value"),
        ("licenses", "expression") => pair("acknowledgement", "expression"),
        ("licenses", "license") => Value::Object(Map::from_iter([("license".to_owned(), object(item))])),
        ("responses", _) => text(),
        ("dependencies", "dependency") => edge(item),
        ("compositions", _) => composition(item),
        _ => object(item),
    }
}

/// `<dependency ref="a"><dependency ref="b"/></dependency>` → `{"ref": "a", "dependsOn": ["b"]}`.
fn edge(item: &Element) -> Value {
    let references = |name: &str| -> Value {
        let found = item.children.iter().filter(|c| c.name == name);
        found.filter_map(|c| c.attribute("ref")).map(Value::from).collect::<Vec<_>>().into()
    };
    let mut members = Map::new();
    members.insert("ref".to_owned(), item.attribute("ref").map_or(Value::Null, Value::from));
    members.insert("dependsOn".to_owned(), references("dependency"));
    members.insert("provides".to_owned(), references("provides"));
    Value::Object(members)
}

/// The lists of a composition hold references only.
fn composition(item: &Element) -> Value {
    let mut members = Map::new();
    members.insert("aggregate".to_owned(), item.text_of("aggregate").map_or(Value::Null, Value::from));
    for name in ["assemblies", "dependencies"] {
        let list = item.child(name).map(|l| &l.children).into_iter().flatten();
        let references: Vec<Value> = list.filter_map(|c| c.attribute("ref")).map(Value::from).collect();
        members.insert(name.to_owned(), references.into());
    }
    Value::Object(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_json_shape_comes_out() {
        let text = r#"<?xml version="1.0"?>
            <b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.5" version="2" serialNumber="urn:uuid:1">
              <b:metadata><b:tools><b:tool><b:name>syft</b:name></b:tool></b:tools></b:metadata>
              <b:components><b:component type="library" bom-ref="a"><b:name>left &amp; right</b:name>
                <b:hashes><b:hash alg="SHA-1">ff</b:hash></b:hashes>
                <b:licenses><b:license><b:id>MIT</b:id></b:license><b:expression>MIT OR ISC</b:expression></b:licenses>
              </b:component></b:components>
              <b:dependencies><b:dependency ref="a"><b:dependency ref="b"/></b:dependency></b:dependencies>
              <b:compositions><b:composition><b:aggregate>complete</b:aggregate>
                <b:assemblies><b:assembly ref="a"/></b:assemblies></b:composition></b:compositions>
            </b:bom>"#;
        assert_eq!(recognise(text).as_deref(), Some("1.5"));
        let value = object(&xml::parse(text.as_bytes()).unwrap());
        let at = |pointer: &str| value.pointer(pointer).cloned().unwrap_or_default();
        assert_eq!(at("/metadata/tools/0/name"), "syft");
        assert_eq!(at("/components/0/name"), "left & right");
        assert_eq!(at("/components/0/hashes/0"), serde_json::json!({"alg": "SHA-1", "content": "ff"}));
        assert_eq!(at("/components/0/licenses/0/license/id"), "MIT");
        assert_eq!(at("/components/0/licenses/1/expression"), "MIT OR ISC");
        assert_eq!(at("/dependencies/0/dependsOn/0"), "b");
        assert_eq!(at("/compositions/0/assemblies/0"), "a");
        assert_eq!(at("/version"), "2");
    }
}
