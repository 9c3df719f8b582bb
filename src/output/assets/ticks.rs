//! The script for checklists, and the form that it puts under each of them. The script carries the form, so that it is
//! loaded once, and not again with each page that has a checklist.
use super::files::lean;
use crate::model::{Bytes, Diagnostic, Noted, OutPath};
use crate::output::shared::chrome::Chrome;
use crate::output::{Output, Plan};
use serde_json::Value;

/// The script in a theme.
pub(crate) const SCRIPT: &str = "static/ticks.js";

/// The form as HTML, and what there is to say about its template.
pub(crate) fn form(chrome: &Chrome) -> (String, Vec<Diagnostic>) {
    let made = chrome.fill_shared("parts/ticks.html");
    (String::from_utf8_lossy(&made.value).trim_end().to_owned(), made.diagnostics)
}

#[derive(Hash)]
struct Input {
    form: String,
    script: Bytes,
    /// Whether the script is the default theme's.
    ours: bool,
}

/// The published script.
pub(crate) fn make(plan: &Plan<'_>, path: OutPath, script: &Bytes, ours: bool) -> Output {
    let form = plan.chrome.facts.ticks_form.clone();
    plan.made(path, Input { form, script: Bytes::clone(script), ours }, run)
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    // A text of JSON is one of JavaScript, too (ECMAScript 2019, 12.9.4).
    let form = Value::from(input.form.as_str());
    let mut out = format!("document.body.insertAdjacentHTML(\"beforeend\", {form});\n").into_bytes();
    let script = if input.ours { lean(&input.script).value } else { Bytes::clone(&input.script) };
    out.extend_from_slice(&script);
    Noted::clean(out)
}
