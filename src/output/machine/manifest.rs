//! `manifest.webmanifest`: name, colours and icon for readers who put the site on the screen of a device.
use crate::model::{Noted, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use crate::output::shared::site_view::{MANIFEST, TOUCH_ICON, has_manifest};
use crate::output::theme::ThemeColours;
use crate::output::theme::paths::published_name;
use serde_json::json;

#[derive(Hash)]
struct Input {
    title: String,
    short: Option<String>,
    language: &'static str,
    colours: ThemeColours,
}

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    if !has_manifest(plan.site) {
        return Vec::new();
    }
    let text = &plan.context.text;
    let input = Input {
        title: text.typeset(&plan.context.title).into_owned(),
        short: plan.site.settings.short_title.as_deref().map(|title| text.typeset(title).into_owned()),
        language: text.language.tag(),
        colours: plan.context.theme().colours.clone(),
    };
    vec![plan.kept.make(OutPath::new(MANIFEST), input, run)]
}

fn run(input: &Input) -> Noted<String> {
    let paper = input.colours.light.as_deref().unwrap_or("#ffffff");
    let manifest = json!({
        "name": input.title,
        "short_name": input.short.as_ref().unwrap_or(&input.title),
        "lang": input.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [{ "src": published_name(TOUCH_ICON), "sizes": "180x180", "type": "image/png" }],
    });
    Noted::clean(format!("{manifest:#}\n"))
}
