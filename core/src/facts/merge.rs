//! Documents → facts, in the order in which one kind of fact needs another.

use std::collections::BTreeMap;

use crate::document::Document;
use crate::document::statement::Database;
use crate::model::{Text, Timestamp};

use super::identity::Table;
use super::index::{self, Index, VulnerabilityIndex};
use super::sboms::{Reach, Times};
use super::suppression::Vexes;
use super::vulnerabilities::{self, Context};
use super::{
    DatabaseFact, Expected, Facts, SCHEMA, Settings, components, image, infrastructure, inputs, licenses, sboms,
    secrets, signatures, subject,
};

/// The release date of the SPDX license list that the `spdx` crate carries is not part of it; its version is.
const LICENSE_LIST: &str = spdx::identifiers::VERSION;

/// Merges all documents of a dossier.
pub(crate) fn merge(documents: &[Document], settings: &Settings<'_>) -> Facts {
    let now = settings.now;
    let wants = |member: &str| settings.wanted.has(member);
    let image = image::fact(documents, now);
    let subject = subject::facts(settings.subject, documents, image.as_ref());
    let inputs = inputs::facts(documents, &subject, now);
    let table = Table::of(documents);
    let reach = Reach::of(documents);
    let signed = signatures::facts(documents, &subject, settings);
    let times = Times {
        image_created: image.as_ref().and_then(|i| i.created),
        build_started: signed.provenance.iter().filter_map(|p| p.started).min(),
    };
    let primaries = table.components.iter().filter(|m| m.primary).filter_map(|m| m.purl.clone()).collect();
    let vexes = Vexes::of(documents, &inputs, &subject, primaries, settings.vex, now);
    let release_known = image.as_ref().is_some_and(|i| i.os.as_ref().is_some_and(|os| !os.version.is_empty()));
    let context = Context { documents, table: &table, reach: &reach, settings, release_known };
    let found = vulnerabilities::facts(&context, &vexes);
    let sboms = if wants("sboms") { sboms::facts(documents, &table, &reach, &subject, times, now) } else { Vec::new() };
    let index = Index {
        vulnerabilities: VulnerabilityIndex::of(&found.list, found.withdrawn),
        denied_components: index::denied(&table, settings.denied),
        support: index::support(&table, documents, now),
        kinds: kinds(&table),
        packages: table.components.iter().filter(|m| m.kind.is_package() && !m.primary).count() as u64,
    };
    Facts {
        schema: SCHEMA,
        now,
        expected: Expected { inputs: settings.expected.clone() },
        sboms,
        components: if wants("components") { components::facts(&table, documents, &reach) } else { Vec::new() },
        licenses: if wants("licenses") {
            licenses::facts(&table, documents, &reach, settings.license)
        } else {
            Vec::new()
        },
        vulnerabilities: found.list,
        databases: databases(documents, settings),
        signatures: signed.signatures,
        attestations: signed.attestations,
        provenance: signed.provenance,
        secrets: secrets::facts(documents),
        infrastructure: infrastructure::facts(documents),
        code_findings: infrastructure::issues(documents, |c| c.code.as_deref()),
        policy: settings.policy.clone(),
        context: settings.context.clone(),
        subject,
        inputs,
        image,
        index,
    }
}

fn kinds(table: &Table) -> BTreeMap<Text, u64> {
    let mut kinds: BTreeMap<Text, u64> = BTreeMap::new();
    for merged in table.components.iter().filter(|m| !m.primary) {
        let count = kinds.entry(components::word(merged.kind)).or_default();
        *count = count.saturating_add(1);
    }
    kinds
}

fn databases(documents: &[Document], settings: &Settings<'_>) -> Vec<DatabaseFact> {
    let now: Timestamp = settings.now;
    let fact = |database: &Database, input: Option<usize>| DatabaseFact {
        kind: database.kind,
        name: database.name.clone(),
        version: database.version.clone(),
        built_at: database.built_at,
        age_hours: database.built_at.map(|b| now.seconds_since(b).div_euclid(3600)),
        input,
    };
    let mut out: Vec<DatabaseFact> = Vec::new();
    for (input, document) in documents.iter().enumerate() {
        let named = document.content.as_ref().map(|c| c.databases.as_slice()).unwrap_or_default();
        out.extend(named.iter().map(|d| fact(d, Some(input))));
    }
    out.extend(settings.feeds.databases.iter().map(|d| fact(d, None)));
    let list = Database {
        kind: "license_list",
        name: "SPDX license list".into(),
        version: Some(LICENSE_LIST.into()),
        built_at: None,
    };
    out.push(fact(&list, None));
    out
}
