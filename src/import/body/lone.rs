//! Lines that open no block and mean something: abbreviations, tables of contents, attributes, headings.

/// `*[HTML]: Hyper Text Markup Language`
pub(super) fn abbreviation(text: &str) -> Option<(String, String)> {
    let (name, meaning) = text.strip_prefix("*[")?.split_once("]:")?;
    let is_whole = !name.trim().is_empty() && !meaning.trim().is_empty();
    is_whole.then(|| (name.trim().to_owned(), meaning.trim().to_owned()))
}

/// Whether a line stands for the table of contents.
pub(super) fn is_contents(text: &str) -> bool {
    let small = text.to_lowercase();
    let marks = ["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "{: toc}", "${toc}", "<!-- toc -->", "@[toc]"];
    marks.contains(&small.as_str()) || small.starts_with("{{#title ")
}

/// Whether a line defines the target of a reference: `[name]: target`.
pub(super) fn is_definition(text: &str) -> bool {
    let Some((name, target)) = text.strip_prefix('[').and_then(|rest| rest.split_once("]:")) else {
        return false;
    };
    !name.is_empty()
        && !name.starts_with('^')
        && !name.contains(['[', ']'])
        && target.starts_with(' ')
        && !target.trim().is_empty()
}

/// Whether a line is nothing but attributes: `{: .class}`.
pub(super) fn is_attributes(text: &str) -> bool {
    let inner = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| inner.starts_with([':', '.']) && !inner.contains('{') && !inner.contains('#'))
}

/// A heading with its id alone in braces: `## A { #b .c data-x }`.
pub(super) fn heading(line: &str) -> String {
    let bare = line.trim_end();
    if let Some(named) = setting(bare) {
        return named;
    }
    if !bare.trim_start().starts_with('#') || !bare.ends_with('}') {
        return line.to_owned();
    }
    let Some((words, inner)) = bare.rsplit_once('{') else { return line.to_owned() };
    let inner = inner.trim_end_matches('}').trim().trim_start_matches(':').trim();
    let is_list = !inner.is_empty()
        && inner.split_whitespace().all(|part| part.starts_with(['#', '.']) || part.contains('='));
    if !is_list {
        return line.to_owned();
    }
    match inner.split_whitespace().find_map(|part| part.strip_prefix('#')) {
        Some(id) => format!("{} {{#{id}}}", words.trim_end()),
        None => words.trim_end().to_owned(),
    }
}

/// A heading of Material that only names a setting: `#### <!-- md:setting config.blog_dir -->`.
fn setting(line: &str) -> Option<String> {
    let words = line.trim_start().trim_start_matches('#');
    let signs = line.trim_start().len() - words.len();
    let inner = words.trim().strip_prefix("<!-- md:")?.strip_suffix("-->")?;
    let name = inner.split_whitespace().nth(1)?;
    let is_name = name.chars().all(|letter| letter.is_alphanumeric() || "._-".contains(letter));
    (signs > 0 && is_name).then(|| format!("{} `{name}` {{#{name}}}", "#".repeat(signs)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_keep_their_id_alone() {
        assert_eq!(heading("## A { #b .c data-x=\"1\" }"), "## A {#b}");
        assert_eq!(heading("## A {.c}"), "## A");
        assert_eq!(heading("## A {b}"), "## A {b}");
        assert_eq!(heading("#### <!-- md:setting config.x_y -->"), "#### `config.x_y` {#config.x_y}");
        assert_eq!(abbreviation("*[HTML]: Hyper"), Some(("HTML".to_owned(), "Hyper".to_owned())));
        assert!(is_definition("[a b]: c.md") && !is_definition("[^1]: c") && !is_definition("[a]: "));
        assert!(is_attributes("{: .note }") && !is_attributes("{: #id }") && is_contents("[TOC]"));
    }
}
