//! The theme's files in `static/`: as they are, those of the default theme minified. What a theme adds to the style is
//! published with it.
use super::minify::{minify_script, minify_style};
use super::script;
use crate::model::{Bytes, Noted, OutPath, SourcePath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use crate::output::shared::reading::{OFFLINE_SCRIPT, is_kept};
use crate::output::shared::site_view::ENGINE_SCRIPT;
use crate::output::theme::paths::{CUSTOM_STYLE, STYLE, published_name};

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let files = plan.site.theme.files.iter();
    let own = files.filter(|(name, _)| name.starts_with("static/") && *name != CUSTOM_STYLE);
    let files = own.filter_map(|(name, (source, stamp))| {
        let bytes = plan.sources.get(source)?.shared_bytes()?;
        let path = match name.as_str() {
            // It sees only what is below it.
            OFFLINE_SCRIPT if is_kept(plan.site) => OutPath::new("offline.js"),
            OFFLINE_SCRIPT => return None,
            ENGINE_SCRIPT if plan.site.settings.search_server.is_none() => return None,
            name => OutPath::new(published_name(name)),
        };
        let is_default = is_default(source);
        if name == STYLE {
            let sheets: Vec<StyleSheet> =
                [STYLE, CUSTOM_STYLE].iter().filter_map(|name| sheet(plan, name)).collect();
            return Some(plan.kept.make(path, sheets, style));
        }
        if let Some(made) = script::make(plan, name, path.clone(), bytes, is_default) {
            return Some(made);
        }
        Some(match source.extension() {
            "js" if is_default => plan.kept.make(path, Bytes::clone(bytes), minify_script),
            "css" if is_default => plan.kept.make(path, Bytes::clone(bytes), minify_style),
            _ => plan.kept.copy(path, bytes, *stamp),
        })
    });
    files.collect()
}

/// A style sheet, and whether it is the default theme's, which is minified.
type StyleSheet = (Bytes, bool);

fn sheet(plan: &OutputPlan<'_>, name: &str) -> Option<StyleSheet> {
    let (source, _) = plan.site.theme.files.get(name)?;
    Some((Bytes::clone(plan.sources.get(source)?.shared_bytes()?), is_default(source)))
}

/// Whether a file is the default theme's.
fn is_default(source: &SourcePath) -> bool {
    source.as_str().starts_with("themes/default/")
}

/// The style of every page, with what is added to it.
fn style(sheets: &Vec<StyleSheet>) -> Noted<Vec<u8>> {
    let mut out = Vec::new();
    for (bytes, is_default) in sheets {
        if *is_default {
            out.extend_from_slice(&minify_style(bytes).value);
        } else {
            out.extend_from_slice(bytes);
        }
    }
    Noted::clean(out)
}
