//! SPDX 3.0 JSON-LD: the graph is turned into the shape of the SPDX 2 JSON form, which is then read.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::error::{Error, Fault};
use crate::limits::Limits;

use super::super::detect::Outline;
use super::super::json::{parse_tree, refusal};
use super::super::statement::{Content, Tool};
use super::super::{Format, Kind, Recognise};
use super::spdx2_other::state;

pub(crate) const FORMAT: Format =
    Format { name: "spdx3-jsonld", kind: Kind::Sbom, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let context = outline.get("@context")?;
    let url = match context {
        Outline::Text(url) => url,
        Outline::Array(Some(first)) => match &**first {
            Outline::Text(url) => url,
            _ => return None,
        },
        _ => return None,
    };
    let (_, tail) = url.split_once("spdx.org/rdf/")?;
    let version = tail.split('/').next().filter(|v| v.starts_with('3'))?;
    Some(version.to_owned())
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let tree = parse_tree(text).map_err(|error| refusal(&error))?;
    let elements = match tree {
        Value::Object(mut document) => match document.remove("@graph") {
            Some(Value::Array(elements)) => elements,
            None => vec![Value::Object(document)],
            Some(_) => {
                let fault = Fault::new("`@graph` is not a list", "fix the producer of the document");
                return Err(Error::UnreadableDocument(fault.at("/@graph")));
            }
        },
        _ => Vec::new(),
    };
    if elements.len() > limits.records {
        let reason = format!("there are more than {} elements", limits.records);
        return Err(Error::LimitExceeded(Fault::new(reason, "split the document, or raise the limit `records`")));
    }
    let mut graph = Graph { elements: Vec::new(), by_id: HashMap::new() };
    for (i, element) in elements.iter().enumerate() {
        if let Value::Object(element) = element {
            graph.by_id.extend(id(element).map(|id| (id, graph.elements.len())));
            graph.elements.push(element);
        } else {
            content.skipped.note(format!("/@graph/{i}"), "an element that is not an object".into());
        }
    }
    let document = graph.document(content);
    state(document, limits, content)
}

type Element = Map<String, Value>;

fn id(element: &Element) -> Option<&str> {
    element.get("spdxId").or(element.get("@id")).and_then(Value::as_str)
}

/// The class, by the compact names of the context and without their profile.
fn class(element: &Element) -> &str {
    let name = element.get("type").or(element.get("@type")).and_then(Value::as_str).unwrap_or_default();
    name.rsplit(['_', '/']).next().unwrap_or(name)
}

fn text<'a>(element: &'a Element, key: &str) -> Option<&'a str> {
    element.get(key).and_then(Value::as_str).filter(|t| !t.is_empty())
}

/// The elements of a list, or the one element that stands for itself.
fn list<'a>(element: &'a Element, key: &str) -> &'a [Value] {
    match element.get(key) {
        Some(Value::Array(list)) => list,
        Some(value @ (Value::String(_) | Value::Object(_))) => std::slice::from_ref(value),
        _ => &[],
    }
}

struct Graph<'a> {
    elements: Vec<&'a Element>,
    by_id: HashMap<&'a str, usize>,
}

impl<'a> Graph<'a> {
    /// An element that is named, or stands where it is used.
    fn resolve(&self, value: &'a Value) -> Option<&'a Element> {
        match value {
            Value::Object(element) => Some(element),
            Value::String(id) => self.by_id.get(id.as_str()).and_then(|i| self.elements.get(*i)).copied(),
            _ => None,
        }
    }

    fn of_class(&self, name: &str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().copied().filter(move |e| class(e) == name)
    }

    fn document(&self, content: &mut Content) -> Value {
        let document = self.of_class("SpdxDocument").next();
        let document_id = document.and_then(id).unwrap_or("SPDXRef-DOCUMENT");
        let creation = document.and_then(|d| d.get("creationInfo")).and_then(|c| self.resolve(c));
        let creation = creation.or_else(|| self.of_class("CreationInfo").next());
        let licenses = self.licenses();
        let packages: Vec<Value> = self.of_class("Package").map(|p| self.package(p, &licenses)).collect();
        let files: Vec<Value> = self.of_class("File").map(|f| self.file(f, &licenses)).collect();
        let bom = self.of_class("Sbom").chain(self.of_class("Bom")).next();
        json!({
            "SPDXID": document_id,
            "documentNamespace": document_id.contains(':').then_some(document_id),
            "creationInfo": creation.map(|c| self.creation(c, bom, content)),
            "documentDescribes": Self::roots(document, bom),
            "packages": packages,
            "files": files,
            "relationships": self.relationships(document_id),
        })
    }

    /// The root of the document is the bill of materials, whose root is what it is about.
    fn roots(document: Option<&'a Element>, bom: Option<&'a Element>) -> Vec<&'a str> {
        let of = |element: Option<&'a Element>| element.map(|e| list(e, "rootElement")).unwrap_or_default();
        let ids = of(bom).iter().chain(of(document)).filter_map(|v| match v {
            Value::String(id) => Some(id.as_str()),
            Value::Object(element) => id(element),
            _ => None,
        });
        ids.collect()
    }

