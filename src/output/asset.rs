//! Files that are published as they are: the guide's own, the theme's, and two small ones for hosts.
use super::{Job, Plan, chrome};
use crate::model::{Noted, OutPath};

/// One job a file.
pub(super) fn plan(plan: &Plan<'_>) -> Vec<Job> {
    let guide = plan.site.assets.iter().filter_map(|(source, asset)| {
        let bytes = &plan.sources.get(source)?.bytes;
        Some(Job::copy(asset.path.clone(), bytes, asset.stamp))
    });
    let theme = plan.site.theme.files.iter().filter(|(name, _)| name.starts_with("static/")).filter_map(
        |(name, (source, stamp))| {
            let bytes = &plan.sources.get(source)?.bytes;
            Some(Job::copy(OutPath::new(chrome::published_name(name)), bytes, *stamp))
        },
    );
    let mut jobs: Vec<Job> = guide.chain(theme).collect();
    // Without it, one well-known host leaves out files that begin with an underscore.
    jobs.push(Job::new(OutPath::new(".nojekyll"), (), |()| Noted::clean(String::new())));
    let base = plan.site.settings.base_url.clone();
    jobs.push(Job::new(OutPath::new("robots.txt"), base, |base| {
        let map = base.as_ref().map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
        Noted::clean(format!("User-agent: *\nAllow: /\n{map}"))
    }));
    jobs
}
