//! What templates call `site`: all that pages say about the site and nothing about themselves.
use super::address::{page_at_depth, versioned_href};
use super::context::SiteContext;
use super::footer::{FooterLink, FooterLinkView};
use super::logo::{Logo, LogoView};
use super::reading::reading_address;
use super::social_card::SocialCards;
use super::task_rows::readers_have_tasks;
use crate::language;
use crate::model::{
    AccessibilityStatus, Arg, Diagnostic, Generated, Kind, Noted, OutPath, PageUrl, SearchServer, Settings,
    Site,
};
use crate::output::theme::ThemeColours;
use crate::output::theme::paths::{published_name, versioned, versioned_style, versioned_with};
use crate::output::theme::template::{self, TemplateValue};
use crate::stamp::{Stamp, Stamped};
use serde::Serialize;
use serde_json::json;
use std::fmt;

/// The strict policy of every page: nothing inline, and nothing from other sites but answers of the server that the search
/// asks.
pub(crate) fn content_policy(settings: &Settings) -> String {
    let server = settings.search_server.as_ref().map(|server| format!(" {}", server.origin()));
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'{}; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'",
        server.unwrap_or_default()
    )
}

/// The theme's script for ticks.
pub(crate) const TICKS_SCRIPT: &str = "static/ticks.js";

/// The theme's script for what readers do with a whole checklist.
pub(crate) const TICKS_TOOLS_SCRIPT: &str = "static/ticks-tools.js";

/// The tasks of each role, for the script that tells how many are done.
pub(crate) const TASKS_FILE: &str = "tasks.js";

/// What browsers read when a reader puts the site on the screen of a device.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// The theme's picture for that screen, 180 pixels wide.
pub(crate) const TOUCH_ICON: &str = "static/touch-icon.png";

/// The theme's script for the search box.
pub(crate) const SEARCH_SCRIPT: &str = "static/search/box.js";

/// The theme's script that asks a server, where the settings name one.
pub(crate) const ENGINE_SCRIPT: &str = "static/search/engine.js";

/// The depths whose pages share one view; deeper pages make their own.
pub(crate) const SHARED_DEPTHS: usize = 12;

/// Parts of every page that depend on the view alone: their names in it, and their templates.
const SHARED_PARTS: [(&str, &str); 3] =
    [("head_links", "parts/head-links.html"), ("tools", "parts/tools.html"), ("footer", "parts/footer.html")];

/// The view of the site from every page.
pub(crate) struct SiteViews {
    data: SiteData,
    /// What `ticks.js` puts below each checklist.
    pub(crate) ticks: ScriptForm,
    /// What `ticks-tools.js` puts there when a reader asks for it.
    pub(crate) ticks_tools: ScriptForm,
    /// What the script for the search box says.
    pub(crate) search_words: String,
    /// By the depth of the page: the addresses that pages of one depth write are the same.
    by_depth: Vec<TemplateValue>,
    /// Whether a template could not be filled.
    is_broken: bool,
}

impl fmt::Debug for SiteViews {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("SiteViews").field("data", &self.data).finish_non_exhaustive()
    }
}

/// Files that a site has only if they have something to show.
#[derive(Debug, Hash)]
pub(crate) struct SiteExtras {
    pub(crate) has_feed: bool,
    pub(crate) social_cards: SocialCards,
    pub(crate) has_book: bool,
}

/// What the view is made from, besides the [`SiteContext`].
#[derive(Debug, Hash)]
struct SiteData {
    /// The name at the top of every page, where the title is long.
    short_title: Option<String>,
    description: Option<String>,
    logo: Option<Logo>,
    fields: Vec<String>,
    style: String,
    font: Option<OutPath>,
    script: String,
    /// What comes at the first interaction.
    reading: String,
    touch_icon: OutPath,
    has_manifest: bool,
    colours: ThemeColours,
    /// The style of the tools below a checklist.
    ticks_style: String,
    /// The style and the script of pages with code.
    code_style: String,
    code_script: String,
    /// The style of pages with alternatives.
    tabs_style: String,
    /// The script that tells on the home page how many tasks are done.
    progress: String,
    has_tasks: bool,
    /// None where the site publishes no index and no server is asked.
    search_scripts: Option<Vec<String>>,
    has_index: bool,
    policy: String,
    search: PageUrl,
    /// The page with all contacts.
    contacts: Option<PageUrl>,
    footer: Vec<FooterLink>,
    extras: SiteExtras,
    accessibility: &'static str,
}

