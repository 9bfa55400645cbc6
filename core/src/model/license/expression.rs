//! From an expression to the alternatives it leaves.

use spdx::expression::{ExprNode, ExpressionReq, Operator};
use spdx::{AdditionItem, Expression, LicenseItem, ParseMode};

use super::alternatives::{Alternatives, Workbench};
use super::normalize::{self, Normal, SPECIAL};
use super::{Category, License, Note, State, Term, aliases, categories};
use crate::model::Text;

/// A field longer than this holds the text of a license, not its name.
const LONGEST_TEXT: usize = 4096;

const MODE: ParseMode = ParseMode {
    allow_slash_as_or_operator: false,
    allow_imprecise_license_names: false,
    allow_postfix_plus_on_gpl: true,
    allow_deprecated: true,
    allow_unknown: false,
};

/// See [`License::read`].
pub(super) fn read(raw: &str) -> License {
    let text = raw.trim();
    if text.len() > LONGEST_TEXT {
        return unparseable(raw, vec![Note::TooLong]);
    }
    // Two of three license fields are one id.
    if let Some(id) = spdx::license_id(text).filter(|id| id.name == text && id.name != "NOASSERTION") {
        let mut notes = Vec::new();
        let term = listed(id, false, &mut notes);
        let (text, alternatives) = (Text::from(term.name()), vec![vec![term]]);
        return License { text, raw: Text::from(raw), state: State::Valid, alternatives, notes };
    }
    if let Some(state) = normalize::state(text) {
        return stated(raw, text, state);
    }
    if let Ok(expression) = Expression::parse_mode(text, MODE) {
        return solve(raw, &expression, Normal::default());
    }
    if normalize::points_elsewhere(text) {
        return unparseable(raw, vec![Note::Elsewhere]);
    }
    let Some(normal) = normalize::normalize(text) else {
        return unparseable(raw, vec![Note::Unknown { written: Text::from(text) }]);
    };
    match Expression::parse_mode(&normal.expression, MODE) {
        // One name that nobody knows is not an alternative.
        Ok(expression) if !normal.unknown || expression.requirements().nth(1).is_some() => {
            solve(raw, &expression, normal)
        }
        _ => unparseable(raw, normal.notes),
    }
}

fn unparseable(raw: &str, notes: Vec<Note>) -> License {
    let text = Text::from(raw.trim());
    License { text, raw: Text::from(raw), state: State::Unparseable, alternatives: Vec::new(), notes }
}

/// `NONE`, `NOASSERTION` and their other spellings.
fn stated(raw: &str, text: &str, state: State) -> License {
    let meant = Text::new_static(if state == State::None { "NONE" } else { "NOASSERTION" });
    let written = Text::from(text);
    let notes = if text == meant {
        Vec::new()
    } else if text.eq_ignore_ascii_case(&meant) {
        vec![Note::Case { written, meant: meant.clone() }]
    } else {
        vec![Note::Alias { written, meant: meant.clone() }]
    };
    License { text: meant, raw: Text::from(raw), state, alternatives: Vec::new(), notes }
}

/// A part of an expression: its text, the operator that binds it loosest, its alternatives.
struct Part {
    text: String,
    operator: Option<Operator>,
    alternatives: Alternatives,
}

