//! Width and height of an image, read from the first bytes of its file.
use crate::model::{Picture, SourcePath};

/// How many bytes of an SVG file are read: its root element is at the beginning.
const SVG_BYTES: usize = 4096;

/// Measures a file with the ending of an image.
pub(super) fn measure(path: &SourcePath, bytes: &[u8]) -> Picture {
    match path.extension().to_ascii_lowercase().as_str() {
        "svg" => svg(bytes),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" => bitmap(bytes),
        _ => Picture::None,
    }
}

fn bitmap(bytes: &[u8]) -> Picture {
    let Ok(size) = imagesize::blob_size(bytes) else { return Picture::Unreadable };
    let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height)) else {
        return Picture::Unreadable;
    };
    match (width, height) {
        (0, _) | (_, 0) => Picture::Unreadable,
        _ if is_rotated(bytes) => Picture::Sized(height, width),
        _ => Picture::Sized(width, height),
    }
}

/// Whether browsers rotate a JPEG by 90 degrees, so that its width becomes its height (Exif 2.3, tag 0x0112, values 5 to
/// 8).
fn is_rotated(bytes: &[u8]) -> bool {
    orientation(bytes).is_some_and(|way| (5..=8).contains(&way))
}

fn orientation(bytes: &[u8]) -> Option<u16> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, mark, high, low, ..] = *rest else { return None };
        let segment = rest.get(4..2 + usize::from(u16::from_be_bytes([high, low])))?;
        if mark == 0xe1
            && let Some(tiff) = segment.strip_prefix(b"Exif\0\0")
        {
            return tiff_orientation(tiff);
        }
        // The image data begins here (start of scan); no metadata follows.
        if mark == 0xda {
            return None;
        }
        rest = rest.get(4 + segment.len()..)?;
    }
}

/// The orientation in the first directory of a TIFF file.
fn tiff_orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let offset: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let offset = if little { u32::from_le_bytes(offset) } else { u32::from_be_bytes(offset) };
    let folder = usize::try_from(offset).ok().filter(|at| *at < tiff.len())?;
    let entries = (0..usize::from(short(folder)?)).map(|number| folder + 2 + number * 12);
    entries.into_iter().find(|at| short(*at) == Some(0x0112)).and_then(|at| short(at + 8))
}

/// Width and height of the root element of an SVG file, else those of its `viewBox`. It may have neither.
fn svg(bytes: &[u8]) -> Picture {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(SVG_BYTES)]);
    let Some(at) = head.find("<svg") else {
        // A long comment in front of the root element is no mistake.
        return if bytes.len() > SVG_BYTES { Picture::None } else { Picture::Unreadable };
    };
    let tag = head[at..].split('>').next().unwrap_or_default();
    let named = |name: &str| {
        let value = tag.match_indices(name).find_map(|(at, _)| {
            let whole = tag[..at].ends_with(char::is_whitespace);
            let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
            let quote = rest.chars().next().filter(|quote| whole && matches!(quote, '"' | '\''))?;
            rest[1..].split(quote).next()
        });
        value.unwrap_or_default()
    };
    let points = |text: &str| whole(text.trim().trim_end_matches("px"));
    if let (Some(width), Some(height)) = (points(named("width")), points(named("height"))) {
        return Picture::Sized(width, height);
    }
    let mut numbers = named("viewBox").split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
    match (numbers.next().and_then(whole), numbers.next().and_then(whole)) {
        (Some(width), Some(height)) => Picture::Sized(width, height),
        _ => Picture::None,
    }
}

/// A positive number, rounded; none for a length with a unit.
fn whole(text: &str) -> Option<u32> {
    let number: f64 = text.parse().ok()?;
    let rounded = number.round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range just asked for"
    )]
    (1.0..=1_000_000.0).contains(&rounded).then_some(rounded as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, bytes: &[u8]) -> Picture {
        measure(&SourcePath::new(format!("guide/{name}")), bytes)
    }

    /// A JPEG of 3 by 2 points with an orientation.
    fn jpeg(way: u8, little: bool) -> Vec<u8> {
        let tiff: &[u8] = if little {
            &[b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, way, 0, 0, 0]
        } else {
            &[b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0]
        };
        let mut out = vec![0xff, 0xd8, 0xff, 0xe1, 0, 8 + u8::try_from(tiff.len()).unwrap()];
        out.extend(b"Exif\0\0");
        out.extend(tiff);
        out.extend([0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xff, 0xd9]);
        out
    }

    #[test]
    fn width_and_height_are_in_the_first_bytes() {
        assert_eq!(of("a.gif", b"GIF89a\x02\x00\x03\x00\x00\x00\x00;"), Picture::Sized(2, 3));
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\0\0\0\0\x10\x08\x06\0\0\0";
        assert_eq!(of("a.PNG", png), Picture::Sized(256, 16));
        for little in [true, false] {
            assert_eq!(of("a.jpg", &jpeg(1, little)), Picture::Sized(3, 2));
            assert_eq!(of("a.jpg", &jpeg(6, little)), Picture::Sized(2, 3));
        }
        assert_eq!(of("a.pdf", b"%PDF"), Picture::None);
        for broken in [&b""[..], b"PNG", &png[..12], b"GIF89a\0\0\0\0\0\0\0;", b"\xff\xd8\xff\xe1\0\0"] {
            assert_eq!(of("a.png", broken), Picture::Unreadable, "{broken:?}");
        }
        for end in 0..jpeg(6, true).len() {
            of("a.jpg", &jpeg(6, true)[..end]);
        }
    }

    #[test]
    fn an_svg_file_has_a_size_or_a_view_box_or_neither() {
        let svg =
            |attributes: &str| of("a.svg", format!("<?xml version='1.0'?><svg {attributes}>").as_bytes());
        assert_eq!(svg("width='20px' height=\"10.4\" viewBox='0 0 1 1'"), Picture::Sized(20, 10));
        assert_eq!(svg("viewBox='0 0 640, 480' stroke-width='3'"), Picture::Sized(640, 480));
        assert_eq!(svg("width='100%' height='5cm'"), Picture::None);
        assert_eq!(svg("xmlns='x'"), Picture::None);
        assert_eq!(of("a.svg", b"<html>"), Picture::Unreadable);
        assert_eq!(of("a.svg", &b" ".repeat(5000)), Picture::None);
    }
}
