//! Files that are published as they are: the guide's own, the theme's, and two small ones for hosts.
use super::{Output, Plan, chrome};
use crate::model::{Bytes, Noted, OutPath};

/// One file a file.
pub(super) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let guide = plan.site.assets.iter().filter_map(|(source, asset)| {
        let bytes = &plan.sources.get(source)?.bytes;
        Some(plan.copied(asset.path.clone(), bytes, asset.stamp))
    });
    let theme = plan.site.theme.files.iter().filter(|(name, _)| name.starts_with("static/")).filter_map(
        |(name, (source, stamp))| {
            let bytes = &plan.sources.get(source)?.bytes;
            let path = OutPath::new(chrome::published_name(name));
            Some(if name.starts_with("static/search/") {
                plan.made(path, Bytes::clone(bytes), lean)
            } else {
                plan.copied(path, bytes, *stamp)
            })
        },
    );
    let mut files: Vec<Output> = guide.chain(theme).collect();
    // Without it, one well-known host leaves out files that begin with an underscore.
    files.push(plan.made(OutPath::new(".nojekyll"), (), |()| Noted::clean(String::new())));
    let base = plan.site.settings.base_url.clone();
    files.push(plan.made(OutPath::new("robots.txt"), base, |base| {
        let map = base.as_ref().map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
        Noted::clean(format!("User-agent: *\nAllow: /\n{map}"))
    }));
    files
}

/// A script without its indentation and the lines that hold nothing but a comment: a first search weighs a tenth less.
/// The search's own scripts are written so that this changes nothing else.
fn lean(script: &Bytes) -> Noted<String> {
    let text = String::from_utf8_lossy(script);
    let lines = text.lines().map(str::trim_start);
    let kept = lines.filter(|line| !(line.is_empty() || line.starts_with("//") || line.starts_with("/**")));
    Noted::clean(kept.flat_map(|line| [line, "\n"]).collect())
}
