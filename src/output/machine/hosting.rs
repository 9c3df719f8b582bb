//! `robots.txt` for crawlers, and `.nojekyll` for one host.
use crate::model::{Noted, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let base = plan.site.settings.base_url.clone();
    vec![
        // Without it, GitHub Pages leaves out files whose names begin with an underscore.
        plan.kept.make(OutPath::new(".nojekyll"), (), |()| Noted::clean(String::new())),
        plan.kept.make(OutPath::new("robots.txt"), base, |base| {
            let map =
                base.as_ref().map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
            Noted::clean(format!("User-agent: *\nAllow: /\n{map}"))
        }),
    ]
}
