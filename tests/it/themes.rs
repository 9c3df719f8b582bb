//! The default theme: every word of the interface exists in all languages and is used, templates escape whatever is
//! not HTML, and the documentation of themes lists every field.
use crate::architecture::code_lines;
use crate::support::{
    clean_build, files_below, first_guide, is_index, options, page, pages, published, put, text, text_of,
};
use jalon::model::{Language, OutPath};
use jalon::pipeline::Build;
use std::collections::{BTreeMap, BTreeSet};

/// Fields with HTML, which templates write without escaping.
const HTML_FIELDS: [&str; 5] = ["line", "entry", "facts", "actions", "foot"];

/// The messages of a file of strings by key.
fn strings(language: &str) -> BTreeMap<String, String> {
    let whole = text_of(format!("themes/default/strings/{language}.ftl"));
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut last = None;
    for line in whole.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(' ') || line.starts_with('}') {
            let key: &String = last.as_ref().expect("a line goes on");
            found.get_mut(key).expect("it was begun").push_str(line);
        } else if let Some((key, words)) = line.split_once(" =") {
            assert!(
                found.insert(key.to_owned(), words.to_owned()).is_none(),
                "{language}: {key} stands twice"
            );
            last = Some(key.to_owned());
        }
    }
    found
}

/// The variables of a message.
fn variables(words: &str) -> BTreeSet<String> {
    let name =
        |rest: &str| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '-').collect();
    words.split('$').skip(1).map(name).collect()
}

/// Every text between this beginning and this end.
fn between<'a>(text: &'a str, begin: &str, end: char) -> Vec<&'a str> {
    text.split(begin).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn scripts_and_styles_of_the_default_theme_are_minified() {
    // Each has a use: also the one that asks a search engine.
    let engine = "search:\n  engine: {kind: typesense, url: https://search.example, index: guide}\n";
    let settings = text_of("guide/jalon.yaml").replace("search:\n", engine);
    assert!(settings.contains(engine), "the settings name an engine");
    let mut sources = first_guide();
    put(&mut sources, "guide/jalon.yaml", settings.as_bytes());
    let built = clean_build(&sources, options());
    for path in files_below("themes/default/static") {
        // What is added to the style is no file of its own.
        if !path.ends_with(".js") && !path.ends_with(".css") || path.ends_with("custom.css") {
            continue;
        }
        let (_, name) = path.split_once("static/").expect("it is one of the static files");
        // A service worker sees only what is below it.
        let at = if name == "offline.js" { name.to_owned() } else { format!("theme/{name}") };
        let published = &built.files[&OutPath::new(at)].value.value;
        let text = String::from_utf8_lossy(published);
        assert!(text.lines().all(|line| !line.starts_with(' ')), "{name} is published as it is written");
    }
}

#[test]
fn every_word_of_the_interface_exists_in_all_languages_and_is_used() {
    let french = strings("fr");
    for language in Language::TAGS {
        let strings = strings(language);
        assert_eq!(french.keys().collect::<Vec<_>>(), strings.keys().collect::<Vec<_>>(), "{language}");
        for (key, words) in &strings {
            assert_eq!(variables(words), variables(&french[key]), "variables of {key} in {language}");
            assert!(!words.trim().is_empty(), "{key} has words in {language}");
        }
    }

    let mut fixed = BTreeSet::new();
    let mut beginnings = BTreeSet::new();
    for path in files_below("themes/default/templates") {
        let template = text_of(&path);
        let name = |rest: &str| -> String {
            rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
        };
        for (at, _) in template.match_indices("t.") {
            let before = template[..at].chars().next_back();
            if !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == '.') {
                fixed.insert(name(&template[at + 2..]).replace('_', "-"));
            }
        }
        for key in between(&template, "text(key=\"", '"') {
            if key.ends_with('-') { &mut beginnings } else { &mut fixed }.insert(key.to_owned());
        }
    }
    let mut spoken = BTreeSet::new();
    for (_, lines) in code_lines()
        .into_iter()
        .filter(|(path, _)| ["output/", "pdf/", "model/date.rs"].iter().any(|begin| path.starts_with(begin)))
    {
        for (_, line) in lines {
            for call in ["say(\"", "string(\"", "string_with(\"", "words(\""] {
                spoken.extend(between(&line, call, '"').into_iter().map(str::to_owned));
            }
            for literal in between(&line, "\"", '"') {
                fixed.extend(french.contains_key(literal).then(|| literal.to_owned()));
                beginnings.extend(literal.split_once('{').map(|(start, _)| start.to_owned()));
            }
        }
    }
    beginnings.retain(|start| start.ends_with('-') && french.keys().any(|key| key.starts_with(start)));
    fixed.retain(|key| !key.is_empty());

    let unknown: Vec<_> = fixed.iter().chain(&spoken).filter(|key| !french.contains_key(*key)).collect();
    assert!(unknown.is_empty(), "keys without words: {unknown:?}");
    let unused: Vec<_> = french
        .keys()
        .filter(|key| !fixed.contains(*key) && !beginnings.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(unused.is_empty(), "words that nothing says: {unused:?}");
}

#[test]
fn templates_escape_all_fields_but_html() {
    let mut uses = 0;
    for path in files_below("themes/default/templates") {
        for (number, line) in text_of(&path).lines().enumerate() {
            for tag in between(line, "{{", '}').into_iter().filter(|tag| tag.contains("safe")) {
                let field = tag.split('|').next().unwrap_or_default().trim();
                assert!(HTML_FIELDS.contains(&field), "{path}:{}: {field} is no HTML", number + 1);
                uses += 1;
            }
            assert!(!line.contains("autoescape"), "{path}:{}", number + 1);
        }
    }
    assert!(uses > 3, "the test reads the templates");
}

