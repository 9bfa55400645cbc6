//! The meaning of one license name: an id in any case, a full name, a common name, a family with a version, a page.

use std::collections::HashMap;
use std::sync::LazyLock;

use spdx::LicenseId;
use spdx::identifiers::{EXCEPTIONS, LICENSES};

use super::aliases::{self, FAMILIES, Family, Meaning};
use crate::model::Text;

/// What a name was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A valid expression, in canonical spelling or in that of an SPDX id.
    Expression { meant: String, certainty: Certainty },
    /// One of several licenses; `name` is the term.
    Family { name: &'static str, candidates: Vec<Text> },
    /// A `LicenseRef` of our own tables.
    Custom(&'static str),
}

/// How sure a reading is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Written as the SPDX list writes it.
    Exact,
    /// An id in another case.
    Case,
    /// Another name for it.
    Alias,
    /// The likeliest of these.
    Guess(Vec<Text>),
}

/// All names that lead to a license, by their folded form, and all ids by their lower case.
struct Index {
    ids: HashMap<Text, LicenseId>,
    names: HashMap<Text, Meaning>,
    phrases: HashMap<&'static str, usize>,
    exceptions: HashMap<Text, &'static str>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut ids = HashMap::with_capacity(LICENSES.len());
    let mut names = HashMap::with_capacity(2048);
    for license in LICENSES {
        let Some(id) = spdx::license_id(license.name).filter(|_| !is_state(license.name)) else { continue };
        ids.insert(lower(license.name), id);
        // `GPL 2.0` is not the id `GPL-2.0` but a name that leaves open what follows the version.
        if id.is_deprecated() && id.is_gnu() {
            continue;
        }
        names.entry(Text::from(fold(license.name))).or_insert(Meaning::Is(license.name));
    }
    for license in LICENSES.iter().filter(|license| license.flags & spdx::flags::IS_DEPRECATED == 0) {
        if !is_state(license.name) {
            names.entry(Text::from(fold(license.full_name))).or_insert(Meaning::Is(license.name));
        }
    }
    for (name, meaning) in aliases::NAMES {
        names.insert(Text::from(fold(name)), *meaning);
    }
    let phrases = FAMILIES
        .iter()
        .enumerate()
        .flat_map(|(family, row)| row.phrases.iter().map(move |phrase| (*phrase, family)))
        .collect();
    let exceptions = EXCEPTIONS
        .iter()
        .map(|exception| (Text::from(fold(exception.name)), exception.name))
        .chain(aliases::EXCEPTIONS.iter().map(|(name, id)| (Text::from(fold(name)), *id)))
        .collect();
    Index { ids, names, phrases, exceptions }
});

/// The SPDX list holds one of the two words that are no license.
fn is_state(id: &str) -> bool {
    matches!(id, "NONE" | "NOASSERTION")
}

fn lower(text: &str) -> Text {
    text.chars().map(|c| c.to_ascii_lowercase()).collect()
}

/// The SPDX license with this id in any case.
pub(super) fn license_id(id: &str) -> Option<LicenseId> {
    // The crate trims `+` by itself; here a `+` is never part of the id.
    if id.ends_with('+') || is_state(id) {
        return None;
    }
    spdx::license_id(id).or_else(|| INDEX.ids.get(lower(id).as_str()).copied())
}

/// The meaning of a name, or of the text of a whole license field.
pub(super) fn find(text: &str) -> Option<Found> {
    let (id, later) = text.strip_suffix('+').map_or((text, ""), |id| (id, "+"));
    if let Some(license) = license_id(id) {
        let certainty = if license.name == id { Certainty::Exact } else { Certainty::Case };
        return Some(Found::Expression { meant: format!("{}{later}", license.name), certainty });
    }
    if is_page(text) { find_page(text) } else { find_folded(&fold(text)) }
}

