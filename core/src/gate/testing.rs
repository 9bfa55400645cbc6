//! The tests of a folder with policies.

use std::path::Path;

use regex::Regex;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::policy::TestResult;

use super::policy_files;

/// Runs the tests of Rego files, directories and bundles, which see one another, as `opa test` does: rules named `test_…` pass if they are true,
/// those named `todo_test_…` are skipped. `pattern` is a regular expression over `data.package.test_name`.
///
/// ```
/// let folder = std::env::temp_dir().join("tidewaiter-doc-test");
/// std::fs::create_dir_all(&folder).unwrap();
/// std::fs::write(folder.join("a_test.rego"), "package a\n\ntest_sum if 1 + 1 == 2\n").unwrap();
/// let results = tidewaiter::test_policies(&[&folder], None, false)?;
/// assert_eq!(results[0].status, tidewaiter::TestStatus::Pass);
/// # Ok::<(), tidewaiter::Error>(())
/// ```
///
/// # Errors
/// [`Error::InvalidPolicy`] if a file cannot be read or does not parse, or the pattern is none.
pub fn test_policies(
    paths: &[impl AsRef<Path>],
    pattern: Option<&str>,
    rego_v0: bool,
) -> Result<Vec<TestResult>, Error> {
    let pattern = pattern.map(Regex::new).transpose().map_err(|error| {
        Error::InvalidPolicy(Fault::new(format!("not a regular expression: {error}"), "correct the pattern"))
    })?;
    let mut source = crate::policy::PolicySource { v0: rego_v0, ..crate::policy::PolicySource::default() };
    for path in paths {
        let more = policy_files::load_with_data(path.as_ref())?;
        source.modules.extend(more.modules);
        source.data.extend(more.data);
    }
    crate::policy::run_tests(&source, pattern.as_ref(), Limits::default())
}
