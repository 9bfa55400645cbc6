//! Reading: our readers beside a typed parse of the same bytes into the fields that a gate needs.
#![expect(clippy::unwrap_used, reason = "a measurement stops where something is wrong")]

use divan::Bencher;
use divan::counter::BytesCount;
use serde::Deserialize;
use tidewaiter::{Dossier, Gate, Timestamp};
use tidewaiter_benches as data;

const COMPONENTS: u64 = 20_000;

fn main() {
    divan::main();
}

fn document(name: &str) -> String {
    match name {
        "cyclonedx-json" => data::sbom(COMPONENTS),
        "spdx-json" => data::spdx(COMPONENTS),
        "grype" => data::scan(COMPONENTS),
        _ => data::epss(300_000),
    }
}

/// Recognising and reading a document, and the facts about it.
#[divan::bench(args = ["cyclonedx-json", "spdx-json", "grype", "epss-csv"], sample_count = 10)]
fn facts(bencher: Bencher, name: &str) {
    let text = document(name);
    let gate = Gate::builder().build().unwrap();
    let now = Timestamp::read("2026-11-24T00:00:00Z").unwrap();
    let bytes = BytesCount::of_str(&text);
    let dossier = Dossier::new().add_bytes(name, text.clone()).unwrap();
    bencher.counter(bytes).bench(|| gate.facts(&dossier, now).unwrap());
}

#[derive(Deserialize)]
struct Bom<'a> {
    #[serde(borrow)]
    components: Vec<Component<'a>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the fields are what has to be read")]
struct Component<'a> {
    name: &'a str,
    version: Option<&'a str>,
    purl: Option<&'a str>,
    #[serde(borrow, default)]
    licenses: Vec<License<'a>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the fields are what has to be read")]
struct License<'a> {
    expression: Option<&'a str>,
}

/// The yardstick: `serde_json` into borrowed structs, nothing checked, nothing merged.
#[divan::bench(sample_count = 10)]
fn yardstick_cyclonedx(bencher: Bencher) {
    let text = data::sbom(COMPONENTS);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| serde_json::from_str::<Bom<'_>>(&text).unwrap().components.len());
}
