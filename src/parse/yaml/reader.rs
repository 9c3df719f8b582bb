//! Builds a tree from the events of the YAML crate.
//!
//! Aliases, anchors and tags are refused: nobody needs them in a guide, and with them a small file can grow into a huge
//! tree. A file with a syntax error is read part by part, so that one mistake does not hide the others.
use super::duplicates::without_duplicates;
use super::mistake;
use super::parts::cut_at_keys;
use super::tree::{Pair, SourceText, Yaml, YamlNode, plain};
use crate::model::{Code, Diagnostic, Located, codes};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};

/// How deep lists and maps may nest.
pub(super) const DEPTH: usize = 32;
/// The most values in a file, keys included.
const NODES: usize = 100_000;
/// The most diagnostics about aliases and tags in one file.
const MOST: usize = 20;

/// Reads a text that should be one YAML document. `duplicate_code` is for a key of the first level that is written twice.
pub(in crate::parse) fn read(
    source: &SourceText,
    duplicate_code: Code,
    diagnostics: &mut Vec<Diagnostic>,
) -> Yaml {
    match build(source, duplicate_code) {
        Ok((yaml, more)) => {
            diagnostics.extend(more);
            if matches!(yaml.node, YamlNode::Map { flow: false, .. }) {
                // The crate accepts it where no other key follows.
                diagnostics.extend(mistake::before_first_key(source));
            }
            yaml
        }
        Err(Stop::Limit(diagnostic)) => {
            diagnostics.push(diagnostic);
            Yaml { span: source.span(0, 0), node: YamlNode::Broken }
        }
        Err(Stop::Syntax(first)) => read_parts(source, duplicate_code, first, diagnostics),
    }
}

/// Why a text could not be read to its end.
#[derive(Debug)]
enum Stop {
    /// A syntax error: the diagnostics up to it.
    Syntax(Vec<Diagnostic>),
    /// A limit is exceeded.
    Limit(Diagnostic),
}

