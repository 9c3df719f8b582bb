//! A body as HTML.
use super::card::{self, CardInput};
use super::chrome::Chrome;
use super::href;
use super::resolve::{EntryLink, Place, Resolved, TaskRow};
use crate::model::{
    Align, Body, Branch, Date, Delay, DelayUnit, Diagnostic, Element, EntryKey, HtmlMode, Kind, Node, Noted,
    PageUrl, Slice, Task,
};
use crate::stamp::Stamped;
use crate::text::{day, escape, typography};
use std::collections::HashMap;
use std::fmt::Write as _;

/// All that the HTML of a body depends on, beside the chrome.
#[derive(Clone, Debug, Hash)]
pub(super) struct BodyInput {
    pub(super) body: Stamped<Body>,
    /// What each target of the body leads to.
    pub(super) resolved: Vec<Resolved>,
    /// Cards by the number of their target.
    pub(super) cards: Vec<(u32, CardInput)>,
    /// Directories that the body shows.
    pub(super) directories: Vec<(Kind, Vec<CardInput>)>,
    /// Every task of the guide, when the body shows who does what.
    pub(super) rows: Option<Stamped<Vec<TaskRow>>>,
    /// The day, when the body holds something dated.
    pub(super) today: Option<Date>,
    /// Whether terms explain themselves.
    pub(super) explains: bool,
}

/// How a body is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    /// The page that shows it.
    pub(super) page: &'a PageUrl,
    /// The page that it belongs to: the key of its ticks.
    pub(super) home: &'a PageUrl,
    /// What stands before each id, so that several bodies can share a page.
    pub(super) prefix: &'a str,
    /// How many levels its headings move down.
    pub(super) shift: u8,
}

/// Writes a body.
pub(super) fn body(input: &BodyInput, chrome: &Chrome, setting: Setting<'_>) -> Noted<String> {
    let mut notes = Vec::new();
    let mut writer = Writer::new(chrome, setting, &input.body, &input.resolved, input.body.text.len() * 2);
    writer.explains = input.explains;
    writer.input = Some(input);
    writer.nodes(&input.body.nodes, &mut notes);
    writer.footnotes();
    Noted { value: writer.out, notes }
}

/// Tasks away from their page, with what their bodies lead to.
#[derive(Clone, Debug, Hash)]
pub(super) struct TaskInput {
    pub(super) task: Task,
    text: Vec<Resolved>,
    help: Vec<Resolved>,
    below: Vec<TaskInput>,
}

impl TaskInput {
    /// A task with its targets resolved, those below it included.
    pub(super) fn new(site: &crate::model::Site, task: &Task) -> Self {
        let mut task = task.clone();
        let below = std::mem::take(&mut task.tasks);
        Self {
            text: super::resolve::targets(site, &task.text),
            help: super::resolve::targets(site, &task.help),
            below: below.iter().map(|task| Self::new(site, task)).collect(),
            task,
        }
    }
}

/// Writes a list of tasks away from their page.
pub(super) fn tasks(list: &[TaskInput], ordered: bool, chrome: &Chrome, setting: Setting<'_>) -> String {
    let mut out = String::new();
    task_list(list, ordered, false, chrome, setting, &mut out);
    out
}

fn task_list(
    list: &[TaskInput],
    ordered: bool,
    nested: bool,
    chrome: &Chrome,
    setting: Setting<'_>,
    out: &mut String,
) {
    let name = if ordered { "ol" } else { "ul" };
    let branches = if nested { " branches" } else { "" };
    write_to(out, format_args!("<{name} class=\"tasks{branches}\">\n"));
    for input in list {
        let task = &input.task;
        open_task(out, setting, task.id.as_str(), task.branch);
        let mut text = Writer::new(chrome, setting, &task.text, &input.text, 200);
        text.nodes(&task.text.nodes, &mut Vec::new());
        label(out, setting, task.id.as_str(), &text.out);
        if !task.help.nodes.is_empty() {
            let mut help = Writer::new(chrome, setting, &task.help, &input.help, 200);
            help.nodes(&task.help.nodes, &mut Vec::new());
            write_to(out, format_args!("<div class=\"task-help\">{}</div>", help.out));
        }
        if !input.below.is_empty() {
            task_list(&input.below, false, true, chrome, setting, out);
        }
        out.push_str("</li>\n");
    }
    write_to(out, format_args!("</{name}>\n"));
}

