//! BOM-Links of VEX statements (CycloneDX, "BOM-Link": `urn:cdx:serial/version#bom-ref`) become the components that they
//! point to, where the dossier holds the document.

use std::collections::HashMap;

use crate::document::Document;
use crate::document::statement::{ComponentStatement, VexProduct};
use crate::model::Text;

use super::identity::sbom_of;

/// What a link needs to know about a document: the name of its subject, and a name for each of its components.
struct Linked {
    primary: Option<Text>,
    components: HashMap<Text, Text>,
}

/// Replaces every BOM-Link that can be resolved.
pub(super) fn resolve(documents: &mut [Document]) {
    let is_link = |id: &Text| id.starts_with("urn:cdx:");
    let products = |d: &Document| -> bool {
        let vex = d.content.as_ref().ok().and_then(|c| c.vex.as_ref());
        vex.into_iter().flat_map(|v| &v.statements).flat_map(|s| &s.products).any(|p| p.ids.iter().any(is_link))
    };
    if !documents.iter().any(products) {
        return;
    }
    let linked: HashMap<Text, Linked> = documents.iter().filter_map(target).collect();
    let statements = documents.iter_mut().filter_map(|d| d.content.as_mut().ok()?.vex.as_mut());
    for product in statements.flat_map(|v| &mut v.statements).flat_map(|s| &mut s.products) {
        if let Some(resolved) = product.ids.iter().filter(|id| is_link(id)).find_map(|id| follow(id, &linked)) {
            product.ids = resolved.ids;
            product.parts = resolved.parts;
        }
    }
}

fn target(document: &Document) -> Option<(Text, Linked)> {
    let sbom = sbom_of(document)?;
    let uri = sbom.uri.clone().filter(|uri| uri.starts_with("urn:cdx:"))?;
    let name = |c: &ComponentStatement| c.purl.clone().unwrap_or_else(|| c.name.clone());
    let primary = sbom.primary.and_then(|i| sbom.components.get(i)).map(name);
    let components = sbom.components.iter().map(|c| (c.local.clone(), name(c))).collect();
    Some((uri, Linked { primary, components }))
}

/// The product behind a link: the subject of the document, or a part of it.
fn follow(link: &str, linked: &HashMap<Text, Linked>) -> Option<VexProduct> {
    let (uri, local) = link.split_once('#').map_or((link, None), |(uri, local)| (uri, Some(local)));
    let document = linked.get(uri)?;
    let Some(local) = local else {
        return Some(VexProduct { ids: vec![document.primary.clone()?], ..VexProduct::default() });
    };
    // A fragment is percent-encoded where the reference holds what a URN may not.
    let decoded = || percent_decoded(local).map(Text::from);
    let component =
        document.components.get(local).cloned().or_else(|| document.components.get(&decoded()?).cloned())?;
    Some(match document.primary.clone().filter(|p| *p != component) {
        Some(primary) => VexProduct { ids: vec![primary], parts: vec![component], ..VexProduct::default() },
        None => VexProduct { ids: vec![component], ..VexProduct::default() },
    })
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            out.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}