    fn creation(&self, creation: &'a Element, bom: Option<&'a Element>, content: &mut Content) -> Value {
        let mut creators = Vec::new();
        for agent in list(creation, "createdBy").iter().filter_map(|v| self.resolve(v)) {
            creators.extend(party(agent));
        }
        for tool in list(creation, "createdUsing").iter().filter_map(|v| self.resolve(v)) {
            let name = text(tool, "name").unwrap_or_default();
            // Some producers keep the prefix, and the version behind the name, of SPDX 2.
            match name.strip_prefix("Tool: ") {
                Some(_) => creators.push(name.to_owned()),
                None => content.tools.push(Tool::new(name, None)),
            }
        }
        let kinds = bom.map(|b| list(b, "software_sbomType")).unwrap_or_default();
        let kinds: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
        let comment = Some(kinds.join(" ")).filter(|c| !c.is_empty());
        json!({"created": text(creation, "created"), "creators": creators, "comment": comment})
    }

    /// For each element the expressions of its concluded and its declared licenses.
    fn licenses(&self) -> HashMap<(&'a str, &'static str), String> {
        let mut out = HashMap::new();
        for relationship in self.elements.iter().copied() {
            let kind = match text(relationship, "relationshipType").unwrap_or_default() {
                "hasConcludedLicense" | "HAS_CONCLUDED_LICENSE" => "concluded",
                "hasDeclaredLicense" | "HAS_DECLARED_LICENSE" => "declared",
                _ => continue,
            };
            let Some(from) = text(relationship, "from") else { continue };
            let found: Vec<String> = list(relationship, "to").iter().filter_map(|v| self.expression(v, 0)).collect();
            if let Some(expression) = joined(found, " AND ") {
                out.insert((from, kind), expression);
            }
        }
        out
    }

    /// A license element as an expression.
    fn expression(&self, value: &'a Value, depth: usize) -> Option<String> {
        if depth > 16 {
            return None;
        }
        let Some(element) = self.resolve(value) else {
            // Individuals of the model and licenses of the list have well-known names.
            let last = value.as_str()?.rsplit(['/', '#']).next()?;
            return Some(match last {
                "NoAssertionLicense" | "NoAssertion" => "NOASSERTION".to_owned(),
                "NoneLicense" | "None" => "NONE".to_owned(),
                other => other.to_owned(),
            });
        };
        let inner = |key: &str| -> Vec<String> {
            list(element, key).iter().filter_map(|v| self.expression(v, depth.saturating_add(1))).collect()
        };
        match class(element) {
            "LicenseExpression" => text(element, "simplelicensing_licenseExpression").map(str::to_owned),
            "ConjunctiveLicenseSet" => joined(inner("expandedlicensing_member"), " AND "),
            "DisjunctiveLicenseSet" => joined(inner("expandedlicensing_member"), " OR "),
            "OrLaterOperator" => {
                inner("expandedlicensing_subjectLicense").into_iter().next().map(|license| format!("{license}+"))
            }
            "WithAdditionOperator" => {
                let license = inner("expandedlicensing_subjectExtendableLicense").into_iter().next()?;
                let addition = inner("expandedlicensing_subjectAddition").into_iter().next()?;
                Some(format!("{license} WITH {addition}"))
            }
            "ListedLicense" | "ListedLicenseException" => {
                id(element).and_then(|id| id.rsplit(['/', '#']).next()).map(str::to_owned)
            }
            _ => text(element, "name").map(str::to_owned),
        }
    }

