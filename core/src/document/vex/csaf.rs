//! CSAF 2.0 and 2.1: VEX documents and advisories, which state the status of products too.

use std::collections::HashMap;

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::vex::Status;
use crate::model::{Digest, Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Records, Str};
use super::super::statement::{Content, Tool, Vex, VexProduct, VexStatement};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "csaf", kind: Kind::Vex, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let document = outline.get("document")?;
    document.text("csaf_version").map(str::to_owned)
}

const RECORDS: &[Records] = &[(&["vulnerabilities"], |v| Vulnerability::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let csaf: Csaf<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    let tracking = &csaf.document.tracking;
    let time = tracking.current_release_date.as_deref().and_then(Timestamp::read);
    let mut vex = Vex {
        author: csaf.document.publisher.as_ref().and_then(|p| p.name.as_ref()).map(Str::text),
        is_final: tracking.status.as_deref() == Some("final"),
        statements: Vec::new(),
    };
    let products = csaf.product_tree.as_ref().map(ProductTree::products).unwrap_or_default();
    for (i, vulnerability) in csaf.vulnerabilities.iter().enumerate() {
        let place = format!("/vulnerabilities/{i}");
        if let Some(reason) = vulnerability.state(&place, time, &csaf, &products, &mut vex.statements) {
            content.skipped.note(place, reason);
        }
        if vex.statements.len() > limits.records {
            let reason = format!("there are more than {} statements", limits.records);
            return Err(Error::LimitExceeded(Fault::new(reason, "split the document, or raise the limit `records`")));
        }
    }
    let engine = tracking.generator.as_ref().and_then(|g| g.engine.as_ref());
    content.tools.extend(engine.map(|e| Tool::new(&e.name, e.version.as_deref())));
    content.produced_at = time;
    content.vex = Some(vex);
    Ok(())
}

/// What can be said about one status, one justification and one impact: products that share them share a statement.
type Said = (Status, Option<Text>, bool, Option<Text>);

impl Vulnerability<'_> {
    fn state(
        &self,
        place: &str,
        time: Option<Timestamp>,
        csaf: &Csaf<'_>,
        products: &HashMap<&str, VexProduct>,
        out: &mut Vec<VexStatement>,
    ) -> Option<String> {
        let ids = self.ids.iter().map(|i| i.text.text());
        let mut ids = self.cve.as_ref().map(Str::text).into_iter().chain(ids);
        let Some(id) = ids.next() else { return Some("the vulnerability has neither a CVE nor another id".to_owned()) };
        let aliases: Vec<Text> = ids.collect();
        let groups = csaf.product_tree.as_ref().map(ProductTree::groups).unwrap_or_default();
        let covers = |ids: &List<Str<'_>>, of: &List<Str<'_>>, product: &str| {
            ids.iter().any(|p| &**p == product)
                || of.iter().filter_map(|g| groups.get(&**g)).any(|members| members.contains(&product))
        };
        let mut gathered: Vec<(Said, Vec<VexProduct>)> = Vec::new();
        let mut at: HashMap<Said, usize> = HashMap::new();
        for (word, ids) in self.product_status.iter() {
            // `recommended` names a version to move to; it states no status.
            let Some(status) = Status::from_name(word) else { continue };
            for product in ids {
                let flag = self.flags.iter().find(|f| covers(&f.product_ids, &f.group_ids, product));
                let impact = self.threats.iter().any(|t| {
                    let everywhere = t.product_ids.is_empty() && t.group_ids.is_empty();
                    t.category.as_deref() == Some("impact")
                        && t.details.as_deref().is_some_and(|d| !d.trim().is_empty())
                        && (everywhere || covers(&t.product_ids, &t.group_ids, product))
                });
                let remedy = self.remediations.iter().find(|r| covers(&r.product_ids, &r.group_ids, product));
                let said: Said = (
                    status,
                    flag.and_then(|f| f.label.as_ref()).map(Str::text),
                    impact && status == Status::NotAffected,
                    remedy.and_then(|r| r.details.as_ref()).map(|d| d.chars().take(200).collect::<String>().into()),
                );
                // A product that the tree does not describe is known by its id alone, which names nothing outside.
                let known = products
                    .get(&**product)
                    .cloned()
                    .unwrap_or_else(|| VexProduct { ids: vec![product.text()], ..VexProduct::default() });
                let slot = *at.entry(said.clone()).or_insert_with(|| {
                    gathered.push((said, Vec::new()));
                    gathered.len().saturating_sub(1)
                });
                if let Some((_, list)) = gathered.get_mut(slot) {
                    list.push(known);
                }
            }
        }
        for (number, ((status, justification, impact, action), products)) in gathered.into_iter().enumerate() {
            out.push(VexStatement {
                place: format!("{place}/product_status#{number}").into(),
                vulnerability: id.clone(),
                aliases: aliases.clone(),
                status,
                justification,
                impact,
                action,
                timestamp: time,
                products,
            });
        }
        None
    }
}

