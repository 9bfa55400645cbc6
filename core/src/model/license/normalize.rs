//! From whatever a license field holds to an expression that the SPDX parser takes.

use super::aliases::CUSTOM;
use super::names::{self, Certainty, Found};
use super::tokens::{self, Kind, Token};
use super::{Category, Note, State, Term};
use crate::model::Text;

/// The prefix of the `LicenseRef` that stands for a term without an SPDX id; its number follows.
pub(super) const SPECIAL: &str = "tidewaiter.";

/// A text made readable.
#[derive(Debug, Default)]
pub(super) struct Normal {
    /// An expression of SPDX ids and special references.
    pub(super) expression: String,
    /// The terms that the special references stand for.
    pub(super) specials: Vec<Term>,
    pub(super) notes: Vec<Note>,
    /// A name was left open or guessed.
    pub(super) ambiguous: bool,
    /// A part is no known license.
    pub(super) unknown: bool,
}

/// The texts that say nothing about a license, by their own words.
pub(super) fn state(text: &str) -> Option<State> {
    const NO_LICENSE: &[&str] = &["none", "unlicensed", "no license", "no licence"];
    const NOBODY_LOOKED: &[&str] = &[
        "noassertion",
        "no assertion",
        "unknown",
        "n/a",
        "null",
        "undefined",
        "unspecified",
        "not specified",
        "license-unknown",
        "licenseref-unknown",
    ];
    let is = |list: &[&str]| list.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(NO_LICENSE) {
        Some(State::None)
    } else if is(NOBODY_LOOKED) {
        Some(State::NoAssertion)
    } else {
        None
    }
}

/// True for a text that names a file instead of a license.
pub(super) fn points_elsewhere(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let starts = ["see license", "see licence", "see the license", "see copying", "file license", "file licence"];
    starts.iter().any(|start| lower.starts_with(start))
        || ["license", "licence", "copying", "license.txt", "license.md", "copying.txt", "licence.txt"]
            .contains(&&*lower)
}

/// Reads the text as names, operators and lists; `None` when it is prose.
pub(super) fn normalize(text: &str) -> Option<Normal> {
    if let Some(found) = names::find(text) {
        let mut reader = Reader::new(text, Vec::new());
        reader.pending = Some(Pending { found: Some(found), written: text, exception: None });
        reader.emit();
        return Some(reader.normal);
    }
    let tokens = tokens::cut(text)?;
    let mut reader = Reader::new(text, tokens);
    reader.run()?;
    Some(reader.normal)
}

/// A name that was read and may still get an exception or a second name in brackets.
#[derive(Debug)]
struct Pending<'a> {
    /// `None` for a name nobody knows.
    found: Option<Found>,
    written: &'a str,
    exception: Option<String>,
}

/// A bracket that is open, the whole text being the outermost.
#[derive(Debug, Clone, Copy)]
struct Group {
    /// The operator that a comma stands for here.
    comma: &'static str,
}

struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    groups: Vec<Group>,
    pending: Option<Pending<'a>>,
    /// "Dual licensed": the list is one to choose from.
    choice: bool,
    normal: Normal,
}

/// Words around a name that are no part of it.
const ENVELOPE: &[&str] = &[
    "dual",
    "dually",
    "dual-licensed",
    "dual-license",
    "dual-licence",
    "multi-licensed",
    "multi-license",
    "tri-licensed",
    "tri-license",
    "licensed",
    "license",
    "licence",
    "licenses",
    "licences",
    "under",
    "either",
    "both",
    "the",
    "of",
    "terms",
    "consisting",
    "released",
    "distributed",
    "available",
    "license:",
    "licence:",
    "license(s):",
    "licenses:",
];

impl<'a> Reader<'a> {
    fn new(text: &'a str, tokens: Vec<Token>) -> Self {
        let mut reader =
            Self { text, tokens, at: 0, groups: Vec::new(), pending: None, choice: false, normal: Normal::default() };
        reader.choice = (0..reader.tokens.len()).any(|n| {
            reader.word(n).is_some_and(|word| {
                let word = word.to_ascii_lowercase();
                word == "dual"
                    || word == "dually"
                    || ["dual-lic", "tri-lic", "multi-lic"].iter().any(|w| word.starts_with(w))
            })
        });
        if reader.choice {
            reader.normal.notes.push(Note::Choice);
        }
        reader
    }

