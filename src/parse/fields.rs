//! Tables of fields: one description of a map, by which it is read, checked and documented.
use super::tree::{Node, Pair, Place, Yaml};
use super::{shapes, slip};
use crate::model::{Code, Diagnostic, Kind, Located, Record, Span, Value, codes};
use crate::text::nearest::nearest;

/// A key that a map may have.
#[derive(Debug)]
pub(super) struct Field {
    /// The key.
    pub(super) name: &'static str,
    /// What its value must look like.
    pub(super) shape: Shape,
    /// Whether a map without it is wrong.
    pub(super) required: bool,
    /// What it is for, in French and in English.
    pub(super) about: (&'static str, &'static str),
}

impl Field {
    /// A key that may be left out.
    pub(super) const fn new(name: &'static str, shape: Shape, fr: &'static str, en: &'static str) -> Self {
        Self { name, shape, required: false, about: (fr, en) }
    }

    /// The same key, but it must be there.
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

/// What a value must look like. `null` is fine everywhere that nothing is required.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// A text of one line.
    Line,
    /// A text.
    Text,
    /// A part of an address of ours: small letters, digits, hyphens.
    Slug,
    /// An address below the site's root, with a slash in front.
    Alias,
    /// `true` or `false`.
    Flag,
    /// A whole number between two bounds, both included.
    Number(i64, i64),
    /// A number of bytes, or a text like `16 MiB`.
    Size,
    /// A day, `2026-11-23`.
    Date,
    /// A length of time, `6 months` or `6 mois`.
    Period,
    /// A mail address.
    Email,
    /// A telephone number of the guide's country, or an international one.
    Phone,
    /// An absolute `http` or `https` address.
    Web,
    /// A mail address or an absolute web address.
    Reach,
    /// A country, `FR`.
    Country,
    /// A language tag, `en`.
    Language,
    /// One word of a closed list.
    OneOf(&'static [&'static str]),
    /// The id of an entry of a kind.
    Entry(Kind),
    /// Several of the same; a single one is read as a list of one.
    List(&'static Self),
    /// A map with its own table.
    Group(&'static [Field]),
    /// Any map.
    Free,
}

/// The codes of a family of files, and how it takes placeholders.
#[derive(Debug)]
pub(super) struct Family {
    /// For a key that nobody knows.
    pub(super) unknown_key: Code,
    /// For a value of another shape.
    pub(super) wrong_type: Code,
    /// For a required key that is not there.
    pub(super) missing: Code,
    /// For a key that other generators use; none where they have no such file.
    pub(super) foreign: Option<Code>,
    /// Keys of other generators on the first level, each with ours, or nothing when we need none.
    pub(super) foreign_keys: &'static [(&'static str, &'static str)],
    /// Whether a placeholder becomes a value of its own; else it stays the text that it is.
    pub(super) placeholders: bool,
}

/// Reads maps by tables and collects diagnostics. Goes as deep as the tables and the YAML do, which has a limit.
pub(super) struct Reader<'a> {
    pub(super) place: &'a Place<'a>,
    pub(super) family: &'static Family,
    /// Country of the numbering plan.
    pub(super) country: &'a str,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reads a map of the first level. `owner` is its id, where it has one.
    pub(super) fn record(
        &mut self,
        table: &'static [Field],
        yaml: &Yaml,
        owner: Option<&Located<String>>,
    ) -> Record {
        let at = owner.map_or_else(|| self.place.span(0, 0), |id| id.span.clone());
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
        let mut record = Record { span: yaml.span.clone(), fields: Vec::with_capacity(pairs.len()) };
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
            if let (Some((_, yaml)), Some(value)) = (written, value) {
                record.fields.push((field.name, Located::new(yaml.span.clone(), value)));
            }
        }
        if known < pairs.len() {
            let strangers =
                pairs.iter().filter(|(key, _)| !table.iter().any(|field| field.name == key.value));
            strangers.for_each(|pair| self.stranger(table, pair, top));
        }
        record
    }

    fn stranger(&mut self, table: &'static [Field], (key, _): &Pair, top: bool) {
        let foreign = self.family.foreign_keys.iter().find(|(theirs, _)| top && *theirs == key.value);
        let diagnostic = if let (Some(code), Some((theirs, ours))) = (self.family.foreign, foreign) {
            let diagnostic = Diagnostic::new(code, key.span.clone()).arg("key", *theirs).arg("ours", *ours);
            if ours.is_empty() { diagnostic } else { diagnostic.help("help-ours") }
        } else {
            let names = table.iter().map(|field| field.name);
            let known = names.clone().collect::<Vec<_>>().join(", ");
            Diagnostic::new(self.family.unknown_key, key.span.clone())
                .arg("key", key.value.as_str())
                .arg("known", known)
                .nearest(nearest(&key.value, names))
        };
        self.diagnostics.push(diagnostic);
    }

    fn field(
        &mut self,
        field: &Field,
        key: &Located<String>,
        yaml: &Yaml,
        id: Option<&str>,
    ) -> Option<Value> {
        match (&field.shape, &yaml.node) {
            (_, Node::Null) => Some(Value::Null),
            (Shape::Group(table), Node::Map { .. }) => {
                Some(Value::Group(self.read(table, yaml, &key.span, id, false)))
            }
            (shape, _) => self.value(field.name, shape, yaml),
        }
    }

    /// Reads one value. `None` when it is wrong; the reason is among the diagnostics then.
    pub(super) fn value(&mut self, key: &'static str, shape: &Shape, yaml: &Yaml) -> Option<Value> {
        match (shape, &yaml.node) {
            (_, Node::Broken) => None,
            (Shape::List(item), Node::List { items, .. }) => {
                let read = items.iter().filter_map(|yaml| {
                    self.value(key, item, yaml).map(|value| Located::new(yaml.span.clone(), value))
                });
                Some(Value::List(read.collect()))
            }
            (Shape::List(item), Node::Text(_)) => match self.value(key, item, yaml)? {
                Value::Null => Some(Value::Null),
                value @ Value::Placeholder(_) => Some(value),
                value => Some(Value::List(vec![Located::new(yaml.span.clone(), value)])),
            },
            (Shape::List(item), _) if !matches!(item, Shape::List(_)) && self.one_pair(yaml).is_none() => {
                self.wrong(key, shape, yaml)
            }
            (Shape::List(item), _) => self.value(key, item, yaml),
            (Shape::Group(table), Node::Map { .. }) => {
                Some(Value::Group(self.read(table, yaml, &yaml.span, None, false)))
            }
            (Shape::Free, Node::Map { .. }) => Some(free(yaml)),
            (Shape::Flag, Node::Flag(flag)) => Some(Value::Flag(*flag)),
            (Shape::Number(least, most), Node::Number(number)) if (*least..=*most).contains(number) => {
                Some(Value::Number(*number))
            }
            (Shape::Size, Node::Number(number)) if *number > 0 => Some(Value::Number(*number)),
            (_, Node::Text(text)) => shapes::text(self, key, shape, text, yaml),
            _ => self.wrong(key, shape, yaml),
        }
    }

    /// Says that a value has another shape than it should.
    pub(super) fn wrong(&mut self, key: &'static str, shape: &Shape, yaml: &Yaml) -> Option<Value> {
        if yaml.node == Node::Broken {
            return None;
        }
        let textual = shapes::is_textual(shape);
        if let (true, Some(span)) = (textual || matches!(shape, Shape::List(_)), self.one_pair(yaml)) {
            let quoted = slip::quoted(self.place.slice(&span));
            self.diagnostics.push(Diagnostic::new(codes::YAML_COLON_IN_TEXT, span).arg("quoted", quoted));
            return None;
        }
        let mut diagnostic = self.mismatch(key, shape, yaml.word(), &yaml.span);
        match (&yaml.node, shape) {
            (Node::Number(_), Shape::Number(least, most)) => {
                let bound = |number: i64| usize::try_from(number).unwrap_or_default();
                diagnostic = diagnostic.arg("min", bound(*least)).arg("max", bound(*most)).help("help-range");
            }
            (Node::Number(_) | Node::Decimal(_) | Node::Flag(_) | Node::List { flow: true, .. }, _)
                if textual =>
            {
                diagnostic =
                    diagnostic.arg("quoted", slip::quoted(self.place.slice(&yaml.span))).help("help-quote");
            }
            _ => {}
        }
        self.diagnostics.push(diagnostic);
        None
    }

    /// The diagnostic about a wrong shape, with the words for both.
    pub(super) fn mismatch(
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
            Node::Map { pairs, .. } if pairs.len() == 1 => {
                let written = self.place.slice(&yaml.span);
                let scalar = !matches!(pairs[0].1.node, Node::List { .. } | Node::Map { .. });
                (scalar && !written.starts_with('{') && !written.contains('\n')).then(|| yaml.span.clone())
            }
            _ => None,
        }
    }
}

/// An author's own value as it is.
fn free(yaml: &Yaml) -> Value {
    match &yaml.node {
        Node::Null | Node::Broken => Value::Null,
        Node::Flag(flag) => Value::Flag(*flag),
        Node::Number(number) => Value::Number(*number),
        Node::Decimal(text) | Node::Text(text) => Value::Text(text.clone()),
        Node::List { items, .. } => {
            Value::List(items.iter().map(|item| Located::new(item.span.clone(), free(item))).collect())
        }
        Node::Map { pairs, .. } => {
            let own =
                |(key, value): &Pair| (key.value.clone(), Located::new(value.span.clone(), free(value)));
            Value::Map(pairs.iter().map(own).collect())
        }
    }
}
