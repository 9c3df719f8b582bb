//! Scripts that are published together with words of the interface, so that browsers load these once and not with each
//! page: the forms for ticks, what the search says, and what comes while somebody reads.
use super::minify::minify_script;
use crate::model::{Bytes, Noted, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use crate::output::shared::reading::{OFFLINE_SCRIPT, READING_SCRIPT, offline_words, reading_words};
use crate::output::shared::site_view::{
    ENGINE_SCRIPT, SEARCH_SCRIPT, ScriptForm, TICKS_SCRIPT, TICKS_TOOLS_SCRIPT, search_server_words,
};
use serde_json::Value;

#[derive(Hash)]
struct Input {
    /// What comes first.
    start: String,
    script: Bytes,
    /// Whether the script is the default theme's, which is minified.
    is_default: bool,
}

/// The published script of this name; none for a script that needs no words.
pub(super) fn make(
    plan: &OutputPlan<'_>,
    name: &str,
    path: OutPath,
    script: &Bytes,
    is_default: bool,
) -> Option<OutputFile> {
    // A JSON string is a JavaScript string (ECMAScript 2019, 11.8.4).
    let start = match name {
        TICKS_SCRIPT => form(&plan.site_views.ticks),
        TICKS_TOOLS_SCRIPT => form(&plan.site_views.ticks_tools),
        SEARCH_SCRIPT => {
            format!("globalThis.jalonWords = {};\n", Value::from(plan.site_views.search_words.as_str()))
        }
        ENGINE_SCRIPT => {
            let server = plan.site.settings.search_server.as_ref()?;
            format!("globalThis.jalonServer = {};\n", search_server_words(&plan.context, server))
        }
        READING_SCRIPT => format!("globalThis.jalonReading = {};\n", reading_words(plan.site, &plan.context)),
        OFFLINE_SCRIPT => {
            let files = plan.site_views.files(&plan.context);
            format!("globalThis.jalonOffline = {};\n", offline_words(plan.site, &plan.context, &files))
        }
        _ => return None,
    };
    Some(plan.kept.make(path, Input { start, script: Bytes::clone(script), is_default }, run))
}

/// Puts HTML at the end of the page.
fn form(form: &ScriptForm) -> String {
    format!("document.body.insertAdjacentHTML(\"beforeend\", {});\n", Value::from(form.html.as_str()))
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let mut out = input.start.clone().into_bytes();
    let script =
        if input.is_default { minify_script(&input.script).value } else { Bytes::clone(&input.script) };
    out.extend_from_slice(&script);
    Noted::clean(out)
}
