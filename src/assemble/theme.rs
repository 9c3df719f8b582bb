//! The layers of a theme. A file is taken from the first layer that has it.
use crate::model::{
    Diagnostic, Language, Parsed, Settings, Source, SourcePath, Sources, Span, Theme, codes, is_hidden,
};
use crate::text::nearest::nearest;
use std::collections::BTreeSet;

/// The theme embedded in the program.
const DEFAULT: &str = "default";

/// Combines the layers: `guide/theme/`, the theme of the settings, its parents, `default`.
pub(super) fn layers(
    parsed: &Parsed,
    sources: &Sources,
    settings: &Settings,
    diagnostics: &mut Vec<Diagnostic>,
) -> Theme {
    let mut theme = Theme::default();
    let words = format!("strings/{}.ftl", settings.language.tag());
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for name in chain(parsed, sources, settings, diagnostics).iter().rev() {
        for (path, file, source) in files_below(sources, &format!("themes/{name}/")) {
            known.insert(file);
            add(&mut theme, path, file, source, &words);
        }
    }
    for (path, file, source) in files_below(sources, "guide/theme/") {
        // Any font may be added for printed checklists: they are found by the letters they have.
        if !known.contains(file) && !file.starts_with("pdf/fonts/") {
            let diagnostic =
                Diagnostic::new(codes::THEME_UNKNOWN_FILE, Span::start_of(path)).arg("name", file);
            diagnostics.push(diagnostic.nearest(nearest(file, known.iter().copied())));
        }
        add(&mut theme, path, file, source, &words);
    }
    for (path, file, source) in files_below(sources, "guide/strings/") {
        let known = Language::TAGS.map(|tag| format!("{tag}.ftl"));
        if !known.iter().any(|name| name == file) {
            let diagnostic =
                Diagnostic::new(codes::THEME_UNKNOWN_FILE, Span::start_of(path)).arg("name", file);
            diagnostics.push(diagnostic.nearest(nearest(file, known.iter().map(String::as_str))));
        } else if words.ends_with(&format!("/{file}")) {
            theme.strings.push((path.clone(), source.stamp));
        }
    }
    theme
}

/// Whether a file may be part of a theme, by its path.
pub(super) fn is_part(path: &str) -> bool {
    ["themes/", "guide/theme/", "guide/strings/"].iter().any(|folder| path.starts_with(folder))
}

/// Adds a file, which replaces that of the layers added before.
fn add(theme: &mut Theme, path: &SourcePath, file: &str, source: &Source, words: &str) {
    if file == words {
        theme.strings.push((path.clone(), source.stamp));
    } else if !file.starts_with("strings/") {
        theme.files.insert(file.to_owned(), (path.clone(), source.stamp));
    }
}

/// The files of a layer, with their paths in it, without `theme.yaml`, readmes and licences.
fn files_below<'a>(
    sources: &'a Sources,
    prefix: &str,
) -> impl Iterator<Item = (&'a SourcePath, &'a str, &'a Source)> {
    let (start, length) = (SourcePath::new(prefix), prefix.len());
    let prefix = prefix.to_owned();
    let all = sources.range(start..).take_while(move |(path, _)| path.as_str().starts_with(&prefix));
    all.map(move |(path, source)| (path, &path.as_str()[length..], source)).filter(|(path, file, _)| {
        *file != "theme.yaml"
            && !is_hidden(path.name())
            && !["README", "LICENSE", "LICENCE"].iter().any(|name| path.name().starts_with(name))
    })
}

/// The names of the themes from the highest to the lowest.
fn chain(
    parsed: &Parsed,
    sources: &Sources,
    settings: &Settings,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut chain: Vec<String> = Vec::new();
    let mut next = Some((settings.theme.value.clone(), settings.theme.span.clone()));
    while let Some((name, span)) = next.take() {
        if name != DEFAULT && !exists(sources, &name) {
            let code =
                if chain.is_empty() { codes::SETTINGS_UNKNOWN_THEME } else { codes::THEME_UNKNOWN_PARENT };
            let diagnostic = Diagnostic::new(code, span).arg("name", name.as_str());
            diagnostics.push(diagnostic.nearest(nearest(&name, names(sources))));
            break;
        }
        if chain.contains(&name) {
            let mut loop_of: Vec<&str> = chain.iter().map(String::as_str).collect();
            loop_of.push(&name);
            let first = loop_of.iter().position(|other| *other == name).unwrap_or_default();
            let diagnostic = Diagnostic::new(codes::THEME_PARENT_LOOP, span);
            diagnostics.push(diagnostic.arg("chain", loop_of[first..].join(" → ")));
            break;
        }
        let file = SourcePath::new(format!("themes/{name}/theme.yaml"));
        let named = parsed.themes.get(&file).and_then(|kept| kept.value.value.parent.clone());
        next = named.map(|parent| (parent.value, parent.span));
        chain.push(name);
    }
    if !chain.iter().any(|name| name == DEFAULT) {
        chain.push(DEFAULT.to_owned());
    }
    chain
}

fn exists(sources: &Sources, name: &str) -> bool {
    !name.is_empty()
        && !name.contains('/')
        && files_below(sources, &format!("themes/{name}/")).next().is_some()
}

fn names(sources: &Sources) -> BTreeSet<&str> {
    let all = files_below(sources, "themes/").filter_map(|(_, file, _)| file.split_once('/'));
    all.map(|(name, _)| name).collect()
}
