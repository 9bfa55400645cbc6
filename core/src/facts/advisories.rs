//! Records of vulnerability databases complete what scanners report: aliases, ratings, withdrawal.

use std::collections::HashMap;

use crate::document::Document;
use crate::document::statement::{AdvisoryStatement, MatchStatement};
use crate::model::Text;

/// Adds to every match what the records of the dossier say about its vulnerability.
pub(super) fn complete(documents: &mut [Document]) {
    let records: Vec<AdvisoryStatement> = documents
        .iter()
        .filter_map(|d| d.content.as_ref().ok()?.advisories.as_ref())
        .flatten()
        .filter(|record| !is_umbrella(record))
        .cloned()
        .collect();
    if records.is_empty() {
        return;
    }
    let mut by_id: HashMap<&Text, Vec<&AdvisoryStatement>> = HashMap::new();
    for record in &records {
        for id in std::iter::once(&record.id).chain(&record.aliases) {
            by_id.entry(id).or_default().push(record);
        }
    }
    let scans = documents.iter_mut().filter_map(|d| d.content.as_mut().ok()?.vulnerabilities.as_mut());
    for statement in scans.flat_map(|scan| &mut scan.matches) {
        let ids = std::iter::once(&statement.id).chain(&statement.aliases);
        let mut about: Vec<&AdvisoryStatement> = ids.filter_map(|id| by_id.get(id)).flatten().copied().collect();
        about.sort_by(|a, b| a.id.cmp(&b.id));
        about.dedup_by(|a, b| a.id == b.id);
        for record in about {
            extend(statement, record);
        }
    }
}

/// A record that names several CVEs is about all of them; it makes no two of them the same.
fn is_umbrella(record: &AdvisoryStatement) -> bool {
    let ids = std::iter::once(&record.id).chain(&record.aliases);
    ids.filter(|id| id.starts_with("CVE-")).count() > 1
}

fn extend(statement: &mut MatchStatement, record: &AdvisoryStatement) {
    for id in std::iter::once(&record.id).chain(&record.aliases) {
        if *id != statement.id && !statement.aliases.contains(id) {
            statement.aliases.push(id.clone());
        }
    }
    statement.ratings.extend(record.ratings.iter().cloned());
    // A withdrawn duplicate withdraws nothing that another record still stands for.
    statement.withdrawn |= record.withdrawn && record.id == statement.id;
}
