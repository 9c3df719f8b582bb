//! The names that other programs give to callouts, and what Jalon calls them.

/// What a block of another program is in Jalon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An alert.
    Alert(&'static str),
    /// A callout for which there is no one alert.
    Callout,
    /// Text that is folded away.
    Details,
    /// Alternatives.
    Tabs,
    /// A drawing or a formula.
    Diagram,
    /// A file that is shown here.
    Include,
    /// Anything else.
    Other,
}

/// Names of callouts with the alert that says the same.
const ALERTS: [(&str, &str); 26] = [
    ("note", "NOTE"),
    ("notes", "NOTE"),
    ("info", "NOTE"),
    ("information", "NOTE"),
    ("infos", "NOTE"),
    ("remarque", "NOTE"),
    ("tip", "TIP"),
    ("tips", "TIP"),
    ("hint", "TIP"),
    ("success", "TIP"),
    ("astuce", "TIP"),
    ("conseil", "TIP"),
    ("important", "IMPORTANT"),
    ("warning", "WARNING"),
    ("warn", "WARNING"),
    ("attention", "WARNING"),
    ("avertissement", "WARNING"),
    ("alerte", "WARNING"),
    ("caution", "CAUTION"),
    ("danger", "CAUTION"),
    ("error", "CAUTION"),
    ("erreur", "CAUTION"),
    ("critical", "CAUTION"),
    ("prudence", "CAUTION"),
    ("primary", "NOTE"),
    ("secondary", "NOTE"),
];

/// Names of other callouts.
const CALLOUTS: [&str; 33] = [
    "abstract",
    "summary",
    "tldr",
    "todo",
    "check",
    "done",
    "question",
    "help",
    "faq",
    "failure",
    "fail",
    "missing",
    "bug",
    "example",
    "exemple",
    "quote",
    "cite",
    "citation",
    "seealso",
    "admonition",
    "callout",
    "alert",
    "notice",
    "hint-box",
    "card",
    "definition",
    "exercise",
    "note-box",
    "aside",
    "sidebar",
    "spoiler-box",
    "update",
    "deprecated",
];

/// Names of text that is folded away.
const FOLDED: [&str; 7] =
    ["details", "spoiler", "collapse", "collapsible", "dropdown", "expand", "accordion"];

/// Names of alternatives.
const TABS: [&str; 12] = [
    "tabs",
    "tab",
    "tab-set",
    "tab-item",
    "code-group",
    "code-tabs",
    "codetabs",
    "tabpane",
    "tabbed",
    "group-tab",
    "steps",
    "stepper",
];

/// Names of drawings.
const DIAGRAMS: [&str; 17] = [
    "mermaid",
    "plantuml",
    "puml",
    "dot",
    "graphviz",
    "math",
    "latex",
    "katex",
    "d2",
    "vega",
    "vega-lite",
    "ditaa",
    "nomnoml",
    "kroki",
    "wavedrom",
    "flowchart",
    "sequence",
];

/// Names of files that are shown at a place.
const INCLUDES: [&str; 13] = [
    "include",
    "include_relative",
    "includes",
    "literalinclude",
    "snippet",
    "readfile",
    "embed-markdown",
    "import",
    "rustdoc_include",
    "playground",
    "reuse",
    "include_code",
    "remote_include",
];

/// What a name stands for.
pub fn named(name: &str) -> Named {
    let name = name.to_lowercase();
    let name = ["callout-", "admonition-", "alert-", "prompt-"]
        .iter()
        .find_map(|begin| name.strip_prefix(begin))
        .unwrap_or(&name);
    let has = |names: &[&str]| names.contains(&name);
    if let Some((_, alert)) = ALERTS.iter().find(|(known, _)| *known == name) {
        Named::Alert(alert)
    } else if has(&CALLOUTS) {
        Named::Callout
    } else if has(&FOLDED) {
        Named::Details
    } else if has(&TABS) {
        Named::Tabs
    } else if has(&DIAGRAMS) {
        Named::Diagram
    } else if has(&INCLUDES) {
        Named::Include
    } else {
        Named::Other
    }
}

/// Whether the language of a block of code is that of a drawing or a formula.
pub fn is_diagram(language: &str) -> bool {
    named(language) == Named::Diagram && !matches!(language, "latex" | "sequence")
}