fn find_folded(key: &str) -> Option<Found> {
    if key.is_empty() {
        return None;
    }
    if let Some(meaning) = INDEX.names.get(key) {
        return Some(found(*meaning));
    }
    if let Some(found) = find_in_family(key) {
        return Some(found);
    }
    // `EPL 1.0 or later`: only what has versions can have later ones.
    let name = key.strip_suffix(" +")?;
    match INDEX.names.get(name) {
        Some(Meaning::Is(id)) if spdx::license_id(id).is_some() && super::versions::of(id).is_some() => {
            Some(Found::Expression { meant: format!("{id}+"), certainty: Certainty::Alias })
        }
        _ => None,
    }
}

fn found(meaning: Meaning) -> Found {
    let texts = |ids: &[&str]| ids.iter().copied().map(Text::from).collect();
    match meaning {
        Meaning::Is(expression) => Found::Expression { meant: expression.to_owned(), certainty: Certainty::Alias },
        Meaning::Guess(candidates) => Found::Expression {
            meant: candidates.first().copied().unwrap_or_default().to_owned(),
            certainty: Certainty::Guess(texts(candidates)),
        },
        Meaning::OneOf(name, candidates) => Found::Family { name, candidates: texts(candidates) },
        Meaning::Custom(id) => Found::Custom(id),
    }
}

/// What a run of words says about one family; every word has to belong to it.
#[derive(Default)]
struct Reading<'a> {
    family: Option<usize>,
    phrases: Vec<&'a str>,
    version: Option<&'a str>,
    later: bool,
    only: bool,
}

/// `gnu general public 2 +`, `common development and distribution cddl 1`, `3 clause bsd`.
fn find_in_family(key: &str) -> Option<Found> {
    /// Longer texts are no names.
    const MOST_WORDS: usize = 16;
    const LONGEST_PHRASE: usize = 7;
    let starts: Vec<usize> = word_starts(key).take(MOST_WORDS.saturating_add(1)).collect();
    if starts.len() > MOST_WORDS {
        return None;
    }
    let mut reading = Reading::default();
    let mut at = 0;
    while let Some(&start) = starts.get(at) {
        let phrase = (1..=LONGEST_PHRASE).rev().find_map(|count| {
            let next = at.checked_add(count)?;
            let end = match starts.get(next) {
                Some(start) => start.checked_sub(1)?,
                None if next == starts.len() => key.len(),
                None => return None,
            };
            let phrase = key.get(start..end)?;
            INDEX.phrases.get(phrase).map(|family| (phrase, *family, next))
        });
        at = match phrase {
            Some((phrase, family, next)) if reading.take_phrase(phrase, family) => next,
            Some(_) => return None,
            None => {
                let word = key.get(start..)?.split(' ').next()?;
                if !reading.take_word(word) {
                    return None;
                }
                at.saturating_add(1)
            }
        };
    }
    reading.resolve()
}

fn word_starts(key: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(key.match_indices(' ').map(|(at, _)| at.saturating_add(1)))
}

impl<'a> Reading<'a> {
    /// A long name and its abbreviation are one name; the same phrase twice is a list.
    fn take_phrase(&mut self, phrase: &'a str, family: usize) -> bool {
        if self.family.is_some_and(|f| f != family) || self.phrases.contains(&phrase) {
            return false;
        }
        self.family = Some(family);
        self.phrases.push(phrase);
        true
    }

    fn take_word(&mut self, word: &'a str) -> bool {
        match word {
            "+" if !self.later => self.later = true,
            "only" if !self.only => self.only = true,
            _ if self.filler(word) => {}
            _ if word.starts_with(|c: char| c.is_ascii_digit()) && self.version.is_none() => self.version = Some(word),
            _ => return false,
        }
        true
    }

    fn filler(&self, word: &str) -> bool {
        match self.family.and_then(|family| FAMILIES.get(family)) {
            Some(family) => family.fillers.contains(&word),
            // `3 clause bsd`: the family is not known yet.
            None => FAMILIES.iter().any(|family| family.fillers.contains(&word)),
        }
    }

