//! Settings of the guide: `table` has the keys, `editor` reads the one that names a program, `checklist` those of checklists.
mod checklist;
mod editor;
mod table;

pub(super) use table::SETTINGS;

use super::fields::{Reader, Shape, address, phone};
use super::markdown::dialect::conflicts_in_yaml;
use super::plain::{date_issues, decode};
use super::yaml;
use super::yaml::{SourceText, Yaml, YamlNode};
use crate::model::{
    ALL_CODES, Accessibility, AccessibilityStatus, Audit, Code, ContentCoding, Diagnostic, External, Given,
    Host, HtmlMode, Language, Level, Limits, Located, Noted, Printing, Publisher, Record, SearchEngine,
    SearchServer, Settings, Severity, SourcePath, Span, Value, WebHost, codes,
};
use crate::text::nearest::nearest;
use table::FAMILY;

/// Reads `guide/jalon.yaml`. What it leaves open or says wrong has its default.
pub(super) fn read(file: &SourcePath, bytes: &[u8]) -> Noted<Settings> {
    let mut diagnostics = Vec::new();
    let Some((text, offset)) = decode::text(file, bytes, &mut diagnostics) else {
        return Noted { value: Settings::default(), diagnostics };
    };
    let text = &*conflicts_in_yaml(file, text, offset, &mut diagnostics);
    let source = SourceText { file, text, offset, line: 1 };
    let tree = yaml::read(&source, codes::YAML_DUPLICATE_KEY, &mut diagnostics);
    if !matches!(tree.node, YamlNode::Map { .. } | YamlNode::Null | YamlNode::Broken) {
        diagnostics.push(Diagnostic::new(codes::YAML_NOT_A_MAP, tree.span.clone()).arg("found", tree.word()));
    }
    if !matches!(tree.node, YamlNode::Map { .. } | YamlNode::Null) {
        // Nothing could be read, so nothing is missing either.
        return Noted { value: Settings::default(), diagnostics };
    }
    let country = match tree.get("country").map(|yaml| &yaml.node) {
        Some(YamlNode::Text(text)) if phone::knows(text) => text.as_str(),
        _ => "FR",
    };
    let mut reader = Reader::new(&source, &FAMILY, country, &mut diagnostics);
    let record = reader.record(SETTINGS, &tree, None);
    let levels = levels(&mut reader, tree.get("check").and_then(|check| check.get("levels")));
    let value = Settings { levels, ..settings(&record, &mut diagnostics) };
    if value.html == HtmlMode::Trusted {
        let span = record.group("markdown").and_then(|group| group.get("html")).map(|html| html.span.clone());
        diagnostics.push(Diagnostic::new(codes::SETTINGS_TRUSTED_HTML, span.unwrap_or(Span::start_of(file))));
    }
    Noted { value, diagnostics }
}

/// The site's address with its slash; what comes after a path would be lost in every link.
fn base_url(record: &Record, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let located = record.get("base_url")?;
    let Value::Web(written) = &located.value else { return None };
    if written.0.contains(['?', '#']) {
        let diagnostic =
            Diagnostic::new(codes::SETTINGS_BAD_URL, located.span.clone()).arg("url", written.0.as_str());
        diagnostics.push(diagnostic.arg("mistake", "query").arg("country", ""));
        return None;
    }
    Some(format!("{}/", written.0.trim_end_matches('/')))
}

fn edit_url(record: &Record, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let located = record.get("edit_url")?;
    let written = record.text("edit_url")?;
    let mistake = match address::web(&written.replace("{path}", "path")) {
        Ok(_) if written.contains("{path}") => return Some(written.to_owned()),
        Ok(_) => "no-path",
        Err(error) => error.key(),
    };
    let diagnostic = Diagnostic::new(codes::SETTINGS_BAD_URL, located.span.clone()).arg("url", written);
    diagnostics.push(diagnostic.arg("mistake", mistake).arg("country", ""));
    None
}

/// Severities chosen by the author, without those that cannot be chosen.
fn levels(reader: &mut Reader, yaml: Option<&Yaml>) -> Vec<(Code, Level)> {
    let mut levels = Vec::new();
    for (key, value) in yaml.map(Yaml::pairs).unwrap_or_default() {
        let family = Code::warnings_of(&key.value);
        if let [first, ..] = *family {
            if let Some(level) = level(reader, first.family.name(), value) {
                // A level of one code stands above that of its family, wherever it is written.
                levels.splice(0..0, family.into_iter().map(|code| (code, level)));
            }
            continue;
        }
        let Some(code) = Code::named(&key.value) else {
            let nearest = nearest(&key.value, ALL_CODES.iter().map(|code| code.name));
            let diagnostic = Diagnostic::new(codes::SETTINGS_UNKNOWN_CODE, key.span.clone());
            reader.diagnostics.push(diagnostic.arg("code", key.value.as_str()).nearest(nearest));
            continue;
        };
        if code.name != key.value {
            let diagnostic = Diagnostic::new(codes::SETTINGS_RENAMED_CODE, key.span.clone());
            let diagnostic = diagnostic.arg("former", key.value.as_str()).arg("code", code.name);
            reader.diagnostics.push(diagnostic.fix(key.span.clone(), code.name));
        }
        let Some(level) = level(reader, code.name, value) else { continue };
        if code.severity == Severity::Error && level != Level::Error {
            let word = if level == Level::Off { "off" } else { "warning" };
            let diagnostic = Diagnostic::new(codes::SETTINGS_ERROR_SILENCED, value.span.clone());
            reader.diagnostics.push(diagnostic.arg("code", code.name).arg("level", word));
            continue;
        }
        levels.push((code, level));
    }
    levels
}

