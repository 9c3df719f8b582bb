//! The picture that other sites show with a link to the guide (OpenGraph): its title in the colours of the theme, as PNG.
use super::Kit;
use std::borrow::Cow;
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::OutlineBuilder;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariations};

/// Width and height in pixels, as sites ask for them.
const SIZE: (u32, u32) = (1200, 630);
const WIDTH: f32 = 1200.0;
const HEIGHT: f32 = 630.0;
const MARGIN: f32 = 80.0;
/// The band at the top, and one of its parts.
const BAND: (f32, f32) = (24.0, 100.0);
/// The sizes of the title in pixels; the first is taken that needs few enough lines, else the last.
const TITLE_SIZES: [f32; 4] = [88.0, 76.0, 64.0, 54.0];
const MOST_LINES: usize = 5;
/// A longer text is cut: no more letters have room.
const MOST_LETTERS: usize = 240;
const SMALL_SIZE: f32 = 36.0;
/// The weights of the title and of what stands below it.
const WEIGHTS: [u16; 2] = [700, 400];

/// Red, green and blue.
type Rgb = [u8; 3];

/// Draws the social card in the colours of paper, text and accent. `below` is one line at the foot. None without a font.
pub fn social_card(kit: &Kit, title: &str, below: &str, [paper, ink, accent]: [Rgb; 3]) -> Option<Vec<u8>> {
    let (title, below) = (&*shortened(title), &*shortened(below));
    let [bold, plain] = WEIGHTS.map(|weight| instance(kit, weight));
    let (bold, plain) = (bold?, plain?);
    let fits = |size: &f32| lines(&bold, title, *size).len() <= MOST_LINES;
    let size = TITLE_SIZES.into_iter().find(fits).unwrap_or(TITLE_SIZES[3]);
    let mut picture = Pixmap::new(SIZE.0, SIZE.1)?;
    picture.fill(colour(paper));
    let mut at = 0.0;
    while at < WIDTH {
        let part = Rect::from_xywh(at, 0.0, BAND.1, BAND.0)?;
        picture.fill_rect(part, &paint(accent), Transform::identity(), None);
        at += 2.0 * BAND.1;
    }
    let mut base = BAND.0 + MARGIN + size;
    for line in lines(&bold, title, size).iter().take(MOST_LINES) {
        write(&mut picture, &bold, line, (size, base), ink);
        base += size * 1.15;
    }
    if let Some(line) = lines(&plain, below, SMALL_SIZE).first() {
        write(&mut picture, &plain, line, (SMALL_SIZE, HEIGHT - MARGIN), accent);
    }
    picture.encode_png().ok()
}

/// A text with no more letters than have room.
fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => Cow::Owned(format!("{}…", text[..end].trim_end())),
        None => Cow::Borrowed(text),
    }
}

/// The first font of this weight, else the first of all.
fn instance(kit: &Kit, weight: u16) -> Option<FontInstance> {
    let fonts = &kit.0.fonts;
    let is_of = |font: &&Font| font.info().variant.weight.to_number() == weight;
    let font = fonts.iter().find(is_of).or_else(|| fonts.first())?;
    Some(font.clone().instantiate(font.info().variant, Abs::pt(11.0), &FontVariations::default()))
}

/// The words in lines that fit between the margins; a word that is too long has a line of its own.
fn lines(font: &FontInstance, text: &str, size: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']) {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| width(font, longer, size) <= WIDTH - 2.0 * MARGIN) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

fn width(font: &FontInstance, text: &str, size: f32) -> f32 {
    text.chars().map(|letter| advance(font, letter)).sum::<f32>() * scale(font, size)
}

/// How wide a letter is, in units of the font. A letter that the font lacks is as wide as nothing.
fn advance(font: &FontInstance, letter: char) -> f32 {
    let face = font.ttf();
    let width = face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
    f32::from(width.unwrap_or_default())
}

fn scale(font: &FontInstance, size: f32) -> f32 {
    size / f32::from(font.ttf().units_per_em().max(1))
}

/// Writes a line. The place is the size of its letters and the height of its base line.
fn write(picture: &mut Pixmap, font: &FontInstance, line: &str, (size, base): (f32, f32), ink: Rgb) {
    let scale = scale(font, size);
    let mut x = MARGIN;
    for letter in line.chars() {
        let mut outline = GlyphPath(PathBuilder::new());
        let face = font.ttf();
        let drawn = face.glyph_index(letter).and_then(|glyph| face.outline_glyph(glyph, &mut outline));
        if let Some(path) = drawn.and_then(|_| outline.0.finish()) {
            // Fonts count upwards.
            let place = Transform::from_row(scale, 0.0, 0.0, -scale, x, base);
            picture.fill_path(&path, &paint(ink), FillRule::Winding, place, None);
        }
        x += advance(font, letter) * scale;
    }
}

fn colour([red, green, blue]: Rgb) -> Color {
    Color::from_rgba8(red, green, blue, 255)
}

fn paint(rgb: Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(colour(rgb));
    paint
}

/// The outline of a glyph as a path.
struct GlyphPath(PathBuilder);

impl OutlineBuilder for GlyphPath {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
