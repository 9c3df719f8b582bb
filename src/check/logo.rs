//! The picture that the settings name: whether it is there and can be shown on pages and on paper.
use super::shared::site_files::SiteFiles;
use crate::model::{Diagnostic, Picture, Site, SourcePath, codes};
use crate::text::nearest::nearest;

/// Endings of pictures that pages and PDFs show.
const ENDINGS: [&str; 6] = ["gif", "jpeg", "jpg", "png", "svg", "webp"];

pub(super) fn site(site: &Site, _: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(written) = &site.settings.logo else { return };
    let file = site.settings.logo_file();
    let mistake = match &file {
        None => Some("outside"),
        Some(file) if !ENDINGS.contains(&file.extension().to_ascii_lowercase().as_str()) => Some("kind"),
        Some(file) => match site.asset(file).map(|asset| asset.picture) {
            None => Some("missing"),
            Some(Picture::Unreadable) => Some("unreadable"),
            Some(Picture::None | Picture::Sized(..)) => None,
        },
    };
    if let Some(mistake) = mistake {
        let diagnostic = Diagnostic::new(codes::SETTINGS_BAD_LOGO, written.span.clone());
        let files = site.assets.keys().filter_map(SourcePath::in_guide);
        let near = (mistake == "missing").then(|| nearest(&written.value, files)).flatten();
        let diagnostic = diagnostic.arg("file", written.value.as_str()).arg("mistake", mistake);
        diagnostics.push(diagnostic.nearest(near));
    }
}
