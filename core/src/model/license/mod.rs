//! What a license text obliges its user to do, and which choices it leaves.
//!
//! [`License::read`] turns whatever a document says into alternatives: the user has to keep every [`Term`] of one of
//! them, and chooses which one. It never fails; what could not be understood is a [`State`], and what was done to
//! understand it is a [`Note`].

mod aliases;
mod alternatives;
mod categories;
mod expression;
mod names;
mod normalize;
mod permission;
mod tokens;
mod versions;

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

pub use self::permission::{denies, satisfies};
use super::Text;

/// The kind of obligation a license carries, from freest to strictest; what nobody knows counts as strictest.
///
/// ```
/// use tidewaiter::model::license::Category;
///
/// assert!(Category::Permissive < Category::StrongCopyleft);
/// assert!(Category::Commercial < Category::Unknown);
/// assert_eq!(Category::WeakCopyleftFile.name(), "weak-copyleft-file");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// No conditions at all (CC0-1.0, Unlicense).
    PublicDomain,
    /// Notices only (MIT, Apache-2.0).
    Permissive,
    /// Changed files stay open (MPL-2.0, EPL-2.0).
    WeakCopyleftFile,
    /// The library stays open and replaceable (LGPL).
    WeakCopyleftLibrary,
    /// The whole distributed work is covered (GPL, CC-BY-SA).
    StrongCopyleft,
    /// Use over a network counts as distribution (AGPL, EUPL, OSL).
    NetworkCopyleft,
    /// The source is readable, the use restricted (SSPL, BUSL, CC-BY-NC).
    SourceAvailable,
    /// Free of charge, otherwise closed.
    ProprietaryFree,
    /// Only for those who have a contract.
    Commercial,
    /// Nobody has judged it, or nobody can tell which license it is.
    Unknown,
}

impl Category {
    /// The word for the category, as it stands in facts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PublicDomain => "public-domain",
            Self::Permissive => "permissive",
            Self::WeakCopyleftFile => "weak-copyleft-file",
            Self::WeakCopyleftLibrary => "weak-copyleft-library",
            Self::StrongCopyleft => "strong-copyleft",
            Self::NetworkCopyleft => "network-copyleft",
            Self::SourceAvailable => "source-available",
            Self::ProprietaryFree => "proprietary-free",
            Self::Commercial => "commercial",
            Self::Unknown => "unknown",
        }
    }
}

/// How well a license text was understood; a text that is absent is not a license at all, but the caller's `None`.
///
/// ```
/// use tidewaiter::model::license::{License, State};
///
/// assert_eq!(License::read("(mit or APACHE-2.0)").state, State::Valid);
/// assert_eq!(License::read("BSD").state, State::Ambiguous);
/// assert_eq!(License::read("NONE").state, State::None);
/// assert_eq!(License::read("NOASSERTION").state, State::NoAssertion);
/// assert_eq!(License::read("see file COPYING").state, State::Unparseable);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// An expression of known ids, perhaps by other names.
    Valid,
    /// At least one name means several licenses.
    Ambiguous,
    /// `NONE`: no license is granted, so there is no right to use.
    None,
    /// `NOASSERTION`: nobody looked.
    NoAssertion,
    /// At least one part is not a known license, or the text is too large to decide.
    Unparseable,
}

impl State {
    /// The word for the state, as it stands in facts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Ambiguous => "ambiguous",
            Self::None => "none",
            Self::NoAssertion => "noassertion",
            Self::Unparseable => "unparseable",
        }
    }
}

