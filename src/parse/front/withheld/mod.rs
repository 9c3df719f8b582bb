//! Keys by which other generators keep a page from its readers. Here they would have no effect, so each is an error
//! until the author has decided.
//!
//! 1. `keys`: the keys, with how their values are judged; `sense`: in what sense they withhold a page.
//! 2. `judge`: what a pair means for publication. `words` and `day`: what people write for yes, private and a day.
//! 3. This file reports the pairs of front matter. Days are kept for `check`, which knows today. An import asks what withholds
//!    a page in the front matter of another program ([`withholding`]).
mod day;
mod judge;
mod keys;
mod sense;
mod words;

use super::address::{foreign_address, foreign_id};
use super::table::FRONT;
use crate::model::{Date, DayRole, Diagnostic, Fix, ForeignDay, SourcePath, Span, Withholding, codes};
use crate::parse::yaml::{self, Pair, SourceText, Yaml, YamlNode};
use judge::{Effect, judge};
use keys::{Rule, rule};
use sense::Sense;
use words::asks_for_no_index;

/// Characters of the author's line that a message repeats.
const SHOWN: usize = 60;

/// Whether a key decides about publication elsewhere.
pub(super) fn decides(key: &str) -> bool {
    rule(key).is_some()
}

/// Takes the pairs that decide about publication elsewhere out of front matter, and reports them.
pub(super) fn take(
    source: &SourceText<'_>,
    tree: &mut Yaml,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ForeignDay> {
    let mut days = Vec::new();
    let YamlNode::Map { pairs, .. } = &mut tree.node else { return days };
    if !pairs.iter().any(is_foreign) {
        return days;
    }
    let mut own = OwnKeys::of(pairs);
    pairs.retain(|pair| {
        if !is_foreign(pair) {
            return true;
        }
        let Some(rule) = rule(&pair.0.value) else { return true };
        if rule == Rule::Inside {
            inside(source, &pair.1, &own, diagnostics);
            return true;
        }
        match judge(rule, &pair.1) {
            Effect::Withheld(sense) => diagnostics.push(own.report(source, pair, sense)),
            Effect::Open => diagnostics.push(needless(pair)),
            Effect::Day(day, role) => days.push(own.day(source, pair, day, role)),
            Effect::Neutral => match rule {
                Rule::Address => diagnostics.push(foreign_address(source.file, pair, own.has("aliases"))),
                Rule::Id => diagnostics.push(foreign_id(pair)),
                _ => return true,
            },
        }
        false
    });
    days
}

/// What withholds a page in front matter that was written for another program, key by key. The YAML is one of ours: whatever
/// the front matter was written in.
pub(crate) fn withholding(yaml: &str) -> Vec<(String, Withholding)> {
    let file = SourcePath::new("");
    let source = SourceText { file: &file, text: yaml, offset: 0, line: 1 };
    // What is wrong with the YAML is no matter of publication.
    let tree = yaml::read(&source, codes::YAML_DUPLICATE_KEY, &mut Vec::new());
    let mut found = Vec::new();
    for (key, value) in tree.pairs() {
        let Some(rule) = rule(&key.value) else { continue };
        if rule == Rule::Inside {
            let refused = asks_for_no_index(value).then_some(Withholding::Search);
            found.extend(refused.map(|search| (key.value.clone(), search)));
            continue;
        }
        let withheld = match judge(rule, value) {
            Effect::Withheld(Sense::Search) => Withholding::Search,
            Effect::Withheld(Sense::Hidden) => Withholding::Hidden,
            Effect::Withheld(Sense::Draft | Sense::Password | Sense::Unsure) => Withholding::Draft,
            Effect::Day(day, DayRole::First) => Withholding::From(day),
            Effect::Day(day, DayRole::Last) => Withholding::Until(day),
            Effect::Open | Effect::Neutral => continue,
        };
        found.push((key.value.clone(), withheld));
    }
    found
}

/// The name of a key of ours.
fn name_of_ours(key: &str) -> Option<&'static str> {
    FRONT.iter().map(|field| field.name).find(|name| *name == key)
}

/// Whether a pair is of another generator: all but our keys, and settings of a search under `search`.
fn is_foreign((key, value): &Pair) -> bool {
    let is_map = matches!(value.node, YamlNode::Map { .. });
    key.value == "search" && is_map || name_of_ours(&key.value).is_none()
}

