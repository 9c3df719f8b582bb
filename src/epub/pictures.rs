//! The files of the pictures. Every reading program shows SVG, PNG, JPEG and GIF; WebP only newer ones, so that it has a
//! stand-in.
use crate::model::{BookPicture, Bytes};
use quick_xml::Reader;
use quick_xml::events::Event;

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
        && is_well_formed(text)
}

/// Whether every element ends, and the first is a drawing.
fn is_well_formed(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    let mut open = 0_usize;
    let mut is_drawing = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                is_drawing |= open == 0 && tag.local_name().as_ref() == "svg";
                open += 1;
            }
            Ok(Event::Empty(tag)) => is_drawing |= open == 0 && tag.local_name().as_ref() == "svg",
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Eof) => return is_drawing && open == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_drawings_are_packed() {
        let in_svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        for (drawing, wanted) in [
            (in_svg("<g><rect/></g>"), true),
            (in_svg("<use href=\"#a\"/>"), true),
            (in_svg("<g>"), false),
            (in_svg("<script/>"), false),
            (in_svg("<image href=\"https://a.fr/b.png\"/>"), false),
            ("<svg><rect/></svg>".to_owned(), false),
            (in_svg("").replace("</svg>", ""), false),
        ] {
            assert_eq!(is_plain_drawing(drawing.as_bytes()), wanted, "{drawing}");
        }
    }
}
