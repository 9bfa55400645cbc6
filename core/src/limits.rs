//! How much is allowed: every size, depth, count and time that foreign input could make large.

use std::time::Duration;

/// The bounds of one check. A document or policy that reaches one is refused with `limit_exceeded`, never cut silently.
///
/// ```
/// use tidewaiter::Limits;
///
/// let limits = Limits { document_bytes: 8 << 20, ..Limits::default() };
/// assert!(limits.document_bytes < Limits::default().document_bytes);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one document, after decompression. Default 512 MiB.
    pub document_bytes: u64,
    /// Bytes out per byte in when a document is compressed. Default 200.
    pub compression_ratio: u64,
    /// Documents in one dossier, files in directories and documents inside documents included. Default 10,000.
    pub documents: usize,
    /// Nesting of directories that are read. Default 16.
    pub directory_depth: usize,
    /// Documents inside documents (an attestation that carries an SBOM). Default 4.
    pub document_depth: usize,
    /// Records (components, matches, results) of one document. Default 2,000,000.
    pub records: usize,
    /// Findings of one rule. Default 200,000.
    pub findings: usize,
    /// Wall time of one rule. Default 20 s.
    pub rule_time: Duration,
    /// Instructions of the policy engine for one rule. Default 400 million.
    pub rule_instructions: usize,
    /// Bytes that one rule may keep allocated; enforced where the program is built with the feature `memory-limits`.
    /// Default 1 GiB.
    pub rule_bytes: u64,
}

impl Limits {
    /// Nesting of JSON values that are read into facts (the reader's own recursion bound).
    pub const JSON_DEPTH: usize = 128;
    /// Skipped records of a document that are named one by one; the rest are counted.
    pub const NAMED_SKIPS: usize = 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            document_bytes: 512 << 20,
            compression_ratio: 200,
            documents: 10_000,
            directory_depth: 16,
            document_depth: 4,
            records: 2_000_000,
            findings: 200_000,
            rule_time: Duration::from_secs(20),
            rule_instructions: 400_000_000,
            rule_bytes: 1 << 30,
        }
    }
}