/// One license, perhaps with an exception, that has to be kept.
///
/// Two terms are equal when license, `or_later` and exception are; what was written does not count.
///
/// ```
/// use tidewaiter::model::license::{Category, License};
///
/// let license = License::read("GPL-2.0+ with classpath-exception-2.0");
/// let term = &license.alternatives[0][0];
/// assert_eq!(term.id, "GPL-2.0-or-later");
/// assert!(term.or_later);
/// assert_eq!(term.exception.as_deref(), Some("Classpath-exception-2.0"));
/// assert_eq!(term.category, Category::WeakCopyleftLibrary);
/// assert_eq!(term.name(), "GPL-2.0-or-later WITH Classpath-exception-2.0");
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// The current SPDX id, a `LicenseRef-…`, or the name of a family (`BSD`) that the text leaves open.
    pub id: Text,
    /// Any later version will do, by `-or-later` in the id or by `+` after it.
    pub or_later: bool,
    /// The SPDX id of the exception, or an `AdditionRef-…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<Text>,
    /// The category of license and exception together; of an open family, the strictest of its members.
    pub category: Category,
    /// The id as written, where the SPDX list has replaced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Text>,
    /// Approved by the Open Source Initiative.
    pub osi: bool,
    /// A license outside the SPDX list.
    pub custom: bool,
    /// The licenses that an open family may stand for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Text>,
    /// The ids any of which will do, where later versions are allowed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Text>,
}

impl Term {
    /// The term as it is written in an expression.
    #[must_use]
    pub fn name(&self) -> String {
        let plus = if self.or_later && !self.id.ends_with("-or-later") { "+" } else { "" };
        match &self.exception {
            Some(exception) => format!("{}{plus} WITH {exception}", self.id),
            None => format!("{}{plus}", self.id),
        }
    }

    fn identity(&self) -> (&str, bool, Option<&str>) {
        (&self.id, self.or_later, self.exception.as_deref())
    }
}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Term {}

impl PartialOrd for Term {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Term {
    fn cmp(&self, other: &Self) -> Ordering {
        self.identity().cmp(&other.identity())
    }
}

impl Hash for Term {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

/// What was done to a text before it could be read.
///
/// ```
/// use tidewaiter::model::license::{License, Note};
///
/// let notes = License::read("Expat").notes;
/// assert_eq!(notes, [Note::Alias { written: "Expat".into(), meant: "MIT".into() }]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Note {
    /// An id in another case.
    Case {
        /// As in the document.
        written: Text,
        /// As in the SPDX list.
        meant: Text,
    },
    /// A common name, a full name, a page.
    Alias {
        /// As in the document.
        written: Text,
        /// The expression it stands for.
        meant: Text,
    },
    /// An id that the SPDX list has replaced.
    Deprecated {
        /// As in the document.
        written: Text,
        /// The expression that replaces it.
        meant: Text,
    },
    /// A name that could mean any of these.
    Ambiguous {
        /// As in the document.
        written: Text,
        /// The expressions it could stand for; where one was chosen, it is the first.
        candidates: Vec<Text>,
    },
    /// A list without an operator; every item is taken to apply.
    List {
        /// What stands between the items.
        separator: Text,
    },
    /// The text says "dual licensed", so its list is one to choose from.
    Choice,
    /// The text points to a file (`SEE LICENSE IN …`).
    Elsewhere,
    /// A part that is no known license.
    Unknown {
        /// As in the document.
        written: Text,
    },
    /// More text than an expression can be.
    TooLong,
    /// More alternatives than are worked out.
    Truncated,
}

/// The result of reading one license text.
///
/// ```
/// use tidewaiter::model::license::{Category, License, State};
///
/// let license = License::read("MIT/X11 or GPL-3.0+");
/// assert_eq!(license.state, State::Valid);
/// assert_eq!(license.text, "MIT OR GPL-3.0-or-later");
/// assert_eq!(license.alternatives.len(), 2);
/// assert_eq!(license.mildest(), Category::Permissive);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct License {
    /// The expression in canonical spelling, in the order in which it was written; the raw text where it is no expression.
    pub text: Text,
    /// As written.
    pub raw: Text,
    /// How well it was understood.
    pub state: State,
    /// The user keeps all terms of one of these; sorted, none a superset of another.
    ///
    /// An unparseable text may still have some: its known parts, beside a `LicenseRef-unknown-…` for each other part.
    /// They are good to deny by, not to permit by.
    pub alternatives: Vec<Vec<Term>>,
    /// What was done to read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

impl License {
    /// Reads a license text of any origin; the SPDX precedence is `+`, `WITH`, `AND`, `OR`.
    ///
    /// A blank text is unparseable. Lists by comma, semicolon, line, slash or `+` require all their items.
    ///
    /// ```
    /// use tidewaiter::model::license::License;
    ///
    /// let read = |text| License::read(text).text;
    /// assert_eq!(read("The Apache Software License, Version 2.0"), "Apache-2.0");
    /// assert_eq!(read("License :: OSI Approved :: MIT License"), "MIT");
    /// assert_eq!(read("https://www.gnu.org/licenses/agpl-3.0.html"), "AGPL-3.0-only");
    /// assert_eq!(read("GPLv2+ and (LGPLv2+ or ASL 2.0)"), "GPL-2.0-or-later AND (LGPL-2.0-or-later OR Apache-2.0)");
    /// assert_eq!(read("Copyright by whoever"), "Copyright by whoever");
    /// ```
    #[must_use]
    pub fn read(raw: &str) -> Self {
        expression::read(raw)
    }

