//! Which statements mean the same component: by package URL, then by name and version.

use std::collections::HashMap;

use crate::document::Document;
use crate::document::statement::{ComponentKind, ComponentStatement, PackageStatement, Sbom};
use crate::model::{Purl, Text};

/// A component and every statement about it.
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) key: Text,
    pub(super) purl: Option<Purl>,
    pub(super) kind: ComponentKind,
    pub(super) primary: bool,
    /// Document and place in its list of components.
    pub(super) statements: Vec<(usize, usize)>,
}

/// All components of a dossier, each once.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) components: Vec<Merged>,
    /// For each document, for each of its components: its place in `components`, and whether its purl is valid.
    of_document: Vec<Vec<(usize, bool)>>,
    by_key: HashMap<Text, usize>,
    by_name: HashMap<(Text, Text), Option<usize>>,
    by_package: HashMap<Text, Vec<usize>>,
}

/// The bill of materials of a document.
pub(super) fn sbom_of(document: &Document) -> Option<&Sbom> {
    document.content.as_ref().ok().and_then(|c| c.sbom.as_ref())
}

impl Table {
    /// Unites the components of all documents.
    pub(super) fn of(documents: &[Document]) -> Self {
        let mut table = Self { of_document: vec![Vec::new(); documents.len()], ..Self::default() };
        let total = documents.iter().filter_map(sbom_of).map(|s| s.components.len()).sum();
        table.components.reserve(total);
        table.by_key.reserve(total);
        // Package URLs first: what has only a name joins what has both.
        for with_purl in [true, false] {
            for (d, sbom) in documents.iter().enumerate().filter_map(|(d, doc)| Some((d, sbom_of(doc)?))) {
                for (c, statement) in sbom.components.iter().enumerate() {
                    let purl = statement.purl.as_ref().and_then(|p| p.parse::<Purl>().ok());
                    if purl.is_some() == with_purl {
                        let primary = sbom.primary == Some(c);
                        let place = table.place(statement, purl, primary);
                        table.note((place, with_purl), d, c, sbom.components.len());
                    }
                }
            }
        }
        table
    }

    fn note(&mut self, slot: (usize, bool), document: usize, component: usize, total: usize) {
        if let Some(merged) = self.components.get_mut(slot.0) {
            merged.statements.push((document, component));
        }
        if let Some(places) = self.of_document.get_mut(document) {
            if places.is_empty() {
                places.resize(total, (usize::MAX, false));
            }
            if let Some(place) = places.get_mut(component) {
                *place = slot;
            }
        }
    }

    fn place(&mut self, statement: &ComponentStatement, purl: Option<Purl>, primary: bool) -> usize {
        let version = statement.version.text();
        let name_version = version.map(|v| (statement.name.clone(), v.clone()));
        let key = if let Some(purl) = &purl {
            purl.key()
        } else {
            let joined = name_version.as_ref().and_then(|nv| self.by_name.get(nv)).copied().flatten();
            if let Some(place) = joined.filter(|_| statement.kind != ComponentKind::File) {
                self.refine(place, statement, primary);
                return place;
            }
            self.plain_key(statement, primary)
        };
        if let Some(&place) = self.by_key.get(&key) {
            self.refine(place, statement, primary);
            return place;
        }
        let place = self.components.len();
        self.by_key.insert(key.clone(), place);
        if let Some(name_version) = name_version {
            // Two packages of one name and version (an npm and a PyPI one) cannot take in a third without a purl.
            self.by_name.entry(name_version).and_modify(|p| *p = None).or_insert(Some(place));
        }
        if let Some(purl) = &purl {
            self.by_package.entry(purl.package().into()).or_default().push(place);
        }
        self.components.push(Merged { key, purl, kind: statement.kind, primary, statements: Vec::new() });
        place
    }

    /// A later statement may know better what a component is.
    fn refine(&mut self, place: usize, statement: &ComponentStatement, primary: bool) {
        if let Some(merged) = self.components.get_mut(place) {
            merged.primary |= primary;
            if merged.kind == ComponentKind::Library {
                merged.kind = statement.kind;
            }
        }
    }

    /// The key of a component without a package URL. Without a version nothing says that two are one.
    fn plain_key(&self, statement: &ComponentStatement, primary: bool) -> Text {
        let kind = match statement.kind {
            _ if primary => "primary",
            ComponentKind::File => "file",
            _ => "component",
        };
        if let Some(version) = statement.version.text() {
            return format!("{kind}:{}@{version}", statement.name).into();
        }
        let hash = statement.hashes.first().map(|h| h.value().get(..16).unwrap_or_default());
        let base = match hash {
            Some(hash) => format!("{kind}:{}#{hash}", statement.name),
            None => format!("{kind}:{}", statement.name),
        };
        if hash.is_some() || primary {
            return base.into();
        }
        let mut key = Text::from(base.as_str());
        let mut number = 2_u64;
        while self.by_key.contains_key(&key) {
            key = format!("{base}~{number}").into();
            number = number.saturating_add(1);
        }
        key
    }

    /// The component that a scanner's package is, and its key.
    pub(super) fn find(&self, package: &PackageStatement, purl: Option<&Purl>) -> (Text, Option<usize>) {
        if let Some(purl) = purl {
            let key = purl.key();
            let place = self.by_key.get(&key).copied();
            return (key, place);
        }
        let name_version = (package.name.clone(), package.version.clone());
        if let Some(place) = self.by_name.get(&name_version).copied().flatten() {
            let key = self.components.get(place).map(|c| c.key.clone()).unwrap_or_default();
            return (key, Some(place));
        }
        let key = Text::from(format!("component:{}@{}", package.name, package.version));
        let place = self.by_key.get(&key).copied();
        (key, place)
    }

    /// The merged component of a statement.
    pub(super) fn merged(&self, document: usize, component: usize) -> Option<&Merged> {
        self.components.get(self.of_document.get(document)?.get(component)?.0)
    }

    /// The package URL of a statement, if it has a valid one.
    pub(super) fn purl(&self, document: usize, component: usize) -> Option<&Purl> {
        let &(place, valid) = self.of_document.get(document)?.get(component)?;
        self.components.get(place).filter(|_| valid)?.purl.as_ref()
    }

    /// All versions of a package (a purl without version).
    pub(super) fn versions_of(&self, package: &str) -> &[usize] {
        self.by_package.get(package).map(Vec::as_slice).unwrap_or_default()
    }
}
