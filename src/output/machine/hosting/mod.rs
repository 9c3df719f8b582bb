//! Files for hosts: `robots.txt`, `.nojekyll`, and what the hosts of the settings read.
//!
//! 1. `rules` says what every host should do: headers, times in caches, redirects, types, the page of errors.
//! 2. `text_files` writes it as `_headers` and `_redirects`, which several hosts read.
//! 3. `apache`, `nginx` and `caddy` write it for the web server of that name.
//! 4. `objects` says it of each file, for object stores.
mod apache;
mod caddy;
mod nginx;
#[cfg(feature = "publish")]
mod objects;
mod rules;
mod text_files;

use crate::model::{Noted, OutPath, WebHost};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use rules::HostRules;

#[cfg(feature = "publish")]
pub(crate) use objects::{headers as object_headers, is_named_by_content};

/// Where the snippets for the settings of a web server are. Such a server shows no hidden file.
const SNIPPETS: &str = ".hosting";

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let base = plan.site.settings.base_url.clone();
    let mut files = vec![
        // Without it, GitHub Pages leaves out files whose names begin with an underscore.
        plan.kept.make(OutPath::new(".nojekyll"), (), |()| Noted::clean(String::new())),
        plan.kept.make(OutPath::new("robots.txt"), base, |base| {
            let map =
                base.as_ref().map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
            Noted::clean(format!("User-agent: *\nAllow: /\n{map}"))
        }),
    ];
    let hosts = &plan.site.settings.hosts;
    let rules = HostRules::new(plan.site);
    let mut add = |path: &str, is_read: &dyn Fn(WebHost) -> bool, run: fn(&HostRules) -> Noted<String>| {
        if hosts.iter().any(|host| is_read(*host)) {
            files.push(plan.kept.make(OutPath::new(path), rules.clone(), run));
        }
    };
    add("_redirects", &text_files::are_read_by, |rules| Noted::clean(text_files::redirects(rules)));
    add("_headers", &text_files::are_read_by, |rules| Noted::clean(text_files::headers(rules)));
    add(".htaccess", &|host| host == WebHost::Apache, |rules| Noted::clean(apache::file(rules)));
    let snippet = |name: &str| format!("{SNIPPETS}/{name}");
    add(&snippet("nginx.conf"), &|host| host == WebHost::Nginx, |rules| Noted::clean(nginx::file(rules)));
    add(&snippet("Caddyfile"), &|host| host == WebHost::Caddy, |rules| Noted::clean(caddy::file(rules)));
    files
}
