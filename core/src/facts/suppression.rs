//! Which VEX statements are about a vulnerability of a component, which of them counts, and what it suppresses.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::document::Document;
use crate::document::statement::{VexProduct, VexStatement};
use crate::model::version::{Range, Scheme};
use crate::model::vex::{Status, justification};
use crate::model::{Digest, Purl, Text, Timestamp};

use super::VexSettings;
use super::inputs::Input;
use super::signatures::Verified;
use super::subject::SubjectFacts;

/// A statement that counts.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VexFact {
    /// What it says.
    pub status: Status,
    /// Why the component is not affected, in the common words.
    pub justification: Option<Text>,
    /// It has a justification or an impact statement.
    pub justified: bool,
    /// What to do.
    pub action: Option<Text>,
    /// Who wrote the document, as it says itself.
    pub author: Option<Text>,
    /// When it was said.
    pub timestamp: Option<Timestamp>,
    /// Whole days since then.
    pub age_days: Option<i64>,
    /// Place of its document in `inputs`.
    pub input: usize,
    /// The SHA-256 of its document.
    pub document: Digest,
    /// Where it stands there.
    pub at: Text,
}

/// A statement that would suppress a vulnerability and may not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VexRefusal {
    /// `untrusted`, `draft`, `future`, `unjustified`, `productless` or `version`.
    pub reason: &'static str,
    /// In one sentence fragment.
    pub detail: Text,
    /// Place of its document in `inputs`.
    pub input: usize,
    /// Where it stands there.
    pub at: Text,
}

/// Why a vulnerability does not count.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suppression {
    /// `vex`, or `tool` where the scanner itself was told to leave it out.
    pub by: &'static str,
    /// The justification, or the scanner's reason.
    pub reason: Text,
    /// Place of the document in `inputs`.
    pub input: Option<usize>,
    /// The SHA-256 of the VEX document.
    pub document: Option<Digest>,
}

impl Suppression {
    pub(super) fn by_tool(reason: Text, input: Option<usize>) -> Self {
        Self { by: "tool", reason, input, document: None }
    }
}

/// What all statements together mean for one vulnerability of one component.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) vex: Option<VexFact>,
    pub(super) refused: Vec<VexRefusal>,
    pub(super) suppressed: Option<Suppression>,
}

/// All statements of a dossier, by the ids they name.
pub(super) struct Vexes<'a> {
    by_id: HashMap<&'a str, Vec<Entry<'a>>>,
    target: Target,
    settings: &'a VexSettings,
    now: Timestamp,
}

#[derive(Clone, Copy)]
struct Entry<'a> {
    input: usize,
    document: &'a Document,
    statement: &'a VexStatement,
    author: Option<&'a Text>,
    is_final: bool,
    trusted: bool,
}

/// Every name of the subject.
#[derive(Debug, Default)]
struct Target {
    purls: Vec<Purl>,
    names: BTreeSet<Text>,
    digests: Vec<Digest>,
}

/// How a statement fits a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// It does not.
    No,
    /// Product and, where given, part.
    Yes,
    /// Only the component; no product of it is the subject.
    Productless,
    /// `fixed`, but this version is older or cannot be compared.
    OtherVersion,
}

impl<'a> Vexes<'a> {
    pub(super) fn of(
        documents: &'a [Document],
        inputs: &[Input],
        subject: &SubjectFacts,
        primaries: Vec<Purl>,
        settings: &'a VexSettings,
        now: Timestamp,
    ) -> Self {
        let mut by_id: HashMap<&str, Vec<Entry<'_>>> = HashMap::new();
        for (input, document) in documents.iter().enumerate() {
            let Some(vex) = document.content.as_ref().ok().and_then(|c| c.vex.as_ref()) else { continue };
            let signer = inputs.get(input).map(|i| (i.verified, &i.signer));
            let vouched = signer.is_some_and(|(verified, signer)| {
                verified == Verified::Yes
                    && signer.as_ref().is_some_and(|s| settings.trusted.iter().any(|t| t.accepts(&s.san, &s.issuer)))
            });
            let trusted = vouched || settings.accept_unsigned;
            for statement in &vex.statements {
                let entry =
                    Entry { input, document, statement, author: vex.author.as_ref(), is_final: vex.is_final, trusted };
                let ids: BTreeSet<&Text> =
                    std::iter::once(&statement.vulnerability).chain(&statement.aliases).collect();
                for id in ids {
                    by_id.entry(id).or_default().push(entry);
                }
            }
        }
        Self { by_id, target: Target::of(subject, primaries), settings, now }
    }