    fn resolve(self) -> Option<Found> {
        let family = FAMILIES.get(self.family?)?;
        if self.later && self.only {
            return None;
        }
        let Some(version) = self.version else { return self.without_version(family) };
        let (_, id) = family.versions.iter().find(|(v, _)| *v == version)?;
        if !family.gnu {
            let later = if self.later { "+" } else { "" };
            let fits = !self.later || super::versions::of(id).is_some();
            return fits.then(|| Found::Expression { meant: format!("{id}{later}"), certainty: Certainty::Alias });
        }
        let only = format!("{id}-only");
        let or_later = format!("{id}-or-later");
        Some(if self.later {
            Found::Expression { meant: or_later, certainty: Certainty::Alias }
        } else if self.only {
            Found::Expression { meant: only, certainty: Certainty::Alias }
        } else {
            let certainty = Certainty::Guess(vec![Text::from(only.as_str()), Text::from(or_later)]);
            Found::Expression { meant: only, certainty }
        })
    }

    fn without_version(&self, family: &'static Family) -> Option<Found> {
        let (_, first) = family.versions.first()?;
        let sure = |meant: String| Some(Found::Expression { meant, certainty: Certainty::Alias });
        if family.gnu {
            // Fedora's `GPL+`: no version stated, so the licensee may take any.
            if self.later {
                return sure(format!("{first}-or-later"));
            }
            let candidates =
                family.versions.iter().flat_map(|(_, id)| [format!("{id}-only"), format!("{id}-or-later")]);
            return Some(Found::Family { name: family.name, candidates: candidates.map(Text::from).collect() });
        }
        if self.later || self.only {
            return None;
        }
        if family.versions.len() == 1 {
            return sure((*first).to_owned());
        }
        let candidates = family.versions.iter().map(|(_, id)| Text::from(*id)).collect();
        Some(Found::Family { name: family.name, candidates })
    }
}

/// The id of an exception, of this name, to a license of this id.
pub(super) fn find_exception(name: &str, license: &str) -> Option<&'static str> {
    let key = fold(name);
    if let Some(exception) = INDEX.exceptions.get(key.as_str()) {
        return Some(exception);
    }
    // An edition in the name (`classpath exception 2.0`) adds nothing where only one exists.
    let bare = key.trim_end_matches([' ', '1', '2', '3', '.']);
    let (_, second, third) = aliases::EXCEPTIONS_BY_VERSION.iter().find(|(name, ..)| *name == bare)?;
    Some(if license.contains("GPL-3") { third } else { second })
}

fn is_page(text: &str) -> bool {
    text.contains("://") || text.starts_with("www.")
}

/// A page on a site that is known to name its pages after licenses.
fn find_page(url: &str) -> Option<Found> {
    let page = url.split_once("://").map_or(url, |(_, page)| page).to_ascii_lowercase();
    let page = page.split(['#', '?', ';']).next()?;
    let page = page.strip_prefix("www.").unwrap_or(page).trim_end_matches(['/', '.']);
    let page =
        [".txt", ".html", ".htm", ".php", ".md", ".json"].iter().fold(page, |p, end| p.strip_suffix(end).unwrap_or(p));
    if let Some((_, meaning)) = aliases::PAGES.iter().find(|(known, _)| *known == page) {
        return Some(found(*meaning));
    }
    let (host, path) = page.split_once('/')?;
    let (site, prefix) = aliases::HOSTS
        .iter()
        .find(|(site, _)| host.strip_suffix(site).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))?;
    if matches!(*site, "spdx.org" | "licenses.nuget.org") {
        let id = license_id(path.rsplit('/').next()?)?;
        return Some(Found::Expression { meant: id.name.to_owned(), certainty: Certainty::Alias });
    }
    // `MPL/2.0` and `by-sa/4.0` span two steps of the path, `epl-2.0` one.
    let (head, last) = path.rsplit_once('/').unwrap_or(("", path));
    let before = head.rsplit('/').next().unwrap_or_default();
    find_folded(&fold(&format!("{prefix}{before} {last}"))).or_else(|| find_folded(&fold(&format!("{prefix}{last}"))))
}