    /// Operand, operator, operand, …; the stack of groups replaces recursion.
    fn run(&mut self) -> Option<()> {
        self.open_group();
        let mut operand_due = true;
        while let Some(kind) = self.kind(self.at) {
            operand_due = match (operand_due, kind) {
                (true, Kind::Open) => {
                    self.at = self.at.saturating_add(1);
                    self.open_group();
                    true
                }
                (true, Kind::Word) => !self.operand()?,
                (true, _) => return None,
                (false, Kind::Close) => {
                    self.close_group()?;
                    false
                }
                (false, Kind::Open) if self.second_name()? => false,
                (false, _) => self.operator(kind)?,
            };
        }
        if operand_due || self.groups.len() != 1 {
            return None;
        }
        self.emit();
        self.normal.expression.push(')');
        Some(())
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        self.tokens.get(at).filter(|token| token.kind == Kind::Word).and_then(|t| self.text.get(t.start..t.end))
    }

    /// The text from one piece up to, not including, another.
    fn span(&self, from: usize, to: usize) -> Option<&'a str> {
        let first = self.tokens.get(from)?;
        let last = self.tokens.get(to.checked_sub(1)?)?;
        self.text.get(first.start..last.end)
    }

    /// Begins a bracket; the inner pair of brackets holds one item of a list.
    fn open_group(&mut self) {
        let mut depth = 0_usize;
        let (mut or, mut and) = (false, false);
        for (n, token) in self.tokens.iter().enumerate().skip(self.at) {
            match token.kind {
                Kind::Open => depth = depth.saturating_add(1),
                Kind::Close if depth == 0 => break,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Comma if depth == 0 => match self.kind(n.saturating_add(1)) {
                    Some(Kind::Or) => or = true,
                    Some(Kind::And) => and = true,
                    _ => {}
                },
                _ => {}
            }
        }
        // `a, b, or c` is a choice of three.
        let comma = if self.choice || (or && !and) { " OR " } else { " AND " };
        self.groups.push(Group { comma });
        self.normal.expression.push_str(if self.groups.len() == 1 { "(" } else { "((" });
    }

    fn close_group(&mut self) -> Option<()> {
        self.emit();
        self.groups.pop().filter(|_| !self.groups.is_empty())?;
        self.normal.expression.push_str("))");
        self.at = self.at.saturating_add(1);
        Some(())
    }

    /// Reads one name; `false` when only words around a name were passed over, `None` for prose.
    fn operand(&mut self) -> Option<bool> {
        /// Names are not longer than this, brackets and commas included.
        const LONGEST: usize = 14;
        const LONGEST_UNKNOWN: usize = 8;
        let longest = self.tokens.len().min(self.at.saturating_add(LONGEST));
        for to in (self.at.saturating_add(1)..=longest).rev() {
            if !self.is_balanced(self.at, to) {
                continue;
            }
            let written = self.span(self.at, to)?;
            if let Some(found) = find(written) {
                self.pending = Some(Pending { found: Some(found), written, exception: None });
                self.at = to;
                return Some(true);
            }
        }
        let word = self.word(self.at)?;
        let more = matches!(self.kind(self.at.saturating_add(1)), Some(Kind::Word | Kind::Open));
        if more && ENVELOPE.iter().any(|passed| word.eq_ignore_ascii_case(passed)) {
            self.at = self.at.saturating_add(1);
            return Some(false);
        }
        let to = self.end_of_words(self.at);
        let written = self.span(self.at, to)?;
        if to.saturating_sub(self.at) > LONGEST_UNKNOWN {
            return None;
        }
        self.pending = Some(Pending { found: None, written, exception: None });
        self.at = to;
        Some(true)
    }

    /// A span that ends with a word or a bracket and closes only what it opens.
    fn is_balanced(&self, from: usize, to: usize) -> bool {
        let mut depth = 0_usize;
        let Some(span) = self.tokens.get(from..to) else { return false };
        for token in span {
            match token.kind {
                Kind::Open => depth = depth.saturating_add(1),
                Kind::Close if depth == 0 => return false,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        depth == 0 && span.last().is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Close))
    }

    fn end_of_words(&self, from: usize) -> usize {
        let words = self.tokens.iter().skip(from).take_while(|token| token.kind == Kind::Word).count();
        from.saturating_add(words)
    }

    /// `MIT License (Expat)`, `GNU GPL (GPL-2.0-only)`: brackets behind a name that say it again.
    fn second_name(&mut self) -> Option<bool> {
        let from = self.at.checked_add(1)?;
        let inside = self.tokens.iter().skip(from).position(|token| token.kind == Kind::Close)?;
        let to = from.checked_add(inside)?;
        if from == to {
            self.at = to.checked_add(1)?;
            return Some(true);
        }
        let Some(written) = self.span(from, to) else { return Some(false) };
        let Some(pending) = self.pending.as_mut() else { return Some(false) };
        match find(written) {
            Some(second) => {
                let Some(first) = pending.found.as_ref() else { return Some(false) };
                match same(first, &second) {
                    Same::No => return Some(false),
                    Same::First => {}
                    Same::Second => pending.found = Some(second),
                }
            }
            None if self.tokens.get(from..to)?.iter().all(|token| token.kind == Kind::Word) => {
                let written = Text::from(written);
                self.normal.notes.push(Note::Unknown { written });
                self.normal.unknown = true;
            }
            None => return Some(false),
        }
        self.at = to.checked_add(1)?;
        Some(true)
    }

    /// What stands between two names; the answer is whether a name is due now.
    fn operator(&mut self, kind: Kind) -> Option<bool> {
        let next = self.kind(self.at.saturating_add(1));
        match kind {
            Kind::Comma if matches!(next, None | Some(Kind::Close)) => {
                self.at = self.at.saturating_add(1);
                return Some(false);
            }
            Kind::Comma if next == Some(Kind::With) => {
                self.at = self.at.saturating_add(1);
                return self.exception().map(|()| false);
            }
            Kind::With => return self.exception().map(|()| false),
            // R: `MIT + file LICENSE` names the file with the copyright line.
            Kind::Plus | Kind::Or if self.is_license_file(self.at.saturating_add(1)) => {
                self.at = self.at.saturating_add(3);
                return Some(false);
            }
            Kind::Word if self.is_envelope() => {
                self.at = self.end_of_words(self.at);
                return Some(false);
            }
            _ => {}
        }
        self.emit();
        let (joint, eaten) = self.joint(kind, next)?;
        self.normal.expression.push_str(joint);
        self.at = self.at.saturating_add(eaten);
        Some(true)
    }

    /// How an operator or separator is written, and how many pieces it takes.
    fn joint(&mut self, kind: Kind, next: Option<Kind>) -> Option<(&'static str, usize)> {
        let plain = if self.choice { " OR " } else { " AND " };
        Some(match (kind, next) {
            (Kind::And, _) => (plain, 1),
            (Kind::Or, _) => (" OR ", 1),
            (Kind::Comma, Some(Kind::Or)) => (") OR (", 2),
            (Kind::Comma, Some(Kind::And)) => (if self.choice { ") OR (" } else { ") AND (" }, 2),
            (Kind::Comma, _) => {
                self.note_list(self.at);
                (if self.groups.last()?.comma == " OR " { ") OR (" } else { ") AND (" }, 1)
            }
            (Kind::Slash | Kind::Plus, _) => {
                self.note_list(self.at);
                (plain, 1)
            }
            (Kind::Word | Kind::Open, _) => {
                self.add_note(Note::List { separator: Text::new_static(" ") });
                (plain, 0)
            }
            (Kind::Close | Kind::With, _) => return None,
        })
    }

    fn note_list(&mut self, at: usize) {
        let separator = self.span(at, at.saturating_add(1)).unwrap_or_default().chars().take(1).collect();
        self.add_note(Note::List { separator });
    }

    fn add_note(&mut self, note: Note) {
        if !self.normal.notes.contains(&note) {
            self.normal.notes.push(note);
        }
    }

    fn is_license_file(&self, at: usize) -> bool {
        let is = |at, names: &[&str]| {
            self.word(at).is_some_and(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)))
        };
        is(at, &["file"]) && is(at.saturating_add(1), &["license", "licence"])
    }

    /// The rest up to the next operator are words around the name.
    fn is_envelope(&self) -> bool {
        (self.at..self.end_of_words(self.at))
            .all(|n| self.word(n).is_some_and(|word| ENVELOPE.iter().any(|passed| word.eq_ignore_ascii_case(passed))))
    }

    /// The exception behind `with`.
    fn exception(&mut self) -> Option<()> {
        let from = self.at.checked_add(1)?;
        let pending = self.pending.as_ref()?;
        let license = match &pending.found {
            Some(Found::Expression { meant, .. }) => meant.clone(),
            _ => String::new(),
        };
        let end = self.end_of_words(from);
        let to = (from.checked_add(1)?..=end)
            .rev()
            .find(|to| self.span(from, *to).is_some_and(|name| names::find_exception(name, &license).is_some()));
        let written = self.span(from, to.unwrap_or(end))?;
        self.at = to.unwrap_or(end);
        let known = names::find_exception(written, &license);
        let exception = match known {
            Some(id) => {
                if id != written {
                    let (written, meant) = (Text::from(written), Text::from(id));
                    self.normal.notes.push(if id.eq_ignore_ascii_case(&written) {
                        Note::Case { written, meant }
                    } else {
                        Note::Alias { written, meant }
                    });
                }
                id.to_owned()
            }
            None if matches!(&*names::fold(written), "exception" | "exceptions") => {
                // Fedora's `GPLv2+ with exceptions` does not say which; the bare license is the safe reading.
                self.normal.notes.push(Note::Ambiguous { written: Text::from(written), candidates: Vec::new() });
                self.normal.ambiguous = true;
                return Some(());
            }
            None => {
                self.normal.notes.push(Note::Unknown { written: Text::from(written) });
                self.normal.unknown = true;
                format!("AdditionRef-unknown-{}", slug(written))
            }
        };
        let pending = self.pending.as_mut()?;
        // Two exceptions to one license have no place in the grammar.
        pending.exception.is_none().then(|| pending.exception = Some(exception))
    }

    /// Writes the name that was read last.
    fn emit(&mut self) {
        let Some(pending) = self.pending.take() else { return };
        let written = || Text::from(pending.written);
        match pending.found {
            Some(Found::Expression { meant, certainty }) => {
                let meant_text = Text::from(meant.as_str());
                match certainty {
                    Certainty::Exact => {}
                    Certainty::Case => self.normal.notes.push(Note::Case { written: written(), meant: meant_text }),
                    Certainty::Alias => self.normal.notes.push(Note::Alias { written: written(), meant: meant_text }),
                    Certainty::Guess(candidates) => {
                        self.normal.ambiguous = true;
                        self.normal.notes.push(Note::Ambiguous { written: written(), candidates });
                    }
                }
                self.push_expression(&meant, pending.exception.is_some());
            }
            Some(Found::Family { name, candidates }) => {
                self.normal.ambiguous = true;
                self.normal.notes.push(Note::Ambiguous { written: written(), candidates: candidates.clone() });
                let category = candidates.iter().map(|id| super::category(id)).max().unwrap_or(Category::Unknown);
                self.push_special(Term { candidates, custom: false, ..special(name, category) });
            }
            Some(Found::Custom(id)) => {
                if id != pending.written {
                    self.normal.notes.push(Note::Alias { written: written(), meant: Text::new_static(id) });
                }
                self.push_special(special(id, custom_category(id)));
            }
            None => {
                self.normal.unknown = true;
                let id = match state(pending.written) {
                    Some(State::None) => "NONE".to_owned(),
                    Some(_) => "NOASSERTION".to_owned(),
                    None => format!("LicenseRef-unknown-{}", slug(pending.written)),
                };
                self.normal.notes.push(Note::Unknown { written: written() });
                self.push_special(special(&id, Category::Unknown));
            }
        }
        if let Some(exception) = pending.exception {
            self.normal.expression.push_str(" WITH ");
            self.normal.expression.push_str(&exception);
        }
    }

    /// A name that stands for a whole expression needs brackets, and cannot take an exception.
    fn push_expression(&mut self, meant: &str, excepted: bool) {
        let compound = meant.contains(' ');
        if compound && excepted {
            self.normal.unknown = true;
        }
        let (open, close) = if compound && !excepted { ("(", ")") } else { ("", "") };
        for part in [open, meant, close] {
            self.normal.expression.push_str(part);
        }
    }

    fn push_special(&mut self, term: Term) {
        self.normal.expression.push_str("LicenseRef-");
        self.normal.expression.push_str(SPECIAL);
        self.normal.expression.push_str(&self.normal.specials.len().to_string());
        self.normal.specials.push(term);
    }
}