impl ProductTree<'_> {
    /// Every product by its id, with what identifies it outside of this document.
    fn products(&self) -> HashMap<&str, VexProduct> {
        let mut out: HashMap<&str, VexProduct> = HashMap::new();
        for product in &self.full_product_names {
            out.insert(&product.product_id, product.identity());
        }
        // The nesting of branches is bounded by the JSON reader.
        let mut open: Vec<&Branch<'_>> = self.branches.iter().collect();
        while let Some(branch) = open.pop() {
            if let Some(product) = &branch.product {
                out.insert(&product.product_id, product.identity());
            }
            open.extend(branch.branches.iter());
        }
        // Relationships may refer to relationships that come later; a few rounds resolve what is resolvable.
        for _ in 0..4 {
            for relationship in &self.relationships {
                let part = out.get(&*relationship.product_reference).cloned();
                let whole = out.get(&*relationship.relates_to).cloned();
                let own = relationship.full_product_name.identity();
                if let (Some(part), Some(whole)) = (part, whole) {
                    let mut parts = part.ids;
                    parts.extend(own.ids);
                    let combined = VexProduct { parts, ..whole };
                    out.insert(&relationship.full_product_name.product_id, combined);
                }
            }
        }
        out
    }

    fn groups(&self) -> HashMap<&str, Vec<&str>> {
        let groups = self.product_groups.iter();
        groups.map(|g| (&*g.group_id, g.product_ids.iter().map(|p| &**p).collect())).collect()
    }
}

impl Product<'_> {
    fn identity(&self) -> VexProduct {
        let Some(helper) = &self.helper else {
            return VexProduct { ids: vec![self.name.text()], ..VexProduct::default() };
        };
        let mut ids: Vec<Text> =
            helper.purl.iter().chain(&helper.purls).chain(helper.cpe.as_ref()).map(Str::text).collect();
        if ids.is_empty() {
            ids.push(self.name.text());
        }
        let sums = helper.hashes.iter().flat_map(|h| &h.file_hashes);
        let hashes = sums.filter_map(|h| Digest::new(&h.algorithm, &h.value)).collect();
        VexProduct { ids, hashes, ..VexProduct::default() }
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Csaf<'a> {
    #[serde(borrow)]
    document: Document<'a>,
    #[serde(borrow)]
    product_tree: Option<ProductTree<'a>>,
    #[serde(borrow, default)]
    vulnerabilities: List<Vulnerability<'a>>,
}

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    publisher: Option<Publisher<'a>>,
    #[serde(borrow, default)]
    tracking: Tracking<'a>,
}

#[derive(Deserialize)]
struct Publisher<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
}

#[derive(Deserialize, Default)]
struct Tracking<'a> {
    #[serde(borrow)]
    status: Option<Str<'a>>,
    #[serde(borrow)]
    current_release_date: Option<Str<'a>>,
    #[serde(borrow)]
    generator: Option<Generator<'a>>,
}

#[derive(Deserialize)]
struct Generator<'a> {
    #[serde(borrow)]
    engine: Option<Engine<'a>>,
}

#[derive(Deserialize)]
struct Engine<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct ProductTree<'a> {
    #[serde(borrow, default)]
    branches: List<Branch<'a>>,
    #[serde(borrow, default)]
    full_product_names: List<Product<'a>>,
    #[serde(borrow, default)]
    relationships: List<Relationship<'a>>,
    #[serde(borrow, default)]
    product_groups: List<Group<'a>>,
}

#[derive(Deserialize)]
struct Branch<'a> {
    #[serde(borrow, default)]
    branches: List<Branch<'a>>,
    #[serde(borrow)]
    product: Option<Product<'a>>,
}

