//! The files of the pictures. Every reading program shows SVG, PNG, JPEG and GIF; WebP only newer ones, so that it has a
//! stand-in.
use crate::model::{BookPicture, Bytes};

/// A picture as a file of the e-book.
#[derive(Debug)]
pub(super) struct PictureFile<'a> {
    /// Its path beside the pages.
    pub(super) path: String,
    pub(super) media_type: &'static str,
    pub(super) bytes: &'a Bytes,
    size: Option<(u32, u32)>,
}

impl<'a> PictureFile<'a> {
    /// The file of a picture; none for a drawing that reading programs would refuse.
    pub(super) fn new(number: usize, picture: &'a BookPicture) -> Option<Self> {
        let media_type = match picture.format.as_str() {
            "svg" if is_plain_drawing(&picture.bytes) => "image/svg+xml",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "webp" => "image/webp",
            _ => return None,
        };
        let path = format!("pictures/{}.{}", number + 1, picture.format);
        Some(Self { path, media_type, bytes: &picture.bytes, size: picture.size })
    }

    /// Width and height as attributes.
    pub(super) fn size(&self) -> String {
        self.size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\"")).unwrap_or_default()
    }

    /// Whether programs that cannot show it need a stand-in.
    pub(super) fn needs_stand_in(&self) -> bool {
        self.media_type == "image/webp"
    }
}

/// Whether a drawing needs nothing but itself: no script, no entity, nothing from elsewhere.
fn is_plain_drawing(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let refused = ["<script", "<!doctype", "<!entity", "<foreignobject", "<?xml-stylesheet", "javascript:"];
    let lower = text.to_ascii_lowercase();
    let is_own = |mark: &str| {
        lower.match_indices(mark).all(|(at, _)| {
            let value = lower[at + mark.len()..].trim_start_matches(['"', '\'']);
            value.starts_with('#') || value.starts_with("data:")
        })
    };
    text.contains("http://www.w3.org/2000/svg")
        && !refused.iter().any(|mark| lower.contains(mark))
        && is_own("href=")
        && is_own("url(")
}
