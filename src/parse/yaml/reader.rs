//! YAML to a tree with places; the only file that knows the YAML crate.
//!
//! Aliases, anchors and tags are refused: nobody needs them in a guide, and they let a small file grow into a huge
//! one. A file that breaks in one place is read piece by piece, so that one slip does not hide the rest.
use super::glance;
use super::mistake;
use super::pieces::pieces;
use super::tree::{Pair, SourceText, Yaml, YamlNode, plain};
use crate::model::{Code, Diagnostic, Located, codes};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};
use std::collections::HashMap;

/// Levels of lists and maps inside each other.
pub(super) const DEPTH: usize = 32;
/// Values, keys included.
const NODES: usize = 100_000;
/// Remarks about aliases and tags in one file.
const MOST: usize = 20;

/// Reads a text that should hold one YAML document. `twice` is the code for a key of the first level that is
/// written again.
pub(in crate::parse) fn read(source: &SourceText, twice: Code, diagnostics: &mut Vec<Diagnostic>) -> Yaml {
    if let Some(yaml) = glance::map(source) {
        return yaml;
    }
    match build(source, twice) {
        Ok((yaml, more)) => {
            diagnostics.extend(more);
            yaml
        }
        Err(Stop::Limit(diagnostic)) => {
            diagnostics.push(diagnostic);
            Yaml { span: source.span(0, 0), node: YamlNode::Broken }
        }
        Err(Stop::Slip(first)) => piecewise(source, twice, first, diagnostics),
    }
}

/// Why a text could not be read to its end.
#[derive(Debug)]
pub(super) enum Stop {
    /// A syntax error, after what was remarked before it.
    Slip(Vec<Diagnostic>),
    /// Too much of something.
    Limit(Diagnostic),
}

/// Reads every key of the first level with what belongs to it as a text of its own.
fn piecewise(
    source: &SourceText,
    twice: Code,
    first: Vec<Diagnostic>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Yaml {
    let mut pairs = Vec::new();
    let mut slips = 0;
    for (start, end, key) in pieces(source.text) {
        match build(&source.part(start, end), twice) {
            Ok((yaml, more)) => {
                diagnostics.extend(more);
                if let YamlNode::Map { pairs: found, .. } = yaml.node {
                    pairs.extend(found);
                }
            }
            Err(stop) => {
                slips += 1;
                match stop {
                    Stop::Slip(more) => diagnostics.extend(more),
                    Stop::Limit(diagnostic) => diagnostics.push(diagnostic),
                }
                if let Some((from, to)) = key {
                    let span = source.span(from, to);
                    let value = Yaml { span: span.clone(), node: YamlNode::Broken };
                    pairs.push((Located::new(span, source.text[from..to].to_owned()), value));
                }
            }
        }
    }
    if slips == 0 {
        diagnostics.extend(first);
    }
    let node = if pairs.is_empty() {
        YamlNode::Broken
    } else {
        YamlNode::Map { pairs: once(pairs, source, twice, diagnostics), flow: false }
    };
    Yaml { span: source.span(0, source.text.len()), node }
}

/// Drops pairs whose key came before, with a diagnostic at each.
fn once(pairs: Vec<Pair>, source: &SourceText, code: Code, diagnostics: &mut Vec<Diagnostic>) -> Vec<Pair> {
    let mut doubles = Vec::new();
    {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (number, (key, _)) in pairs.iter().enumerate() {
            // A short map is searched faster than it is hashed.
            let earlier = if pairs.len() <= 16 {
                pairs[..number].iter().position(|(other, _)| other.value == key.value)
            } else {
                let earlier = *first.entry(&key.value).or_insert(number);
                (earlier != number).then_some(earlier)
            };
            doubles.extend(earlier.map(|earlier| (number, earlier)));
        }
    }
    for (number, earlier) in &doubles {
        let (key, _) = &pairs[*number];
        let at = (pairs[*earlier].0.span.start as usize).saturating_sub(source.offset);
        diagnostics.push(
            Diagnostic::new(code, key.span.clone())
                .arg("key", key.value.as_str())
                .arg("first_line", source.line_of(at)),
        );
    }
    let mut doubles = doubles.into_iter().map(|(number, _)| number).peekable();
    let keep = |(number, pair)| doubles.next_if_eq(&number).is_none().then_some(pair);
    pairs.into_iter().enumerate().filter_map(keep).collect()
}

/// A list or map that is not closed yet.
struct Open {
    start: usize,
    flow: bool,
    refused: bool,
    inside: Inside,
}

enum Inside {
    Items(Vec<Yaml>),
    Pairs(Vec<Pair>, Next),
}

/// What a map waits for.
enum Next {
    Key,
    /// The value of a key; of none when the key was refused.
    Value(Option<Located<String>>),
}

struct Builder<'p> {
    source: &'p SourceText<'p>,
    twice: Code,
    diagnostics: Vec<Diagnostic>,
    open: Vec<Open>,
    root: Option<Yaml>,
    nodes: usize,
    refusals: usize,
}

