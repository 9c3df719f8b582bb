#!/usr/bin/env python3
"""Makes the fonts of this folder from the packages that npm has of them, and draws the zero of the font of pages.

    npm install @expo-google-fonts/atkinson-hyperlegible-next@0.4.1 @expo-google-fonts/source-sans-3@0.4.1 \\
        @expo-google-fonts/noto-emoji@0.4.1
    pip install fonttools==4.68.0
    python3 themes/default/pdf/fonts/_make.py node_modules/@expo-google-fonts
"""
import sys
from array import array
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.ttLib.scaleUpem import scale_upem

FROM, HERE = Path(sys.argv[1]), Path(__file__).parent
ATKINSON = FROM / "atkinson-hyperlegible-next"
SOURCE = FROM / "source-sans-3/400Regular/SourceSans3_400Regular.ttf"
EMOJI = FROM / "noto-emoji/400Regular/NotoEmoji_400Regular.ttf"
NAME = "AtkinsonHyperlegibleNext"
THIN = 0x202F  # what French puts before ? ! ;


def with_narrow_space(font):
    """Gives the font the narrow no-break space, a fifth of an em wide."""
    glyph = "uni202F"
    font.setGlyphOrder(font.getGlyphOrder() + [glyph])
    font["glyf"][glyph] = font["glyf"][font.getBestCmap()[0x20]]
    font["hmtx"][glyph] = (font["head"].unitsPerEm // 5, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[THIN] = glyph
    return font


def with_plain_zero(font):
    """Takes the stroke out of the zero: its counter is the quarter at the top right, mirrored."""
    glyph = font["glyf"]["zero"]
    points, ends, on_curve = glyph.getCoordinates(font["glyf"])
    if len(ends) == 2:
        return font
    # Read before the points change, which it counts.
    variations = font["gvar"].variations["zero"] if "gvar" in font else []
    outside, halves = ends[0] + 1, range(ends[1] + 1, ends[2] + 1)
    right, top = (max(halves, key=lambda at: (points[at][axis], on_curve[at])) for axis in (0, 1))

    def closed(points):
        quarter, (x, y) = points[right:top], (2 * points[top][0], 2 * points[right][1])
        turned = lambda turn: [turn(*point) for point in quarter]
        back = lambda turn: [turn(*point) for point in points[top:right:-1]]
        sides = turned(lambda a, b: (a, b)), back(lambda a, b: (x - a, b))
        below = turned(lambda a, b: (x - a, y - b)), back(lambda a, b: (a, y - b))
        return [point for part in (*sides, *below) for point in part]

    counter = closed(points)
    on = [point in (counter[0], counter[5], counter[10], counter[15]) for point in counter]
    glyph.coordinates = GlyphCoordinates([*points[:outside], *counter])
    glyph.flags = array("B", [*on_curve[:outside], *map(int, on)])
    glyph.endPtsOfContours, glyph.numberOfContours = [ends[0], ends[0] + len(counter)], 2
    for variation in variations:
        moved = variation.coordinates
        variation.coordinates = [*moved[:outside], *closed(moved), *moved[-4:]]
    return font


def reduced(font, letters, features):
    """Keeps some letters and some features."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.legacy_cmap = True
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


# Text: the weights that the layout uses, whole, with one space more.
for weight in ("400Regular", "600SemiBold", "700Bold"):
    font = with_narrow_space(with_plain_zero(TTFont(ATKINSON / weight / f"{NAME}_{weight}.ttf", recalcTimestamp=False)))
    letters = set(font.getBestCmap())
    reduced(font, letters, ["*"]).save(HERE / f"{NAME}-{weight[3:]}.ttf")

# What readers type: the letters of WinAnsi, which forms speak.
font = with_narrow_space(with_plain_zero(TTFont(ATKINSON / "400Regular" / f"{NAME}_400Regular.ttf", recalcTimestamp=False)))
typed = {ord(letter) for byte in range(32, 256) for letter in bytes([byte]).decode("cp1252", "ignore")}
reduced(font, typed, []).save(HERE / "form.ttf")

# Pages: the file that is there, without tables that browsers do not read for text.
PAGES = HERE.parents[1] / "static/fonts/atkinson-hyperlegible-next.woff2"
font = with_plain_zero(TTFont(PAGES, recalcTimestamp=False))
for table in {"STAT", "GSUB", "GDEF"} & set(font.keys()):
    del font[table]
font.save(PAGES)


def renamed(font, name):
    """Gives the font another name: a changed one must not bear a reserved name or a trademark."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            new = f"{name.replace(' ', '')}-Regular" if record.nameID in (3, 6) else name
            font["name"].setName(new, record.nameID, record.platformID, record.platEncID, record.langID)
    return font


# What Atkinson lacks: arrows, signs, Greek, Cyrillic. 
font = TTFont(SOURCE, recalcTimestamp=False)
wanted = set(font.getBestCmap()) - letters
reduced(font, {c for c in wanted if c < 0xE000 or c > 0xF8FF}, ["ccmp", "locl", "mark", "mkmk"])
renamed(font, "Jalon Signs").save(HERE / "JalonSigns-Regular.ttf")
signs = set(font.getBestCmap())


def simplified(font, error):
    """Draws the same outlines with fewer points, each at most so many units away."""
    glyphs, drawn = font.getGlyphSet(), font["glyf"]
    for name in font.getGlyphOrder():
        if drawn[name].numberOfContours > 0:
            pen = TTGlyphPen(None)
            to_quadratic = Cu2QuPen(pen, error, all_quadratic=True)
            glyphs[name].draw(Qu2CuPen(to_quadratic, error, all_cubic=True))
            drawn[name] = pen.glyph(dropImpliedOnCurves=True)
    return font


# Emoji, in one colour. Skin, hair, keycaps and flags are put together of several characters, which the PDF does not do;
# animals and fabulous beings that guides hardly name are left out, because the program carries this font.
RARE = [(0x1F400, 0x1F43F), (0x1F938, 0x1F93E), (0x1F980, 0x1F9AE), (0x1F9B0, 0x1F9B9), (0x1F9CC, 0x1F9CF), (0x1F9D9, 0x1F9DF)]
COMMON = set(map(ord, "🐍🐙🐛🐝🐞🐟🐢🐣🐤🐥🐦🐧🐱🐶🐳🐘🐴🐮🐷🐰🐻🐌🐾🐈🐕🐑🐓🐎🦀🦊🦉🦄🦋🦁🦮🦺🦸🦻🦽🦾🦿"))
font = TTFont(EMOJI, recalcTimestamp=False)
wanted = {c for c in font.getBestCmap() if 0x2000 < c < 0xE0000 and c != 0x20E3 and not 0x1F3FB <= c <= 0x1F3FF}
wanted -= letters | signs | {c for first, last in RARE for c in range(first, last + 1)} - COMMON
font = simplified(reduced(font, wanted, []), 10)
scale_upem(font, 512)
renamed(font, "Jalon Emoji").save(HERE / "JalonEmoji-Regular.ttf")
