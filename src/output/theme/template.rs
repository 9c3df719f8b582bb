//! The theme, ready for use: templates and words. The only file that knows Tera.
use super::font;
use crate::model::{Arg, Diagnostic, Language, Noted, OutPath, Site, SourcePath, Sources, Span, codes};
use crate::output::lists::print::Printer;
use crate::stamp::{Made, Stamp, Table, reuse};
use crate::text::escape;
use crate::words::Words;
use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// The theme as the build before left it.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    templates: Option<Made<Arc<Noted<Templates>>>>,
    /// Its part of printing.
    #[cfg(feature = "pdf")]
    press: crate::output::theme::press::Press,
}

/// Templates and words of a theme.
pub(crate) struct Templates {
    tera: Tera,
    words: Arc<Words>,
    /// The messages that need no variable, formatted once for all.
    fixed: Table<String, String>,
    /// The file that gives each template.
    files: BTreeMap<String, SourcePath>,
    /// Templates that cannot be used; the reason is said already.
    set_aside: BTreeSet<String>,
    /// The font that the theme's style asks for.
    pub(crate) font: Option<OutPath>,
    pub(crate) stamp: Stamp,
}

impl fmt::Debug for Templates {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Templates").field("files", &self.files.len()).finish_non_exhaustive()
    }
}

impl PartialEq for Templates {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

impl Engine {
    /// Reads the theme's templates and strings, or keeps them when none of them changed.
    pub(crate) fn refreshed(&self, site: &Site, sources: &Sources) -> (Self, Arc<Noted<Templates>>) {
        let language = site.settings.language;
        let read = |name: &str| name.starts_with("templates/") || font::decides(name);
        let files: Vec<_> = site.theme.files.iter().filter(|(name, _)| read(name)).collect();
        let stamp = Stamp::of(&(&files, &site.theme.strings, language));
        let made = reuse(self.templates.as_ref(), stamp, || {
            Arc::new(Templates::read(site, sources, language, stamp))
        });
        let ready = Arc::clone(&made.value);
        let engine = Self {
            templates: Some(made),
            #[cfg(feature = "pdf")]
            press: self.press.refreshed(site, sources),
        };
        (engine, ready)
    }

    /// The templates of the last build.
    pub(crate) fn kept(&self) -> Option<Arc<Noted<Templates>>> {
        self.templates.as_ref().map(|made| Arc::clone(&made.value))
    }

    /// What prints lists, and what there is to say about the theme's files for it.
    #[cfg(feature = "pdf")]
    pub(crate) fn printer(&self, site: &Site, words: &Templates) -> (Option<Printer>, Vec<Diagnostic>) {
        (self.press.printer(site, words), self.press.diagnostics())
    }

    /// Nothing prints lists in a program without PDFs.
    #[cfg(not(feature = "pdf"))]
    #[expect(clippy::unused_self, reason = "a program without PDFs")]
    pub(crate) fn printer(&self, _: &Site, _: &Templates) -> (Option<Printer>, Vec<Diagnostic>) {
        (None, Vec::new())
    }
}

impl Templates {
    fn read(site: &Site, sources: &Sources, language: Language, stamp: Stamp) -> Noted<Self> {
        let mut diagnostics = Vec::new();
        let words = Arc::new(read_words(site, sources, language, &mut diagnostics));
        let mut files = BTreeMap::new();
        let mut texts = BTreeMap::new();
        for (name, (path, _)) in &site.theme.files {
            let Some(short) = name.strip_prefix("templates/") else { continue };
            let Some(source) = sources.get(path) else { continue };
            match std::str::from_utf8(&source.bytes) {
                Ok(text) => {
                    files.insert(short.to_owned(), path.clone());
                    texts.insert(short.to_owned(), text.to_owned());
                }
                Err(_) => diagnostics.push(Diagnostic::new(codes::FILE_NOT_UTF8, Span::start_of(path))),
            }
        }
        let mut set_aside = BTreeSet::new();
        let fixed: Table<_, _> = words.fixed().into_iter().collect();
        let tera = loop {
            match compiled(&texts, &words, &fixed) {
                Ok(tera) => break tera,
                // One broken template must not hide the next: it is set aside, and so is who needs it.
                Err(error) => {
                    let (diagnostic, culprit) = slip(&error, codes::THEME_SYNTAX, &files, "");
                    let needs = |name: &String| error.to_string().contains(&quoted_in(name, &error));
                    if !set_aside.iter().any(needs) {
                        diagnostics.push(diagnostic);
                    }
                    if texts.remove(&culprit).is_none() {
                        set_aside.extend(texts.into_keys());
                        break Tera::default();
                    }
                    set_aside.insert(culprit);
                }
            }
        };
        let font = font::of(site, sources);
        Noted { value: Self { tera, words, fixed, files, set_aside, font, stamp }, diagnostics }
    }

