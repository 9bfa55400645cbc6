//! Documents for measurements, the same for every run: an inventory and a scan of it, in any size.

use std::fmt::Write as _;

/// A small generator of numbers that look random and are the same every time (Steele, Lea and Flood, "`SplitMix64`").
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next().checked_rem(n).unwrap_or_default()
    }
}

const LICENSES: [&str; 5] = ["MIT", "Apache-2.0", "BSD-3-Clause", "MIT OR Apache-2.0", "LGPL-2.1-only"];

/// A CycloneDX SBOM of this many components, in the shape that syft writes.
#[must_use]
pub fn sbom(components: u64) -> String {
    let mut numbers = Numbers(1);
    let mut out = String::from(
        r#"{"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","version":1,"metadata":{"timestamp":"2026-11-01T10:00:00Z","tools":{"components":[{"type":"application","author":"anchore","name":"syft","version":"1.30.0"}]},"component":{"bom-ref":"root","type":"application","name":"service","version":"1.0.0"}},"components":["#,
    );
    for i in 0..components {
        let version = version(i, &mut numbers);
        let license = LICENSES.get(usize::try_from(numbers.below(5)).unwrap_or_default()).unwrap_or(&"MIT");
        let comma = if i == 0 { "" } else { "," };
        let _ = write!(
            out,
            r#"{comma}{{"bom-ref":"pkg:npm/package-{i}@{version}?package-id={:016x}","type":"library","name":"package-{i}","version":"{version}","licenses":[{{"expression":"{license}"}}],"hashes":[{{"alg":"SHA-256","content":"{:064x}"}}],"cpe":"cpe:2.3:a:package-{i}:package-{i}:{version}:*:*:*:*:*:*:*","purl":"pkg:npm/package-{i}@{version}","externalReferences":[{{"type":"distribution","url":"https://registry.example/package-{i}/-/package-{i}-{version}.tgz"}}],"properties":[{{"name":"syft:package:foundBy","value":"javascript-lock-cataloger"}},{{"name":"syft:package:language","value":"javascript"}},{{"name":"syft:package:type","value":"npm"}},{{"name":"syft:location:0:path","value":"/package-lock.json"}}]}}"#,
            numbers.next(),
            numbers.next(),
        );
    }
    out.push_str(r#"],"dependencies":["#);
    let mut numbers = Numbers(1);
    let mut references = Vec::new();
    for i in 0..components {
        let version = version(i, &mut numbers);
        numbers.below(5);
        references.push(format!("pkg:npm/package-{i}@{version}?package-id={:016x}", numbers.next()));
        numbers.next();
    }
    let direct: Vec<String> = references.iter().step_by(10).map(|r| format!("\"{r}\"")).collect();
    let _ = write!(out, r#"{{"ref":"root","dependsOn":[{}]}}"#, direct.join(","));
    for pair in references.windows(2) {
        if let [from, to] = pair {
            let _ = write!(out, r#",{{"ref":"{from}","dependsOn":["{to}"]}}"#);
        }
    }
    out.push_str("]}");
    out
}

fn version(i: u64, numbers: &mut Numbers) -> String {
    format!("{}.{}.{}", i % 7, numbers.below(20), numbers.below(20))
}

/// A Grype report in which every tenth component has two vulnerabilities.
#[must_use]
pub fn scan(components: u64) -> String {
    let mut numbers = Numbers(1);
    let mut matches = Vec::new();
    for i in 0..components {
        let version = version(i, &mut numbers);
        numbers.below(5);
        numbers.next();
        numbers.next();
        if i % 10 == 0 {
            for k in 0..2_u64 {
                let number = i.saturating_mul(2).saturating_add(k).saturating_add(10_000);
                let severity = if number.is_multiple_of(16) { "Critical" } else { "Medium" };
                matches.push(format!(
                    r#"{{"vulnerability":{{"id":"GHSA-{number:04}-aaaa-bbbb","dataSource":"https://advisories.example/{number}","namespace":"github:language:javascript","severity":"{severity}","description":"A description of some length that tells what goes wrong, where, and under which conditions an attacker may use it.","cvss":[{{"type":"Secondary","version":"3.1","vector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N","metrics":{{"baseScore":5.3}}}}],"epss":[{{"cve":"CVE-2026-{number}","epss":0.00042,"percentile":0.12,"date":"2026-11-01"}}],"fix":{{"versions":["9.0.0"],"state":"fixed"}}}},"relatedVulnerabilities":[{{"id":"CVE-2026-{number}","namespace":"nvd:cpe","severity":"{severity}","cvss":[]}}],"matchDetails":[{{"type":"exact-direct-match"}}],"artifact":{{"id":"{i:016x}","name":"package-{i}","version":"{version}","type":"npm","locations":[{{"path":"/package-lock.json"}}],"purl":"pkg:npm/package-{i}@{version}"}}}}"#
                ));
            }
        }
    }
    format!(
        r#"{{"matches":[{}],"source":{{"type":"directory","target":"."}},"descriptor":{{"name":"grype","version":"0.110.0","timestamp":"2026-11-01T10:00:00Z","db":{{"status":{{"schemaVersion":"v6.0.0","built":"2026-11-01T06:00:00Z"}}}}}}}}"#,
        matches.join(",")
    )
}

/// An EPSS feed of this many rows.
#[must_use]
pub fn epss(rows: u64) -> String {
    let mut out = String::from("#model_version:v2025.03.14,score_date:2026-11-01T00:00:00+0000\ncve,epss,percentile\n");
    for i in 0..rows {
        let _ = writeln!(out, "CVE-2026-{},0.{:05},0.{:05}", 10_000_u64.saturating_add(i), i % 90_000, i % 99_999);
    }
    out
}

/// The same inventory as SPDX 2.3 JSON.
#[must_use]
pub fn spdx(components: u64) -> String {
    let mut numbers = Numbers(1);
    let packages: Vec<String> = (0..components)
        .map(|i| {
            let version = version(i, &mut numbers);
            numbers.below(5);
            format!(
                r#"{{"SPDXID":"SPDXRef-Package-{i}","name":"package-{i}","versionInfo":"{version}","supplier":"NOASSERTION","downloadLocation":"NOASSERTION","filesAnalyzed":false,"licenseConcluded":"NOASSERTION","licenseDeclared":"MIT","copyrightText":"NOASSERTION","checksums":[{{"algorithm":"SHA256","checksumValue":"{:064x}"}}],"externalRefs":[{{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:npm/package-{i}@{version}"}}]}}"#,
                numbers.next()
            )
        })
        .collect();
    format!(
        r#"{{"spdxVersion":"SPDX-2.3","dataLicense":"CC0-1.0","SPDXID":"SPDXRef-DOCUMENT","name":"service","documentNamespace":"https://acme.example/spdx/1","creationInfo":{{"created":"2026-11-01T10:00:00Z","creators":["Tool: syft-1.30.0"]}},"packages":[{}],"relationships":[]}}"#,
        packages.join(",")
    )
}
