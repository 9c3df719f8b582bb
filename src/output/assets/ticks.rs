//! The script for ticks, together with the form that it puts below each checklist, so that browsers load the form once and
//! not with each page that has a checklist.
use super::minify::minify;
use crate::model::{Bytes, Noted, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use serde_json::Value;

#[derive(Hash)]
struct Input {
    form: String,
    script: Bytes,
    /// Whether the script is the default theme's, which is minified.
    is_default: bool,
}

/// The published script.
pub(super) fn make(plan: &OutputPlan<'_>, path: OutPath, script: &Bytes, is_default: bool) -> OutputFile {
    let form = plan.site_views.ticks_form.clone();
    plan.kept.make(path, Input { form, script: Bytes::clone(script), is_default }, run)
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    // A JSON string is a JavaScript string (ECMAScript 2019, 11.8.4).
    let form = Value::from(input.form.as_str());
    let mut out = format!("document.body.insertAdjacentHTML(\"beforeend\", {form});\n").into_bytes();
    let script = if input.is_default { minify(&input.script).value } else { Bytes::clone(&input.script) };
    out.extend_from_slice(&script);
    Noted::clean(out)
}
