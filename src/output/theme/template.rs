//! The theme's templates, compiled and filled, and the values that they see. The only file that knows Tera.
use super::Strings;
use crate::model::{Arg, Code, Diagnostic, Limits, Noted, Site, SourcePath, Sources, Span, codes};
use crate::text::escape;
use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// The templates of a theme.
pub(crate) struct Templates {
    tera: Tera,
    /// The file of each template.
    files: BTreeMap<String, SourcePath>,
    /// Templates that cannot be used; diagnostics say why.
    broken: BTreeSet<String>,
    /// The most bytes that a template writes of its own.
    limit: usize,
}

impl Templates {
    /// Reads and compiles the templates of all layers of the theme.
    pub(super) fn read(
        site: &Site,
        sources: &Sources,
        strings: &Arc<Strings>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut files = BTreeMap::new();
        let mut texts = BTreeMap::new();
        for (name, (path, _)) in &site.theme.files {
            let Some(short) = name.strip_prefix("templates/") else { continue };
            let Some(source) = sources.get(path) else { continue };
            match std::str::from_utf8(&source.bytes()) {
                Ok(text) => {
                    files.insert(short.to_owned(), path.clone());
                    texts.insert(short.to_owned(), text.to_owned());
                }
                Err(_) => diagnostics.push(Diagnostic::new(codes::FILE_NOT_UTF8, Span::start_of(path))),
            }
        }
        let mut broken = BTreeSet::new();
        let tera = loop {
            match compile(&texts, strings) {
                Ok(tera) => break tera,
                // Tera reports one error at a time. The broken template is left out so that the next compilation
                // finds the next error; templates that need a broken one are left out without a diagnostic.
                Err(error) => {
                    let (diagnostic, culprit) = template_error(&error, codes::THEME_SYNTAX, &files, "");
                    let is_needed = |name: &String| error.to_string().contains(&quoted_in(name, &error));
                    if !broken.iter().any(is_needed) {
                        diagnostics.push(diagnostic);
                    }
                    if texts.remove(&culprit).is_none() {
                        broken.extend(texts.into_keys());
                        break Tera::default();
                    }
                    broken.insert(culprit);
                }
            }
        };
        Self { tera, files, broken, limit: most_bytes(site.settings.limits.output) }
    }