fn open_task(out: &mut String, setting: Setting<'_>, id: &str, branch: Option<Branch>) {
    let class = match branch {
        Some(Branch::Yes) => " branch branch-yes",
        Some(Branch::No) => " branch branch-no",
        None => "",
    };
    let prefix = setting.prefix;
    write_to(
        out,
        format_args!(
            "<li class=\"task{class}\" id=\"{prefix}{id}\"><input type=\"checkbox\" id=\"tick-{prefix}{id}\" data-task=\""
        ),
    );
    escape::html(out, setting.home.as_str());
    write_to(out, format_args!("#{id}\">"));
}

fn label(out: &mut String, setting: Setting<'_>, id: &str, words: &str) {
    write_to(out, format_args!("<label for=\"tick-{}{id}\">{words}</label>", setting.prefix));
}

fn write_to(out: &mut String, args: std::fmt::Arguments<'_>) {
    out.write_fmt(args).expect("writing to a string cannot fail");
}

/// Walks through nodes and writes.
struct Writer<'a> {
    chrome: &'a Chrome,
    setting: Setting<'a>,
    from: href::From<'a>,
    body: &'a Body,
    resolved: &'a [Resolved],
    input: Option<&'a BodyInput>,
    explains: bool,
    out: String,
    open: Vec<Element>,
    /// The last character of the running line, for typography.
    last: Option<char>,
    /// Terms that have been explained.
    explained: Vec<bool>,
    /// Elements around the place where terms stay as they are.
    quiet: usize,
    /// Numbers of footnotes by label, in the order of their marks, with how often they were marked.
    notes: HashMap<String, (usize, usize)>,
    note_texts: Vec<(String, String)>,
    /// Texts set aside while a footnote is written.
    aside: Vec<String>,
    /// Where the words of the task at hand begin.
    label_from: usize,
    in_head: bool,
    in_code: bool,
    rows: usize,
    tables: usize,
}

impl<'a> Writer<'a> {
    fn new(
        chrome: &'a Chrome,
        setting: Setting<'a>,
        body: &'a Body,
        resolved: &'a [Resolved],
        size: usize,
    ) -> Self {
        Self {
            chrome,
            setting,
            from: chrome.from(setting.page),
            body,
            resolved,
            input: None,
            explains: false,
            out: String::with_capacity(size + 64),
            open: Vec::new(),
            last: None,
            explained: vec![false; chrome.terms.count()],
            quiet: 0,
            notes: HashMap::new(),
            note_texts: Vec::new(),
            aside: Vec::new(),
            label_from: 0,
            in_head: false,
            in_code: false,
            rows: 0,
            tables: 0,
        }
    }

    fn nodes(&mut self, nodes: &[Node], notes: &mut Vec<Diagnostic>) {
        for node in nodes {
            self.node(*node, notes);
        }
    }

    fn node(&mut self, node: Node, notes: &mut Vec<Diagnostic>) {
        match node {
            Node::Open(element) => self.begin(element),
            Node::Close => self.end(),
            Node::Text(slice) => self.text(self.body.str(slice)),
            Node::Code(slice) => {
                self.out.push_str("<code>");
                escape::html(&mut self.out, self.body.str(slice));
                self.out.push_str("</code>");
                self.last = Some('x');
            }
            Node::SoftBreak => {
                self.out.push('\n');
                self.last = Some(' ');
            }
            Node::HardBreak => {
                self.out.push_str("<br>\n");
                self.last = None;
            }
            Node::Rule => self.out.push_str("<hr>\n"),
            Node::Html(slice, safe) => self.raw(slice, safe),
            Node::Image(target, alt, title) => self.image(target, alt, title),
            Node::Reference(target) => self.reference(target),
            Node::Card(target) => self.card(target, notes),
            Node::Directory(kind) => self.directory(kind, notes),
            Node::Tasks(target) => self.who_does_what(target),
            Node::Due(delay) => {
                let words = self.delay(delay);
                self.out.push_str("<span class=\"task-due\">");
                escape::html(&mut self.out, &words);
                self.out.push_str("</span>");
                self.last = Some('x');
            }
            Node::Placeholder(slice) => {
                let words = card::placeholder(self.chrome, self.body.str(slice));
                self.placeholder(&words);
            }
            Node::FootnoteMark(label) => self.footnote_mark(label),
        }
    }

