//! Package URLs for scanners that name an ecosystem, a name and a version.

use std::fmt::Write as _;

use crate::model::Text;

/// The package URL of a package, where its ecosystem (in the words of OSV, Snyk, GitLab or Dependency-Check) has a type.
pub(super) fn purl(ecosystem: &str, name: &str, version: Option<&str>) -> Option<Text> {
    // `Debian:12`, `Alpine:v3.19`: the release follows the colon.
    let family = ecosystem.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let (kind, separator) = match family.as_str() {
        "npm" | "yarn" | "pnpm" => ("npm", '/'),
        "pypi" | "pip" | "pipenv" | "poetry" | "python" => ("pypi", '/'),
        "go" | "golang" | "gomodules" | "govendor" | "golangdep" => ("golang", '/'),
        "maven" | "gradle" | "sbt" => ("maven", ':'),
        "crates.io" | "cargo" => ("cargo", '/'),
        "rubygems" | "gem" | "bundler" => ("gem", '/'),
        "nuget" | "paket" => ("nuget", '/'),
        "packagist" | "composer" => ("composer", '/'),
        "hex" | "pub" | "conan" | "cran" | "hackage" | "cocoapods" | "swift" => (family.as_str(), '/'),
        "alpine" => return distribution("apk", "alpine", name, version),
        "debian" | "deb" => return distribution("deb", "debian", name, version),
        "ubuntu" => return distribution("deb", "ubuntu", name, version),
        "red hat" | "rhel" | "redhat" => return distribution("rpm", "redhat", name, version),
        "centos" | "fedora" | "wolfi" | "chainguard" => {
            let kind = if matches!(family.as_str(), "wolfi" | "chainguard") { "apk" } else { "rpm" };
            return distribution(kind, &family, name, version);
        }
        _ => return None,
    };
    let mut text = format!("pkg:{kind}");
    for part in name.split(separator).filter(|p| !p.is_empty()) {
        text.push('/');
        text.push_str(&escaped(part));
    }
    Some(with_version(text, version))
}

fn distribution(kind: &str, namespace: &str, name: &str, version: Option<&str>) -> Option<Text> {
    // Snyk names `source/binary`.
    let name = name.rsplit('/').next().filter(|n| !n.is_empty())?;
    Some(with_version(format!("pkg:{kind}/{namespace}/{}", escaped(name)), version))
}

fn with_version(mut text: String, version: Option<&str>) -> Text {
    if let Some(version) = version.filter(|v| !v.is_empty()) {
        text.push('@');
        text.push_str(&escaped(version));
    }
    text.into()
}

fn escaped(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::purl;

    #[test]
    fn ecosystems_become_types() {
        for (ecosystem, name, version, expected) in [
            ("npm", "@babel/core", Some("7.1.0"), Some("pkg:npm/%40babel/core@7.1.0")),
            ("Maven", "org.apache:log4j", Some("1.0+x"), Some("pkg:maven/org.apache/log4j@1.0%2Bx")),
            ("Go", "github.com/a/b", Some("v1.0.0"), Some("pkg:golang/github.com/a/b@v1.0.0")),
            ("Debian:12", "bash", Some("1:5.2-2"), Some("pkg:deb/debian/bash@1:5.2-2")),
            ("crates.io", "serde", None, Some("pkg:cargo/serde")),
            ("", "openssl", Some("1"), None),
        ] {
            assert_eq!(purl(ecosystem, name, version).as_deref(), expected, "{ecosystem} {name}");
        }
    }
}