#[derive(Deserialize)]
struct Product<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    product_id: Str<'a>,
    #[serde(borrow, rename = "product_identification_helper")]
    helper: Option<Helper<'a>>,
}

#[derive(Deserialize)]
struct Helper<'a> {
    #[serde(borrow)]
    purl: Option<Str<'a>>,
    /// 2.1.
    #[serde(borrow, default)]
    purls: List<Str<'a>>,
    #[serde(borrow)]
    cpe: Option<Str<'a>>,
    #[serde(borrow, default)]
    hashes: List<Hashes<'a>>,
}

#[derive(Deserialize)]
struct Hashes<'a> {
    #[serde(borrow, default)]
    file_hashes: List<FileHash<'a>>,
}

#[derive(Deserialize)]
struct FileHash<'a> {
    #[serde(borrow)]
    algorithm: Str<'a>,
    #[serde(borrow)]
    value: Str<'a>,
}

#[derive(Deserialize)]
struct Relationship<'a> {
    #[serde(borrow)]
    full_product_name: Product<'a>,
    #[serde(borrow)]
    product_reference: Str<'a>,
    #[serde(borrow, rename = "relates_to_product_reference")]
    relates_to: Str<'a>,
}

#[derive(Deserialize)]
struct Group<'a> {
    #[serde(borrow)]
    group_id: Str<'a>,
    #[serde(borrow, default)]
    product_ids: List<Str<'a>>,
}

#[derive(Deserialize)]
struct Vulnerability<'a> {
    #[serde(borrow)]
    cve: Option<Str<'a>>,
    #[serde(borrow, default)]
    ids: List<OtherId<'a>>,
    #[serde(borrow, default)]
    product_status: Pairs<'a, List<Str<'a>>>,
    #[serde(borrow, default)]
    flags: List<Flag<'a>>,
    #[serde(borrow, default)]
    threats: List<Remark<'a>>,
    #[serde(borrow, default)]
    remediations: List<Remark<'a>>,
}

#[derive(Deserialize)]
struct OtherId<'a> {
    #[serde(borrow)]
    text: Str<'a>,
}

#[derive(Deserialize)]
struct Flag<'a> {
    #[serde(borrow)]
    label: Option<Str<'a>>,
    #[serde(borrow, default)]
    product_ids: List<Str<'a>>,
    #[serde(borrow, default)]
    group_ids: List<Str<'a>>,
}

#[derive(Deserialize)]
struct Remark<'a> {
    #[serde(borrow)]
    category: Option<Str<'a>>,
    #[serde(borrow)]
    details: Option<Str<'a>>,
    #[serde(borrow, default)]
    product_ids: List<Str<'a>>,
    #[serde(borrow, default)]
    group_ids: List<Str<'a>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_take_their_flags_and_relationships() {
        let text = r#"{"document": {"csaf_version": "2.0", "tracking": {"status": "final",
              "current_release_date": "2024-01-01T00:00:00Z"}},
            "product_tree": {"branches": [{"branches": [
                {"product": {"name": "App", "product_id": "A", "product_identification_helper": {"purl": "pkg:oci/app"}}},
                {"product": {"name": "Lib", "product_id": "L", "product_identification_helper": {"purl": "pkg:npm/l@1"}}}]}],
              "relationships": [{"category": "default_component_of", "product_reference": "L",
                "relates_to_product_reference": "A", "full_product_name": {"name": "Lib in App", "product_id": "A:L"}}]},
            "vulnerabilities": [{"cve": "CVE-2024-1", "product_status": {"known_not_affected": ["A:L"], "recommended": ["A"]},
              "flags": [{"label": "component_not_present", "product_ids": ["A:L"]}]}]}"#;
        let mut content = Content::default();
        read(text.as_bytes(), &Limits::default(), &mut content).unwrap();
        let vex = content.vex.unwrap();
        assert!(vex.is_final);
        let [statement] = vex.statements.as_slice() else { panic!("{:?}", vex.statements) };
        assert_eq!(
            (statement.status, statement.justification.as_deref()),
            (Status::NotAffected, Some("component_not_present"))
        );
        let product = statement.products.first().unwrap();
        assert_eq!(product.ids, ["pkg:oci/app"]);
        assert!(product.parts.iter().any(|p| p == "pkg:npm/l@1"));
    }
}
