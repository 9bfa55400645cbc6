//! One fact per bill of materials: what it says about itself, what is missing from it, and its graph.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::document::Document;
use crate::document::statement::{Completeness, ComponentKind, ComponentStatement, Field, Party, RelationKind, Sbom};
use crate::model::{Digest, Purl, Text, Timestamp};

use super::components::word;
use super::identity::{Table, sbom_of};
use super::inputs::ToolFact;
use super::subject::SubjectFacts;

/// Offenders that are named one by one; the rest are counted.
const NAMED: usize = 20;
/// Seconds by which a clock may run ahead before a comparison of times means something.
const SECOND: i64 = 1;

/// A bill of materials.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SbomFacts {
    /// Place of its document in `inputs`.
    pub input: usize,
    /// The name of the document.
    pub name: Text,
    /// The format.
    pub format: Text,
    /// The version of the format.
    pub spec_version: Text,
    /// The edition of this document.
    pub version: Option<Text>,
    /// The identifier of this document: BOM-Link or namespace.
    pub uri: Option<Text>,
    /// When it was last changed.
    pub timestamp: Option<Timestamp>,
    /// What stands in place of a timestamp and is none.
    pub timestamp_invalid: Option<Text>,
    /// Whole days from the timestamp to `now`.
    pub age_days: Option<i64>,
    /// The image is older than this document; negative: seconds by which the image is younger.
    pub seconds_after_image: Option<i64>,
    /// Seconds from the start of the build to this document.
    pub seconds_after_build_start: Option<i64>,
    /// Persons and organisations that made it.
    pub authors: Vec<Party>,
    /// Programs that made it.
    pub tools: Vec<ToolFact>,
    /// Phases or SBOM types, as written.
    pub generation_context: Vec<Text>,
    /// What it describes.
    pub primary: Option<PrimaryFact>,
    /// What it says about the completeness of the primary's dependencies.
    pub completeness: Option<Completeness>,
    /// Vulnerabilities listed inside it.
    pub contains_vulnerabilities: u64,
    /// It carries a signature of its own.
    pub signed: bool,
    /// Components without the primary one.
    pub components: u64,
    /// Components of the kinds that package fields are asked of.
    pub packages: u64,
    /// What is missing, by field and kind of component.
    pub gaps: Gaps,
    /// Package URLs that do not parse or contradict their component.
    pub invalid_purls: Examples,
    /// Local names used twice.
    pub duplicate_refs: Examples,
    /// Local names that relations use and no component has.
    pub unknown_refs: Examples,
    /// The dependency graph.
    pub graph: Graph,
    /// How it differs from an SBOM of the sources in the same dossier.
    pub drift: Option<Drift>,
}

/// The component that a bill of materials describes.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrimaryFact {
    /// The key of the component.
    pub key: Text,
    /// Its name.
    pub name: Text,
    /// Its version.
    pub version: Option<Text>,
    /// Digests by which it is called.
    pub digests: Vec<Digest>,
    /// How it contradicts the subject; absent where it does not or cannot.
    pub contradiction: Option<Text>,
}

/// What is missing, per field.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gaps {
    /// No name.
    pub name: Vec<Gap>,
    /// No version.
    pub version: Vec<Gap>,
    /// No valid package URL.
    pub purl: Vec<Gap>,
    /// No CPE.
    pub cpe: Vec<Gap>,
    /// Neither a valid package URL nor a CPE: no scanner can look it up.
    pub lookup: Vec<Gap>,
    /// Neither package URL nor CPE nor SWID tag.
    pub identifier: Vec<Gap>,
    /// Neither supplier nor producer.
    pub supplier: Vec<Gap>,
    /// No e-mail or web address of the creator.
    pub creator_contact: Vec<Gap>,
    /// No digest.
    pub hash: Vec<Gap>,
    /// Only digests that are broken (MD5, SHA-1).
    pub strong_hash: Vec<Gap>,
    /// No SHA-512 of the deployable form.
    pub sha512: Vec<Gap>,
    /// No license information.
    pub license: Vec<Gap>,
    /// Filename, executable, archive or structured property missing.
    pub file_properties: Vec<Gap>,
    /// Neither support level nor end of support.
    pub support: Vec<Gap>,
    /// No copyright text.
    pub copyright: Vec<Gap>,
    /// No address to fetch it from.
    pub download: Vec<Gap>,
}

/// What is missing from the components of one kind.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// The kind of component.
    pub kind: Text,
    /// Components of that kind.
    pub of: u64,
    /// Components where the field is absent.
    pub missing: u64,
    /// Components where the author says that nobody knows it.
    pub unknown: u64,
    /// The first components where it is absent.
    pub offenders: Vec<Text>,
}