/// A script that carries HTML.
#[derive(Debug, Hash)]
pub(crate) struct ScriptForm {
    /// Its address, which depends on the HTML.
    address: String,
    pub(crate) html: String,
}

impl ScriptForm {
    /// The script `name` with the template `part`. Diagnostics are about the template.
    fn new(site: &Site, context: &SiteContext, data: &SiteData, name: &str, part: &str) -> Noted<Self> {
        let view = data.view(context, &page_at_depth(0), None);
        let form = context.fill(part, vec![("site", view)], 4 << 10);
        let html = String::from_utf8_lossy(&form.value).trim_end().to_owned();
        let address = versioned_with(site, name, &html);
        Noted { value: Self { address, html }, diagnostics: form.diagnostics }
    }
}

#[derive(Serialize)]
struct RoleView<'a> {
    name: String,
    short: String,
    description: Option<String>,
    href: String,
    number: &'a usize,
}

#[derive(Serialize)]
struct SiteView<'a> {
    title: String,
    short_title: Option<String>,
    description: Option<String>,
    edition: Option<String>,
    logo: Option<LogoView>,
    fields: Vec<String>,
    language: &'a str,
    home: String,
    search: String,
    style: String,
    font: Option<String>,
    script: String,
    reading: String,
    touch_icon: String,
    manifest: Option<String>,
    paper: Option<&'a str>,
    dark_paper: Option<&'a str>,
    code_style: String,
    code_script: String,
    tabs_style: String,
    progress: String,
    tasks: Option<String>,
    ticks: Option<String>,
    ticks_tools: Option<String>,
    search_head: Option<String>,
    search_scripts: Option<String>,
    contacts: Option<String>,
    links: Vec<FooterLinkView<'a>>,
    roles: Vec<RoleView<'a>>,
    feed: Option<String>,
    base_url: Option<&'a str>,
    social_card: Option<String>,
    accessibility_mention: &'a str,
    csp: &'a str,
    publisher: Option<String>,
}

impl SiteViews {
    /// Makes the forms for ticks, then the views. Diagnostics are about the templates. Views of the build before that are made
    /// of the same are kept, if nothing was reported about them.
    pub(crate) fn new(
        site: &Site,
        context: &Stamped<SiteContext>,
        extras: SiteExtras,
        before: Option<&Stamped<Self>>,
    ) -> Noted<Stamped<Self>> {
        let search_words = search_words(context);
        let data = SiteData::new(site, context, extras, &search_words);
        let ticks = ScriptForm::new(site, context, &data, TICKS_SCRIPT, "parts/ticks.html");
        let tools = ScriptForm::new(site, context, &data, TICKS_TOOLS_SCRIPT, "parts/ticks-tools.html");
        let mut diagnostics = ticks.diagnostics;
        diagnostics.extend(tools.diagnostics);
        let (ticks, ticks_tools) = (ticks.value, tools.value);
        let stamp = Stamp::of(&(context.stamp(), &data, &ticks, &ticks_tools));
        let scripts = [ticks.address.as_str(), ticks_tools.address.as_str()];
        let is_same = |before: &&Stamped<Self>| before.stamp() == stamp && !before.is_broken;
        if let Some(before) = before.filter(is_same).filter(|_| diagnostics.is_empty()) {
            return Noted::clean(before.clone());
        }
        let deepest = site.pages.iter().map(|page| page.url.depth()).max().unwrap_or_default().max(1);
        let depths = (0..=deepest).take(SHARED_DEPTHS);
        let by_depth: Vec<_> = depths
            .map(|depth| {
                let view = data.view_with_parts(context, &page_at_depth(depth), scripts);
                diagnostics.extend(view.diagnostics);
                view.value
            })
            .collect();
        let is_broken = !diagnostics.is_empty();
        let views = Self { data, ticks, ticks_tools, search_words, by_depth, is_broken };
        Noted { value: Stamped::with(views, stamp), diagnostics }
    }

    /// What the templates of a page call `site`.
    pub(crate) fn view(&self, context: &SiteContext, page: &PageUrl) -> TemplateValue {
        let is_shared = context.addresses.relative_to(page).root.is_none();
        let scripts = [self.ticks.address.as_str(), self.ticks_tools.address.as_str()];
        match self.by_depth.get(page.depth()).filter(|_| is_shared) {
            Some(view) => view.clone(),
            // Addresses are those of the depth here too: no page's depend on how deep the deepest one is.
            None if is_shared => {
                self.data.view_with_parts(context, &page_at_depth(page.depth()), scripts).value
            }
            None => self.data.view_with_parts(context, page, scripts).value,
        }
    }