/// Reads a text with the crate, up to its first fault.
pub(super) fn build(source: &SourceText, twice: Code) -> Result<(Yaml, Vec<Diagnostic>), Stop> {
    let options = granit_parser::options! {
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
    };
    let mut builder = Builder {
        source,
        twice,
        diagnostics: Vec::new(),
        open: Vec::new(),
        root: None,
        nodes: 0,
        refusals: 0,
    };
    let mut documents = 0;
    for step in Parser::new_from_str_with_options(source.text, options) {
        let (event, span) = step.map_err(|error| builder.stopped(&error))?;
        let (start, end) = (byte(source, span.start), byte(source, span.end));
        if event.is_node() {
            builder.nodes += 1;
            if builder.nodes > NODES {
                return Err(builder.over("nodes", NODES, start));
            }
        }
        let tagged = event.tag().is_some();
        if tagged {
            let from = span.tag_start().map_or(start, |mark| byte(source, mark));
            builder.refuse(codes::YAML_TAG, from, word_end(source.text, from));
        }
        match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    builder.diagnostics.push(mistake::explain(source, start, "documents", None));
                    break;
                }
            }
            Event::Scalar(text, style, ..) => builder.scalar(text, style, tagged, start, end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                builder.refuse(codes::YAML_ALIAS, start, end);
                builder.put(YamlNode::Broken, start, end);
            }
            Event::Anchor(..) => builder.refuse(codes::YAML_ALIAS, start, end),
            Event::SequenceStart(style, ..) => {
                builder.enter(start, style == StructureStyle::Flow, tagged, Inside::Items(Vec::new()))?;
            }
            Event::MappingStart(style, ..) => {
                builder.enter(
                    start,
                    style == StructureStyle::Flow,
                    tagged,
                    Inside::Pairs(Vec::new(), Next::Key),
                )?;
            }
            Event::SequenceEnd | Event::MappingEnd => builder.leave(start, end),
            _ => {}
        }
    }
    let empty = Yaml { span: source.span(0, 0), node: YamlNode::Null };
    Ok((builder.root.unwrap_or(empty), builder.diagnostics))
}

