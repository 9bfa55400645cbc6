//! A license field cut into words, brackets and operators, with their places in the text.

use super::names;

/// What a piece of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Open,
    Close,
    /// Comma, semicolon, end of line.
    Comma,
    Slash,
    /// A `+` that stands alone.
    Plus,
    And,
    Or,
    With,
}

/// A piece of the text, by byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The most pieces that are looked at; longer texts are prose.
const MOST_TOKENS: usize = 800;

/// Cuts the text; `None` when it has too many pieces.
pub(super) fn cut(text: &str) -> Option<Vec<Token>> {
    let mut cutter = Cutter { text, tokens: Vec::with_capacity(16), start: None, page: false };
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        cutter.step(at, c, previous);
        previous = c;
        if cutter.tokens.len() > MOST_TOKENS {
            return None;
        }
    }
    cutter.end_word(text.len());
    Some(cutter.tokens)
}

struct Cutter<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// Where the current word began.
    start: Option<usize>,
    /// The current word is the address of a page and may hold slashes.
    page: bool,
}

impl Cutter<'_> {
    fn step(&mut self, at: usize, c: char, previous: char) {
        let next = at.saturating_add(c.len_utf8());
        let single = match c {
            '\n' | '\r' | ',' | ';' => Kind::Comma,
            '(' | '[' | '{' => Kind::Open,
            ')' | ']' | '}' => Kind::Close,
            '|' => Kind::Or,
            '&' if !self.page => Kind::And,
            '/' if previous == ':' || self.page => {
                self.page = true;
                return;
            }
            '/' if self.word(at).is_some_and(|word| word.eq_ignore_ascii_case("w")) => {
                self.start = None;
                return self.push(Kind::With, at, next);
            }
            '/' => Kind::Slash,
            '<' | '>' if self.start.is_none() || self.page => return self.end_word(at),
            '+' if self.start.is_none() => Kind::Plus,
            c if c.is_whitespace() => return self.end_word(at),
            _ => {
                self.start.get_or_insert(at);
                return;
            }
        };
        self.end_word(at);
        self.push(single, at, next);
    }

    fn word(&self, end: usize) -> Option<&str> {
        self.text.get(self.start?..end)
    }

    fn end_word(&mut self, end: usize) {
        let word = self.word(end).map(str::to_owned);
        let (Some(word), Some(start)) = (word, self.start.take()) else { return };
        self.page = false;
        let is = |name: &str| word.eq_ignore_ascii_case(name);
        match () {
            () if is("and") => self.push(Kind::And, start, end),
            () if is("or") => self.push(Kind::Or, start, end),
            () if is("with") => self.push(Kind::With, start, end),
            () if word == "::" => {
                // A PyPI classifier: only its last step names a license.
                let keep = self.tokens.iter().rposition(|t| t.kind == Kind::Comma).map_or(0, |n| n.saturating_add(1));
                self.tokens.truncate(keep);
            }
            // The attributes of OSGi's `Bundle-License: MIT;link=https://…`.
            () if word.starts_with("link=") || word.starts_with("description=") => {
                if self.tokens.last().is_some_and(|token| token.kind == Kind::Comma) {
                    self.tokens.pop();
                }
            }
            () => self.push_word(&word, start, end),
        }
    }

    /// A word of several: `LGPLv3+_or_GPLv2+`, `GPL-3+-with-bison-exception`.
    fn push_word(&mut self, word: &str, start: usize, end: usize) {
        const GLUED: &[(&str, Kind)] =
            &[("_or_", Kind::Or), ("_and_", Kind::And), ("_with_", Kind::With), ("-with-", Kind::With)];
        let lower = word.to_ascii_lowercase();
        let glued = GLUED.iter().find_map(|(glue, kind)| Some((lower.find(glue)?, glue.len(), *kind)));
        let Some((at, length, kind)) = glued.filter(|_| !lower.contains("ref-") && names::license_id(word).is_none())
        else {
            return self.push(Kind::Word, start, end);
        };
        let left = start.saturating_add(at);
        let right = left.saturating_add(length);
        self.push(Kind::Word, start, left);
        self.push(kind, left, right);
        self.push(Kind::Word, right, end);
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        let repeated = |kind| matches!(kind, Kind::Comma | Kind::And | Kind::Or);
        // `&&`, `||` and blank lines are one operator; `and/or` leaves the choice.
        match self.tokens.as_mut_slice() {
            [.., last] if last.kind == kind && repeated(kind) => last.end = end,
            [.., and, slash] if kind == Kind::Or && and.kind == Kind::And && slash.kind == Kind::Slash => {
                and.kind = Kind::Or;
                and.end = end;
                self.tokens.pop();
            }
            _ => self.tokens.push(Token { kind, start, end }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_operators_but_not_inside_addresses() {
        let pieces = |text: &'static str| -> Vec<&str> {
            cut(text).unwrap().iter().map(|token| text.get(token.start..token.end).unwrap()).collect()
        };
        for (text, expected) in [
            ("MIT/X11", &["MIT", "/", "X11"][..]),
            ("(MIT OR Apache-2.0)", &["(", "MIT", "OR", "Apache-2.0", ")"]),
            ("http://a.org/b/c, https://d.org/e", &["http://a.org/b/c", ",", "https://d.org/e"]),
            ("Public Domain <http://unlicense.org>", &["Public", "Domain", "http://unlicense.org"]),
            ("License :: OSI Approved :: MIT License", &["MIT", "License"]),
            ("BSD-3-Clause;link=https://asm.ow2.io/LICENSE.txt", &["BSD-3-Clause"]),
            ("GPL2 w/ CPE", &["GPL2", "/", "CPE"]),
            ("LGPLv3+_or_GPLv2+", &["LGPLv3+", "_or_", "GPLv2+"]),
            ("GPL-2.0-with-classpath-exception", &["GPL-2.0-with-classpath-exception"]),
            ("MIT and/or ISC", &["MIT", "and/or", "ISC"]),
            ("a || b && c", &["a", "||", "b", "&&", "c"]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }
}
