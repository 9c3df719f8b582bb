//! A snippet for the `server` block of nginx.
use super::SNIPPETS;
use super::rules::{ASK, FOREVER, HASHED_FILES, HostRules, MARK, TEXTS, TYPES, literal};
use crate::model::ContentCoding;
use crate::text::percent::{PATH, encode};
use std::fmt::Write as _;

/// The snippet. Headers stand in the block and nowhere below, because a place with a header of its own would lose them.
pub(super) fn file(rules: &HostRules) -> String {
    let root = &rules.root;
    let (theme, search) = (literal(&format!("{root}theme/")), literal(&format!("{root}search/")));
    let mut out = format!(
        "# In the server block, where SITE is the folder of the site:\n#   include SITE/{SNIPPETS}/nginx.conf;\n\n\
         index index.html;\ncharset utf-8;\nabsolute_redirect off;\nerror_page 404 \"{}\";\n\n",
        rules.not_found()
    );
    for (name, value) in rules.headers() {
        writeln!(out, "add_header {name} \"{value}\" always;").expect("writing to a string cannot fail");
    }
    write!(
        out,
        "set $jalon_cache \"{ASK}\";\n\
         if ($uri ~ \"^{search}{HASHED_FILES}$\") {{ set $jalon_cache \"{FOREVER}\"; }}\n\
         set $jalon_asked \"$uri?$args\";\n\
         if ($jalon_asked ~ \"^{theme}[^?]*[?]{MARK}$\") {{ set $jalon_cache \"{FOREVER}\"; }}\n\
         add_header Cache-Control $jalon_cache;\n\n\
         gzip on;\ngzip_vary on;\ngzip_proxied any;\ngzip_types {};\n\n",
        TEXTS.join(" ")
    )
    .expect("writing to a string cannot fail");
    for coding in &rules.copies {
        out.push_str(match coding {
            ContentCoding::Gzip => "gzip_static on;\n\n",
            ContentCoding::Brotli => "# With the module ngx_brotli:\n# brotli_static on;\n\n",
        });
    }
    for (ending, kind) in TYPES {
        let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
        writeln!(out, "location ~ \\.{ending}$ {{ types {{ }} default_type \"{kind}\"; }}")
            .expect("writing to a string cannot fail");
    }
    write!(out, "# Hidden files are for programs.\nlocation ~ /\\.(?!well-known/) {{ return 404; }}\n")
        .expect("writing to a string cannot fail");
    for (from, to) in &rules.redirects {
        let from = from.replace('\\', "\\\\").replace('"', "\\\"");
        writeln!(out, "location = \"{from}\" {{ return 301 \"{}\"; }}", encode(to, PATH))
            .expect("writing to a string cannot fail");
    }
    out
}