/// A count with the first few of what is counted.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Examples {
    /// How many.
    pub count: u64,
    /// The first of them.
    pub first: Vec<Text>,
}

impl Examples {
    fn note(&mut self, example: Text) {
        self.count = self.count.saturating_add(1);
        if self.first.len() < NAMED {
            self.first.push(example);
        }
    }
}

/// The dependency graph of one bill of materials.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Graph {
    /// Edges that say that one component uses another.
    pub dependencies: u64,
    /// Edges that say that one component holds another.
    pub containments: u64,
    /// Dependencies and parts of the primary component.
    pub from_primary: u64,
    /// The greatest distance of a component from the primary one, cut at 1,000.
    pub depth: u64,
    /// Package-like components that are not reachable from the primary component.
    pub orphans: u64,
    /// Components of ecosystems that have lock files.
    pub lockfile_components: u64,
    /// The primary component is reachable from itself.
    pub primary_in_cycle: bool,
}

/// How the components of two bills of materials differ.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Drift {
    /// The input with the components of the sources.
    pub against: usize,
    /// Components of the sources that are absent here.
    pub missing: Examples,
    /// Packages that stand here in another version.
    pub changed: Examples,
}

/// What is reachable from the primary component, per document.
#[derive(Debug, Default)]
pub(super) struct Reach {
    documents: Vec<Option<DocumentReach>>,
}

#[derive(Debug)]
struct DocumentReach {
    has_graph: bool,
    direct: Vec<bool>,
    only_dev: Vec<bool>,
    graph: Graph,
    unknown: Examples,
    duplicate: Examples,
}

impl Reach {
    pub(super) fn of(documents: &[Document]) -> Self {
        Self { documents: documents.iter().map(|d| sbom_of(d).map(DocumentReach::of)).collect() }
    }

    fn get(&self, document: usize) -> Option<&DocumentReach> {
        self.documents.get(document).and_then(Option::as_ref)
    }

    /// Whether the primary component depends on this one; `None` where the document has no graph.
    pub(super) fn direct(&self, document: usize, component: usize) -> Option<bool> {
        let reach = self.get(document).filter(|r| r.has_graph)?;
        reach.direct.get(component).copied()
    }

    /// Whether only development dependencies lead to this component.
    pub(super) fn only_dev(&self, document: usize, component: usize) -> bool {
        self.get(document).and_then(|r| r.only_dev.get(component)).copied().unwrap_or_default()
    }
}

impl DocumentReach {
    fn of(sbom: &Sbom) -> Self {
        let count = sbom.components.len();
        let mut places: HashMap<&str, usize> = HashMap::with_capacity(count);
        let (mut duplicate, mut unknown) = (Examples::default(), Examples::default());
        for (i, component) in sbom.components.iter().enumerate() {
            if places.insert(&component.local, i).is_some() {
                duplicate.note(component.local.clone());
            }
        }
        let mut graph = Graph::default();
        let mut edges: Vec<(usize, usize, RelationKind)> = Vec::with_capacity(sbom.relations.len());
        for relation in sbom.relations.iter().filter(|r| r.kind != RelationKind::None) {
            match (places.get(relation.from.as_str()), places.get(relation.to.as_str())) {
                (Some(&from), Some(&to)) => edges.push((from, to, relation.kind)),
                (None, _) if is_local(&relation.from) => unknown.note(relation.from.clone()),
                (_, None) if is_local(&relation.to) => unknown.note(relation.to.clone()),
                _ => {}
            }
        }
        edges.sort_unstable();
        edges.dedup();
        for (_, _, kind) in &edges {
            let counter =
                if *kind == RelationKind::Contains { &mut graph.containments } else { &mut graph.dependencies };
            *counter = counter.saturating_add(1);
        }
        let mut reach = Self {
            has_graph: graph.dependencies > 0,
            direct: vec![false; count],
            only_dev: only_dev(count, &edges),
            graph,
            unknown,
            duplicate,
        };
        reach.walk(sbom, &edges);
        reach
    }