    /// Whether any document has statements.
    pub(super) fn judge(&self, id: &str, aliases: &BTreeSet<Text>, purl: Option<&Purl>, version: &str) -> Verdict {
        let mut verdict = Verdict::default();
        if self.by_id.is_empty() {
            return verdict;
        }
        let ids = std::iter::once(id).chain(aliases.iter().map(Text::as_str));
        let mut entries: Vec<&Entry<'_>> = ids.filter_map(|id| self.by_id.get(id)).flatten().collect();
        entries.sort_by_key(|e| (e.input, e.statement.place.clone()));
        entries.dedup_by(|a, b| a.input == b.input && a.statement.place == b.statement.place);
        let mut counting: Option<&Entry<'_>> = None;
        for entry in entries {
            let fit = self.fit(entry.statement, purl, version);
            if fit == Fit::No {
                continue;
            }
            if let Some(refusal) = self.refusal(entry, fit) {
                if matches!(entry.statement.status, Status::NotAffected | Status::Fixed) {
                    verdict.refused.push(refusal);
                }
                continue;
            }
            if counting.is_none_or(|before| newer(entry, before) == Ordering::Greater) {
                counting = Some(entry);
            }
        }
        if let Some(entry) = counting {
            self.apply(entry, &mut verdict);
        }
        verdict.refused.sort();
        verdict
    }

    fn apply(&self, entry: &Entry<'_>, verdict: &mut Verdict) {
        let statement = entry.statement;
        let fact = VexFact {
            status: statement.status,
            justification: statement.justification.as_deref().map(|j| Text::new(justification(j))),
            justified: statement.justification.is_some() || statement.impact,
            action: statement.action.clone(),
            author: entry.author.cloned(),
            timestamp: statement.timestamp,
            age_days: statement.timestamp.map(|t| self.now.days_since(t)),
            input: entry.input,
            document: entry.document.digest.clone(),
            at: statement.place.clone(),
        };
        let suppresses = match statement.status {
            Status::NotAffected => fact.justified,
            Status::Fixed => true,
            Status::Affected | Status::UnderInvestigation => false,
        };
        if suppresses {
            let reason = fact.justification.clone().unwrap_or_else(|| Text::new_static(statement.status.name()));
            let document = Some(fact.document.clone());
            verdict.suppressed = Some(Suppression { by: "vex", reason, input: Some(entry.input), document });
        } else if statement.status == Status::NotAffected {
            let detail = "it gives neither a justification nor an impact statement";
            verdict.refused.push(refusal(entry, "unjustified", detail));
        }
        verdict.vex = Some(fact);
    }

    fn refusal(&self, entry: &Entry<'_>, fit: Fit) -> Option<VexRefusal> {
        let suppressing = matches!(entry.statement.status, Status::NotAffected | Status::Fixed);
        if entry.statement.timestamp.is_some_and(|t| t > self.now) {
            return Some(refusal(entry, "future", "it is dated after the moment of evaluation"));
        }
        if suppressing && !entry.trusted {
            return Some(refusal(entry, "untrusted", "no trusted signature covers its document"));
        }
        if suppressing && !entry.is_final {
            return Some(refusal(entry, "draft", "its document is a draft or interim"));
        }
        match fit {
            Fit::Productless if !self.settings.allow_productless => {
                Some(refusal(entry, "productless", "none of its products is the subject"))
            }
            Fit::OtherVersion => {
                Some(refusal(entry, "version", "the component is older than the fixed version, or not comparable"))
            }
            _ => None,
        }
    }

    fn fit(&self, statement: &VexStatement, purl: Option<&Purl>, version: &str) -> Fit {
        let fits = statement.products.iter().map(|product| self.fit_of(product, statement.status, purl, version));
        let mut best = if statement.products.is_empty() { Fit::Productless } else { Fit::No };
        for fit in fits {
            best = match (best, fit) {
                (Fit::Yes, _) | (_, Fit::Yes) => Fit::Yes,
                (Fit::Productless, _) | (_, Fit::Productless) => Fit::Productless,
                (Fit::OtherVersion, _) | (_, Fit::OtherVersion) => Fit::OtherVersion,
                (Fit::No, Fit::No) => Fit::No,
            };
        }
        best
    }

    fn fit_of(&self, product: &VexProduct, status: Status, purl: Option<&Purl>, version: &str) -> Fit {
        let about_subject = self.target.matches(product);
        let component = |ids: &[Text]| {
            let fits = ids.iter().map(|id| component_fit(id, product.range.as_deref(), status, purl, version));
            fits.fold(Fit::No, |best, fit| if best == Fit::Yes || fit == Fit::No { best } else { fit })
        };
        if product.parts.is_empty() {
            if about_subject {
                return Fit::Yes;
            }
            return match component(&product.ids) {
                Fit::Yes => Fit::Productless,
                other => other,
            };
        }
        match component(&product.parts) {
            Fit::Yes if about_subject => Fit::Yes,
            Fit::Yes if product.ids.is_empty() && product.hashes.is_empty() => Fit::Productless,
            Fit::OtherVersion if about_subject => Fit::OtherVersion,
            _ => Fit::No,
        }
    }
}