    /// The files that pages load, from the root of the site.
    pub(crate) fn files(&self, context: &SiteContext) -> Vec<String> {
        let data = &self.data;
        let home = page_at_depth(0);
        let from = context.addresses.relative_to(&home);
        let own = [&data.style, &data.script, &data.reading, &self.ticks.address, &self.ticks_tools.address];
        let own = own.into_iter().chain([&data.ticks_style, &data.progress]);
        let read_style = data.reading.replace(".js", ".css");
        let search = data.search_scripts.iter().flatten().chain([&read_style]);
        let font = data.font.iter().map(|font| from.file(font));
        own.chain(search).map(|file| versioned_href(from, file)).chain(font).collect()
    }

    /// The picture for links to a page, where pages have their own.
    pub(crate) fn social_card_of(&self, page: &PageUrl) -> Option<OutPath> {
        self.data.extras.social_cards.of_page(page)
    }

    /// The generated pages that the footer links to.
    pub(crate) fn footer(&self) -> &[FooterLink] {
        &self.data.footer
    }
}

impl SiteData {
    fn new(site: &Site, context: &SiteContext, extras: SiteExtras, search_words: &str) -> Self {
        let settings = &*site.settings;
        let search_scripts = || {
            let mut scripts: Vec<_> =
                ["panel.css", "rank.js"].map(|name| versioned(site, &format!("static/search/{name}"))).into();
            let server = settings.search_server.as_ref();
            scripts
                .extend(server.map(|server| {
                    versioned_with(site, ENGINE_SCRIPT, &search_server_words(context, server))
                }));
            scripts.push(versioned_with(site, SEARCH_SCRIPT, search_words));
            scripts
        };
        Self {
            short_title: settings.short_title.clone(),
            description: settings.description.clone(),
            logo: Logo::of(site),
            fields: settings.checklist_fields.iter().map(|field| field.label.clone()).collect(),
            style: versioned_style(site),
            // In a site read from a disk, browsers let only the style load a font.
            font: context.theme().font.clone().filter(|_| !site.options.portable),
            script: versioned(site, "static/script.js"),
            reading: reading_address(site, context),
            touch_icon: OutPath::new(published_name(TOUCH_ICON)),
            has_manifest: has_manifest(site),
            colours: context.theme().colours.clone(),
            ticks_style: versioned(site, "static/ticks-tools.css"),
            code_style: versioned(site, "static/code.css"),
            code_script: versioned(site, "static/code.js"),
            tabs_style: versioned(site, "static/tabs.css"),
            progress: versioned(site, "static/progress.js"),
            has_tasks: readers_have_tasks(site, &context.roles),
            search_scripts: (settings.search_index || settings.search_server.is_some()).then(search_scripts),
            has_index: settings.search_index,
            policy: content_policy(settings),
            search: language::address(&Generated::Search, settings.language),
            contacts: site.directories.get(&Kind::Contact).cloned(),
            footer: FooterLink::all(site, context, extras.has_book),
            extras,
            accessibility: accessibility_key(settings),
        }
    }

    /// The view with the parts that all pages of its depth share. `scripts` are the addresses of those for ticks.
    fn view_with_parts(
        &self,
        context: &SiteContext,
        page: &PageUrl,
        scripts: [&str; 2],
    ) -> Noted<TemplateValue> {
        let view = self.view(context, page, Some(scripts));
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let parts = SHARED_PARTS.map(|(name, template)| {
            let part = context.theme().templates.part(template, vec![("site", view.clone())]);
            diagnostics.extend(part.diagnostics);
            (name, part.value)
        });
        Noted { value: template::with(view, parts), diagnostics }
    }

