//! `.htaccess`, which Apache HTTP Server reads in each folder where the administrator allows `FileInfo`.
use super::rules::{ASK, FOREVER, HASHED_FILES, HostRules, MARK, TEXTS, TYPES, literal};
use crate::text::percent::{PATH, encode};
use std::fmt::Write as _;

/// The file for the folder of the site. Nothing in it needs more than `AllowOverride FileInfo`.
pub(super) fn file(rules: &HostRules) -> String {
    let mut out =
        format!("ErrorDocument 404 {}\nAddDefaultCharset UTF-8\n", encode(&rules.not_found(), PATH));
    for (ending, kind) in TYPES {
        writeln!(out, "AddType {kind} .{ending}").expect("writing to a string cannot fail");
    }
    out.push_str("\n<IfModule mod_headers.c>\n");
    for (name, value) in rules.headers() {
        writeln!(out, "  Header always set {name} \"{value}\"").expect("writing to a string cannot fail");
    }
    let theme = literal(&format!("{}theme/", rules.root));
    let search = literal(&format!("{}search/", rules.root));
    write!(
        out,
        "  Header set Cache-Control \"{ASK}\"\n\
         \x20 <If \"%{{REQUEST_URI}} =~ m#^{search}{HASHED_FILES}$#\">\n\
         \x20   Header set Cache-Control \"{FOREVER}\"\n\
         \x20 </If>\n\
         \x20 <If \"%{{REQUEST_URI}} =~ m#^{theme}# && %{{QUERY_STRING}} =~ m#^{MARK}$#\">\n\
         \x20   Header set Cache-Control \"{FOREVER}\"\n\
         \x20 </If>\n\
         </IfModule>\n\n"
    )
    .expect("writing to a string cannot fail");
    let kinds = format!("text/html {}", TEXTS.join(" "));
    write!(
        out,
        "<IfModule mod_brotli.c>\n  AddOutputFilterByType BROTLI_COMPRESS {kinds}\n</IfModule>\n\
         <IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE {kinds}\n</IfModule>\n\n\
         # Hidden files are for programs.\n\
         RedirectMatch 404 \"/\\.(?!well-known/)\"\n"
    )
    .expect("writing to a string cannot fail");
    for (from, to) in &rules.redirects {
        // `$` and `&` stand for what was matched, and Apache encodes the target itself.
        let to = to.replace('\\', "\\\\").replace('$', "\\$").replace('&', "\\&").replace('"', "\\\"");
        writeln!(out, "RedirectMatch 301 \"^{}$\" \"{to}\"", literal(from).replace('"', "\\\""))
            .expect("writing to a string cannot fail");
    }
    out
}