/// Reads every key of the first level, with its value, as a text of its own.
fn read_parts(
    source: &SourceText,
    duplicate_code: Code,
    first: Vec<Diagnostic>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Yaml {
    let mut pairs = Vec::new();
    let mut failed = 0;
    for (start, end, key) in cut_at_keys(source.text) {
        match build(&source.part(start, end), duplicate_code) {
            Ok((yaml, more)) => {
                diagnostics.extend(more);
                if let YamlNode::Map { pairs: found, .. } = yaml.node {
                    pairs.extend(found);
                }
            }
            Err(stop) => {
                failed += 1;
                match stop {
                    Stop::Syntax(more) => diagnostics.extend(more),
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
    if failed == 0 {
        diagnostics.extend(first);
    }
    let node = if pairs.is_empty() {
        YamlNode::Broken
    } else {
        YamlNode::Map { pairs: without_duplicates(pairs, source, duplicate_code, diagnostics), flow: false }
    };
    Yaml { span: source.span(0, source.text.len()), node }
}

/// An open list or map.
struct OpenCollection {
    start: usize,
    flow: bool,
    refused: bool,
    inside: Contents,
}

enum Contents {
    Items(Vec<Yaml>),
    Pairs(Vec<Pair>, Expected),
}

/// What comes next in a map.
enum Expected {
    Key,
    /// The value of a key, or of a key that was refused.
    Value(Option<Located<String>>),
}

struct YamlBuilder<'p> {
    source: &'p SourceText<'p>,
    duplicate_code: Code,
    diagnostics: Vec<Diagnostic>,
    open: Vec<OpenCollection>,
    root: Option<Yaml>,
    nodes: usize,
    refusals: usize,
}

/// Reads a text up to its first syntax error.
fn build(source: &SourceText, duplicate_code: Code) -> Result<(Yaml, Vec<Diagnostic>), Stop> {
    let options = granit_parser::options! {
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
    };
    let mut builder = YamlBuilder {
        source,
        duplicate_code,
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
                builder.add(YamlNode::Broken, start, end);
            }
            Event::Anchor(..) => builder.refuse(codes::YAML_ALIAS, start, end),
            Event::SequenceStart(style, ..) => {
                builder.enter(start, style == StructureStyle::Flow, tagged, Contents::Items(Vec::new()))?;
            }
            Event::MappingStart(style, ..) => {
                builder.enter(
                    start,
                    style == StructureStyle::Flow,
                    tagged,
                    Contents::Pairs(Vec::new(), Expected::Key),
                )?;
            }
            Event::SequenceEnd | Event::MappingEnd => builder.leave(start, end),
            _ => {}
        }
    }
    let empty = Yaml { span: source.span(0, 0), node: YamlNode::Null };
    Ok((builder.root.unwrap_or(empty), builder.diagnostics))
}

impl YamlBuilder<'_> {
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
        // The crate reports a block scalar up to the beginning of the next line.
        let end = if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            self.trimmed(start, end)
        } else {
            end
        };
        self.add(node, start, end);
    }

    fn trimmed(&self, start: usize, end: usize) -> usize {
        self.source.text.get(start..end).map_or(end, |text| start + text.trim_end().len())
    }

    fn enter(&mut self, start: usize, flow: bool, refused: bool, inside: Contents) -> Result<(), Stop> {
        if self.open.len() == DEPTH {
            return Err(self.over("depth", DEPTH, start));
        }
        self.open.push(OpenCollection { start, flow, refused, inside });
        Ok(())
    }

    fn leave(&mut self, start: usize, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let inside = |span: &crate::model::Span| (span.end as usize).saturating_sub(self.source.offset);
        let last = match &open.inside {
            Contents::Items(items) => items.last().map(|item| inside(&item.span)),
            Contents::Pairs(pairs, _) => pairs.last().map(|(_, value)| inside(&value.span)),
        };
        let end = if open.flow && end > start { end } else { last.unwrap_or(open.start).max(open.start) };
        let node = match open.inside {
            _ if open.refused => YamlNode::Broken,
            Contents::Items(items) => YamlNode::List { items, flow: open.flow },
            Contents::Pairs(pairs, _) => {
                let code = if self.open.is_empty() { self.duplicate_code } else { codes::YAML_DUPLICATE_KEY };
                YamlNode::Map {
                    pairs: without_duplicates(pairs, self.source, code, &mut self.diagnostics),
                    flow: open.flow,
                }
            }
        };
        self.add(node, open.start, end);
    }

    fn add(&mut self, node: YamlNode, start: usize, end: usize) {
        let mut yaml = Yaml { span: self.source.span(start, end), node };
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(yaml),
            Some(Contents::Items(items)) => items.push(yaml),
            Some(Contents::Pairs(pairs, next)) => match std::mem::replace(next, Expected::Key) {
                Expected::Value(Some(key)) => {
                    if yaml.node == YamlNode::Null && start == end {
                        yaml.span = key.span.clone();
                    }
                    pairs.push((key, yaml));
                }
                Expected::Value(None) => {}
                Expected::Key => {
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
                    *next = Expected::Value(key);
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
        // `*gras* et suite` is an alias followed by text, for which there is a diagnostic already.
        if !diagnostics.iter().any(refused) {
            let bracket = self.open.iter().rev().take_while(|open| open.flow).last().map(|open| open.start);
            diagnostics.push(mistake::explain(self.source, at, cause(error.kind()), bracket));
        }
        Stop::Syntax(diagnostics)
    }
}

/// The offset of a marker of the crate.
fn byte(source: &SourceText, mark: granit_parser::Marker) -> usize {
    mark.byte_offset().unwrap_or_else(|| {
        source.text.char_indices().nth(mark.index()).map_or(source.text.len(), |(at, _)| at)
    })
}

fn word_end(text: &str, from: usize) -> usize {
    text[from..].find(char::is_whitespace).map_or(text.len(), |length| from + length)
}

/// The word by which the message chooses its sentence.
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
