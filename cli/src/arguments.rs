//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(name = "tidewaiter", version, about = "Policy gates for software supply chains", max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Judge documents; exit with 0 (pass, warn), 1 (deny) or 2 (error)
    Check(CheckOptions),
    /// Print the normalized document that policies see, as JSON
    Facts(FactsOptions),
    /// Say which format, version and kind each file is
    Detect(DetectOptions),
    /// Verify a Sigstore bundle; exit with 0 (verified), 1 (refused) or 2 (error)
    Verify(VerifyOptions),
    /// Append a waiver for a finding to a waiver file
    Waive(WaiveOptions),
    /// Run the tests of policies; exit with 0 (all pass), 1 (one fails) or 2 (error)
    Test(TestOptions),
    /// List the rules in force
    Rules(RulesOptions),
    /// Say what a rule checks, why, and how it is set
    Explain {
        /// The id of the rule
        rule: String,
        #[command(flatten)]
        sources: GateOptions,
    },
    /// Print a JSON Schema
    Schema {
        /// Of what
        what: SchemaOf,
    },
    /// Write a gate file and a waiver file to begin with
    Init {
        /// Where
        #[arg(default_value = ".")]
        directory: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct GateOptions {
    /// The gate file; without it the baseline
    #[arg(long, value_name = "FILE")]
    pub(crate) gate: Option<PathBuf>,
    /// A profile, whatever the gate file says
    #[arg(long)]
    pub(crate) profile: Option<String>,
    /// Policies about facts: a Rego file, a directory or an OPA bundle
    #[arg(long = "policy", value_name = "PATH")]
    pub(crate) policies: Vec<PathBuf>,
    /// Policies about the documents as they were written
    #[arg(long = "raw-policy", value_name = "PATH")]
    pub(crate) raw_policies: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct DossierOptions {
    /// Files and directories
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// A file of a declared format
    #[arg(long = "as", value_name = "FORMAT:FILE")]
    pub(crate) declared: Vec<String>,
    /// What is judged: an image reference, a digest, a package URL or a name
    #[arg(long, value_name = "REF")]
    pub(crate) subject: Option<String>,
    /// Who can reach it: public, internal
    #[arg(long)]
    pub(crate) exposure: Option<String>,
    /// How it reaches its users: internal, saas, distributed
    #[arg(long)]
    pub(crate) distribution: Option<String>,
    /// The environment it is meant for
    #[arg(long)]
    pub(crate) environment: Option<String>,
    /// A JSON file that policies see as `input.context`
    #[arg(long, value_name = "FILE")]
    pub(crate) context: Option<PathBuf>,
    /// An earlier decision about the same subject
    #[arg(long, value_name = "FILE")]
    pub(crate) previous: Option<PathBuf>,
    /// An earlier decision about the same subject; only what is new since then denies
    #[arg(long, value_name = "FILE")]
    pub(crate) since: Option<PathBuf>,
    /// The moment of evaluation; without it the clock's
    #[arg(long, value_name = "RFC3339")]
    pub(crate) now: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckOptions {
    #[command(flatten)]
    pub(crate) dossier: DossierOptions,
    #[command(flatten)]
    pub(crate) gate: GateOptions,
    /// The report on standard output: table, json, sarif, markdown
    #[arg(long, default_value = "table")]
    pub(crate) format: String,
    /// A report in a file besides
    #[arg(long = "output", value_name = "FORMAT=FILE")]
    pub(crate) outputs: Vec<String>,
    /// Colours in the table
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Say on standard error how long each step took
    #[arg(long)]
    pub(crate) timings: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FactsOptions {
    #[command(flatten)]
    pub(crate) dossier: DossierOptions,
    #[command(flatten)]
    pub(crate) gate: GateOptions,
}

#[derive(Debug, Args)]
pub(crate) struct DetectOptions {
    /// Files and directories
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// A JSON array
    #[arg(long)]
    pub(crate) json: bool,
    /// List the formats that are read
    #[arg(long)]
    pub(crate) formats: bool,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyOptions {
    /// The bundle
    pub(crate) bundle: PathBuf,
    /// What was signed: a file, or its digest as sha256:…
    #[arg(long, value_name = "FILE|DIGEST")]
    pub(crate) artifact: String,
    /// The identity (subject alternative name) that has to have signed
    #[arg(long, value_name = "SAN", conflicts_with_all = ["identity_pattern", "key"])]
    pub(crate) identity: Option<String>,
    /// The same as an anchored regular expression
    #[arg(long, value_name = "REGEX", conflicts_with = "key")]
    pub(crate) identity_pattern: Option<String>,
    /// The issuer that has to have vouched for the identity
    #[arg(long, value_name = "URL", conflicts_with = "key")]
    pub(crate) issuer: Option<String>,
    /// The public key (PEM) that has to have signed
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
    /// The only trusted root, instead of the embedded ones
    #[arg(long, value_name = "FILE")]
    pub(crate) trusted_root: Option<PathBuf>,
    /// The answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct WaiveOptions {
    /// The id of the finding, or its beginning
    pub(crate) finding: String,
    /// Who answers for it
    #[arg(long)]
    pub(crate) owner: String,
    /// Why, in at least 20 characters
    #[arg(long)]
    pub(crate) reason: String,
    /// The day on which it ends
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) expires: String,
    /// The kind of reason
    #[arg(long, default_value = "accepted_risk",
        value_parser = ["false_positive", "accepted_risk", "mitigated", "not_deployed", "vendor_pending"])]
    pub(crate) category: String,
    /// Who agrees; not the owner
    #[arg(long)]
    pub(crate) approver: Option<String>,
    /// Where it is discussed
    #[arg(long)]
    pub(crate) ticket: Option<String>,
    /// The decision that has the finding
    #[arg(long, value_name = "FILE", default_value = "decision.json")]
    pub(crate) decision: PathBuf,
    /// The waiver file; it is made where it is missing
    #[arg(long, value_name = "FILE", default_value = "waivers.yaml")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct TestOptions {
    /// Rego files, directories and bundles
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Only tests whose full name matches
    #[arg(long, value_name = "REGEX")]
    pub(crate) run: Option<String>,
    /// Name the tests that pass, too
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// How to report
    #[arg(long, value_enum, default_value_t = TestFormat::Pretty)]
    pub(crate) format: TestFormat,
    /// The policies are written in Rego v0
    #[arg(long = "v0-compatible")]
    pub(crate) v0: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestFormat {
    Pretty,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct RulesOptions {
    /// A JSON array
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) gate: GateOptions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// When standard output is a terminal and `NO_COLOR` is not set
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// What policies see
    Facts,
    /// What `check --format json` prints
    Decision,
    /// The options of all faces
    Options,
}