    fn placeholder(&mut self, words: &str) {
        self.out.push_str("<span class=\"placeholder\">");
        escape::html(&mut self.out, words);
        self.out.push_str("</span>");
        self.last = Some('x');
    }

    // ---- text ----

    fn text(&mut self, text: &str) {
        if self.in_code {
            escape::html(&mut self.out, text);
            return;
        }
        if !self.explains || self.quiet > 0 {
            return self.plain(text);
        }
        let terms = &self.chrome.terms;
        let mut from = 0;
        for (start, end, number) in terms.uses(text) {
            if std::mem::replace(&mut self.explained[number], true) {
                continue;
            }
            self.plain(&text[from..start]);
            self.term(number, &text[start..end]);
            from = end;
        }
        self.plain(&text[from..]);
    }

    fn plain(&mut self, text: &str) {
        let set = typography::set(self.chrome.facts.language, text, self.last);
        if let Some(last) = set.chars().next_back() {
            self.last = Some(last);
        }
        escape::html(&mut self.out, &set);
    }

    fn term(&mut self, number: usize, words: &str) {
        let term = self.chrome.terms.at(number);
        let place = self.chrome.terms.page.as_ref();
        let href = place.map(|page| self.from.page(page, Some(&super::resolve::card_anchor(&term.key))));
        if let Some(href) = &href {
            write_to(&mut self.out, format_args!("<a class=\"term\" href=\"{href}\">"));
        }
        let title = term.title.as_deref().filter(|_| term.short).map(|title| self.chrome.set(title));
        if let Some(title) = &title {
            self.out.push_str("<abbr title=\"");
            escape::html(&mut self.out, title);
            self.out.push_str("\">");
        }
        self.plain(words);
        if title.is_some() {
            self.out.push_str("</abbr>");
        }
        if href.is_some() {
            self.out.push_str("</a>");
        }
    }

    fn raw(&mut self, slice: Slice, safe: bool) {
        let text = self.body.str(slice);
        let passes = match self.chrome.facts.html {
            HtmlMode::Trusted => true,
            HtmlMode::Safe => safe,
            HtmlMode::None => false,
        };
        if passes {
            self.out.push_str(text);
        } else {
            escape::html(&mut self.out, text);
        }
        self.last = Some('x');
    }

    // ---- elements ----