impl Builder<'_> {
    fn scalar(
        &mut self,
        text: std::borrow::Cow<str>,
        style: ScalarStyle,
        refused: bool,
        start: usize,
        end: usize,
    ) {
        let node = if refused {
            YamlNode::Broken
        } else if style != ScalarStyle::Plain {
            YamlNode::Text(text.into_owned())
        } else if start == end {
            YamlNode::Null
        } else {
            plain(&text)
        };
        // A block text is reported up to the beginning of the line after it.
        let end = if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            self.trimmed(start, end)
        } else {
            end
        };
        self.put(node, start, end);
    }

    fn trimmed(&self, start: usize, end: usize) -> usize {
        self.source.text.get(start..end).map_or(end, |text| start + text.trim_end().len())
    }

    fn enter(&mut self, start: usize, flow: bool, refused: bool, inside: Inside) -> Result<(), Stop> {
        if self.open.len() == DEPTH {
            return Err(self.over("depth", DEPTH, start));
        }
        self.open.push(Open { start, flow, refused, inside });
        Ok(())
    }

    fn leave(&mut self, start: usize, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let inside = |span: &crate::model::Span| (span.end as usize).saturating_sub(self.source.offset);
        let last = match &open.inside {
            Inside::Items(items) => items.last().map(|item| inside(&item.span)),
            Inside::Pairs(pairs, _) => pairs.last().map(|(_, value)| inside(&value.span)),
        };
        let end = if open.flow && end > start { end } else { last.unwrap_or(open.start).max(open.start) };
        let node = match open.inside {
            _ if open.refused => YamlNode::Broken,
            Inside::Items(items) => YamlNode::List { items, flow: open.flow },
            Inside::Pairs(pairs, _) => {
                let code = if self.open.is_empty() { self.twice } else { codes::YAML_DUPLICATE_KEY };
                YamlNode::Map {
                    pairs: once(pairs, self.source, code, &mut self.diagnostics),
                    flow: open.flow,
                }
            }
        };
        self.put(node, open.start, end);
    }

    fn put(&mut self, node: YamlNode, start: usize, end: usize) {
        let mut yaml = Yaml { span: self.source.span(start, end), node };
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(yaml),
            Some(Inside::Items(items)) => items.push(yaml),
            Some(Inside::Pairs(pairs, next)) => match std::mem::replace(next, Next::Key) {
                Next::Value(Some(key)) => {
                    if yaml.node == YamlNode::Null && start == end {
                        yaml.span = key.span.clone();
                    }
                    pairs.push((key, yaml));
                }
                Next::Value(None) => {}
                Next::Key => {
                    let key = match yaml.node {
                        YamlNode::Text(text) => Some(Located::new(yaml.span, text)),
                        YamlNode::Null | YamlNode::Flag(_) | YamlNode::Number(_) | YamlNode::Decimal(_)
                            if start < end =>
                        {
                            let text = self.source.text[start..end].to_owned();
                            Some(Located::new(yaml.span, text))
                        }
                        YamlNode::Broken => None,
                        _ => {
                            let diagnostic = Diagnostic::new(codes::YAML_SYNTAX, yaml.span);
                            self.diagnostics.push(diagnostic.arg("cause", "key"));
                            None
                        }
                    };
                    *next = Next::Value(key);
                }
            },
        }
    }

    fn refuse(&mut self, code: Code, start: usize, end: usize) {
        self.refusals += 1;
        if self.refusals <= MOST {
            let written = self.source.text.get(start..end).unwrap_or_default();
            self.diagnostics
                .push(Diagnostic::new(code, self.source.span(start, end)).arg("written", written));
        }
    }

    fn over(&self, what: &'static str, limit: usize, at: usize) -> Stop {
        let length =
            self.source.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let diagnostic = Diagnostic::new(codes::YAML_OVER_LIMIT, self.source.span(at, at + length));
        Stop::Limit(diagnostic.arg("what", what).arg("limit", limit))
    }

    fn stopped(&mut self, error: &ScanError) -> Stop {
        let at = byte(self.source, *error.marker());
        if *error.kind() == ErrorKind::RecursionLimitExceeded {
            return self.over("depth", DEPTH, at);
        }
        let mut diagnostics = std::mem::take(&mut self.diagnostics);
        let line = self.source.line_of(at);
        let refused = |diagnostic: &Diagnostic| {
            let from = (diagnostic.span.start as usize).saturating_sub(self.source.offset);
            matches!(diagnostic.code, codes::YAML_ALIAS | codes::YAML_TAG)
                && self.source.line_of(from) == line
        };
        // `*gras* et suite` is an alias with something behind it; the alias says enough.
        if !diagnostics.iter().any(refused) {
            let bracket = self.open.iter().rev().take_while(|open| open.flow).last().map(|open| open.start);
            diagnostics.push(mistake::explain(self.source, at, cause(error.kind()), bracket));
        }
        Stop::Slip(diagnostics)
    }
}

/// Where a mark of the crate is in the text.
fn byte(source: &SourceText, mark: granit_parser::Marker) -> usize {
    mark.byte_offset().unwrap_or_else(|| {
        source.text.char_indices().nth(mark.index()).map_or(source.text.len(), |(at, _)| at)
    })
}

fn word_end(text: &str, from: usize) -> usize {
    text[from..].find(char::is_whitespace).map_or(text.len(), |length| from + length)
}

/// The word that the diagnostics choose their sentence by.
fn cause(kind: &ErrorKind) -> &'static str {
    use ErrorKind as E;
    match kind {
        E::MappingValueNotAllowed | E::InvalidSimpleKey => "colon",
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::InvalidBlockEntryWhitespace
        | E::InvalidMappingValueWhitespace => "tab",
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => {
            "quote-open"
        }
        E::InvalidTrailingSingleQuotedScalar => "apostrophe",
        E::InvalidTrailingDoubleQuotedScalar => "after-quote",
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => "escape",
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::UnclosedFlowCollection { .. }
        | E::InvalidColonPlacement
        | E::BlockEntryInFlowCollection
        | E::InvalidFlowScalarIndent
        | E::FlowMappingValueAdjacentCollection => "bracket",
        E::UnexpectedCharacter { .. }
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::MissingAnchorOrAliasName => "reserved",
        E::CommentInterceptedScalar | E::CommentNotSeparated => "comment",
        E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::BlockSequenceEntryNotAllowed
        | E::ExpectedBlockSequenceEntry
        | E::MappingKeyNotAllowed => "indent",
        E::SimpleKeyExpected | E::ExpectedBlockMappingKey | E::ExpectedNodeContent => "key",
        E::DirectiveDisallowed | E::MissingDocumentEndBeforeDirective => "directive",
        E::ExpectedDocumentStart | E::InvalidDocumentEnd => "documents",
        _ => "other",
    }
}
