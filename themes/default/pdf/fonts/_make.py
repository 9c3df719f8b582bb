#!/usr/bin/env python3
"""Makes the fonts of this folder from the packages that npm has of them.

    npm install @expo-google-fonts/atkinson-hyperlegible-next@0.4.1 @expo-google-fonts/source-sans-3@0.4.1
    pip install fonttools==4.68.0
    python3 themes/default/pdf/fonts/_make.py node_modules/@expo-google-fonts
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FROM, HERE = Path(sys.argv[1]), Path(__file__).parent
ATKINSON = FROM / "atkinson-hyperlegible-next"
SOURCE = FROM / "source-sans-3/400Regular/SourceSans3_400Regular.ttf"
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
    font = with_narrow_space(TTFont(ATKINSON / weight / f"{NAME}_{weight}.ttf", recalcTimestamp=False))
    letters = set(font.getBestCmap())
    reduced(font, letters, ["*"]).save(HERE / f"{NAME}-{weight[3:]}.ttf")

# What readers type: the letters of WinAnsi, which forms speak.
font = with_narrow_space(TTFont(ATKINSON / "400Regular" / f"{NAME}_400Regular.ttf", recalcTimestamp=False))
typed = {ord(letter) for byte in range(32, 256) for letter in bytes([byte]).decode("cp1252", "ignore")}
reduced(font, typed, []).save(HERE / "form.ttf")

# What Atkinson lacks: arrows, signs, Greek, Cyrillic. A changed font must not bear the reserved name "Source".
font = TTFont(SOURCE, recalcTimestamp=False)
wanted = set(font.getBestCmap()) - letters
reduced(font, {c for c in wanted if c < 0xE000 or c > 0xF8FF}, ["ccmp", "locl", "mark", "mkmk"])
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6, 16):
        new = "JalonSigns-Regular" if record.nameID in (3, 6) else "Jalon Signs"
        font["name"].setName(new, record.nameID, record.platformID, record.platEncID, record.langID)
font.save(HERE / "JalonSigns-Regular.ttf")
