//! Recognises the lines that open a block.
use super::tags::{HtmlTag, tag_at};
use super::templates;
use crate::text::callouts::{Named, named};

/// What a block is in Jalon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A callout.
    Alert(&'static str, String),
    /// Text that is folded away under a title, and whether it is open.
    Details(String, bool),
    /// Text that is folded away, one of several of this name of which one is open at a time.
    Exclusive(String, bool),
    /// Alternatives.
    Group,
    /// One of them.
    Tab(String),
    /// Code, each block of which is an alternative.
    CodeGroup,
    /// Its content alone.
    Plain,
    /// Its content, below a title in bold.
    Titled(String),
    /// Its content alone; its form is lost.
    Unknown,
    /// Code in a language, with a title.
    Code(String, String),
    /// Code inside it gets a title.
    CodeTitle(String),
    /// A link with these words, or those of the content.
    Link(String, String),
    /// A picture: target, text, caption.
    Picture(String, String, String),
    /// The content is the caption of the picture above.
    Caption,
    /// Nothing, and nothing is lost.
    Nothing,
    /// It is lost.
    Gone,
}

/// How the end of a block is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BlockForm {
    /// Its lines are indented.
    Indented,
    /// Signs of one sort, at least so many.
    Signs(char, usize),
    /// `{% endname %}`
    Liquid(String),
    /// `{{< /name >}}`
    Shortcode(String),
    /// `</name>`
    Element(String),
    /// It reaches up to the next heading that is a tab, or to a rule.
    UpToTab,
    /// It is one line.
    Alone,
}

/// A line that opens a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) role: Role,
    pub(super) form: BlockForm,
    /// The name, for the report.
    pub(super) name: String,
    /// The id that links may lead to.
    pub(super) id: Option<String>,
}

impl Mark {
    pub(super) fn new(role: Role, form: BlockForm, name: &str) -> Self {
        Self { role, form, name: name.to_owned(), id: None }
    }
}

/// Reads a line without the blanks around it.
pub(super) fn read(text: &str) -> Option<Mark> {
    match text.chars().next()? {
        '!' | '?' | '=' => indented(text),
        ':' => signs(text, ':'),
        '/' => signs(text, '/'),
        '{' => templates::template(text),
        '<' => element(text),
        '#' => heading_tab(text),
        _ => None,
    }
}

/// `# [Title](#tab/id)` of `DocFX`, and `#tab/id/other`: with the id of the tab above that it belongs to.
fn heading_tab(text: &str) -> Option<Mark> {
    let inner = text.trim_start_matches('#').trim().strip_prefix('[')?.strip_suffix(')')?;
    let (title, id) = inner.rsplit_once("](#tab/")?;
    let title = match id.split_once('/') {
        Some((_, other)) => format!("{title} ({other})"),
        None => title.to_owned(),
    };
    Some(Mark::new(Role::Tab(title), BlockForm::UpToTab, "tab"))
}

/// Whether a line stands for documentation that a program takes from code: `::: package.module.Name`.
pub(super) fn is_documentation(text: &str) -> bool {
    text.strip_prefix("::: ").is_some_and(|name| is_name_of_code(name.trim()))
}

/// `package.module.Name`
pub(in crate::import) fn is_name_of_code(name: &str) -> bool {
    name.contains('.') && name.chars().all(|letter| letter.is_alphanumeric() || "._-".contains(letter))
}

/// Whether a line ends the alternatives of `DocFX`.
pub(super) fn is_rule(text: &str) -> bool {
    let bare: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    bare.len() >= 3 && ['-', '*', '_'].iter().any(|sign| bare.chars().all(|letter| letter == *sign))
}

/// The role of a callout or of folded text by its name.
pub(super) fn role(name: &str, title: &str) -> Role {
    let title = title.trim();
    match named(name) {
        Named::Alert(alert) => Role::Alert(alert, title.to_owned()),
        Named::Callout => Role::Alert(alert_of(name), title.to_owned()),
        Named::Details => Role::Details(title.to_owned(), false),
        Named::Tabs => Role::Group,
        Named::Diagram => Role::Code(name.to_owned(), title.to_owned()),
        Named::Include | Named::Other => Role::Unknown,
    }
}

/// The alert that comes nearest to a callout for which there is no one alert.
fn alert_of(name: &str) -> &'static str {
    match name.to_lowercase().as_str() {
        "failure" | "fail" | "missing" | "bug" => "CAUTION",
        "deprecated" | "update" => "WARNING",
        "check" | "done" | "example" | "exemple" => "TIP",
        "question" | "help" | "faq" | "todo" => "IMPORTANT",
        _ => "NOTE",
    }
}