    fn package(&self, element: &'a Element, licenses: &HashMap<(&str, &'static str), String>) -> Value {
        let own = id(element).unwrap_or_default();
        let agent = |key: &str| list(element, key).first().and_then(|v| self.resolve(v)).and_then(party);
        let mut references = Vec::new();
        if let Some(purl) = text(element, "software_packageUrl") {
            references.push(json!({"referenceType": "purl", "referenceLocator": purl}));
        }
        let identifiers = list(element, "externalIdentifier").iter().chain(list(element, "externalIdentifiers"));
        for identifier in identifiers.filter_map(|v| self.resolve(v)) {
            let kind = match text(identifier, "externalIdentifierType").unwrap_or_default() {
                "packageUrl" | "packageURL" | "purl" => "purl",
                "cpe23" => "cpe23Type",
                "cpe22" => "cpe22Type",
                "swid" => "swid",
                _ => continue,
            };
            if let Some(locator) = text(identifier, "identifier") {
                references.push(json!({"referenceType": kind, "referenceLocator": locator}));
            }
        }
        let purpose = text(element, "software_primaryPurpose").map(|p| p.replace('_', "-").to_ascii_uppercase());
        json!({
            "SPDXID": own,
            "name": text(element, "name"),
            "versionInfo": text(element, "software_packageVersion"),
            "supplier": agent("suppliedBy"),
            "originator": agent("originatedBy"),
            "downloadLocation": text(element, "software_downloadLocation"),
            "licenseConcluded": licenses.get(&(own, "concluded")),
            "licenseDeclared": licenses.get(&(own, "declared")),
            "copyrightText": text(element, "software_copyrightText"),
            "checksums": self.checksums(element),
            "externalRefs": references,
            "primaryPackagePurpose": purpose,
            "validUntilDate": text(element, "validUntilTime"),
        })
    }

    fn file(&self, element: &'a Element, licenses: &HashMap<(&str, &'static str), String>) -> Value {
        let own = id(element).unwrap_or_default();
        json!({
            "SPDXID": own,
            "fileName": text(element, "name"),
            "licenseConcluded": licenses.get(&(own, "concluded")),
            "checksums": self.checksums(element),
        })
    }

    fn checksums(&self, element: &'a Element) -> Vec<Value> {
        let hashes = list(element, "verifiedUsing").iter().filter_map(|v| self.resolve(v));
        // A verification code covers a set of files, not the package as one file.
        let hashes = hashes.filter(|h| class(h) != "PackageVerificationCode");
        hashes
            .filter_map(|h| Some(json!({"algorithm": text(h, "algorithm")?, "checksumValue": text(h, "hashValue")?})))
            .collect()
    }

    fn relationships(&self, document: &str) -> Vec<Value> {
        let mut out = Vec::new();
        for relationship in self.elements.iter().copied() {
            let Some(kind) = text(relationship, "relationshipType") else { continue };
            let Some(from) = text(relationship, "from") else { continue };
            let scope = text(relationship, "scope").unwrap_or_default();
            let development = matches!(scope, "development" | "build" | "test" | "design");
            for target in list(relationship, "to") {
                let to = match target {
                    Value::String(to) => to.as_str(),
                    Value::Object(element) => id(element).unwrap_or_default(),
                    _ => continue,
                };
                let to = match to.rsplit(['/', '#']).next() {
                    Some("NoneElement") => "NONE",
                    Some("NoAssertionElement") => "NOASSERTION",
                    _ => to,
                };
                let (from, kind, to) = match kind {
                    "describes" | "DESCRIBES" => {
                        (if from == "SPDXRef-DOCUMENT" { document } else { from }, "DESCRIBES", to)
                    }
                    "dependsOn" | "DEPENDS_ON" | "hasPrerequisite" if development => (to, "DEV_DEPENDENCY_OF", from),
                    "dependsOn" | "DEPENDS_ON" => (from, "DEPENDS_ON", to),
                    "hasPrerequisite" => (from, "HAS_PREREQUISITE", to),
                    "hasDynamicLink" => (from, "DYNAMIC_LINK", to),
                    "hasStaticLink" => (from, "STATIC_LINK", to),
                    "hasOptionalDependency" | "hasOptionalComponent" => (to, "OPTIONAL_DEPENDENCY_OF", from),
                    "hasProvidedDependency" => (to, "PROVIDED_DEPENDENCY_OF", from),
                    "contains" | "CONTAINS" => (from, "CONTAINS", to),
                    _ => continue,
                };
                out.push(json!({"spdxElementId": from, "relationshipType": kind, "relatedSpdxElement": to}));
            }
        }
        out
    }
}