/// The keys below a name in the JSON of a context: `page`, `page.menu.items`, …
fn keys_of(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                found.insert(key.clone());
                keys_of(value, found);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| keys_of(item, found)),
        _ => {}
    }
}

#[test]
fn every_field_of_a_view_is_documented() {
    let mut sources = first_guide();
    let shown = "<!DOCTYPE html>\n{{ __tera_context }}\n";
    for path in files_below("themes/default/templates") {
        let inside = path.strip_prefix("themes/default/").expect("it is a template");
        let plain =
            !inside.contains("parts/") && !inside.contains("cards/") && !inside.ends_with("base.html");
        if plain {
            put(&mut sources, &format!("guide/theme/{inside}"), shown.as_bytes());
        }
    }
    let built = clean_build(&sources, options());
    let mut seen = BTreeSet::new();
    for (path, page) in pages(&built) {
        let json = page
            .trim_start_matches("<!DOCTYPE html>\n")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        let json = json.split("\\u{").map(|part| {
            part.split_once('}').filter(|(code, _)| code.len() < 6).map_or(part, |(_, rest)| rest)
        });
        let json = json.collect::<Vec<_>>().join(" ");
        // Null is written as an empty text.
        let json = json.replace(": ,", ": null,").replace(": }", ": null}");
        let value: serde_json::Value =
            serde_json::from_str(&json).unwrap_or_else(|why| panic!("{path}: {why}: {json}"));
        let mut value = value;
        // The strings have a file of their own.
        value.as_object_mut().expect("a context is a map").remove("t");
        keys_of(&value, &mut seen);
    }
    assert!(seen.len() > 40, "{seen:?}");
    let documentation = text_of("themes/README.md");
    let words: BTreeSet<&str> =
        documentation.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
    let untold: Vec<_> = seen.iter().filter(|key| !words.contains(key.as_str())).collect();
    assert!(untold.is_empty(), "themes/README.md does not tell of {untold:?}");
}

#[test]
fn a_site_without_a_search_index_names_none() {
    let mut sources = first_guide();
    let settings = text(&sources, "guide/jalon.yaml").expect("it is there");
    let settings = settings.replacen("\nsearch:\n", "\nsearch:\n  index: false\n", 1);
    put(&mut sources, "guide/jalon.yaml", settings.as_bytes());
    let built = clean_build(&sources, options());
    assert!(built.files.keys().all(|path| !is_index(path.as_str())));
    for (path, bytes) in published(&built).into_iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(!page.contains("search/head.js") && !page.contains("rank.js"), "{path}");
    }
}

#[test]
fn a_second_theme_is_a_few_lines() {
    let files = files_below("themes/ardoise");
    assert!(files.iter().map(|file| text_of(file).lines().count()).sum::<usize>() < 40);

    let with_theme = |theme: &str| {
        let mut sources = first_guide();
        for file in &files {
            put(&mut sources, file, text_of(file).as_bytes());
        }
        let settings = format!("theme: {theme}\n{}", text_of("guide/jalon.yaml"));
        put(&mut sources, "guide/jalon.yaml", settings.as_bytes());
        clean_build(&sources, options())
    };
    let (own, default) = (with_theme("ardoise"), with_theme("default"));
    assert_eq!(own.diagnostics.len(), default.diagnostics.len(), "{:?}", own.diagnostics);
    let style = page(&own, "theme/style.css");
    assert!(style.starts_with(page(&default, "theme/style.css").trim_end()), "the default style comes first");
    assert!(style.contains("--accent: light-dark(#123f6d, #9cc8f5)"));
    let (home, before) = (page(&own, "index.html"), page(&default, "index.html"));
    // A font that the theme does not use is not loaded, and the style has another address.
    assert!(before.contains("rel=\"preload\"") && !home.contains("rel=\"preload\""));
    let mark = |html: &str| between(html, "theme/style.css?", '"').first().map(|mark| (*mark).to_owned());
    assert_ne!(mark(home), mark(before));
    assert!(!own.files.keys().any(|path| path.as_str().contains("custom.css")), "it is no file of its own");
    assert!(page(&own, "theme/logo.svg").starts_with("<svg"));
}

#[test]
fn the_form_for_ticks_is_published_once_with_its_script() {
    let form = |built: &Build| {
        let script = page(built, "theme/ticks.js").to_owned();
        let all: BTreeSet<String> = pages(built)
            .flat_map(|(_, html)| between(html, "theme/ticks.js?", '"'))
            .map(str::to_owned)
            .collect();
        assert_eq!(all.len(), 1, "every page names the same script");
        for (path, html) in pages(built) {
            assert!(!html.contains("id=\"_ticks"), "{path} carries a form");
        }
        let tools = page(built, "theme/ticks-tools.js");
        assert!(
            tools.contains("id=\\\"_ticks-tools\\\"") && !script.contains("_ticks-tools"),
            "each has its own"
        );
        (script, all.into_iter().next().expect("a page has a checklist"))
    };
    let mut sources = first_guide();
    let (script, mark) = form(&clean_build(&sources, options()));
    assert!(script.starts_with("document.body.insertAdjacentHTML(") && script.contains("Tout décocher"));
    put(&mut sources, "guide/theme/strings/fr.ftl", "clear-ticks = Effacer « tout » </script>\n".as_bytes());
    let (script, other) = form(&clean_build(&sources, options()));
    assert!(script.contains("Effacer « tout » &lt;/script&gt;") && mark != other, "{script}");
}