/// `!!! note "Title"`, `??? note`, `=== "Title"`
fn indented(text: &str) -> Option<Mark> {
    let end = text.find(|letter: char| !"!?+=".contains(letter))?;
    let (mark, rest) = text.split_at(end);
    if !matches!(mark, "!!!" | "???" | "???+" | "===" | "===!" | "===+") || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let rest = rest.trim();
    let (names, title) = match rest.split_once('"') {
        Some((names, quoted)) => (names.trim(), Some(quoted.strip_suffix('"')?)),
        None => (rest, None),
    };
    let is_name = |letter: char| letter.is_alphanumeric() || "-_ |.".contains(letter);
    let is_tab = mark.starts_with('=');
    if !names.chars().all(is_name) || names.is_empty() != is_tab || (is_tab && title.is_none()) {
        return None;
    }
    let title = title.unwrap_or_default().replace("\\\"", "\"");
    let name = names.split([' ', '|']).next().unwrap_or_default();
    let role = if is_tab {
        Role::Tab(title)
    } else if mark.starts_with('?') {
        let title = if title.is_empty() { super::boxes::title_of(name) } else { title };
        Role::Details(title, mark.ends_with('+'))
    } else {
        match role(name, &title) {
            Role::Unknown | Role::Group | Role::Code(..) => Role::Alert("NOTE", title),
            Role::Details(title, _) => Role::Alert("NOTE", title),
            known => known,
        }
    };
    Some(Mark::new(role, BlockForm::Indented, name))
}

/// `::: tip Title`, `:::tip[Title]`, `:::{.tip title="T"}`, `/// note | Title`
fn signs(text: &str, sign: char) -> Option<Mark> {
    let rest = text.trim_start_matches(sign);
    let count = text.len() - rest.len();
    let words = rest.trim().trim_end_matches(sign).trim_end();
    if count < 3 || !words.starts_with(|first: char| first.is_alphabetic() || first == '{') {
        return None;
    }
    let (name, title) = opening(words);
    if name.is_empty() {
        return None;
    }
    let role = match name.to_lowercase().as_str() {
        "code-group" | "code-tabs" => Role::CodeGroup,
        "tab" | "tab-item" => Role::Tab(title.clone()),
        "caption" | "figure-caption" => Role::Caption,
        "raw" | "v-pre" | "html" | "row" | "col" | "column" | "columns" | "zone" | "moniker" | "steps" => {
            Role::Plain
        }
        "card" => Role::Titled(title.clone()),
        "details" => {
            Role::Details(if title.is_empty() { super::boxes::title_of(&name) } else { title.clone() }, false)
        }
        other => role(other, &title),
    };
    Some(Mark::new(role, BlockForm::Signs(sign, count), &name))
}

/// The name and the title of the words behind signs.
fn opening(words: &str) -> (String, String) {
    let quoted = |text: &str| {
        let value = text.split_once("title=").map(|(_, value)| value.trim())?;
        let mark = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
        value[1..].split(mark).next().map(str::to_owned)
    };
    if let Some((inside, after)) = words.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        let name = inside.split_whitespace().find(|word| !word.starts_with('#')).unwrap_or_default();
        let title = quoted(inside).unwrap_or_else(|| after.trim().to_owned());
        return (name.trim_start_matches('.').to_owned(), title);
    }
    let end = words
        .find(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter)))
        .unwrap_or(words.len());
    let (name, rest) = words.split_at(end);
    let rest = rest.trim();
    let title = if let Some(inner) = rest.strip_prefix('[') {
        inner.rsplit_once(']').map_or(inner, |(title, _)| title).to_owned()
    } else if let Some(title) = rest.strip_prefix('|') {
        title.trim().to_owned()
    } else if rest.contains("title=") {
        quoted(rest).unwrap_or_default()
    } else {
        rest.split('{').next().unwrap_or_default().trim().trim_matches('"').to_owned()
    };
    (name.to_owned(), title)
}

/// The alert that a style or a class names.
pub(super) fn alert_of_style(style: &str) -> Option<&'static str> {
    match named(style) {
        Named::Alert(alert) => Some(alert),
        Named::Callout => Some(alert_of(style)),
        _ => None,
    }
}

/// An element or a component that is alone on its line.
fn element(text: &str) -> Option<Mark> {
    let tag = tag_at(text, 0).filter(|tag| tag.range.end == text.len())?;
    let role = component(&tag)?;
    let form =
        if tag.is_alone || tag.is_close { BlockForm::Alone } else { BlockForm::Element(tag.name.to_owned()) };
    let role = if tag.is_close { Role::Nothing } else { role };
    let id = tag.get("id").filter(|id| !tag.is_close && !id.is_empty() && !id.contains(char::is_whitespace));
    Some(Mark { id: id.map(str::to_owned), ..Mark::new(role, form, tag.name) })
}