    /// Breadth first from the primary component.
    fn walk(&mut self, sbom: &Sbom, edges: &[(usize, usize, RelationKind)]) {
        let Some(primary) = sbom.primary else { return };
        let from = |node: usize| {
            let start = edges.partition_point(|e| e.0 < node);
            edges.get(start..).unwrap_or_default().iter().take_while(move |e| e.0 == node)
        };
        let mut depth_of: Vec<Option<u64>> = vec![None; sbom.components.len()];
        let mut queue = std::collections::VecDeque::from([primary]);
        if let Some(slot) = depth_of.get_mut(primary) {
            *slot = Some(0);
        }
        while let Some(node) = queue.pop_front() {
            let depth = depth_of.get(node).copied().flatten().unwrap_or_default();
            for &(_, to, kind) in from(node) {
                self.graph.primary_in_cycle |= to == primary && kind != RelationKind::Contains;
                if node == primary {
                    self.graph.from_primary = self.graph.from_primary.saturating_add(1);
                    if kind != RelationKind::Contains
                        && let Some(slot) = self.direct.get_mut(to)
                    {
                        *slot = true;
                    }
                }
                if let Some(slot @ None) = depth_of.get_mut(to) {
                    *slot = Some(depth.saturating_add(1));
                    queue.push_back(to);
                }
            }
        }
        self.graph.depth = depth_of.iter().flatten().copied().max().unwrap_or_default().min(1_000);
        let components = sbom.components.iter().enumerate().filter(|(i, c)| *i != primary && c.kind.is_package());
        let unreached = components.filter(|(i, _)| depth_of.get(*i).copied().flatten().is_none());
        self.graph.orphans = unreached.count() as u64;
    }
}

/// Names that point out of the document are nobody's mistake.
fn is_local(name: &str) -> bool {
    !name.is_empty() && !name.starts_with("DocumentRef-") && !name.starts_with("urn:cdx:") && name != "SPDXRef-DOCUMENT"
}

fn only_dev(count: usize, edges: &[(usize, usize, RelationKind)]) -> Vec<bool> {
    let mut dev = vec![false; count];
    let mut other = vec![false; count];
    for &(_, to, kind) in edges {
        let list = if kind == RelationKind::DevDependsOn { &mut dev } else { &mut other };
        if let Some(slot) = list.get_mut(to) {
            *slot = true;
        }
    }
    dev.iter().zip(&other).map(|(dev, other)| *dev && !*other).collect()
}

/// What the merge knows about the times around the subject.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Times {
    pub(super) image_created: Option<Timestamp>,
    pub(super) build_started: Option<Timestamp>,
}

/// One fact per bill of materials.
pub(super) fn facts(
    documents: &[Document],
    table: &Table,
    reach: &Reach,
    subject: &SubjectFacts,
    times: Times,
    now: Timestamp,
) -> Vec<SbomFacts> {
    let sboms = documents.iter().enumerate().filter_map(|(d, document)| Some((d, document, sbom_of(document)?)));
    let mut facts: Vec<SbomFacts> = sboms
        .map(|(d, document, sbom)| {
            let mut fact = fact(d, document, sbom, table, now);
            fact.primary = sbom.primary.and_then(|p| primary(d, p, sbom, document, table, subject));
            fact.seconds_after_image =
                fact.timestamp.zip(times.image_created).map(|(t, created)| t.seconds_since(created));
            fact.seconds_after_build_start = fact
                .timestamp
                .zip(times.build_started)
                .map(|(t, started)| t.seconds_since(started).saturating_add(SECOND));
            if let Some(reach) = reach.get(d) {
                let lockfile_components = fact.graph.lockfile_components;
                fact.graph = Graph { lockfile_components, ..reach.graph.clone() };
                fact.duplicate_refs = reach.duplicate.clone();
                fact.unknown_refs = reach.unknown.clone();
            }
            fact
        })
        .collect();
    drift(&mut facts, documents);
    facts
}

fn fact(number: usize, document: &Document, sbom: &Sbom, table: &Table, now: Timestamp) -> SbomFacts {
    let mut counting = Counting::default();
    for (i, component) in sbom.components.iter().enumerate().filter(|(i, _)| sbom.primary != Some(*i)) {
        counting.component(component, table.purl(number, i));
    }
    let content = document.content.as_ref().ok();
    SbomFacts {
        input: number,
        name: Text::new(&*document.name),
        format: Text::new_static(document.format.map(|f| f.name).unwrap_or_default()),
        spec_version: document.version.clone(),
        version: sbom.version.clone(),
        uri: sbom.uri.clone(),
        timestamp: sbom.timestamp,
        timestamp_invalid: sbom.timestamp_invalid.clone(),
        age_days: sbom.timestamp.map(|t| now.days_since(t)),
        seconds_after_image: None,
        seconds_after_build_start: None,
        authors: sbom.authors.clone(),
        tools: content.into_iter().flat_map(|c| &c.tools).map(ToolFact::from).collect(),
        generation_context: sbom.generation_context.clone(),
        primary: None,
        completeness: sbom.completeness,
        contains_vulnerabilities: sbom.embedded_vulnerabilities,
        signed: sbom.signed,
        components: counting.components,
        packages: counting.packages,
        gaps: counting.gaps(),
        invalid_purls: counting.invalid_purls,
        duplicate_refs: Examples::default(),
        unknown_refs: Examples::default(),
        graph: Graph { lockfile_components: counting.lockfile_components, ..Graph::default() },
        drift: None,
    }
}