/// Words that no two licenses differ by.
const NOISE: &[&str] = &[
    "the", "license", "licence", "licenses", "licences", "licensed", "version", "versions", "ver", "v", "under", "lic",
];
const LATER: &[&str] = &["later", "newer", "greater", "higher", "above", "upwards", "onwards"];
const BEFORE_LATER: &[&str] = &["or", "and", "any", "at", "your", "option"];

/// The form in which names are compared: lower-case words and numbers, `+` for "or later", nothing else.
///
/// Letters and digits part (`GPLv2` is `gpl 2`), closing zeros fall (`2.0` is `2`), small numbers become digits.
pub(super) fn fold(text: &str) -> String {
    let mut folded = Folded { out: String::with_capacity(text.len()), ..Folded::default() };
    let mut previous = ' ';
    for c in text.chars() {
        match c {
            c if c.is_alphabetic() => folded.push(c, false),
            c if c.is_ascii_digit() => folded.push(c, true),
            '.' if folded.numeric => folded.word.push('.'),
            '+' => {
                folded.flush(false);
                folded.append("+");
            }
            '&' => {
                folded.flush(false);
                folded.append("and");
            }
            // R writes `GPL (>= 2)`.
            '=' if previous == '>' => folded.at_least = true,
            '≥' => folded.at_least = true,
            _ => folded.flush(false),
        }
        previous = c;
    }
    folded.flush(false);
    folded.out
}

#[derive(Default)]
struct Folded {
    out: String,
    word: String,
    numeric: bool,
    at_least: bool,
}

impl Folded {
    fn push(&mut self, c: char, numeric: bool) {
        if self.numeric != numeric {
            self.flush(numeric);
        }
        self.numeric = numeric;
        if c.is_ascii() {
            self.word.push(c.to_ascii_lowercase());
        } else {
            self.word.extend(c.to_lowercase());
        }
    }

    /// Ends a word; before a number its closing `v` is the version's.
    fn flush(&mut self, before_number: bool) {
        let mut word = std::mem::take(&mut self.word);
        if self.numeric {
            word.truncate(word.trim_end_matches('.').len());
            while word.ends_with(".0") {
                word.truncate(word.len().saturating_sub(2));
            }
            self.append(&word);
            if std::mem::take(&mut self.at_least) {
                self.append("+");
            }
        } else {
            if before_number && word.len() > 1 && word.ends_with('v') {
                word.pop();
            }
            self.letters(&word);
        }
        self.numeric = false;
        word.clear();
        self.word = word;
    }

    fn letters(&mut self, word: &str) {
        if word.is_empty() || NOISE.contains(&word) {
            return;
        }
        if LATER.contains(&word) && self.ends_with_any(BEFORE_LATER) {
            while self.ends_with_any(BEFORE_LATER) {
                let end = self.out.rfind(' ').unwrap_or_default();
                self.out.truncate(end);
            }
            return self.append("+");
        }
        self.append(match word {
            "zero" => "0",
            "one" => "1",
            "two" => "2",
            "three" => "3",
            "four" => "4",
            _ => word,
        });
    }

    fn ends_with_any(&self, words: &[&str]) -> bool {
        self.out.rsplit(' ').next().is_some_and(|last| words.contains(&last))
    }

    fn append(&mut self, word: &str) {
        if word.is_empty() || (word == "+" && self.ends_with_any(&["+"])) {
            return;
        }
        if !self.out.is_empty() {
            self.out.push(' ');
        }
        self.out.push_str(word);
    }
}