/// What an element or component is; none for one that stands in sentences.
fn component(tag: &HtmlTag<'_>) -> Option<Role> {
    let title =
        tag.first(&["title", "label", "summary", "name", "header", "heading"]).unwrap_or_default().to_owned();
    let name = tag.name.to_ascii_lowercase();
    let is_component = tag.name.starts_with(|first: char| first.is_ascii_uppercase());
    Some(match name.as_str() {
        "details" => {
            let is_open = tag.get("open").is_some();
            match tag.first(&["name"]).filter(|_| !is_component) {
                Some(name) => Role::Exclusive(name.to_owned(), is_open),
                None => Role::Details(title, is_open),
            }
        }
        "div" | "aside" | "section" | "article" if !is_component => {
            let classes = tag.get("class").or_else(|| tag.get("className")).unwrap_or_default();
            let kind = classes.split_whitespace().map(|class| {
                ["alert-", "bs-callout-", "callout-"]
                    .into_iter()
                    .find_map(|start| class.strip_prefix(start))
                    .unwrap_or(class)
            });
            let alert =
                kind.filter(|class| !matches!(*class, "alert" | "admonition")).find_map(alert_of_style);
            alert.map_or(Role::Plain, |alert| Role::Alert(alert, String::new()))
        }
        "section" | "article" | "center" | "header" | "footer" | "main" | "nav" | "p" | "div" => Role::Plain,
        // What shows a word or a picture is rewritten as in a sentence.
        "badge" | "icon" | "image" | "img" | "button" | "link" | "kbd" => return None,
        _ if !is_component => return None,
        "tabs" | "codegroup" | "codetabs" | "accordiongroup" | "accordions" => Role::Group,
        "tabitem" | "tab" => {
            let title = tag.first(&["label", "title", "value", "name"]).unwrap_or_default();
            Role::Tab(title.to_owned())
        }
        "aside" | "admonition" | "callout" | "alert" | "hint" | "infobox" => {
            let style = tag.first(&["type", "variant", "kind", "intent"]).unwrap_or("note");
            Role::Alert(alert_of_style(style).unwrap_or("NOTE"), title)
        }
        "accordion" | "expandable" => Role::Details(title, false),
        "linkcard" | "linkbutton" | "doccard" => {
            Role::Link(tag.first(&["href", "link", "to"]).unwrap_or_default().to_owned(), title)
        }
        "card" => match tag.first(&["href", "link", "to"]) {
            Some(link) => Role::Link(link.to_owned(), title),
            None => Role::Titled(title),
        },
        "steps" | "step" | "cardgrid" | "cards" | "cardgroup" | "columns" | "column" | "filetree"
        | "frame" => {
            if title.is_empty() {
                Role::Plain
            } else {
                Role::Titled(title)
            }
        }
        "doccardlist" | "tocinline" | "tableofcontents" => Role::Nothing,
        _ => match role(&name, &title) {
            Role::Unknown if tag.is_alone => Role::Gone,
            known => known,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_of_code_has_a_name_of_code() {
        assert!(is_documentation("::: mkdocs.utils.File"));
        assert!(!is_documentation("::: tip") && !is_documentation("::: tip See a.b"));
    }

    #[test]
    fn lines_of_many_programs_open_blocks() {
        let alert = |alert, title: &str| Some(Role::Alert(alert, title.to_owned()));
        let cases = [
            ("!!! warning \"Titre\"", alert("WARNING", "Titre")),
            ("!!! quote inline end", alert("NOTE", "")),
            ("??? note \"T\"", Some(Role::Details("T".into(), false))),
            ("=== \"Tab\"", Some(Role::Tab("Tab".into()))),
            ("::: danger Titre long", alert("CAUTION", "Titre long")),
            (":::tip[Titre]", alert("TIP", "Titre")),
            (":::{.callout-note title=\"T\"}", alert("NOTE", "T")),
            ("/// note | T", alert("NOTE", "T")),
            ("/// tab | Un", Some(Role::Tab("Un".into()))),
            ("{% hint style=\"success\" %}", alert("TIP", "")),
            ("{% tab title=\"Été\" %}", Some(Role::Tab("Été".into()))),
            ("{% embed url=\"https://a.fr\" %}", Some(Role::Link("https://a.fr".into(), String::new()))),
            ("{{% alert title=\"T\" color=\"warning\" %}}", alert("WARNING", "T")),
            ("{{% notice tip \"T\" %}}", alert("TIP", "T")),
            ("{{< tab \"Un\" >}}", Some(Role::Tab("Un".into()))),
            ("{{< youtube abc >}}", Some(Role::Link("https://youtu.be/abc".into(), String::new()))),
            ("<Aside type=\"caution\" title=\"T\">", alert("CAUTION", "T")),
            ("<TabItem value=\"a\" label=\"A\">", Some(Role::Tab("A".into()))),
            ("<div class=\"alert alert-info\">", alert("NOTE", "")),
            ("<MyChart />", Some(Role::Gone)),
            ("# [Windows](#tab/windows)", Some(Role::Tab("Windows".into()))),
            ("#### [C](#tab/c/linux)", Some(Role::Tab("C (linux)".into()))),
            ("# [Windows](a.md)", None),
            ("::: 3", None),
            ("=== Un", None),
            ("<b>", None),
            ("<span>a</span>", None),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).map(|mark| mark.role), expected, "{text}");
        }
    }
}