/// A name, or a reference in any case whose letters are all allowed in one.
fn find(written: &str) -> Option<Found> {
    names::find(written)
}

/// Which of two readings of one license says more.
enum Same {
    No,
    First,
    Second,
}

fn same(first: &Found, second: &Found) -> Same {
    let candidates = |found: &Found| match found {
        Found::Family { candidates, .. } | Found::Expression { certainty: Certainty::Guess(candidates), .. } => {
            candidates.clone()
        }
        _ => Vec::new(),
    };
    let meant = |found: &Found| match found {
        Found::Expression { meant, .. } => super::expression::current(meant),
        Found::Family { name, .. } => Text::new_static(name),
        Found::Custom(id) => Text::new_static(id),
    };
    let (one, other) = (meant(first), meant(second));
    let guess = |found: &Found| !candidates(found).is_empty();
    if one == other {
        // `GNU GPL v2 (GPL-2.0-only)`: the sure reading settles the guess.
        if guess(first) && !guess(second) { Same::Second } else { Same::First }
    } else if candidates(first).contains(&other) {
        Same::Second
    } else if candidates(second).contains(&one) {
        Same::First
    } else {
        Same::No
    }
}

/// A term outside the SPDX list.
pub(super) fn special(id: &str, category: Category) -> Term {
    Term {
        id: Text::from(id),
        or_later: false,
        exception: None,
        category,
        deprecated: None,
        osi: false,
        custom: true,
        candidates: Vec::new(),
        editions: Vec::new(),
    }
}

