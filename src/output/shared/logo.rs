//! The picture of who publishes, at the top of every page.
use super::address::RelativeTo;
use crate::model::{OutPath, Picture, Site};
use serde::Serialize;

/// The picture that the settings name.
#[derive(Debug, Hash)]
pub(super) struct Logo {
    file: OutPath,
    picture: Picture,
}

/// What templates call `site.logo`.
#[derive(Serialize)]
pub(super) struct LogoView {
    href: String,
    width: Option<u32>,
    height: Option<u32>,
}

impl Logo {
    /// The logo, if browsers can show it.
    pub(super) fn of(site: &Site) -> Option<Self> {
        let asset = site.asset(&site.settings.logo_file()?)?;
        (asset.picture != Picture::Unreadable)
            .then(|| Self { file: asset.path.clone(), picture: asset.picture })
    }

    /// As templates see it.
    pub(super) fn view(&self, from: RelativeTo<'_>) -> LogoView {
        let (width, height) = self.picture.size().unzip();
        LogoView { href: from.file(&self.file), width, height }
    }
}