    /// The words of a message of the interface; the key itself when there is none, which a test would find.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        if let Some(words) = self.fixed.get(key).filter(|_| args.is_empty()) {
            return words.clone();
        }
        self.words.say(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    /// Fills a part of pages by itself.
    pub(crate) fn part(&self, name: &str, values: Vec<(&'static str, Value)>) -> Noted<Shown> {
        let made = self.fill(name, values, 1 << 10);
        Noted { value: html(&String::from_utf8_lossy(&made.value)), diagnostics: made.diagnostics }
    }

    /// Fills a template with named values, in UTF-8; about `room` bytes are expected. A template that cannot be filled
    /// gives an empty text and a diagnostic.
    pub(crate) fn fill(&self, name: &str, values: Vec<(&'static str, Value)>, room: usize) -> Noted<Vec<u8>> {
        if self.set_aside.contains(name) {
            return Noted::clean(Vec::new());
        }
        let mut context = Context::new();
        for (key, value) in values {
            context.insert_value(key, value);
        }
        let mut out = Vec::with_capacity(room);
        match self.tera.render_to(name, &context, &mut out) {
            Ok(()) => Noted::clean(out),
            Err(error) => {
                let (diagnostic, _) = slip(&error, codes::THEME_RENDER, &self.files, name);
                Noted { value: Vec::new(), diagnostics: vec![diagnostic] }
            }
        }
    }
}

/// A value that templates can see.
pub(crate) type Shown = Value;

/// Turns plain data into a value for templates.
pub(crate) fn shown(data: &impl Serialize) -> Shown {
    Value::from_serializable(data)
}

/// A map with more values in it.
pub(crate) fn with(map: Shown, values: impl IntoIterator<Item = (&'static str, Shown)>) -> Shown {
    match map.into_map() {
        Some(mut map) => {
            map.extend(values.into_iter().map(|(key, value)| (key.into(), value)));
            Value::from(map)
        }
        None => Value::undefined(),
    }
}

/// Text that is HTML already.
pub(crate) fn html(text: &str) -> Shown {
    Value::safe_string(text)
}

/// Values in a row.
pub(crate) fn list(values: impl IntoIterator<Item = Shown>) -> Shown {
    Value::from(values.into_iter().collect::<Vec<_>>())
}

/// Named values.
pub(crate) fn map(values: &[(&'static str, Shown)]) -> Shown {
    shown(&Fields(values))
}

/// Named values on their way to a map: what is a value already passes as it is.
struct Fields<'a>(&'a [(&'static str, Shown)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Fields", self.0.len())?;
        for (name, value) in self.0 {
            fields.serialize_field(name, value)?;
        }
        fields.end()
    }
}

fn read_words(
    site: &Site,
    sources: &Sources,
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Words {
    let mut words = Words::new(language);
    for (path, _) in &site.theme.strings {
        let Some(source) = sources.get(path) else { continue };
        let Ok(text) = std::str::from_utf8(&source.bytes) else {
            diagnostics.push(Diagnostic::new(codes::FILE_NOT_UTF8, Span::start_of(path)));
            continue;
        };
        for slip in words.add(text) {
            let span = Span::new(path, slip.start, slip.end.max(slip.start));
            diagnostics.push(Diagnostic::new(codes::THEME_BAD_STRINGS, span).arg("why", slip.why));
        }
    }
    words
}

fn compiled(
    texts: &BTreeMap<String, String>,
    words: &Arc<Words>,
    fixed: &Table<String, String>,
) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".xml"]);
    tera.set_escape_fn(|text, out| out.write_all(escape::escaped(text).as_bytes()));
    let speaking = Arc::clone(words);
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
        speaking
            .say(key, None, &values)
            .map(Value::from)
            .ok_or_else(|| tera::Error::message(format!("no string is called `{key}`")))
    });
    let named: BTreeMap<String, &str> =
        fixed.iter().map(|(key, words)| (key.replace('-', "_"), words.as_str())).collect();
    tera.global_context().insert("t", &named);
    tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}

/// A template's name as an error about another template that needs it writes it.
fn quoted_in(name: &str, error: &tera::Error) -> String {
    let quote = if matches!(error.kind(), ErrorKind::MissingParent { .. }) { '\'' } else { '`' };
    format!("{quote}{name}{quote}")
}

/// A diagnostic about a template, and the name of the template that is to blame.
fn slip(
    error: &tera::Error,
    code: crate::model::Code,
    files: &BTreeMap<String, SourcePath>,
    filling: &str,
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
        _ => (filling.to_owned(), 0, 0, error.to_string()),
    };
    let unknown = SourcePath::new(format!("themes/default/templates/{name}"));
    let span = Span::new(files.get(&name).unwrap_or(&unknown), start, end);
    (Diagnostic::new(code, span).arg("why", why), name)
}