fn primary(
    d: usize,
    place: usize,
    sbom: &Sbom,
    document: &Document,
    table: &Table,
    subject: &SubjectFacts,
) -> Option<PrimaryFact> {
    let statement = sbom.components.get(place)?;
    let merged = table.merged(d, place)?;
    let claims = document.content.as_ref().ok().map(|c| c.subjects.as_slice()).unwrap_or_default();
    let digests: Vec<Digest> = claims.first().map(|c| c.digests.clone()).unwrap_or_default();
    let known = |digest: &Digest| subject.digests.binary_search(digest).is_ok();
    let contradiction = if !subject.declared {
        None
    } else if !digests.is_empty() && !subject.digests.is_empty() && !digests.iter().any(known) {
        Some(Text::from(format!("it describes {}, which is not a digest of the subject", digests.first()?)))
    } else {
        None
    };
    Some(PrimaryFact {
        key: merged.key.clone(),
        name: statement.name.clone(),
        version: statement.version.text().cloned(),
        digests,
        contradiction,
    })
}

// --- what is missing ------------------------------------------------------------------------------------------------

/// The fields that are counted, in the order of [`Gaps`].
const FIELDS: usize = 16;

#[derive(Default)]
struct Counting {
    components: u64,
    packages: u64,
    lockfile_components: u64,
    invalid_purls: Examples,
    kinds: BTreeMap<ComponentKind, Rows>,
}

#[derive(Default)]
struct Rows {
    of: u64,
    rows: [Row; FIELDS],
}

#[derive(Default)]
struct Row {
    missing: u64,
    unknown: u64,
    offenders: Vec<Text>,
}

enum State {
    Present,
    Unknown,
    Missing,
}

impl From<bool> for State {
    fn from(present: bool) -> Self {
        if present { Self::Present } else { Self::Missing }
    }
}

impl Counting {
    fn component(&mut self, c: &ComponentStatement, purl: Option<&Purl>) {
        self.components = self.components.saturating_add(1);
        let is_package = c.kind.is_package();
        self.packages = self.packages.saturating_add(u64::from(is_package));
        if let Some(text) = &c.purl
            && purl.is_none_or(|p| contradicts(p, c))
        {
            self.invalid_purls.note(text.clone());
        }
        let locked = |kind: &str| {
            matches!(kind, "npm" | "pypi" | "cargo" | "gem" | "composer" | "golang" | "maven" | "nuget" | "hex" | "pub")
        };
        self.lockfile_components =
            self.lockfile_components.saturating_add(u64::from(purl.is_some_and(|p| locked(p.kind()))));
        let states = states(c, purl.is_some());
        let rows = self.kinds.entry(c.kind).or_default();
        rows.of = rows.of.saturating_add(1);
        for (row, state) in rows.rows.iter_mut().zip(states) {
            match state {
                State::Present => {}
                State::Unknown => row.unknown = row.unknown.saturating_add(1),
                State::Missing => {
                    row.missing = row.missing.saturating_add(1);
                    if row.offenders.len() < NAMED {
                        row.offenders.push(label(c));
                    }
                }
            }
        }
    }

    fn gaps(&mut self) -> Gaps {
        let mut lists: [Vec<Gap>; FIELDS] = std::array::from_fn(|_| Vec::new());
        for (kind, rows) in std::mem::take(&mut self.kinds) {
            for (list, row) in lists.iter_mut().zip(rows.rows) {
                list.push(Gap {
                    kind: word(kind),
                    of: rows.of,
                    missing: row.missing,
                    unknown: row.unknown,
                    offenders: row.offenders,
                });
            }
        }
        let [
            name,
            version,
            purl,
            cpe,
            lookup,
            identifier,
            supplier,
            creator_contact,
            hash,
            strong_hash,
            sha512,
            license,
            file_properties,
            support,
            copyright,
            download,
        ] = lists;
        Gaps {
            name,
            version,
            purl,
            cpe,
            lookup,
            identifier,
            supplier,
            creator_contact,
            hash,
            strong_hash,
            sha512,
            license,
            file_properties,
            support,
            copyright,
            download,
        }
    }
}

