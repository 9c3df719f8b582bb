//! The sets of documents of a Docusaurus site: that of the preset, and one for each plugin for documents. Of a set with
//! several versions, one is read: the one that readers see first.
use super::links::{made_redirects, pages_below};
use super::menu::title_of;
use crate::import::source::book::{Book, OtherVersion};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::script;
use crate::model::{FindingKind, ImportFinding};

/// The name of the version that is being written, in the folder without a version.
const CURRENT: &str = "current";

/// A set of documents.
#[derive(Debug)]
pub(super) struct DocumentSet {
    /// The folder of its pages.
    pub(super) root: String,
    /// What stands before the addresses of its pages: `docs/`.
    pub(super) prefix: String,
    /// The file of its side menus, if the settings name it or the name is the usual one.
    pub(super) sidebars: Option<(String, String)>,
    /// The name of the set beside others.
    pub(super) title: String,
    pub(super) others: Vec<OtherVersion>,
}

/// The sets that the settings name; the main one first.
pub(super) fn read(origin: Origin<'_>, config: &str, settings: &ForeignData) -> Vec<DocumentSet> {
    let mut sets = Vec::new();
    let presets = settings.get("presets").items().iter();
    let preset = presets.map(|preset| option(preset, "docs")).find(|docs| !docs.is_null());
    let preset = preset.cloned().unwrap_or_else(|| script::value_of(config, "docs"));
    if preset.flag() != Some(false) {
        sets.push(set(origin, &preset, settings));
    }
    let plugins = settings.get("plugins").items().iter();
    sets.extend(plugins.filter_map(documents).map(|options| set(origin, options, settings)));
    // A preset whose folder is not there is one that is not used.
    if sets.iter().skip(1).any(|set| has_pages(origin, &set.root)) {
        sets.retain(|set| has_pages(origin, &set.root));
    }
    sets
}

/// The former addresses that the plugin for them names. What functions make of addresses is not known.
pub(super) fn redirects(file: &str, settings: &ForeignData, book: &mut Book) {
    let is_redirects = |plugin: &&ForeignData| name_of(plugin).contains("client-redirects");
    for plugin in settings.get("plugins").items().iter().filter(is_redirects) {
        let options = plugin.items().get(1).map_or(&[][..], ForeignData::pairs);
        for (key, value) in options.iter().filter(|(key, _)| key.ends_with("edirects")) {
            let is_made = value.items().is_empty() || value.items().iter().any(is_made_redirect);
            book.findings.extend(is_made.then(|| made_redirects(file, key)));
            for redirect in value.items() {
                let to = redirect.get("to").text();
                book.add_redirects(
                    file,
                    redirect.get("from").each().iter().filter_map(ForeignData::text),
                    to,
                );
            }
        }
    }
}

/// Whether a part of a list is no literal, or has an address that is none.
fn is_made_redirect(redirect: &ForeignData) -> bool {
    redirect.get("to").is_null()
        || redirect.get("from").is_null()
        || redirect.get("from").items().iter().any(ForeignData::is_null)
}

/// An option of a preset or a plugin: `[name, {key: …}]`.
fn option<'a>(plugin: &'a ForeignData, key: &str) -> &'a ForeignData {
    plugin.items().get(1).map_or(&ForeignData::Null, |options| options.get(key))
}

fn name_of(plugin: &ForeignData) -> &str {
    plugin.items().first().and_then(ForeignData::text).or(plugin.text()).unwrap_or_default()
}

/// The options of a plugin for documents.
fn documents(plugin: &ForeignData) -> Option<&ForeignData> {
    let is_documents = name_of(plugin).contains("content-docs");
    plugin.items().get(1).filter(|_| is_documents)
}

fn has_pages(origin: Origin<'_>, root: &str) -> bool {
    pages_below(origin.tree, root).next().is_some()
}

