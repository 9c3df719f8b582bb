//! The theme's files in `static/`: as they are, those of the default theme minified. What a theme adds to the style is
//! published with it.
use super::minify::{minify_script, minify_style};
use super::script;
use crate::model::{Bytes, Noted, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use crate::output::theme::paths::{CUSTOM_STYLE, STYLE, published_name};

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let files = plan.site.theme.files.iter();
    let own = files.filter(|(name, _)| name.starts_with("static/") && *name != CUSTOM_STYLE);
    let files = own.filter_map(|(name, (source, stamp))| {
        let bytes = &plan.sources.get(source)?.bytes;
        let path = OutPath::new(published_name(name));
        let is_default = source.as_str().starts_with("themes/default/");
        if name == STYLE {
            let sheets = [Some((Bytes::clone(bytes), is_default)), custom_style(plan)];
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

/// What is added to the style.
fn custom_style(plan: &OutputPlan<'_>) -> Option<StyleSheet> {
    let (source, _) = plan.site.theme.files.get(CUSTOM_STYLE)?;
    let bytes = &plan.sources.get(source)?.bytes;
    Some((Bytes::clone(bytes), source.as_str().starts_with("themes/default/")))
}

/// The style of every page, with what is added to it.
fn style(sheets: &[Option<StyleSheet>; 2]) -> Noted<Vec<u8>> {
    let mut out = Vec::new();
    for (bytes, is_default) in sheets.iter().flatten() {
        if *is_default {
            out.extend_from_slice(&minify_style(bytes).value);
        } else {
            out.extend_from_slice(bytes);
        }
    }
    Noted::clean(out)
}