    fn view(&self, context: &SiteContext, page: &PageUrl, for_ticks: Option<[&str; 2]>) -> TemplateValue {
        let from = context.addresses.relative_to(page);
        let text = |text: &str| context.text.typeset(text).into_owned();
        let scripts = self.search_scripts.as_ref();
        let footer = self.footer.iter();
        let roles = context.roles.iter().filter(|role| role.is_reader);
        template::value(&SiteView {
            title: text(&context.title),
            short_title: self.short_title.as_deref().map(text),
            description: self.description.as_deref().map(text),
            edition: context.edition.as_deref().map(text),
            logo: self.logo.as_ref().map(|logo| logo.view(from)),
            fields: self.fields.iter().map(|label| text(label)).collect(),
            language: context.text.language.tag(),
            home: from.page(&PageUrl::new("/"), None),
            search: from.page(&self.search, None),
            style: versioned_href(from, &self.style),
            font: self.font.as_ref().map(|font| from.file(font)),
            script: versioned_href(from, &self.script),
            reading: versioned_href(from, &self.reading),
            touch_icon: from.file(&self.touch_icon),
            manifest: self.has_manifest.then(|| from.file(&OutPath::new(MANIFEST))),
            paper: self.colours.light.as_deref(),
            dark_paper: self.colours.dark.as_deref(),
            code_style: versioned_href(from, &self.code_style),
            code_script: versioned_href(from, &self.code_script),
            tabs_style: versioned_href(from, &self.tabs_style),
            progress: versioned_href(from, &self.progress),
            tasks: self.has_tasks.then(|| from.file(&OutPath::new(TASKS_FILE))),
            ticks: for_ticks.map(|[ticks, _]| versioned_href(from, ticks)),
            ticks_tools: for_ticks.map(|[_, tools]| {
                [&self.ticks_style, tools].map(|file| versioned_href(from, file)).join(" ")
            }),
            search_head: self.has_index.then(|| from.file(&OutPath::new("search/head.js"))),
            search_scripts: scripts.map(|scripts| {
                let scripts: Vec<_> = scripts.iter().map(|script| versioned_href(from, script)).collect();
                scripts.join(" ")
            }),
            contacts: self.contacts.as_ref().map(|url| from.page(url, None)),
            links: footer.map(|link| link.view(from)).collect(),
            roles: roles
                .filter_map(|role| {
                    Some(RoleView {
                        name: text(&role.name),
                        short: text(&role.short),
                        description: role.description.as_deref().map(text),
                        href: from.page(role.url.as_ref()?, None),
                        number: &role.number,
                    })
                })
                .collect(),
            feed: self.extras.has_feed.then(|| from.file(&OutPath::new("feed.xml"))),
            base_url: context.addresses.base_url.as_deref(),
            social_card: (self.extras.social_cards.of_guide())
                .and_then(|file| context.addresses.absolute_file(&file)),
            accessibility_mention: &context.text.string(self.accessibility),
            csp: &self.policy,
            publisher: context.publisher.as_deref().map(text),
        })
    }
}

/// Whether the site has a web manifest: browsers read none from a disk.
pub(crate) fn has_manifest(site: &Site) -> bool {
    !site.options.portable
}

/// What the search says, in the order in which its script counts.
fn search_words(context: &SiteContext) -> String {
    let text = &context.text;
    let hole = |name: &'static str| (name, Arg::from(format!("{{{name}}}")));
    let mut words = vec![
        text.string("search-none"),
        text.string("search-one"),
        text.string_with("search-many", &[hole("count")]),
        text.string_with("search-mended", &[hole("words")]),
        text.string_with("search-instead", &[hole("typed"), hole("meant")]),
    ];
    let more = ["failed", "results", "more", "close", "roles", "all-roles", "contacts", "index"];
    words.extend(more.iter().map(|key| text.string(&format!("search-{key}"))));
    words.extend(Kind::ALL.iter().map(|kind| text.string(&format!("kind-{}", kind.scheme()))));
    let words: Vec<_> = words.iter().map(|word| text.typeset(word)).collect();
    words.join("|")
}

/// What the script that asks a server knows: the server, the kinds of records in the order in which the search counts them,
/// and the roles of readers.
pub(crate) fn search_server_words(context: &SiteContext, server: &SearchServer) -> String {
    let kinds: Vec<_> = ["page", "section"].into_iter().chain(Kind::ALL.map(Kind::scheme)).collect();
    let roles: Vec<_> = context.roles.iter().filter(|role| role.is_reader).map(|role| &role.short).collect();
    let SearchServer { engine, url, key, index } = server;
    json!({
        "engine": engine.name(), "url": url, "key": key, "index": index,
        "kinds": kinds, "roles": roles,
    })
    .to_string()
}

/// The message about accessibility that every page must show. Without an audit, a status is not repeated.
fn accessibility_key(settings: &Settings) -> &'static str {
    let is_audited = settings.accessibility.audit.is_some();
    match settings.accessibility.status {
        AccessibilityStatus::Full if is_audited => "accessibility-full",
        AccessibilityStatus::Partial if is_audited => "accessibility-partial",
        _ => "accessibility-none",
    }
}
