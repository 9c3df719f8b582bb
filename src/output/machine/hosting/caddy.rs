//! A snippet for the block of a site in a Caddyfile.
use super::SNIPPETS;
use super::rules::{ASK, FOREVER, HASHED_FILES, HostRules, MARK, TYPES, literal};
use crate::model::ContentCoding;
use crate::text::percent::{PATH, encode};
use std::fmt::Write as _;

/// The snippet.
pub(super) fn file(rules: &HostRules) -> String {
    let mut out = format!(
        "# In the block of the site, where SITE is the folder of the site:\n#   import SITE/{SNIPPETS}/Caddyfile\n\n\
         encode zstd gzip\n{}\n",
        file_server(rules)
    );
    headers(rules, &mut out);
    write!(
        out,
        "\n# Hidden files are for programs.\n\
         @jalon_hidden {{\n  path_regexp /\\.\n  not path */.well-known/*\n}}\nerror @jalon_hidden 404\n\n\
         handle_errors {{\n  @jalon_missing expression `{{err.status_code}} == 404`\n  \
         handle @jalon_missing {{\n    rewrite * \"{}\"\n    file_server\n  }}\n}}\n\n",
        rules.not_found()
    )
    .expect("writing to a string cannot fail");
    for (number, (from, to)) in rules.redirects.iter().enumerate() {
        // A pattern of its own, because plain paths are compared without regard to capitals and read `*` and `%`.
        writeln!(
            out,
            "@jalon_{number} path_regexp `^{}$`\nredir @jalon_{number} \"{}\" permanent",
            pattern(from),
            encode(to, PATH)
        )
        .expect("writing to a string cannot fail");
    }
    out
}

/// What serves the files, with copies of them that are smaller first.
fn file_server(rules: &HostRules) -> String {
    let has = |coding| rules.copies.contains(&coding);
    let names = [(ContentCoding::Brotli, " br"), (ContentCoding::Gzip, " gzip")];
    let names: String = names.into_iter().filter(|(coding, _)| has(*coding)).map(|(_, name)| name).collect();
    if names.is_empty() {
        "file_server\n".to_owned()
    } else {
        format!("file_server {{\n  precompressed{names}\n}}\n")
    }
}

/// A regular expression for a text, to stand between backticks.
fn pattern(text: &str) -> String {
    literal(text).replace("\\`", ".")
}

/// The headers of every answer, and those of some files.
fn headers(rules: &HostRules, out: &mut String) {
    let below = |folder: &str| pattern(&format!("{}{folder}/", rules.root));
    let (theme, search) = (below("theme"), below("search"));
    for (name, value) in rules.headers() {
        writeln!(out, "header {name} \"{value}\"").expect("writing to a string cannot fail");
    }
    write!(
        out,
        "header ?Cache-Control \"{ASK}\"\n\
         @jalon_search path_regexp `^{search}{HASHED_FILES}$`\n\
         header @jalon_search Cache-Control \"{FOREVER}\"\n\
         @jalon_theme expression `{{path}}.matches(\"^{theme}\") && {{query}}.matches(\"^{MARK}$\")`\n\
         header @jalon_theme Cache-Control \"{FOREVER}\"\n",
        theme = theme.replace('\\', "\\\\")
    )
    .expect("writing to a string cannot fail");
    for (ending, kind) in TYPES {
        let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
        writeln!(
            out,
            "@jalon_{ending} path *.{ending}\nheader @jalon_{ending} {{\n  Content-Type \"{kind}\"\n  defer\n}}"
        )
        .expect("writing to a string cannot fail");
    }
}
