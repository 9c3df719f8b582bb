"""Uses a PDF as a reader in Chrome would (PDFium): clicks every box, types in every field, saves, opens again.

A click ticks a box, or clears one that is ticked to begin with.
"""
import os
import tempfile
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

SCALE = 3
TYPED = "Œuvre de l'été, 1re année"


def fields(path):
    """The fields of a file: page, name, kind, place, value, state, the state that is a tick."""
    found = []
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages):
            for one in page.obj.get("/Annots", []):
                if one.Subtype == "/Widget" and one.FT != "/Sig":
                    tick = [key for key in one.AP.N.keys() if key != "/Off"] if one.FT == "/Btn" else []
                    found.append({
                        "page": number, "name": str(one.T), "box": one.FT == "/Btn", "tick": tick,
                        "place": [float(value) for value in one.Rect],
                        "value": str(one.get("/V", "")), "state": str(one.get("/AS", "")),
                    })
    return found


def ink(picture, place, height):
    """How many dark dots a field's inside has."""
    left, bottom, right, top = (value * SCALE for value in place)
    rim = min(4, (right - left) / 4, (top - bottom) / 4)
    inside = picture.crop((int(left + rim), int(height * SCALE - top + rim), int(right - rim), int(height * SCALE - bottom - rim)))
    return sum(inside.convert("L").histogram()[:140])


def use(page, env, those):
    """Clicks and types in the fields of a page, and says how much darker each became."""
    def picture():
        return page.render(scale=SCALE, may_draw_forms=True).to_pil()

    raw.FORM_OnAfterLoadPage(page.raw, env)
    before = picture()
    for one in those:
        x = (one["place"][0] + one["place"][2]) / 2
        y = (one["place"][1] + one["place"][3]) / 2
        raw.FORM_OnMouseMove(env, page.raw, 0, x, y)
        raw.FORM_OnLButtonDown(env, page.raw, 0, x, y)
        raw.FORM_OnLButtonUp(env, page.raw, 0, x, y)
        if not one["box"]:
            for letter in TYPED:
                raw.FORM_OnChar(env, page.raw, ord(letter), 0)
    raw.FORM_ForceToKillFocus(env)
    after, height = picture(), page.get_height()
    return [ink(after, one["place"], height) - ink(before, one["place"], height) for one in those]


def check(path):
    """All that does not work."""
    found = fields(path)
    if not found:
        return ["no field to fill in"]
    wrong = []
    pdf = pdfium.PdfDocument(str(path))
    pdf.init_forms()
    env = getattr(pdf.formenv, "raw", pdf.formenv)
    for number in range(len(pdf)):
        those = [one for one in found if one["page"] == number]
        for one, darker in zip(those, use(pdf[number], env, those)):
            change = -darker if one["box"] and one["state"] != "/Off" else darker
            if change < (30 if one["box"] else 100):
                wrong.append(f"{one['name']}: nothing to be seen after use ({darker} dots)")
    handle, name = tempfile.mkstemp(suffix=".pdf")
    os.close(handle)
    try:
        pdf.save(name)
        saved = {one["name"]: one for one in fields(name)}
    finally:
        pdf.close()
        Path(name).unlink()
    for one in found:
        kept = saved.get(one["name"], {"value": "", "state": ""})
        clicked = one["tick"] if one["state"] == "/Off" else ["/Off"]
        if one["box"] and [kept["value"], kept["state"]] != clicked * 2:
            wrong.append(f"{one['name']}: clicked while {one['state']}, but saved as {kept['value']} {kept['state']}")
        if not one["box"] and kept["value"] != TYPED:
            wrong.append(f"{one['name']}: typed text came back as {kept['value']!r}")
    return wrong