impl Part {
    /// The text as an operand; only an OR needs brackets, and only below an AND.
    fn operand(&self, of: Operator) -> String {
        if of == Operator::And && self.operator == Some(Operator::Or) {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }

    /// Both parts under one operator; `None` when it becomes too much.
    fn join(self, other: Self, operator: Operator, bench: &mut Workbench) -> Option<Self> {
        let word = if operator == Operator::And { "AND" } else { "OR" };
        let text = format!("{} {word} {}", self.operand(operator), other.operand(operator));
        let alternatives = match operator {
            Operator::And => bench.and(&self.alternatives, &other.alternatives)?,
            Operator::Or => bench.or(self.alternatives, other.alternatives)?,
        };
        Some(Self { text, operator: Some(operator), alternatives })
    }
}

/// Works out a parsed expression; the crate hands it out in postfix order, so a stack is enough.
fn solve(raw: &str, expression: &Expression, normal: Normal) -> License {
    let Normal { specials, mut notes, ambiguous, mut unknown, .. } = normal;
    let mut bench = Workbench::default();
    let mut stack: Vec<Part> = Vec::new();
    for node in expression.iter() {
        let part = match node {
            ExprNode::Req(required) => {
                let term = term(required, expression.as_ref(), &specials, &mut notes);
                unknown |= term.id == "NOASSERTION";
                let text = term.name();
                bench.term(term).map(|alternatives| Part { text, operator: None, alternatives })
            }
            ExprNode::Op(operator) => {
                let (last, first) = (stack.pop(), stack.pop());
                first.zip(last).and_then(|(first, last)| first.join(last, *operator, &mut bench))
            }
        };
        let Some(part) = part else {
            notes.push(Note::Truncated);
            return unparseable(raw, notes);
        };
        stack.push(part);
    }
    let Some(whole) = stack.pop() else { return unparseable(raw, notes) };
    let state = match (unknown, ambiguous) {
        (true, _) => State::Unparseable,
        (false, true) => State::Ambiguous,
        (false, false) => State::Valid,
    };
    let text = if unknown { Text::from(raw.trim()) } else { Text::from(whole.text) };
    License { text, raw: Text::from(raw), state, alternatives: bench.spell(&whole.alternatives), notes }
}

/// The term of one requirement.
fn term(required: &ExpressionReq, expression: &str, specials: &[Term], notes: &mut Vec<Note>) -> Term {
    let mut term = match &required.req.license {
        LicenseItem::Spdx { id, .. } if id.name == "NOASSERTION" => normalize::special(id.name, Category::Unknown),
        LicenseItem::Spdx { id, or_later } => {
            // The crate turns `GPL-2.0+` into the current id; what was written is still in its span.
            let written = usize::try_from(required.span.start)
                .ok()
                .zip(usize::try_from(required.span.end).ok())
                .and_then(|(start, end)| expression.get(start..end))
                .filter(|written| *written != id.name)
                .and_then(spdx::license_id)
                .filter(|written| written.is_deprecated());
            let mut term = listed(*id, *or_later, notes);
            if let Some(written) = written {
                let written = Text::from(format!("{}+", written.name));
                notes.push(Note::Deprecated { written: written.clone(), meant: term.id.clone() });
                term.deprecated = Some(written);
            }
            term
        }
        LicenseItem::Other(reference) => {
            let number = reference.lic_ref.strip_prefix(SPECIAL).and_then(|number| number.parse::<usize>().ok());
            number.and_then(|number| specials.get(number)).cloned().unwrap_or_else(|| {
                let id = reference.to_string();
                normalize::special(&id, normalize::custom_category(&id))
            })
        }
    };
    let exception = match &required.req.addition {
        None => return term,
        Some(AdditionItem::Spdx(id)) if id.is_deprecated() => "Qt-LGPL-exception-1.1".to_owned(),
        Some(AdditionItem::Spdx(id)) => id.name.to_owned(),
        Some(AdditionItem::Other(reference)) => reference.to_string(),
    };
    term.category = categories::of_pair(term.category, &exception);
    term.exception = Some(Text::from(exception));
    term
}

/// The term of an id of the SPDX list, in its current spelling.
fn listed(id: spdx::LicenseId, or_later: bool, notes: &mut Vec<Note>) -> Term {
    let meant = current(id.name);
    let (name, exception) = meant.split_once(" WITH ").map_or((&*meant, None), |(name, e)| (name, Some(e)));
    let deprecated = id.is_deprecated().then(|| Text::new_static(id.name));
    if let Some(written) = &deprecated {
        notes.push(Note::Deprecated { written: written.clone(), meant: meant.clone() });
    }
    let license = spdx::license_id(name).unwrap_or(id);
    let category = categories::of_license(license);
    let or_later = or_later || name.ends_with("-or-later");
    Term {
        id: Text::from(name),
        or_later,
        editions: super::permission::editions(name, or_later),
        exception: exception.map(Text::from),
        category: exception.map_or(category, |exception| categories::of_pair(category, exception)),
        deprecated,
        osi: license.is_osi_approved(),
        custom: false,
        candidates: Vec::new(),
    }
}

/// What replaces a deprecated id; any other text as it is.
pub(super) fn current(id: &str) -> Text {
    if let Some((_, meant)) = aliases::DEPRECATED.iter().find(|(old, _)| *old == id) {
        return Text::new_static(meant);
    }
    let (base, plus) = id.strip_suffix('+').map_or((id, false), |base| (base, true));
    match spdx::license_id(base) {
        Some(license) if license.is_gnu() && license.is_deprecated() => {
            Text::from(format!("{base}-{}", if plus { "or-later" } else { "only" }))
        }
        _ => Text::from(id),
    }
}

/// See [`License::all`] and [`License::any`].
pub(super) fn join(list: &[License], operator: Operator) -> License {
    let mut distinct: Vec<&License> = Vec::new();
    for license in list {
        if !distinct.iter().any(|known| known.text == license.text && known.state == license.state) {
            distinct.push(license);
        }
    }
    let (first, rest) = match distinct.split_first() {
        None => return read("NOASSERTION"),
        Some((only, [])) => return (*only).clone(),
        Some((first, rest)) => (*first, rest),
    };
    let word = if operator == Operator::And { " AND " } else { " OR " };
    let raw = list.iter().map(|license| license.raw.as_str()).collect::<Vec<_>>().join(word);
    let mut bench = Workbench::default();
    let mut whole = part(first, &mut bench);
    for license in rest {
        let next = part(license, &mut bench);
        whole = whole.zip(next).and_then(|(whole, next)| whole.join(next, operator, &mut bench));
    }
    let mut notes: Vec<Note> = distinct.iter().flat_map(|license| license.notes.iter().cloned()).collect();
    let Some(whole) = whole else {
        notes.push(Note::Truncated);
        return unparseable(&raw, notes);
    };
    let understood = |state: State| matches!(state, State::Valid | State::Ambiguous);
    let state = match distinct.iter().map(|license| license.state).max() {
        Some(state) if understood(state) => state,
        // A license beside NONE or NOASSERTION is only half of an answer.
        _ => State::Unparseable,
    };
    let alternatives = bench.spell(&whole.alternatives);
    License { text: Text::from(whole.text), raw: Text::from(raw), state, alternatives, notes }
}

fn part(license: &License, bench: &mut Workbench) -> Option<Part> {
    let alternatives = if license.alternatives.is_empty() {
        bench.term(normalize::special(&license.text, Category::Unknown))?
    } else {
        bench.known(&license.alternatives)?
    };
    let operator = match license.state {
        State::Valid | State::Ambiguous if alternatives.is_choice() => Some(Operator::Or),
        State::Unparseable => Some(Operator::Or),
        _ => None,
    };
    Some(Part { text: license.text.to_string(), operator, alternatives })
}