/// The level that is written for a code or a family.
fn level(reader: &mut Reader, name: &'static str, value: &Yaml) -> Option<Level> {
    match reader.value(name, &Shape::OneOf(&["off", "warning", "error"]), value)? {
        Value::Text(text) if text == "off" => Some(Level::Off),
        Value::Text(text) if text == "warning" => Some(Level::Warning),
        Value::Text(_) => Some(Level::Error),
        _ => None,
    }
}

fn settings(record: &Record, diagnostics: &mut Vec<Diagnostic>) -> Settings {
    let none = Record::empty(record.span.clone());
    let group = |name| record.group(name).unwrap_or(&none);
    let external = group("check").group("external").unwrap_or(&none);
    let prose = |name| record.prose(name).into_value().map(|text| text.value);
    let words = |list: Vec<Located<String>>| list.into_iter().map(|word| word.value).collect();
    let default = Settings::default();
    Settings {
        title: prose("title").unwrap_or_default(),
        language: record.text("language").and_then(Language::from_tag).unwrap_or_default(),
        short_title: prose("short_title"),
        description: prose("description"),
        edition: prose("edition"),
        logo: path(record, "logo"),
        checklist_fields: checklist::fields(group("checklist"), diagnostics),
        base_url: base_url(record, diagnostics),
        hosts: each_once(record, "hosts", WebHost::from_name),
        precompress: each_once(record, "precompress", ContentCoding::from_name),
        publish_to: group("publish").prose("to").into_value().map(|text| text.value),
        theme: record.prose("theme").into_value().unwrap_or(default.theme),
        edit_url: edit_url(record, diagnostics),
        editor: editor::editor(record, diagnostics),
        report_to: record.given_text("report_to"),
        country: prose("country").unwrap_or(default.country),
        review_every: group("review").period("every"),
        publisher: publisher(group("publisher")),
        accessibility: accessibility(group("accessibility")),
        acronyms: words(group("check").texts("acronyms")),
        html: match group("markdown").text("html") {
            Some("none") => HtmlMode::None,
            Some("trusted") => HtmlMode::Trusted,
            _ => HtmlMode::Safe,
        },
        external: External {
            written: [record.get("report_to"), group("accessibility").get("contact")]
                .into_iter()
                .flatten()
                .filter_map(|located| match &located.value {
                    Value::Web(address) => Some(Located::new(located.span.clone(), address.clone())),
                    _ => None,
                })
                .collect(),
            skip: words(external.texts("skip")),
        },
        pdf: printing(group("pdf")),
        synonyms: synonyms(group("search")),
        thesaurus: path(group("search"), "thesaurus"),
        search_index: group("search").flag("index").unwrap_or(default.search_index),
        search_server: group("search").group("engine").and_then(search_server),
        limits: limits(group("limits")),
        placeholders: record.placeholders(),
        date_issues: date_issues::of_fields(record, &["title", "description"]),
        ..default
    }
}

/// The server for searching; none while part of it is missing.
fn search_server(record: &Record) -> Option<SearchServer> {
    let line = |name| record.prose(name).into_value().map(|text| text.value);
    let Value::Web(url) = &record.get("url")?.value else { return None };
    Some(SearchServer {
        engine: SearchEngine::from_name(record.text("kind")?)?,
        url: url.0.trim_end_matches('/').to_owned(),
        key: line("key"),
        index: line("index")?,
    })
}

