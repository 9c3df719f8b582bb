//! What an author saves.

use jalon::model::{Source, SourcePath, Sources};

/// An edit, which makes another change each time.
pub(crate) struct Edit {
    pub(crate) name: &'static str,
    /// Saves the edit of a number; none where the guide has nothing to edit.
    pub(crate) save: fn(&mut Sources, usize) -> Option<()>,
}

/// All edits.
pub(crate) const EDITS: &[Edit] = &[
    Edit { name: "nothing", save: |_, _| Some(()) },
    Edit {
        name: "sentence",
        save: |sources, number| {
            page(sources, number, |text| Some(format!("{text}\nUne phrase de plus, la {number}.\n")))
        },
    },
    Edit {
        name: "heading",
        save: |sources, number| {
            page(sources, number, |text| line(text, "## ", |old| format!("{old} {number}")))
        },
    },
    Edit {
        name: "title",
        save: |sources, number| {
            page(sources, number, |text| line(text, "title: ", |_| format!("title: Un titre {number}")))
        },
    },
    Edit {
        name: "telephone",
        save: |sources, number| {
            change(sources, &SourcePath::new("guide/registry/contacts.yaml"), |text| {
                line(text, "  phone: ", |_| format!("  phone: \"01 44 55 66 {:02}\"", number % 100))
            })
        },
    },
    Edit {
        name: "page more",
        save: |sources, number| {
            let path = SourcePath::new(format!("guide/page-{number}.md"));
            sources.insert(path, Source::new(format!("# Une page {number}\n\nDu texte.\n")));
            Some(())
        },
    },
    Edit {
        name: "template",
        save: |sources, number| {
            theme_file(sources, "templates/parts/footer.html", |text| format!("{text}<!-- {number} -->\n"))
        },
    },
    Edit {
        name: "style",
        save: |sources, number| {
            theme_file(sources, "static/style.css", |text| format!("{text}main {{ order: {number} }}\n"))
        },
    },
    Edit {
        name: "setting",
        save: |sources, number| {
            change(sources, &SourcePath::new("guide/jalon.yaml"), |text| {
                line(text, "description: ", |_| format!("description: \"Un guide, {number}.\""))
            })
        },
    },
];

/// Changes a page that is not an index page, another one for each number.
fn page(sources: &mut Sources, number: usize, edit: impl Fn(&str) -> Option<String>) -> Option<()> {
    let is_page = |path: &&SourcePath| path.extension() == "md" && path.name() != "index.md";
    let pages: Vec<_> = sources.keys().filter(is_page).cloned().collect();
    change(sources, pages.get((number * 7_919) % pages.len().max(1))?, edit)
}

fn change(sources: &mut Sources, path: &SourcePath, edit: impl Fn(&str) -> Option<String>) -> Option<()> {
    let text = edit(std::str::from_utf8(&sources.get(path)?.bytes()).ok()?)?;
    sources.insert(path.clone(), Source::new(text));
    Some(())
}

/// The text with its first line of this beginning replaced.
fn line(text: &str, begins: &str, new: impl Fn(&str) -> String) -> Option<String> {
    let old = text.lines().find(|line| line.starts_with(begins))?;
    Some(text.replacen(old, &new(old), 1))
}

/// Overrides a file of the default theme.
fn theme_file(sources: &mut Sources, name: &str, edit: impl Fn(&str) -> String) -> Option<()> {
    let default = sources.get(&SourcePath::new(format!("themes/default/{name}")))?;
    let text = edit(std::str::from_utf8(&default.bytes()).ok()?);
    sources.insert(SourcePath::new(format!("guide/theme/{name}")), Source::new(text));
    Some(())
}
