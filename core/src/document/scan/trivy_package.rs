//! Package URLs for Trivy reports that were written before Trivy added them.

use crate::model::Text;

/// The package URL behind Trivy's type, package name and version.
pub(super) fn purl(ecosystem: &str, name: &str, version: &str) -> Option<Text> {
    let kind = match ecosystem {
        "pip" | "pipenv" | "poetry" | "python-pkg" | "uv" | "conda-pkg" => "pypi",
        "npm" | "yarn" | "pnpm" | "node-pkg" | "bun" | "jar-npm" => "npm",
        "gomod" | "gobinary" => "golang",
        "jar" | "pom" | "gradle" | "sbt" => "maven",
        "cargo" | "rustbinary" => "cargo",
        "composer" | "composer-vendor" => "composer",
        "bundler" | "gemspec" => "gem",
        "nuget" | "dotnet-core" | "packages-props" => "nuget",
        "hex" => "hex",
        "pub" => "pub",
        "cocoapods" => "cocoapods",
        "debian" => "deb/debian",
        "ubuntu" => "deb/ubuntu",
        "alpine" => "apk/alpine",
        "wolfi" => "apk/wolfi",
        "chainguard" => "apk/chainguard",
        "redhat" => "rpm/redhat",
        "centos" => "rpm/centos",
        "rocky" => "rpm/rocky",
        "alma" => "rpm/almalinux",
        "amazon" => "rpm/amazon",
        "oracle" => "rpm/oracle",
        "fedora" => "rpm/fedora",
        "photon" => "rpm/photon",
        "suse" | "suse linux enterprise server" => "rpm/suse",
        "opensuse" | "opensuse-leap" | "opensuse.leap" => "rpm/opensuse",
        "cbl-mariner" | "azurelinux" => "rpm/azurelinux",
        _ => return None,
    };
    let mut out = format!("pkg:{kind}");
    // Maven joins group and artifact by a colon.
    for part in name.split(|c| c == '/' || (c == ':' && kind == "maven")).filter(|p| !p.is_empty()) {
        out.push('/');
        out.push_str(&part.replace('@', "%40"));
    }
    if !version.is_empty() {
        out.push('@');
        out.push_str(&version.replace('+', "%2B"));
    }
    Some(out.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_reports_get_package_urls() {
        for (ecosystem, name, version, expected) in [
            (
                "pom",
                "org.apache.logging.log4j:log4j-core",
                "2.14.1",
                Some("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"),
            ),
            ("npm", "@babel/core", "7.0.0", Some("pkg:npm/%40babel/core@7.0.0")),
            ("debian", "bash", "5.0-4+b1", Some("pkg:deb/debian/bash@5.0-4%2Bb1")),
            ("unheard-of", "x", "1", None),
        ] {
            assert_eq!(purl(ecosystem, name, version).as_deref(), expected);
        }
    }
}