fn states(c: &ComponentStatement, valid_purl: bool) -> [State; FIELDS] {
    let field = |f: &Field| match f {
        Field::Given(_) => State::Present,
        Field::Unknown => State::Unknown,
        Field::Absent => State::Missing,
    };
    let has_cpe = !c.cpes.is_empty();
    let no_word = |text: &str| matches!(text, "NOASSERTION" | "NONE");
    let license = match c.licenses.as_slice() {
        [] => State::Missing,
        list if list.iter().all(|l| no_word(&l.text)) => State::Unknown,
        _ => State::Present,
    };
    let file = c.file;
    let file_properties = file.filename && file.executable && file.archive && file.structured;
    let contact = c.producer.as_ref().is_some_and(|p| p.email.is_some() || p.url.is_some());
    [
        State::from(!c.name.is_empty()),
        field(&c.version),
        State::from(valid_purl),
        State::from(has_cpe),
        State::from(valid_purl || has_cpe),
        State::from(valid_purl || has_cpe || c.swid.is_some()),
        if c.producer.is_some() { State::Present } else { field(&c.supplier) },
        State::from(contact),
        State::from(!c.hashes.is_empty()),
        State::from(c.hashes.is_empty() || c.hashes.iter().any(Digest::is_strong)),
        State::from(file.distribution_sha512 || c.hashes.iter().any(|h| h.algorithm() == "sha512")),
        license,
        State::from(file_properties),
        State::from(c.support.is_some()),
        State::from(c.copyright),
        State::from(c.distribution_uri),
    ]
}

/// How a component is called in a list of offenders.
fn label(c: &ComponentStatement) -> Text {
    match (c.name.as_str(), c.version.text()) {
        ("", _) => c.place.clone(),
        (name, Some(version)) => format!("{name}@{version}").into(),
        (name, None) => name.into(),
    }
}

/// Whether a package URL says another name or version than its component.
fn contradicts(purl: &Purl, c: &ComponentStatement) -> bool {
    let fold = |text: &str| text.to_ascii_lowercase().replace(['_', ':'], "-");
    let (name, own) = (fold(&c.name), fold(purl.name()));
    let last = |n: &str| n.rsplit('/').next().unwrap_or_default().to_owned();
    let names_agree = name.is_empty()
        || name.ends_with(&own)
        || own.ends_with(&last(&name))
        || last(&name).contains(&own)
        || purl.namespace().is_some_and(|ns| fold(&format!("{ns}/{}", purl.name())).ends_with(&name));
    let versions_agree = match (c.version.text(), purl.version()) {
        (Some(stated), Some(own)) => stated.contains(own) || own.contains(stated.as_str()),
        _ => true,
    };
    !(names_agree && versions_agree)
}

// --- drift ----------------------------------------------------------------------------------------------------------

/// Compares SBOMs of builds with an SBOM of the sources, where the dossier has both.
fn drift(facts: &mut [SbomFacts], documents: &[Document]) {
    let of_sources =
        |f: &SbomFacts| f.generation_context.iter().any(|c| matches!(c.as_str(), "pre-build" | "source" | "design"));
    let packages = |input: usize| -> BTreeMap<String, Vec<Text>> {
        let mut packages: BTreeMap<String, Vec<Text>> = BTreeMap::new();
        for component in documents.get(input).and_then(sbom_of).into_iter().flat_map(|s| &s.components) {
            if let Some(purl) = component.purl.as_ref().and_then(|p| p.parse::<Purl>().ok())
                && !purl.is_os_package()
            {
                packages.entry(purl.package()).or_default().push(purl.version().unwrap_or_default().into());
            }
        }
        packages
    };
    let Some(sources) = facts.iter().find(|f| of_sources(f)).map(|f| f.input) else { return };
    let wanted = packages(sources);
    for fact in facts.iter_mut().filter(|f| f.input != sources && !of_sources(f)) {
        let found = packages(fact.input);
        let mut drift = Drift { against: sources, missing: Examples::default(), changed: Examples::default() };
        for (package, versions) in &wanted {
            match found.get(package) {
                None => drift.missing.note(package.as_str().into()),
                Some(here) if !versions.iter().any(|v| here.contains(v)) => drift.changed.note(package.as_str().into()),
                Some(_) => {}
            }
        }
        fact.drift = Some(drift);
    }
}
