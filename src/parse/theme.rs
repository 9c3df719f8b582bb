//! What a theme says about itself.
use crate::model::{Noted, SourcePath, ThemeFile};

/// Whether a `theme.yaml` is where a theme's own file belongs.
pub(super) fn is_theme_file(path: &SourcePath) -> bool {
    path.folder() == "guide/theme"
        || path.folder().strip_prefix("themes/").is_some_and(|name| !name.contains('/'))
}

/// Reads `theme.yaml`.
pub(super) fn read(file: &SourcePath, bytes: &[u8]) -> Noted<ThemeFile> {
    let _ = (file, bytes);
    Noted::clean(ThemeFile::default())
}
