//! Reads a map by its table of fields.
use super::shapes;
use super::table::{Field, FormatCodes, Shape};
use crate::model::{Diagnostic, Located, Record, RecordField, Span, Value, codes};
use crate::parse::yaml::{Pair, SourceText, Yaml, YamlNode, quoted};
use crate::text::nearest::nearest;

/// Reads maps by tables and collects diagnostics. Goes as deep as the tables and the YAML do, which has a limit.
pub(in crate::parse) struct Reader<'a> {
    source: &'a SourceText<'a>,
    pub(super) family: &'static FormatCodes,
    /// Country of the numbering plan.
    pub(in crate::parse) country: &'a str,
    pub(in crate::parse) diagnostics: &'a mut Vec<Diagnostic>,
    /// Whether a text was read as a map because of a colon in it.
    pub(in crate::parse) is_broken: bool,
}

impl<'a> Reader<'a> {
    /// A reader of one file, or one entry.
    pub(in crate::parse) fn new(
        source: &'a SourceText<'a>,
        family: &'static FormatCodes,
        country: &'a str,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self { source, family, country, diagnostics, is_broken: false }
    }

    /// Reads a map of the first level. `owner` is its id, where it has one.
    pub(in crate::parse) fn record(
        &mut self,
        table: &'static [Field],
        yaml: &Yaml,
        owner: Option<&Located<String>>,
    ) -> Record {
        let at = owner.map_or_else(|| self.source.span(0, 0), |id| id.span.clone());
        self.read(table, yaml, &at, owner.map(|id| id.value.as_str()), true)
    }

    fn read(
        &mut self,
        table: &'static [Field],
        yaml: &Yaml,
        at: &Span,
        id: Option<&str>,
        top: bool,
    ) -> Record {
        let pairs = yaml.pairs();
        let mut record = Record::empty(yaml.span.clone());
        record.fields.reserve_exact(pairs.len());
        let mut known = 0;
        for field in table {
            let written = pairs.iter().find(|(key, _)| key.value == field.name);
            known += usize::from(written.is_some());
            let value = written.and_then(|(key, yaml)| self.field(field, key, yaml, id));
            let absent = match written {
                None => Some(at),
                Some((_, yaml)) => (value == Some(Value::Null)).then_some(&yaml.span),
            };
            if let (true, Some(span)) = (field.required, absent) {
                let mut diagnostic =
                    Diagnostic::new(self.family.missing, span.clone()).arg("field", field.name);
                diagnostic = diagnostic.arg("id", id.unwrap_or_default());
                self.diagnostics.push(diagnostic);
            }
            match (written, value) {
                (Some((_, yaml)), Some(value)) => record.fields.push(RecordField {
                    name: field.name,
                    is_private: field.is_private,
                    value: Located::new(yaml.span.clone(), value),
                }),
                (Some(_), None) => record.refused.push(field.name),
                (None, _) => {}
            }
        }
        if known < pairs.len() {
            let strangers =
                pairs.iter().filter(|(key, _)| !table.iter().any(|field| field.name == key.value));
            record.refused.extend(strangers.filter_map(|pair| self.stranger(table, pairs, pair, top)));
        }
        record
    }