/// Each word of a list once, in the order of the settings.
fn each_once<T: PartialEq>(record: &Record, name: &str, from_name: fn(&str) -> Option<T>) -> Vec<T> {
    let mut all = Vec::new();
    for one in record.texts(name).iter().filter_map(|word| from_name(&word.value)) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn publisher(record: &Record) -> Publisher {
    let host = record.group("host");
    let of_host = |name| host.map_or(Given::Missing, |host| host.given_text(name));
    Publisher {
        name: record.given_text("name"),
        address: record.given_text("address"),
        phone: record.given_text("phone"),
        email: record.given_text("email"),
        director: record.given_text("director"),
        host: Host { name: of_host("name"), address: of_host("address"), phone: of_host("phone") },
    }
}

fn accessibility(record: &Record) -> Accessibility {
    Accessibility {
        status: match record.text("status") {
            Some("partial") => AccessibilityStatus::Partial,
            Some("full") => AccessibilityStatus::Full,
            _ => AccessibilityStatus::None,
        },
        audit: record.group("audit").and_then(|audit| {
            Some(Audit {
                date: audit.date("date")?,
                auditor: audit.given_text("auditor"),
                percent: audit.number("percent"),
            })
        }),
        contact: record.given_text("contact"),
    }
}

/// The path of a file, unless it is a placeholder.
fn path(record: &Record, name: &str) -> Option<Located<String>> {
    let located = record.get(name)?;
    match &located.value {
        Value::Text(text) => Some(Located::new(located.span.clone(), text.trim().to_owned())),
        _ => None,
    }
}

fn synonyms(record: &Record) -> Vec<Vec<Located<String>>> {
    let words = |located: &Located<Value>| match &located.value {
        Value::List(items) => items
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) => Some(Located::new(item.span.clone(), text.clone())),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    record.list("synonyms").iter().map(words).filter(|group: &Vec<_>| !group.is_empty()).collect()
}

fn printing(record: &Record) -> Printing {
    let lists = record.number("lists").and_then(|number| u64::try_from(number).ok());
    Printing {
        large: record.text("density") == Some("large"),
        lists: lists.unwrap_or(Printing::default().lists),
        book: record.flag("book").unwrap_or(false),
    }
}

fn limits(record: &Record) -> Limits {
    let normal = Limits::default();
    let chosen =
        |name, normal| record.number(name).map_or(normal, |number| u64::try_from(number).unwrap_or(normal));
    Limits {
        page: chosen("page", normal.page),
        registry: chosen("registry", normal.registry),
        output: chosen("output", normal.output),
        pages: chosen("pages", normal.pages),
        weight: chosen("weight", normal.weight),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_can_be_set() {
        let text = concat!(
            "title: T\nlanguage: en\nbase_url: https://guide.example/a\ntheme: nuit\nreport_to: a@b.fr\ncountry: BE\neditor: zed\n",
            "edit_url: \"https://forge.example/edit/main/{path}\"\nreview: {every: 6 months}\n",
            "publisher: {phone: 02 555 12 12, host: {name: H}}\n",
            "accessibility: {status: partial, audit: {date: 2026-01-02, auditor: A, percent: 71}, contact: \"https://a.fr\"}\n",
            "check: {levels: {link/unclear-text: off, link/same-text: error, link/empty: error}, external: {skip: ['https://b.fr/*']}}\n",
            "markdown: {html: none}\npdf: {page: a4, density: large, lists: 9, book: true}\nsearch: {synonyms: [[a, b], [c]], index: false, engine: {kind: typesense, url: \"https://s.example/\", key: k, index: g}}\n",
            "edition: Édition 2026-2\nlogo: images/logo.svg\nchecklist: {fields: [Personne recrutée, \"N° de convention :\"]}\n",
            "limits: {page: 16 MiB, registry: 1024, output: 1 Mio, pages: 5}\n",
        );
        let Noted { value, diagnostics } = read(&SourcePath::new("guide/jalon.yaml"), text.as_bytes());
        assert_eq!(diagnostics, []);
        assert_eq!(value.base_url.as_deref(), Some("https://guide.example/a/"));
        assert_eq!((value.theme.value.as_str(), value.country.as_str()), ("nuit", "BE"));
        assert!(value.edit_url.as_ref().is_some_and(|url| url.ends_with("{path}")));
        assert_eq!(value.editor.as_deref(), Some("zed://file/{path}:{line}:{column}"));
        assert_eq!(value.levels.len(), 3);
        assert_eq!(
            (value.limits.page, value.limits.registry, value.limits.output, value.limits.pages),
            (16 << 20, 1024, 1 << 20, 5)
        );
        assert_eq!(value.accessibility.audit.as_ref().and_then(|audit| audit.percent), Some(71));
        assert_eq!((value.html, value.synonyms.len(), value.search_index), (HtmlMode::None, 2, false));
        let server =
            value.search_server.as_ref().map(|server| (server.engine, server.url.as_str(), &*server.index));
        assert_eq!(server, Some((SearchEngine::Typesense, "https://s.example", "g")));
        assert_eq!(value.external.skip, ["https://b.fr/*"]);
        assert_eq!(
            value.external.written.iter().map(|at| at.value.0.as_str()).collect::<Vec<_>>(),
            ["https://a.fr"]
        );
        assert_eq!(value.pdf, Printing { large: true, lists: 9, book: true });
        assert_eq!(value.edition.as_deref(), Some("Édition 2026-2"));
        assert_eq!(value.logo_file(), Some(SourcePath::new("guide/images/logo.svg")));
        let fields = value.checklist_fields.iter().map(|field| (field.label.as_str(), field.name.as_str()));
        let wanted = [("Personne recrutée", "personne-recrutee"), ("N° de convention", "n-de-convention")];
        assert_eq!(fields.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn a_file_that_is_no_text_has_the_defaults() {
        let broken = read(&SourcePath::new("guide/jalon.yaml"), b"\xff\xfe");
        assert_eq!((broken.diagnostics.len(), broken.value.theme.value.as_str()), (1, "default"));
    }
}