    /// All of these at once: the meaning of a CycloneDX license list.
    ///
    /// ```
    /// use tidewaiter::model::license::License;
    ///
    /// let list = [License::read("MIT OR ISC"), License::read("Zlib")];
    /// assert_eq!(License::all(&list).text, "(MIT OR ISC) AND Zlib");
    /// ```
    #[must_use]
    pub fn all(list: &[Self]) -> Self {
        expression::join(list, spdx::expression::Operator::And)
    }

    /// Any one of these.
    ///
    /// ```
    /// use tidewaiter::model::license::License;
    ///
    /// let list = [License::read("MIT"), License::read("GPL-2.0-only")];
    /// assert_eq!(License::any(&list).text, "MIT OR GPL-2.0-only");
    /// ```
    #[must_use]
    pub fn any(list: &[Self]) -> Self {
        expression::join(list, spdx::expression::Operator::Or)
    }

    /// The obligation that stays when the user picks the mildest alternative; an alternative weighs as its strictest term.
    ///
    /// Without any alternative there is nothing to choose from, and the answer is unknown.
    ///
    /// ```
    /// use tidewaiter::model::license::{Category, License};
    ///
    /// assert_eq!(License::read("AGPL-3.0-only AND MIT").mildest(), Category::NetworkCopyleft);
    /// assert_eq!(License::read("AGPL-3.0-only OR MIT").mildest(), Category::Permissive);
    /// assert_eq!(License::read("whatever").mildest(), Category::Unknown);
    /// ```
    #[must_use]
    pub fn mildest(&self) -> Category {
        let strictest = |terms: &Vec<Term>| terms.iter().map(|term| term.category).max();
        self.alternatives.iter().filter_map(strictest).min().unwrap_or(Category::Unknown)
    }

    /// What the open families of the text may stand for, sorted.
    #[must_use]
    pub fn candidates(&self) -> Vec<Text> {
        let mut all: Vec<Text> =
            self.alternatives.iter().flatten().flat_map(|t| t.candidates.iter().cloned()).collect();
        all.sort();
        all.dedup();
        all
    }
}

/// The category of a license id, of an id with an exception, or of any other text by its mildest alternative.
///
/// ```
/// use tidewaiter::model::license::{Category, category};
///
/// assert_eq!(category("mpl-2.0"), Category::WeakCopyleftFile);
/// assert_eq!(category("GPL-3.0-only WITH GCC-exception-3.1"), Category::WeakCopyleftLibrary);
/// assert_eq!(category("LicenseRef-ours"), Category::Unknown);
/// ```
#[must_use]
pub fn category(id: &str) -> Category {
    match names::license_id(id) {
        Some(id) => categories::of_license(id),
        None => License::read(id).mildest(),
    }
}