fn set(origin: Origin<'_>, options: &ForeignData, settings: &ForeignData) -> DocumentSet {
    let id = options.get("id").text().filter(|id| *id != "default");
    let route = options.get("routeBasePath").text().unwrap_or("docs").trim_matches('/');
    let own = id.map_or(String::new(), |id| format!("{id}_"));
    let current = origin.path(options.get("path").text().unwrap_or("docs"));
    let names = versions(origin, &own, options);
    let root_of = |version: &str| match version {
        CURRENT => current.clone(),
        _ => origin.path(&format!("{own}versioned_docs/version-{version}")),
    };
    let last = options.get("lastVersion").text().or(names.first().map(String::as_str)).unwrap_or(CURRENT);
    // The folder of that version may not be there.
    let last = if has_pages(origin, &root_of(last)) { last } else { CURRENT };
    let prefix_of = |version: &str| {
        let usual = match version {
            _ if version == last => "",
            CURRENT => "next",
            _ => version,
        };
        let way = options.get("versions").get(version).get("path").text().unwrap_or(usual);
        let parts = [route, way.trim_matches('/')];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).chain([""]).collect();
        parts.join("/")
    };
    let other = |version: &str| OtherVersion {
        name: version.to_owned(),
        root: root_of(version),
        prefix: prefix_of(version),
    };
    let all = names.iter().map(String::as_str).chain((!names.is_empty()).then_some(CURRENT));
    let sidebars = if last == CURRENT {
        let file = options.get("sidebarPath").text().map(|path| origin.path(path));
        let named = file.and_then(|file| Some((file.clone(), text(origin.tree, &file)?.into_owned())));
        named.or_else(|| super::docusaurus::script_of(origin, "sidebars").filter(|_| id.is_none()))
    } else {
        origin.settings(&[&format!("{own}versioned_sidebars/version-{last}-sidebars.json")])
    };
    DocumentSet {
        root: root_of(last),
        prefix: prefix_of(last),
        sidebars,
        title: title(settings, id.unwrap_or(route)),
        others: all.filter(|version| *version != last).map(other).collect(),
    }
}

/// The names of the versions, the newest first.
fn versions(origin: Origin<'_>, own: &str, options: &ForeignData) -> Vec<String> {
    if options.get("disableVersioning").flag() == Some(true) {
        return Vec::new();
    }
    let list = origin.settings(&[&format!("{own}versions.json")]).map(|(_, text)| script::json(&text));
    list.iter().flat_map(ForeignData::items).filter_map(ForeignData::owned).collect()
}

/// What the bar at the top calls a set, else its id.
fn title(settings: &ForeignData, id: &str) -> String {
    label(settings, "docsPluginId", id).unwrap_or_else(|| title_of(id))
}

/// What the bar at the top calls the set or the side menu that one of its keys names.
fn label(settings: &ForeignData, key: &str, value: &str) -> Option<String> {
    let items = settings.at("themeConfig.navbar.items").items().iter();
    let mut named = items.filter(|item| item.get(key).text() == Some(value));
    named.find_map(|item| item.get("label").owned())
}

/// What the bar at the top calls a side menu, else its name: `apiSidebar` is "Api".
pub(super) fn title_of_menu(settings: &ForeignData, name: &str) -> String {
    if let Some(label) = label(settings, "sidebarId", name) {
        return label;
    }
    let bare = name.strip_suffix("Sidebar").or_else(|| name.strip_suffix("sidebar")).unwrap_or(name);
    let mut words = String::new();
    for letter in if bare.is_empty() { name } else { bare }.chars() {
        if letter.is_uppercase() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    title_of(&words)
}

/// A line for each version that stays behind.
pub(super) fn left_out(origin: Origin<'_>, other: &OtherVersion) -> Option<ImportFinding> {
    let first = pages_below(origin.tree, &other.root).next()?;
    let found = ImportFinding::new(FindingKind::LeftOut, "other-version", first, 0);
    let count = pages_below(origin.tree, &other.root).count();
    Some(found.arg("name", other.name.as_str()).arg("count", count))
}
