//! The picture that other sites show with a link to a page (OpenGraph): a title in the colours of the theme, as PNG.
use super::Kit;
use super::png::png;
use std::borrow::Cow;
use std::collections::BTreeMap;
use tiny_skia::{FillRule, Mask, PathBuilder, Rect, Transform};
use ttf_parser::OutlineBuilder;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariations};

/// Width and height in pixels, as sites ask for them.
const SIZE: (usize, usize) = (1200, 630);
const WIDTH: f32 = 1200.0;
const HEIGHT: f32 = 630.0;
const MARGIN: f32 = 80.0;
/// Height of the band at the top, and the width of one of its parts.
const BAND: (usize, usize) = (24, 100);
/// Where the first line of the title begins, the height of all its lines at most, and where the foot begins.
const TITLE_TOP: f32 = 104.0;
const TITLE_HEIGHT: f32 = 396.0;
const FOOT_TOP: usize = 500;
/// The sizes of the title in pixels: the first is taken whose lines have room, else the last.
const TITLE_SIZES: [f32; 4] = [88.0, 76.0, 64.0, 54.0];
const LINE_HEIGHT: f32 = 1.15;
/// A longer text is cut: no more letters have room.
const MOST_LETTERS: usize = 240;
const SMALL_SIZE: f32 = 36.0;
/// The weights of the title and of what stands below it.
const WEIGHTS: [u16; 2] = [700, 400];
/// Steps from the paper to each colour, for smooth edges: with more of them a file is larger and looks the same.
const STEPS: u8 = 5;

/// Red, green and blue.
type Rgb = [u8; 3];

/// Draws the social card in the colours of paper, text and accent. `below` is one line at the foot. None without a font.
pub fn social_card(kit: &Kit, title: &str, below: &str, colours: [Rgb; 3]) -> Option<Vec<u8>> {
    let (title, below) = (&*shortened(title), &*shortened(below));
    let [bold, plain] = WEIGHTS.map(|weight| instance(kit, weight));
    let (bold, plain) = (bold?, plain?);
    let mut ink = Mask::new(u32::try_from(SIZE.0).ok()?, u32::try_from(SIZE.1).ok()?)?;
    let (size, lines) = set(&bold, title);
    let mut base = TITLE_TOP + size;
    for line in lines {
        write(&mut ink, &bold, &line, (size, base));
        base += size * LINE_HEIGHT;
    }
    if let Some(line) = self::lines(&plain, below, SMALL_SIZE).first() {
        write(&mut ink, &plain, line, (SMALL_SIZE, HEIGHT - MARGIN));
    }
    png(SIZE.0, &palette(colours), &pixels(&ink)).ok()
}

/// The size of a title, and those of its lines that have room.
fn set(font: &FontInstance, title: &str) -> (f32, Vec<String>) {
    let has_room =
        |lines: &[String], size: f32| lines.iter().map(|_| size * LINE_HEIGHT).sum::<f32>() <= TITLE_HEIGHT;
    let [first, .., last] = TITLE_SIZES;
    let (mut size, mut all) = (first, lines(font, title, first));
    for smaller in &TITLE_SIZES[1..] {
        if !has_room(&all, size) {
            (size, all) = (*smaller, lines(font, title, *smaller));
        }
    }
    while !has_room(&all, last) {
        all.pop();
    }
    (size, all)
}

/// The paper, then the steps to the text and those to the accent.
fn palette([paper, text, accent]: [Rgb; 3]) -> Vec<Rgb> {
    let step = |to: Rgb, step: u8| {
        let (share, all) = (u16::from(step), u16::from(STEPS));
        let mixed = |at: usize| {
            let parts = u16::from(paper[at]) * (all - share) + u16::from(to[at]) * share;
            u8::try_from(parts / all).unwrap_or(u8::MAX)
        };
        [mixed(0), mixed(1), mixed(2)]
    };
    let steps = |to: Rgb| (1..=STEPS).map(move |at| step(to, at));
    std::iter::once(paper).chain(steps(text)).chain(steps(accent)).collect()
}

/// The number of the colour of each pixel: of the text, of the accent in the line at the foot and in the band.
fn pixels(ink: &Mask) -> Vec<u8> {
    let band = (0..SIZE.0).map(|x| if (x / BAND.1).is_multiple_of(2) { 2 * STEPS } else { 0 });
    let band: Vec<u8> = band.collect();
    let mut out = band.repeat(BAND.0);
    // Looked up by how much of a pixel is covered: there are three quarters of a million.
    let step = |covered: usize| u8::try_from((covered * usize::from(STEPS) + 127) / 255).unwrap_or(STEPS);
    let text: [u8; 256] = std::array::from_fn(step);
    let accent = text.map(|step| if step == 0 { 0 } else { STEPS + step });
    for (y, row) in ink.data().chunks_exact(SIZE.0).enumerate().skip(BAND.0) {
        let steps = if y < FOOT_TOP { &text } else { &accent };
        if row.iter().all(|covered| *covered == 0) {
            out.resize(out.len() + SIZE.0, 0);
        } else {
            out.extend(row.iter().map(|covered| steps[usize::from(*covered)]));
        }
    }
    out
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
fn write(ink: &mut Mask, font: &FontInstance, line: &str, (size, base): (f32, f32)) {
    let scale = scale(font, size);
    // A letter is drawn once and stands on whole pixels: drawing is most of the time that a picture takes.
    let mut drawn: BTreeMap<char, Option<Letter>> = BTreeMap::new();
    let mut x = MARGIN;
    for letter in line.chars() {
        if let Some(drawn) = drawn.entry(letter).or_insert_with(|| Letter::new(font, letter, scale)) {
            drawn.put(ink, (x, base));
        }
        x += advance(font, letter) * scale;
    }
}

/// A letter as drawn, and where its top left corner is from its place on the base line.
struct Letter {
    ink: Mask,
    corner: (i32, i32),
}

impl Letter {
    /// Draws a letter; none where the font has no outline of it.
    fn new(font: &FontInstance, letter: char, scale: f32) -> Option<Self> {
        let mut outline = GlyphPath(PathBuilder::new());
        let face = font.ttf();
        face.outline_glyph(face.glyph_index(letter)?, &mut outline)?;
        // Fonts count upwards.
        let path = outline.0.finish()?.transform(Transform::from_scale(scale, -scale))?;
        let (bounds, around) = (path.bounds(), path.bounds().round_out()?);
        let mut ink = Mask::new(around.width(), around.height())?;
        let place = Transform::from_translate(-bounds.left().floor(), -bounds.top().floor());
        ink.fill_path(&path, FillRule::Winding, true, place);
        Some(Self { ink, corner: (around.x(), around.y()) })
    }

    /// Puts the letter on a place; what is beyond the picture is left out.
    fn put(&self, onto: &mut Mask, (x, y): (f32, f32)) {
        let (wide, width) = (onto.width() as usize, self.ink.width() as usize);
        let Some(place) = Rect::from_xywh(x, y, 1.0, 1.0).and_then(|place| place.round()) else { return };
        let corner = (place.x() + self.corner.0, place.y() + self.corner.1);
        let (Ok(left), Ok(top)) = (usize::try_from(corner.0), usize::try_from(corner.1)) else { return };
        let lines = onto.data_mut().chunks_exact_mut(wide).skip(top);
        for (line, row) in lines.zip(self.ink.data().chunks_exact(width)) {
            for (pixel, covered) in line.iter_mut().skip(left).zip(row) {
                *pixel = pixel.saturating_add(*covered);
            }
        }
    }
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
