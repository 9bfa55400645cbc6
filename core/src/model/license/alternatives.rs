//! The choices an expression leaves, worked out: an OR of ANDs, each as small as it can be.

use super::Term;

/// The most terms one expression may have.
pub(super) const MOST_TERMS: usize = 256;
/// The most alternatives that are worked out; real expressions have fewer than twenty.
const MOST_ALTERNATIVES: usize = 64;
/// The most comparisons of two alternatives, about a millisecond of work.
const MOST_WORK: usize = 1 << 18;

/// A set of term numbers below [`MOST_TERMS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Set([u64; 4]);

impl Set {
    fn of(number: usize) -> Self {
        let mut set = Self::default();
        if let (Some(word), Ok(bit)) = (set.0.get_mut(number / 64), u32::try_from(number % 64)) {
            *word = 1_u64.wrapping_shl(bit);
        }
        set
    }

    fn union(self, other: Self) -> Self {
        let mut words = self.0;
        words.iter_mut().zip(other.0).for_each(|(a, b)| *a |= b);
        Self(words)
    }

    fn within(self, other: Self) -> bool {
        self.0.iter().zip(other.0).all(|(a, b)| a & b == *a)
    }

    fn holds(self, number: usize) -> bool {
        Self::of(number).within(self)
    }
}

/// Alternatives over the terms of one [`Workbench`]; none holds another.
#[derive(Debug, Clone, Default)]
pub(super) struct Alternatives(Vec<Set>);

impl Alternatives {
    /// Whether there is something to choose.
    pub(super) fn is_choice(&self) -> bool {
        self.0.len() > 1
    }
}

/// The distinct terms of an expression, and how much work it has cost.
#[derive(Debug, Default)]
pub(super) struct Workbench {
    terms: Vec<Term>,
    work: usize,
}

impl Workbench {
    /// The alternatives of a single term; `None` when there are too many terms.
    pub(super) fn term(&mut self, term: Term) -> Option<Alternatives> {
        let number = match self.terms.iter().position(|known| *known == term) {
            Some(number) => number,
            None if self.terms.len() >= MOST_TERMS => return None,
            None => {
                self.terms.push(term);
                self.terms.len().saturating_sub(1)
            }
        };
        Some(Alternatives(vec![Set::of(number)]))
    }

    /// Alternatives that were worked out before.
    pub(super) fn known(&mut self, alternatives: &[Vec<Term>]) -> Option<Alternatives> {
        let mut all = Alternatives::default();
        for terms in alternatives {
            let mut set = Set::default();
            for term in terms {
                let one = self.term(term.clone())?;
                set = one.0.first().map_or(set, |one| set.union(*one));
            }
            all.0.push(set);
        }
        Some(all)
    }

    /// Either of two; `None` when it becomes too much.
    pub(super) fn or(&mut self, a: Alternatives, b: Alternatives) -> Option<Alternatives> {
        let Alternatives(mut sets) = a;
        for set in b.0 {
            self.insert(&mut sets, set)?;
        }
        Some(Alternatives(sets))
    }

    /// Both of two; `None` when it becomes too much.
    pub(super) fn and(&mut self, a: &Alternatives, b: &Alternatives) -> Option<Alternatives> {
        let mut sets = Vec::new();
        for a in &a.0 {
            for b in &b.0 {
                self.insert(&mut sets, a.union(*b))?;
            }
        }
        Some(Alternatives(sets))
    }

    fn insert(&mut self, sets: &mut Vec<Set>, new: Set) -> Option<()> {
        self.work = self.work.saturating_add(sets.len());
        if self.work > MOST_WORK {
            return None;
        }
        // Whoever may keep less need not keep more.
        if sets.iter().any(|set| set.within(new)) {
            return Some(());
        }
        sets.retain(|set| !new.within(*set));
        sets.push(new);
        (sets.len() <= MOST_ALTERNATIVES).then_some(())
    }

    /// The alternatives as terms, in one order for one meaning.
    pub(super) fn spell(&self, alternatives: &Alternatives) -> Vec<Vec<Term>> {
        let spell = |set: &Set| {
            let mut terms: Vec<Term> =
                self.terms.iter().enumerate().filter(|(n, _)| set.holds(*n)).map(|(_, term)| term.clone()).collect();
            terms.sort();
            terms
        };
        let mut spelled: Vec<Vec<Term>> = alternatives.0.iter().map(spell).collect();
        spelled.sort();
        spelled
    }
}

#[cfg(test)]
mod tests {
    use crate::model::license::{License, Note, State};

    fn names(text: &str) -> Vec<String> {
        let join = |terms: &Vec<_>| terms.iter().map(super::Term::name).collect::<Vec<_>>().join("+");
        License::read(text).alternatives.iter().map(join).collect()
    }

    #[test]
    fn and_binds_tighter_than_or_and_with_tighter_than_both() {
        for (text, expected) in [
            ("MIT AND ISC OR Zlib", &["ISC+MIT", "Zlib"][..]),
            ("MIT OR ISC AND Zlib", &["ISC+Zlib", "MIT"]),
            ("MIT AND (ISC OR Zlib)", &["ISC+MIT", "MIT+Zlib"]),
            ("(MIT OR ISC) AND (MIT OR Zlib)", &["ISC+Zlib", "MIT"]),
            ("MIT OR MIT AND ISC", &["MIT"]),
            ("MIT OR MIT", &["MIT"]),
            ("(((MIT)))", &["MIT"]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn too_many_choices_are_undecidable_not_endless() {
        let wide: Vec<String> = (0..100).map(|n| format!("(LicenseRef-a{n} OR LicenseRef-b{n})")).collect();
        let license = License::read(&wide.join(" AND "));
        assert_eq!(license.state, State::Unparseable);
        assert!(license.alternatives.is_empty() && license.notes.contains(&Note::Truncated));

        let deep = format!("{}MIT{}", "(".repeat(1900), ")".repeat(1900));
        assert_eq!(License::read(&deep).text, "MIT");
        assert_eq!(License::read(&"(".repeat(4000)).state, State::Unparseable);

        let long: Vec<String> = (0..150).map(|n| format!("LicenseRef-{n}")).collect();
        assert_eq!(names(&long.join(" AND ")).len(), 1);
        assert!(License::read(&"MIT AND ".repeat(1000)).notes.contains(&Note::TooLong));
    }

    #[test]
    fn shared_choices_of_a_rust_program_stay_few() {
        let text = "(MIT OR Apache-2.0) AND (Apache-2.0 OR MIT) AND (0BSD OR MIT OR Apache-2.0) AND (Unlicense OR MIT) \
                    AND (Apache-2.0 OR BSL-1.0) AND (Zlib OR Apache-2.0 OR MIT) AND BSD-3-Clause AND Unicode-3.0";
        assert_eq!(License::read(text).state, State::Valid);
        assert_eq!(
            names(text),
            [
                "Apache-2.0+BSD-3-Clause+MIT+Unicode-3.0",
                "Apache-2.0+BSD-3-Clause+Unicode-3.0+Unlicense",
                "BSD-3-Clause+BSL-1.0+MIT+Unicode-3.0",
            ]
        );
    }
}