/// The category of a `LicenseRef`.
///
/// Fedora's Callaway references are families that Fedora has reviewed. Any other reference that is called like a license
/// may hold other words than that license, so its name is believed only where it speaks of obligations.
pub(super) fn custom_category(id: &str) -> Category {
    if let Some((_, category)) = CUSTOM.iter().find(|(known, _)| id.eq_ignore_ascii_case(known)) {
        return *category;
    }
    let Some((_, name)) = id.rsplit_once("LicenseRef-") else { return Category::Unknown };
    let reviewed = name.strip_prefix("Callaway-").or_else(|| name.strip_prefix("Fedora-"));
    let name = reviewed.or_else(|| name.strip_prefix("scancode-")).unwrap_or(name);
    let category = match names::find(name) {
        Some(Found::Custom(id)) => {
            return CUSTOM.iter().find(|(known, _)| *known == id).map_or(Category::Unknown, |c| c.1);
        }
        Some(Found::Expression { meant, .. }) if !meant.contains(' ') => super::category(&meant),
        Some(Found::Family { candidates, .. }) => {
            candidates.iter().map(|id| super::category(id)).max().unwrap_or(Category::Unknown)
        }
        _ => Category::Unknown,
    };
    if reviewed.is_some() || category > Category::Permissive { category } else { Category::Unknown }
}

/// Letters and digits of a text, fit for a reference.
fn slug(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for c in text.chars() {
        if slug.len() >= LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() || c == '.' {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches(['-', '.']).len());
    slug
}