    fn begin(&mut self, element: Element) {
        self.open.push(element);
        let inline =
            matches!(element, Element::Emphasis | Element::Strong | Element::Strike | Element::Link(..));
        if !inline {
            self.last = None;
        }
        match element {
            Element::Paragraph => self.out.push_str("<p>"),
            Element::Heading(level, anchor) => {
                self.quiet += 1;
                let level = (level + self.setting.shift).min(6);
                write_to(&mut self.out, format_args!("<h{level} id=\"{}", self.setting.prefix));
                escape::html(&mut self.out, self.body.str(anchor));
                self.out.push_str("\">");
            }
            Element::Quote => self.out.push_str("<blockquote>\n"),
            Element::Alert(notice) => {
                let name = notice.name();
                let title = self.chrome.say(&format!("alert-{name}"));
                write_to(
                    &mut self.out,
                    format_args!(
                        "<div class=\"alert alert-{name}\" role=\"note\">\n<p class=\"alert-title\">"
                    ),
                );
                escape::html(&mut self.out, &title);
                self.out.push_str("</p>\n");
            }
            Element::Bullets => self.out.push_str("<ul>\n"),
            Element::Numbers(1) => self.out.push_str("<ol>\n"),
            Element::Numbers(first) => write_to(&mut self.out, format_args!("<ol start=\"{first}\">\n")),
            Element::TaskList(ordered) => {
                let nested = self.open.iter().any(|element| matches!(element, Element::Task(..)));
                let name = if ordered { "ol" } else { "ul" };
                let branches = if nested { " branches" } else { "" };
                write_to(&mut self.out, format_args!("<{name} class=\"tasks{branches}\">\n"));
            }
            Element::Item => self.out.push_str("<li>"),
            Element::Task(id, branch) => {
                let id = self.body.str(id);
                open_task(&mut self.out, self.setting, id, branch);
            }
            Element::TaskText => self.label_from = self.out.len(),
            Element::TaskHelp => self.out.push_str("<div class=\"task-help\">"),
            Element::CodeBlock(language) => {
                self.in_code = true;
                let language = self.body.str(language);
                if language.is_empty() {
                    self.out.push_str("<pre tabindex=\"0\"><code>");
                } else {
                    self.out.push_str("<pre tabindex=\"0\"><code class=\"language-");
                    escape::html(&mut self.out, language);
                    self.out.push_str("\">");
                }
            }
            Element::Table => {
                self.rows = 0;
                self.tables += 1;
                let number = i64::try_from(self.tables).unwrap_or(i64::MAX);
                let name = self.chrome.say_with("table", &[("number", crate::model::Arg::Number(number))]);
                self.out.push_str("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
                escape::html(&mut self.out, &name);
                self.out.push_str("\"><table>\n");
            }
            Element::TableHead => {
                self.in_head = true;
                self.out.push_str("<thead><tr>");
            }
            Element::TableRow => {
                if self.rows == 0 {
                    self.out.push_str("<tbody>\n");
                }
                self.rows += 1;
                self.out.push_str("<tr>");
            }
            Element::TableCell(align) => {
                self.out.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
                self.out.push_str(match align {
                    Align::None => ">",
                    Align::Left => " class=\"left\">",
                    Align::Center => " class=\"center\">",
                    Align::Right => " class=\"right\">",
                });
            }
            Element::Definitions => self.out.push_str("<dl>\n"),
            Element::DefinitionTerm => self.out.push_str("<dt>"),
            Element::Definition => self.out.push_str("<dd>"),
            Element::Footnote(_) => self.aside.push(std::mem::take(&mut self.out)),
            Element::Emphasis => self.out.push_str("<em>"),
            Element::Strong => self.out.push_str("<strong>"),
            Element::Strike => self.out.push_str("<del>"),
            Element::Link(target, title) => self.open_link(target, title),
            Element::Banner => {
                self.out.push_str("<p class=\"who\"><span class=\"who-label\">");
                escape::html(&mut self.out, &self.chrome.say("who"));
                self.out.push_str("</span> ");
            }
            Element::Cards => self.out.push_str("<ul class=\"cards\">\n"),
            Element::Dated(until) => {
                if self.passed(until) {
                    let words = day::words(self.chrome.facts.language, until);
                    let title = self.chrome.say_with("outdated", &[("date", words.into())]);
                    self.out.push_str("<div class=\"outdated\">\n<p class=\"outdated-title\">");
                    escape::html(&mut self.out, &title);
                    self.out.push_str("</p>\n");
                }
            }
        }
    }

    fn passed(&self, until: Date) -> bool {
        self.input.and_then(|input| input.today).is_some_and(|today| today > until)
    }

    fn end(&mut self) {
        let Some(element) = self.open.pop() else { return };
        let text = match element {
            Element::Paragraph | Element::Banner => "</p>\n",
            Element::Heading(level, _) => {
                self.quiet -= 1;
                let level = (level + self.setting.shift).min(6);
                return write_to(&mut self.out, format_args!("</h{level}>\n"));
            }
            Element::Quote => "</blockquote>\n",
            Element::Alert(_) => "</div>\n",
            Element::Bullets | Element::Cards | Element::TaskList(false) => "</ul>\n",
            Element::Numbers(_) | Element::TaskList(true) => "</ol>\n",
            Element::Item | Element::Task(..) => "</li>\n",
            Element::TaskText => {
                let words = self.out.split_off(self.label_from);
                let id = self.open.iter().rev().find_map(|element| match element {
                    Element::Task(id, _) => Some(self.body.str(*id)),
                    _ => None,
                });
                return label(&mut self.out, self.setting, id.unwrap_or_default(), &words);
            }
            Element::TaskHelp => "</div>\n",
            Element::CodeBlock(_) => {
                self.in_code = false;
                "</code></pre>\n"
            }
            Element::Table => {
                let body = if self.rows > 0 { "</tbody>" } else { "" };
                return write_to(&mut self.out, format_args!("{body}</table></div>\n"));
            }
            Element::TableHead => {
                self.in_head = false;
                "</tr></thead>\n"
            }
            Element::TableRow => "</tr>\n",
            Element::TableCell(_) => {
                if self.in_head {
                    "</th>"
                } else {
                    "</td>"
                }
            }
            Element::Definitions => "</dl>\n",
            Element::DefinitionTerm => "</dt>\n",
            Element::Definition => "</dd>\n",
            Element::Footnote(label) => {
                let before = self.aside.pop().unwrap_or_default();
                let text = std::mem::replace(&mut self.out, before);
                self.note_texts.push((self.body.str(label).to_owned(), text));
                return;
            }
            Element::Emphasis => "</em>",
            Element::Strong => "</strong>",
            Element::Strike => "</del>",
            Element::Link(target, _) => return self.close_link(target),
            Element::Dated(until) => {
                if !self.passed(until) {
                    return;
                }
                "</div>\n"
            }
        };
        self.out.push_str(text);
    }

    // ---- links ----

    fn open_link(&mut self, target: u32, title: Slice) {
        self.quiet += 1;
        let (href, external) = match &self.resolved[target as usize] {
            Resolved::Page(url, anchor) => (self.from.page(url, anchor.as_ref()), false),
            Resolved::File(path, after) => (self.from.file(path) + after, false),
            Resolved::Plain(address) => (address.clone(), false),
            Resolved::Web(address) => (address.clone(), true),
            Resolved::Entry(link) => return self.open_entry(link, title),
            Resolved::Nowhere => return,
        };
        self.anchor_tag(&href, external, None, title);
    }

    fn anchor_tag(&mut self, href: &str, external: bool, class: Option<&str>, title: Slice) {
        self.out.push_str("<a");
        if let Some(class) = class {
            write_to(&mut self.out, format_args!(" class=\"{class}\""));
        }
        if external {
            self.out.push_str(" rel=\"external\"");
        }
        self.out.push_str(" href=\"");
        escape::html(&mut self.out, href);
        self.out.push('"');
        let title = self.body.str(title);
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape::html(&mut self.out, &self.chrome.set(title));
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// Begins the link of an entry, or what stands in for it.
    fn open_entry(&mut self, link: &EntryLink, title: Slice) {
        match &link.to {
            Place::Missing => self.out.push_str("<span class=\"missing-link\">"),
            Place::None => {}
            Place::Page(..) | Place::Web(_) => {
                let href = card::place_href(link, self.from).unwrap_or_default();
                let external = matches!(link.to, Place::Web(_));
                let class = match link.key.kind {
                    Kind::Term => Some("term".to_owned()),
                    Kind::Role => self.role_class(&link.key),
                    _ => None,
                };
                self.anchor_tag(&href, external, class.as_deref(), title);
            }
        }
    }

    fn role_class(&self, key: &EntryKey) -> Option<String> {
        let number = self.chrome.role(key)?.number;
        let banner = matches!(self.open.last(), Some(Element::Banner));
        Some(format!("{} role-{number}", if banner { "role" } else { "role-link" }))
    }

    fn close_entry(&mut self, link: &EntryLink) {
        match link.to {
            Place::Missing => {
                self.out.push(' ');
                let words = self.chrome.say("link-to-complete");
                self.placeholder(&words);
                self.out.push_str("</span>");
            }
            Place::None => {}
            Place::Page(..) | Place::Web(_) => self.out.push_str("</a>"),
        }
    }

    fn close_link(&mut self, target: u32) {
        self.quiet -= 1;
        match &self.resolved[target as usize] {
            Resolved::Nowhere => {}
            Resolved::Entry(link) => self.close_entry(link),
            _ => self.out.push_str("</a>"),
        }
    }

    /// A reference by its own name, in a sentence.
    fn reference(&mut self, target: u32) {
        match &self.resolved[target as usize] {
            Resolved::Entry(link) => {
                let spaced = matches!(self.open.last(), Some(Element::Banner)) && self.out.ends_with("</a>");
                if spaced {
                    self.out.push(' ');
                }
                self.open_entry(link, Slice::default());
                let term = self.chrome.terms.get(&link.key);
                let title = term.filter(|term| term.short).and_then(|term| term.title.as_deref());
                if let Some(title) = title {
                    self.out.push_str("<abbr title=\"");
                    escape::html(&mut self.out, &self.chrome.set(title));
                    self.out.push_str("\">");
                }
                self.plain(&link.name);
                if title.is_some() {
                    self.out.push_str("</abbr>");
                }
                self.close_entry(link);
                self.last = Some('x');
            }
            _ => {
                if let Some(crate::model::Target::Entry(key)) = self.body.targets.get(target as usize) {
                    self.plain(key.id.as_str());
                }
            }
        }
    }

    fn image(&mut self, target: u32, alt: Slice, title: Slice) {
        let Resolved::File(path, _) = &self.resolved[target as usize] else { return };
        self.out.push_str("<img src=\"");
        escape::html(&mut self.out, &self.from.file(path));
        self.out.push_str("\" alt=\"");
        escape::html(&mut self.out, &self.chrome.set(self.body.str(alt)));
        self.out.push('"');
        let title = self.body.str(title);
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape::html(&mut self.out, &self.chrome.set(title));
            self.out.push('"');
        }
        self.out.push_str(" loading=\"lazy\" decoding=\"async\">");
    }

    // ---- cards and tables of the registry ----

    fn card(&mut self, target: u32, notes: &mut Vec<Diagnostic>) {
        let found = self
            .input
            .and_then(|input| input.cards.iter().find(|(number, _)| *number == target).map(|(_, card)| card));
        let in_list = matches!(self.open.last(), Some(Element::Cards));
        if in_list {
            self.out.push_str("<li>");
        }
        match found {
            Some(card) => {
                let html = card.html(self.chrome, self.setting.page, notes);
                self.out.push_str(&html);
            }
            None if in_list => self.reference(target),
            None => {
                self.out.push_str("<p>");
                self.reference(target);
                self.out.push_str("</p>\n");
            }
        }
        if in_list {
            self.out.push_str("</li>\n");
        }
    }

    fn directory(&mut self, kind: Kind, notes: &mut Vec<Diagnostic>) {
        let Some(input) = self.input else { return };
        let Some((_, cards)) = input.directories.iter().find(|(known, _)| *known == kind) else { return };
        self.out.push_str("<ul class=\"cards directory\">\n");
        for card in cards {
            let html = card.html(self.chrome, self.setting.page, notes);
            write_to(&mut self.out, format_args!("<li>{html}</li>\n"));
        }
        self.out.push_str("</ul>\n");
    }

    fn who_does_what(&mut self, target: Option<u32>) {
        let Some(rows) = self.input.and_then(|input| input.rows.as_ref()) else { return };
        let only = target.and_then(|target| match &self.resolved[target as usize] {
            Resolved::Entry(link) => Some(&link.key),
            _ => None,
        });
        let say = |key: &str| escape::to_html(&self.chrome.say(key));
        let mut out = format!(
            "<table class=\"who-does-what\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>\
             <th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
            say("what"),
            say("who-column"),
            say("where")
        );
        for row in rows.iter().filter(|row| only.is_none_or(|only| row.roles.contains(only))) {
            let href = escape::to_html(&self.from.page(&row.url, Some(&row.id)));
            let words = escape::to_html(&self.chrome.set(&row.words));
            write_to(&mut out, format_args!("<tr><th scope=\"row\">{words}"));
            if let Some(due) = row.due {
                write_to(&mut out, format_args!(" <span class=\"task-due\">{}</span>", self.delay(due)));
            }
            write_to(&mut out, format_args!("</th><td data-label=\"{}\">", say("who-column")));
            for key in &row.roles {
                if let Some(role) = self.chrome.role(key) {
                    let name = escape::to_html(&self.chrome.set(&role.name));
                    let number = role.number;
                    match &role.url {
                        Some(url) => {
                            let href = self.from.page(url, None);
                            write_to(
                                &mut out,
                                format_args!("<a class=\"role role-{number}\" href=\"{href}\">{name}</a> "),
                            );
                        }
                        None => write_to(
                            &mut out,
                            format_args!("<span class=\"role role-{number}\">{name}</span> "),
                        ),
                    }
                }
            }
            let list = escape::to_html(&self.chrome.set(&row.list));
            write_to(
                &mut out,
                format_args!(
                    "</td><td data-label=\"{}\"><a href=\"{href}\">{list}</a></td></tr>\n",
                    say("where")
                ),
            );
        }
        out.push_str("</tbody>\n</table>\n");
        self.out.push_str(&out);
    }

    fn delay(&self, delay: Delay) -> String {
        let unit = match delay.unit {
            DelayUnit::Day => "day",
            DelayUnit::Week => "week",
            DelayUnit::Month => "month",
        };
        let count = crate::model::Arg::Number(i64::from(delay.amount.abs()));
        match delay.amount {
            0 => self.chrome.say("due-now"),
            amount if amount < 0 => self.chrome.say_with(&format!("due-before-{unit}"), &[("count", count)]),
            _ => self.chrome.say_with(&format!("due-after-{unit}"), &[("count", count)]),
        }
    }

    // ---- footnotes ----

    fn footnote_mark(&mut self, label: Slice) {
        let label = self.body.str(label).to_owned();
        let next = self.notes.len() + 1;
        let (number, times) = self.notes.entry(label).or_insert((next, 0));
        *times += 1;
        let again = if *times > 1 { format!("-{times}") } else { String::new() };
        let prefix = self.setting.prefix;
        write_to(
            &mut self.out,
            format_args!(
                "<sup class=\"footnote-ref\"><a href=\"#{prefix}_note-{number}\" id=\"{prefix}_note-ref-{number}{again}\">{number}</a></sup>"
            ),
        );
        self.last = Some('x');
    }

    /// The texts of footnotes in the order of their marks; a text without a mark is not shown.
    fn footnotes(&mut self) {
        if self.notes.is_empty() {
            return;
        }
        let mut texts: Vec<(usize, String)> = Vec::new();
        for (label, text) in std::mem::take(&mut self.note_texts) {
            if let Some((number, _)) = self.notes.get(&label) {
                texts.push((*number, text));
            }
        }
        texts.sort();
        let title = escape::to_html(&self.chrome.say("footnotes"));
        let back = escape::to_html(&self.chrome.say("footnote-back"));
        let prefix = self.setting.prefix;
        write_to(&mut self.out, format_args!("<section class=\"footnotes\" aria-label=\"{title}\">\n<ol>\n"));
        for (number, text) in texts {
            write_to(
                &mut self.out,
                format_args!(
                    "<li id=\"{prefix}_note-{number}\">{text}<a class=\"footnote-back\" href=\"#{prefix}_note-ref-{number}\" aria-label=\"{back} {number}\">↩</a></li>\n"
                ),
            );
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}
