//! What somebody typed, as words.
use super::fold::fold;
use super::stop::is_stop;
use super::token::{Role, tokens};
use crate::model::Language;

/// The most words of a query that count.
const MOST: usize = 12;

/// A typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) word: String,
    /// The feminine of an inclusive form.
    pub(super) others: Vec<String>,
    /// Whether it counts: all but stop words do, or all if there are only stop words.
    pub(super) counts: bool,
}

/// Typed words that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Join {
    /// The first of them.
    pub(super) at: usize,
    /// How many.
    pub(super) count: usize,
    /// All of them as one.
    pub(super) word: String,
}

/// What somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) units: Vec<Unit>,
    pub(super) joins: Vec<Join>,
}

impl Query {
    pub(super) fn new(language: Language, typed: &str) -> Self {
        let mut units: Vec<Unit> = Vec::new();
        let mut joins: Vec<Join> = Vec::new();
        tokens(&fold(typed), &mut |role, word| match role {
            Role::Word => {
                units.push(Unit {
                    word: word.to_owned(),
                    others: Vec::new(),
                    counts: !is_stop(language, word),
                });
            }
            Role::Other => {
                if let Some(unit) = units.last_mut() {
                    unit.others.push(word.to_owned());
                }
            }
            Role::Joined(count) if count <= units.len() => {
                joins.push(Join { at: units.len() - count, count, word: word.to_owned() });
            }
            Role::Joined(_) => {}
        });
        if units.iter().all(|unit| !unit.counts) {
            for unit in &mut units {
                unit.counts = true;
            }
        }
        let mut left = MOST;
        for unit in units.iter_mut().filter(|unit| unit.counts) {
            unit.counts = left > 0;
            left = left.saturating_sub(1);
        }
        for count in [2, 3] {
            for at in 0..(units.len() + 1).saturating_sub(count) {
                let word: String = units[at..at + count].iter().map(|unit| unit.word.as_str()).collect();
                let join = Join { at, count, word };
                if !joins.contains(&join) {
                    joins.push(join);
                }
            }
        }
        Self { units, joins }
    }
}
