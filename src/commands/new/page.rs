//! `jalon new page`: a page to write in.
use super::super::init;
use crate::cli::context::CommandContext;
use crate::failure::Failure;
use crate::language;
use crate::model::{Arg, Language, is_hidden};
use std::process::ExitCode;

/// Creates `guide/PATH.md` with its title.
pub(super) fn run(context: &CommandContext, path: &str, title: &str) -> Result<ExitCode, Failure> {
    let root = context.root()?;
    let path = below_guide(path).ok_or_else(|| Failure::plain("failure-bad-page-path", path))?;
    init::create(&root.join(&path), content(context.language, title).as_bytes())?;
    context.notify("new-page-done", &[("at", Arg::from(path))]);
    Ok(ExitCode::SUCCESS)
}

/// The path of the file below the project root, if it can be a page of the guide.
fn below_guide(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("guide/").unwrap_or(&path);
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let is_good_name = |part: &str| {
        let unportable = part.contains([':', '\0']) || part.ends_with([' ', '.']);
        !part.is_empty() && !is_hidden(part) && !unportable
    };
    let is_reserved = ["registry/", "theme/", "strings/"].iter().any(|folder| stem.starts_with(folder));
    let is_no_page = [".html", ".yaml", ".yml", ".txt"].iter().any(|ending| stem.ends_with(ending));
    let is_good = !is_reserved && !is_no_page && stem.split('/').all(is_good_name);
    is_good.then(|| format!("guide/{stem}.md"))
}

fn content(language: Language, title: &str) -> String {
    // A JSON string is a YAML string between double quotes.
    let title = serde_json::to_string(title).expect("a text has a JSON form");
    language::of(language).templates.page.replace("{title}", &title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stay_in_the_guide() {
        for good in ["1-recruter/4-arrivee", "guide/1-recruter/4-arrivee.md", "1-recruter\\4-arrivee.md"] {
            assert_eq!(below_guide(good).as_deref(), Some("guide/1-recruter/4-arrivee.md"));
        }
        assert_eq!(below_guide("index").as_deref(), Some("guide/index.md"));
        for bad in
            ["", "/etc/a.md", "../a.md", "a/../b", "a//b", "_a", ".a", "registry/a", "C:\\a.md", "a.html"]
        {
            assert_eq!(below_guide(bad), None, "{bad}");
        }
    }

    #[test]
    fn titles_are_quoted() {
        let text = content(Language::French, "Étape 2 : \"la suite\"");
        assert!(text.starts_with("---\ntitle: \"Étape 2 : \\\"la suite\\\"\"\n"), "{text}");
    }
}