fn joined(mut parts: Vec<String>, operator: &str) -> Option<String> {
    if parts.len() < 2 {
        return parts.pop();
    }
    let parts: Vec<String> = parts.into_iter().map(|p| if p.contains(' ') { format!("({p})") } else { p }).collect();
    Some(parts.join(operator))
}

/// An agent in the spelling of SPDX 2: `Organization: Acme (mail)`.
fn party(agent: &Element) -> Option<String> {
    let name = text(agent, "name")?;
    if name == "NOASSERTION" || name.starts_with("Organization: ") || name.starts_with("Person: ") {
        return Some(name.to_owned());
    }
    let kind = match class(agent) {
        "Person" => "Person",
        "Tool" | "SoftwareAgent" => "Tool",
        _ => "Organization",
    };
    let identifiers = list(agent, "externalIdentifier").iter().chain(list(agent, "externalIdentifiers"));
    let mut mails =
        identifiers.filter_map(Value::as_object).filter(|i| text(i, "externalIdentifierType") == Some("email"));
    let mail = mails.find_map(|i| text(i, "identifier")).unwrap_or_default();
    Some(format!("{kind}: {name} ({mail})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_is_read_by_its_classes_and_relationships() {
        let text = json!({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
            {"type": "CreationInfo", "@id": "_:c", "created": "2024-01-01T00:00:00Z", "createdBy": ["x:p"]},
            {"type": "Person", "spdxId": "x:p", "name": "Ann",
             "externalIdentifier": [{"externalIdentifierType": "email", "identifier": "a@e.example"}]},
            {"type": "SpdxDocument", "spdxId": "x:d", "creationInfo": "_:c", "rootElement": ["x:b"]},
            {"type": "software_Sbom", "spdxId": "x:b", "rootElement": ["x:a"], "software_sbomType": ["build"]},
            {"type": "software_Package", "spdxId": "x:a", "name": "a", "software_packageVersion": "1",
             "software_packageUrl": "pkg:npm/a@1"},
            {"type": "software_Package", "spdxId": "x:l", "name": "l", "software_packageVersion": "2"},
            {"type": "simplelicensing_LicenseExpression", "spdxId": "x:e",
             "simplelicensing_licenseExpression": "MIT OR ISC"},
            {"type": "Relationship", "from": "x:a", "to": ["x:e"], "relationshipType": "hasDeclaredLicense"},
            {"type": "LifecycleScopedRelationship", "from": "x:a", "to": ["x:l"], "scope": "test",
             "relationshipType": "dependsOn"},
        ]});
        let mut content = Content::default();
        read(text.to_string().as_bytes(), &Limits::default(), &mut content).unwrap();
        let sbom = content.sbom.unwrap();
        let primary = sbom.primary.and_then(|i| sbom.components.get(i)).unwrap();
        assert_eq!((primary.name.as_str(), primary.purl.as_deref()), ("a", Some("pkg:npm/a@1")));
        assert_eq!(primary.licenses.first().map(|l| l.text.as_str()), Some("MIT OR ISC"));
        assert_eq!(sbom.generation_context, ["build"]);
        assert_eq!(sbom.authors.first().and_then(|a| a.email.as_deref()), Some("a@e.example"));
        let edge = sbom.relations.first().unwrap();
        assert_eq!((edge.from.as_str(), edge.to.as_str()), ("x:a", "x:l"));
        assert_eq!(edge.kind, super::super::super::statement::RelationKind::DevDependsOn);
    }
}