fn refusal(entry: &Entry<'_>, reason: &'static str, detail: &str) -> VexRefusal {
    VexRefusal { reason, detail: detail.into(), input: entry.input, at: entry.statement.place.clone() }
}

/// The newest statement wins; of two of one time the more cautious.
fn newer(a: &Entry<'_>, b: &Entry<'_>) -> Ordering {
    let caution = |s: Status| match s {
        Status::Affected => 2,
        Status::UnderInvestigation => 1,
        Status::Fixed | Status::NotAffected => 0,
    };
    let key = |e: &Entry<'_>| (e.statement.timestamp, caution(e.statement.status));
    key(a).cmp(&key(b))
}

/// Whether the id of a statement means the component.
fn component_fit(id: &str, range: Option<&str>, status: Status, purl: Option<&Purl>, version: &str) -> Fit {
    let (Some(target), Ok(stated)) = (purl, id.parse::<Purl>()) else { return Fit::No };
    if !same_package(&stated, target) {
        return Fit::No;
    }
    let scheme = Scheme::of_purl_type(target.kind());
    if let Some(range) = range {
        let inside = Range::parse(scheme, range).ok().and_then(|r| r.contains(version));
        return if inside == Some(true) { Fit::Yes } else { Fit::No };
    }
    match (stated.version(), status) {
        (None, Status::Fixed) => Fit::OtherVersion,
        (None, _) => Fit::Yes,
        (Some(fixed), Status::Fixed) => match scheme.compare(version, fixed) {
            Some(Ordering::Greater | Ordering::Equal) => Fit::Yes,
            _ => Fit::OtherVersion,
        },
        (Some(stated), _) if stated == version || scheme.compare(version, stated) == Some(Ordering::Equal) => Fit::Yes,
        _ => Fit::No,
    }
}

/// Type, namespace and name are equal, and the target has every qualifier that the statement states.
fn same_package(stated: &Purl, target: &Purl) -> bool {
    stated.package() == target.package()
        && stated.qualifiers().all(|(name, value)| target.qualifier(name) == Some(value))
}

impl Target {
    fn of(subject: &SubjectFacts, mut purls: Vec<Purl>) -> Self {
        let mut names: BTreeSet<Text> = subject.name.iter().cloned().collect();
        names.extend(subject.reference.iter().cloned());
        if let (Some(name), Some(tag)) = (&subject.name, &subject.tag) {
            names.insert(format!("{name}:{tag}").into());
        }
        purls.extend(subject.reference.as_ref().and_then(|r| r.parse::<Purl>().ok()));
        Self { purls, names, digests: subject.digests.clone() }
    }

    fn matches(&self, product: &VexProduct) -> bool {
        let known = |digest: &Digest| self.digests.binary_search(digest).is_ok();
        product.hashes.iter().any(known) || product.ids.iter().any(|id| self.is_called(id))
    }

    fn is_called(&self, id: &str) -> bool {
        if self.names.contains(id) {
            return true;
        }
        let Ok(purl) = id.parse::<Purl>() else {
            let digest = id.rsplit_once('@').map_or(id, |(_, digest)| digest);
            return digest.parse::<Digest>().is_ok_and(|d| self.digests.binary_search(&d).is_ok());
        };
        if matches!(purl.kind(), "oci" | "docker") {
            return self.is_image(&purl);
        }
        self.purls.iter().any(|own| same_package(&purl, own) && purl.version().is_none_or(|v| own.version() == Some(v)))
    }

    /// An image is known by its digest; without one, by its name, and then only with every qualifier equal.
    fn is_image(&self, purl: &Purl) -> bool {
        if let Some(digest) = purl.version().and_then(|v| v.parse::<Digest>().ok()) {
            return self.digests.binary_search(&digest).is_ok();
        }
        let tag = purl.version().or(purl.qualifier("tag"));
        self.names.iter().any(|name| {
            let (base, own_tag) = match name.rsplit_once(':') {
                Some((base, tag)) if !tag.contains('/') => (base, Some(tag)),
                _ => (name.as_str(), None),
            };
            let repository = purl.qualifier("repository_url").is_none_or(|url| url == base);
            let last = base.rsplit('/').next().unwrap_or_default();
            repository && last.eq_ignore_ascii_case(purl.name()) && tag.is_none_or(|t| own_tag == Some(t))
        })
    }
}