    /// Reports a key that is not in the table, and returns the key that was probably meant.
    fn stranger(
        &mut self,
        table: &'static [Field],
        pairs: &[Pair],
        pair: &Pair,
        top: bool,
    ) -> Option<&'static str> {
        let (key, _) = pair;
        let has = |name: &str| pairs.iter().any(|(key, _)| key.value == name);
        let foreign =
            self.family.foreign_keys.iter().find(|(_, theirs)| top && is_one_of(theirs, &key.value));
        if let (Some(code), Some((ours, theirs))) = (self.family.foreign, foreign) {
            let ours = table.iter().find(|field| field.name == *ours);
            let diagnostic = Diagnostic::new(code, key.span.clone()).arg("key", key.value.as_str());
            let is_other = |(other, _): &&Pair| other.value != key.value && is_one_of(theirs, &other.value);
            let is_lone = !pairs.iter().any(|pair| is_other(&pair));
            let diagnostic = match ours.filter(|ours| !has(ours.name)) {
                None => diagnostic,
                Some(ours) if self.fits(ours, pair) => {
                    let diagnostic = diagnostic.arg("ours", ours.name).help("help-ours");
                    let is_same = is_lone && matches!(ours.shape, Shape::List(Shape::Alias));
                    if is_same { diagnostic.fix(key.span.clone(), ours.name) } else { diagnostic }
                }
                Some(ours) => diagnostic
                    .arg("ours", ours.name)
                    .arg("expected", shapes::word(&ours.shape))
                    .help("help-shape"),
            };
            self.diagnostics.push(diagnostic);
            return ours.map(|ours| ours.name);
        }
        self.unknown(table, pairs, pair)
    }

    /// Reports a key that nobody knows. One that lacks the ending of several only gets it.
    fn unknown(&mut self, table: &'static [Field], pairs: &[Pair], pair: &Pair) -> Option<&'static str> {
        let (key, _) = pair;
        let names = table.iter().map(|field| field.name);
        let known = names.clone().collect::<Vec<_>>().join(", ");
        let is_plural = |field: &&Field| {
            let singular = field.name.strip_suffix("es").or_else(|| field.name.strip_suffix('s'));
            singular == Some(key.value.as_str())
        };
        let plural = table.iter().find(is_plural);
        let nearest = plural.map(|field| field.name).or_else(|| nearest(&key.value, names));
        let diagnostic = Diagnostic::new(self.family.unknown_key, key.span.clone());
        let diagnostic = diagnostic.arg("key", key.value.as_str()).arg("known", known).nearest(nearest);
        let is_free = |field: &&Field| !pairs.iter().any(|(other, _)| other.value == field.name);
        let diagnostic = match plural.filter(is_free).filter(|field| self.fits(field, pair)) {
            Some(field) => diagnostic.fix(key.span.clone(), field.name),
            None => diagnostic,
        };
        self.diagnostics.push(diagnostic);
        nearest
    }

    /// Whether a value would be right under another key.
    fn fits(&mut self, field: &Field, (key, value): &Pair) -> bool {
        let (before, was_broken) = (self.diagnostics.len(), self.is_broken);
        let is_read = self.field(field, key, value, None).is_some();
        let is_clean = self.diagnostics.len() == before;
        self.diagnostics.truncate(before);
        self.is_broken = was_broken;
        is_read && is_clean
    }

    fn field(
        &mut self,
        field: &Field,
        key: &Located<String>,
        yaml: &Yaml,
        id: Option<&str>,
    ) -> Option<Value> {
        match (&field.shape, &yaml.node) {
            (_, YamlNode::Null) => Some(Value::Null),
            (Shape::Group(table), YamlNode::Map { .. }) => {
                Some(Value::Group(self.read(table, yaml, &key.span, id, false)))
            }
            (shape, _) => self.value(field.name, shape, yaml),
        }
    }

    /// Reads one value. `None` when it is wrong; the reason is among the diagnostics then.
    pub(in crate::parse) fn value(&mut self, key: &'static str, shape: &Shape, yaml: &Yaml) -> Option<Value> {
        match (shape, &yaml.node) {
            (_, YamlNode::Broken) => None,
            (Shape::List(item), YamlNode::List { items, .. }) => {
                let read = items.iter().filter_map(|yaml| {
                    self.value(key, item, yaml).map(|value| Located::new(yaml.span.clone(), value))
                });
                Some(Value::List(read.collect()))
            }
            (Shape::List(item), YamlNode::Text(_)) => match self.value(key, item, yaml)? {
                Value::Null => Some(Value::Null),
                value @ Value::Placeholder(_) => Some(value),
                value => Some(Value::List(vec![Located::new(yaml.span.clone(), value)])),
            },
            (Shape::List(item), _) if !matches!(item, Shape::List(_)) && self.one_pair(yaml).is_none() => {
                self.wrong(key, shape, yaml)
            }
            (Shape::List(item), _) => self.value(key, item, yaml),
            (Shape::Group(table), YamlNode::Map { .. }) => {
                Some(Value::Group(self.read(table, yaml, &yaml.span, None, false)))
            }
            (Shape::Free, YamlNode::Map { .. }) => Some(free(yaml)),
            (Shape::Flag, YamlNode::Flag(flag)) => Some(Value::Flag(*flag)),
            (Shape::Number(least, most), YamlNode::Number(number)) if (*least..=*most).contains(number) => {
                Some(Value::Number(*number))
            }
            (Shape::Size, YamlNode::Number(number)) if *number > 0 => Some(Value::Number(*number)),
            (_, YamlNode::Text(text)) => shapes::text(self, key, shape, text, yaml),
            _ => self.wrong(key, shape, yaml),
        }
    }

    /// Says that a value has another shape than it should.
    pub(in crate::parse) fn wrong(&mut self, key: &'static str, shape: &Shape, yaml: &Yaml) -> Option<Value> {
        if yaml.node == YamlNode::Broken {
            return None;
        }
        let textual = shapes::is_textual(shape);
        if let (true, Some(span)) = (textual || matches!(shape, Shape::List(_)), self.one_pair(yaml)) {
            self.is_broken = true;
            let quoted = quoted(self.source.slice(&span));
            self.diagnostics.push(Diagnostic::new(codes::YAML_COLON_IN_TEXT, span).arg("quoted", quoted));
            return None;
        }
        let mut diagnostic = self.mismatch(key, shape, yaml.word(), &yaml.span);
        match (&yaml.node, shape) {
            (YamlNode::Number(_), Shape::Number(least, most)) => {
                let bound = |number: i64| usize::try_from(number).unwrap_or_default();
                diagnostic = diagnostic.arg("min", bound(*least)).arg("max", bound(*most)).help("help-range");
            }
            (
                YamlNode::Number(_)
                | YamlNode::Decimal(_)
                | YamlNode::Flag(_)
                | YamlNode::List { flow: true, .. },
                _,
            ) if textual => {
                diagnostic =
                    diagnostic.arg("quoted", quoted(self.source.slice(&yaml.span))).help("help-quote");
            }
            _ => {}
        }
        self.diagnostics.push(diagnostic);
        None
    }

    /// The diagnostic about a wrong shape, with the words for both.
    pub(in crate::parse) fn mismatch(
        &self,
        key: &'static str,
        shape: &Shape,
        found: &'static str,
        span: &Span,
    ) -> Diagnostic {
        let diagnostic = Diagnostic::new(self.family.wrong_type, span.clone())
            .arg("key", key)
            .arg("expected", shapes::word(shape))
            .arg("found", found);
        match shape {
            Shape::OneOf(words) => diagnostic.arg("choices", words.join(", ")).help("help-choices"),
            Shape::Entry(kind) => diagnostic.arg("kind", kind.scheme()),
            _ => diagnostic,
        }
    }

    /// The place of a map that was probably meant as a text: one pair on one line, without braces.
    fn one_pair(&self, yaml: &Yaml) -> Option<Span> {
        match &yaml.node {
            YamlNode::Map { pairs, .. } if pairs.len() == 1 => {
                let written = self.source.slice(&yaml.span);
                let scalar = !matches!(pairs[0].1.node, YamlNode::List { .. } | YamlNode::Map { .. });
                (scalar && !written.starts_with('{') && !written.contains('\n')).then(|| yaml.span.clone())
            }
            _ => None,
        }
    }
}

/// An author's own value as it is.
fn free(yaml: &Yaml) -> Value {
    match &yaml.node {
        YamlNode::Null | YamlNode::Broken => Value::Null,
        YamlNode::Flag(flag) => Value::Flag(*flag),
        YamlNode::Number(number) => Value::Number(*number),
        YamlNode::Decimal(text) | YamlNode::Text(text) => Value::Text(text.clone()),
        YamlNode::List { items, .. } => {
            Value::List(items.iter().map(|item| Located::new(item.span.clone(), free(item))).collect())
        }
        YamlNode::Map { pairs, .. } => {
            let own =
                |(key, value): &Pair| (key.value.clone(), Located::new(value.span.clone(), free(value)));
            Value::Map(pairs.iter().map(own).collect())
        }
    }
}

/// Whether a list of words holds this one.
fn is_one_of(words: &str, wanted: &str) -> bool {
    words.split(' ').any(|word| word == wanted)
}