/// Reports what withholds a page in the maps inside a value.
fn inside(source: &SourceText<'_>, value: &Yaml, own: &OwnKeys, diagnostics: &mut Vec<Diagnostic>) {
    match &value.node {
        YamlNode::List { items, .. } => {
            for item in items {
                inside(source, item, own, diagnostics);
            }
        }
        YamlNode::Map { pairs, .. } => {
            for pair in pairs {
                let effect = match rule(&pair.0.value) {
                    None if pair.0.value == "content" && asks_for_no_index(&pair.1) => {
                        Effect::Withheld(Sense::Search)
                    }
                    None | Some(Rule::Inside) => Effect::Neutral,
                    Some(rule) => judge(rule, &pair.1),
                };
                match effect {
                    Effect::Withheld(sense) if !own.settle(sense) => {
                        diagnostics.push(withheld(source, pair, sense));
                    }
                    Effect::Neutral => inside(source, &pair.1, own, diagnostics),
                    Effect::Withheld(_) | Effect::Open | Effect::Day(..) => {}
                }
            }
        }
        _ => {}
    }
}

/// The keys of ours that front matter has, with those that fixes add.
#[derive(Debug)]
struct OwnKeys {
    written: Vec<&'static str>,
    is_draft: bool,
    is_unsearched: bool,
}

impl OwnKeys {
    fn of(pairs: &[Pair]) -> Self {
        let says = |name: &str, flag| {
            pairs.iter().any(|(key, value)| key.value == name && value.node == YamlNode::Flag(flag))
        };
        let own = pairs.iter().filter(|pair| !is_foreign(pair));
        Self {
            written: own.filter_map(|(key, _)| name_of_ours(&key.value)).collect(),
            is_draft: says("draft", true),
            is_unsearched: says("search", false),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.written.contains(&name)
    }

    /// Whether a fix may write a key; it is written then.
    fn take(&mut self, name: &'static str) -> bool {
        let is_free = !self.has(name);
        self.written.push(name);
        is_free
    }

    /// Whether our own keys withhold the page in this sense already.
    fn settle(&self, sense: Sense) -> bool {
        self.is_draft || sense == Sense::Search && self.is_unsearched
    }

    /// The diagnostic about a pair that withholds the page. Only the first of a sense can be fixed: a key stands once.
    fn report(&mut self, source: &SourceText<'_>, pair: &Pair, sense: Sense) -> Diagnostic {
        if self.settle(sense) {
            return needless(pair);
        }
        let diagnostic = withheld(source, pair, sense);
        let is_free = match sense {
            Sense::Draft => self.take("draft"),
            Sense::Search => self.take("search"),
            Sense::Hidden | Sense::Password | Sense::Unsure => false,
        };
        match whole_pair(source, pair).filter(|_| is_free) {
            Some(span) => diagnostic.fix(span, sense.ours()),
            None => diagnostic,
        }
    }

    /// The day that a pair gives.
    fn day(&mut self, source: &SourceText<'_>, pair: &Pair, day: Date, role: DayRole) -> ForeignDay {
        let is_free = role == DayRole::Last && self.take("expires");
        let span = whole_pair(source, pair).filter(|_| is_free);
        let (key, _) = pair;
        ForeignDay {
            key: key.clone(),
            written: written(source, pair),
            day,
            role,
            fix: span.map(|span| Box::new(Fix { span, text: format!("expires: {day}") })),
        }
    }
}

/// The diagnostic about a pair that withholds the page elsewhere and not here.
fn withheld(source: &SourceText<'_>, pair: &Pair, sense: Sense) -> Diagnostic {
    let (word, help) = sense.words();
    Diagnostic::new(codes::DIALECT_WITHHELD, pair.0.span.clone())
        .arg("sense", word)
        .arg("written", written(source, pair))
        .arg("ours", sense.ours())
        .help(help)
}

/// The diagnostic about a pair that changes nothing.
fn needless((key, _): &Pair) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::FRONT_FOREIGN_KEY, key.span.clone());
    diagnostic.arg("key", key.value.as_str()).arg("ours", "").help("help-needless")
}

/// A pair as written, on one line.
fn written(source: &SourceText<'_>, (key, value): &Pair) -> String {
    let span = Span { end: value.span.end.max(key.span.end), ..key.span.clone() };
    let words: Vec<&str> = source.slice(&span).split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The span of a pair that one line of ours can replace; none where something would be lost with it.
fn whole_pair(source: &SourceText<'_>, (key, value): &Pair) -> Option<Span> {
    let lone = |value: &Yaml| match &value.node {
        YamlNode::List { items, .. } => items.is_empty(),
        YamlNode::Map { pairs, .. } => pairs.len() <= 1,
        YamlNode::Null | YamlNode::Broken => false,
        _ => true,
    };
    let span = Span { end: value.span.end, ..key.span.clone() };
    let text = source.slice(&span);
    let is_plain = text.trim_end() == text && !text.contains(['#', '\n']);
    (lone(value) && is_plain).then_some(span)
}
