//! The whole path, from bytes to a rendered decision; and what is done once per process.
#![expect(clippy::unwrap_used, reason = "a measurement stops where something is wrong")]

use divan::Bencher;
use tidewaiter::{Dossier, Gate, Report, Timestamp};
use tidewaiter_benches as data;

fn main() {
    divan::main();
}

fn now() -> Timestamp {
    Timestamp::read("2026-11-24T00:00:00Z").unwrap()
}

#[divan::bench]
fn baseline_gate() -> Gate {
    Gate::builder().build().unwrap()
}

/// Growth has to be linear.
#[divan::bench(args = [200, 2_000, 20_000], sample_count = 10)]
fn sbom_and_scan(bencher: Bencher, components: u64) {
    let gate = Gate::builder().build().unwrap();
    let (sbom, scan) = (data::sbom(components), data::scan(components));
    let dossier = Dossier::new().add_bytes("sbom.json", sbom).unwrap().add_bytes("scan.json", scan).unwrap();
    bencher.bench(|| gate.check(&dossier, now()).unwrap().render(Report::Json).unwrap());
}

/// An EPSS feed is indexed once, then only looked up.
#[divan::bench(args = ["first", "again"], sample_count = 5)]
fn epss_of_300_000_rows(bencher: Bencher, run: &str) {
    let folder = std::env::temp_dir().join("tidewaiter-benches");
    let cache = folder.join("cache");
    std::fs::create_dir_all(&folder).unwrap();
    let feed = folder.join("epss.csv");
    std::fs::write(&feed, data::epss(300_000)).unwrap();
    let file = folder.join("gate.yaml");
    std::fs::write(&file, "version: 1\nfeeds: [epss.csv]\n").unwrap();
    let build = || Gate::builder().file(&file).cache(&cache).build().unwrap();
    bencher
        .with_inputs(|| {
            if run == "first" {
                let _ = std::fs::remove_dir_all(&cache);
            } else {
                build();
            }
        })
        .bench_values(|()| build());
}
