//! The theme's files in `static/`: as they are, those of the default theme minified.
use super::minify::{minify, minify_style};
use super::script;
use crate::model::{Bytes, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use crate::output::theme::paths::published_name;

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let files = plan.site.theme.files.iter().filter(|(name, _)| name.starts_with("static/"));
    let files = files.filter_map(|(name, (source, stamp))| {
        let bytes = &plan.sources.get(source)?.bytes;
        let path = OutPath::new(published_name(name));
        let is_default = source.as_str().starts_with("themes/default/");
        if let Some(made) = script::make(plan, name, path.clone(), bytes, is_default) {
            return Some(made);
        }
        Some(match source.extension() {
            "js" if is_default => plan.kept.make(path, Bytes::clone(bytes), minify),
            "css" if is_default => plan.kept.make(path, Bytes::clone(bytes), minify_style),
            _ => plan.kept.copy(path, bytes, *stamp),
        })
    });
    files.collect()
}