    /// Fills a part of pages, as HTML.
    pub(crate) fn part(&self, name: &str, values: Vec<(&'static str, Value)>) -> Noted<TemplateValue> {
        let made = self.fill(name, values, 1 << 10);
        Noted { value: html(&String::from_utf8_lossy(&made.value)), diagnostics: made.diagnostics }
    }

    /// Fills a template with named values, in UTF-8; about `room` bytes are expected. A template that cannot be filled, or
    /// that writes much more than a page may have, gives an empty text and a diagnostic.
    pub(crate) fn fill(&self, name: &str, values: Vec<(&'static str, Value)>, room: usize) -> Noted<Vec<u8>> {
        if self.broken.contains(name) {
            return Noted::clean(Vec::new());
        }
        let mut context = Context::new();
        for (key, value) in values {
            context.insert_value(key, value);
        }
        // A page that is too large by its own text is told as such, once it is made.
        let limit = self.limit.saturating_add(room);
        let mut out = LimitedText { text: Vec::with_capacity(room), limit };
        match self.tera.render_to(name, &context, &mut out) {
            Ok(()) => Noted::clean(out.text),
            Err(error) if matches!(error.kind(), ErrorKind::Io(_)) => {
                let unknown = SourcePath::new(format!("themes/default/templates/{name}"));
                let at = Span::start_of(self.files.get(name).unwrap_or(&unknown));
                let diagnostic = Diagnostic::new(codes::THEME_ENDLESS, at).arg("template", name);
                Noted { value: Vec::new(), diagnostics: vec![diagnostic.arg("size", self.limit)] }
            }
            Err(error) => {
                let (diagnostic, _) = template_error(&error, codes::THEME_RENDER, &self.files, name);
                Noted { value: Vec::new(), diagnostics: vec![diagnostic] }
            }
        }
    }
}

/// The most bytes that a template may write. A lower limit of the settings is looked at once a page is made, because
/// that page may be large by its own text.
fn most_bytes(limit: u64) -> usize {
    usize::try_from(limit.max(Limits::default().output)).unwrap_or(usize::MAX)
}

/// Takes what a template writes, up to a number of bytes: a loop in a loop would write until memory ends.
struct LimitedText {
    text: Vec<u8>,
    limit: usize,
}

impl Write for LimitedText {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.text.len() + bytes.len() > self.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A value that templates see.
pub(crate) type TemplateValue = Value;

/// Plain data as a value for templates.
pub(crate) fn value(data: &impl Serialize) -> TemplateValue {
    Value::from_serializable(data)
}

/// A map with more values in it.
pub(crate) fn with(
    map: TemplateValue,
    values: impl IntoIterator<Item = (&'static str, TemplateValue)>,
) -> TemplateValue {
    match map.into_map() {
        Some(mut map) => {
            map.extend(values.into_iter().map(|(key, value)| (key.into(), value)));
            Value::from(map)
        }
        None => Value::undefined(),
    }
}

/// HTML, which templates write without escaping it.
pub(crate) fn html(text: &str) -> TemplateValue {
    Value::safe_string(text)
}

/// A list of values.
pub(crate) fn list(values: impl IntoIterator<Item = TemplateValue>) -> TemplateValue {
    Value::from(values.into_iter().collect::<Vec<_>>())
}

/// A map of named values.
pub(crate) fn map(values: &[(&'static str, TemplateValue)]) -> TemplateValue {
    value(&Fields(values))
}

/// Serializes named values as a struct. A field that is a [`TemplateValue`] already stays as it is, HTML included.
struct Fields<'a>(&'a [(&'static str, TemplateValue)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Fields", self.0.len())?;
        for (name, value) in self.0 {
            fields.serialize_field(name, value)?;
        }
        fields.end()
    }
}

fn compile(texts: &BTreeMap<String, String>, strings: &Arc<Strings>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".xml"]);
    tera.set_escape_fn(|text, out| out.write_all(escape::escaped(text).as_bytes()));
    let words = Arc::clone(strings);
    tera.register_function("text", move |args: Kwargs, _: &State| -> TeraResult<Value> {
        let key: &str = args.must_get("key")?;
        let values: Vec<(&str, Arg)> = args
            .iter()
            .filter_map(|(name, value)| {
                let name = name.as_str().filter(|name| *name != "key")?;
                let arg = match value.as_i64() {
                    Some(number) => Arg::Number(number),
                    None => Arg::Text(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
                };
                Some((name, arg))
            })
            .collect();
        words
            .find(key, &values)
            .map(Value::from)
            .ok_or_else(|| tera::Error::message(format!("no string is called `{key}`")))
    });
    let named: BTreeMap<String, &str> =
        strings.fixed().map(|(key, words)| (key.replace('-', "_"), words)).collect();
    tera.global_context().insert("t", &named);
    tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}

/// A template's name with the quotes that the error of another template puts around it.
fn quoted_in(name: &str, error: &tera::Error) -> String {
    let quote = if matches!(error.kind(), ErrorKind::MissingParent { .. }) { '\'' } else { '`' };
    format!("{quote}{name}{quote}")
}

/// The diagnostic of a template error, and the name of the template that caused it.
fn template_error(
    error: &tera::Error,
    code: Code,
    files: &BTreeMap<String, SourcePath>,
    filled: &str,
) -> (Diagnostic, String) {
    let (name, start, end, why) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = &report.span().range;
            (report.filename().to_owned(), range.start, range.end, report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), 0, 0, error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (current.clone(), 0, 0, error.to_string()),
        _ => (filled.to_owned(), 0, 0, error.to_string()),
    };
    let unknown = SourcePath::new(format!("themes/default/templates/{name}"));
    let span = Span::new(files.get(&name).unwrap_or(&unknown), start, end);
    (Diagnostic::new(code, span).arg("why", why), name)
}
