"""Facts of a printed checklist that validators do not ask for: its form, its tags for fields, its paper."""
from collections import Counter

from pikepdf import Array, Dictionary, Name, Stream

A4 = (595.28, 841.89)


def kids(element):
    """What a structure element holds."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def elements(element, depth=0):
    """All structure elements below one, in reading order."""
    for kid in kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid and depth < 200:
            yield kid
            yield from elements(kid, depth + 1)


def parents(node):
    """The parent tree: structure element by the number that an annotation holds."""
    found = {}
    if "/Nums" in node:
        numbers = list(node.Nums)
        found.update({int(key): value for key, value in zip(numbers[::2], numbers[1::2])})
    for kid in node.get("/Kids", []):
        found.update(parents(kid))
    return found


def check(pdf):
    """All that is wrong."""
    return list(paper(pdf)) + list(headings(pdf)) + list(form(pdf)) + list(annotations(pdf))


def paper(pdf):
    """A4, upright, no script, no encryption."""
    if pdf.is_encrypted:
        yield "it is encrypted"
    if "/JavaScript" in pdf.Root.get("/Names", {}) or "/OpenAction" in pdf.Root:
        yield "it does something when it is opened"
    for number, page in enumerate(pdf.pages, 1):
        left, bottom, right, top = (float(value) for value in page.mediabox)
        if abs(right - left - A4[0]) > 1 or abs(top - bottom - A4[1]) > 1:
            yield f"page {number} is not A4"
        if page.obj.get("/Annots") and page.obj.get("/Tabs") != Name.S:
            yield f"page {number}: the tabulator key does not follow the structure"


def headings(pdf):
    """One title, and no level skipped."""
    levels = [int(str(one.S)[2:]) for one in elements(pdf.Root.StructTreeRoot) if str(one.S)[1:] in "H1 H2 H3".split()]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"headings {levels}"
    if any(later > earlier + 1 for earlier, later in zip(levels, levels[1:])):
        yield f"a level is skipped: {levels}"


def form(pdf):
    """The form as a whole: it lists each field once."""
    widgets = [one.objgen for page in pdf.pages for one in page.obj.get("/Annots", []) if one.Subtype == Name.Widget]
    if "/AcroForm" not in pdf.Root:
        yield "no form"
        return
    listed = [one.objgen for one in pdf.Root.AcroForm.Fields]
    if sorted(listed) != sorted(widgets):
        yield f"{len(listed)} fields listed, {len(widgets)} on the pages"
    if bool(pdf.Root.AcroForm.get("/NeedAppearances", False)) or "/XFA" in pdf.Root.AcroForm:
        yield "the form asks viewers to draw it"
    for name, font in pdf.Root.AcroForm.DR.Font.items():
        if "/FontFile2" not in font.get("/FontDescriptor", {}):
            yield f"the font to type in, {name}, is not in the file"


def annotations(pdf):
    """Each link and field: its tag, its name, its looks, its place."""
    owners = parents(pdf.Root.StructTreeRoot.ParentTree)
    names = Counter()
    for number, page in enumerate(pdf.pages, 1):
        places = []
        for one in page.obj.get("/Annots", []):
            kind = str(one.Subtype)[1:]
            where = f"page {number}, {kind} {one.get('/T', one.get('/A', {}).get('/URI', ''))}"
            owner = owners.get(int(one.get("/StructParent", -1)))
            if owner is None or str(owner.S)[1:] != {"Link": "Link", "Widget": "Form"}.get(kind):
                yield f"{where}: no tag of its kind"
            elif not any(isinstance(kid, Dictionary) and kid.get("/Obj", kid).objgen == one.objgen for kid in kids(owner)):
                yield f"{where}: its tag does not know it"
            if kind == "Link":
                yield from link(one, where)
            elif kind == "Widget":
                names[str(one.get("/T", ""))] += 1
                yield from widget(one, where, pdf)
                if len(kids(owner or Dictionary())) != 1:
                    yield f"{where}: its tag holds more than the field"
                yield from place(one, where, page, places)
    for name, count in names.items():
        if count > 1 or not name or "." in name:
            yield f"field name {name!r}, {count} times"


def link(one, where):
    """A link leads out, and says where."""
    address = str(one.get("/A", {}).get("/URI", ""))
    if not address.startswith(("https://", "http://", "mailto:", "tel:")):
        yield f"{where}: leads nowhere"
    if not str(one.get("/Contents", "")).strip():
        yield f"{where}: has no words"


def widget(one, where, pdf):
    """A field is printed, explained and drawn."""
    if not int(one.get("/F", 0)) & 4 or "/A" in one or "/AA" in one:
        yield f"{where}: is not printed or acts"
    if not str(one.get("/TU", "")).strip():
        yield f"{where}: has no tooltip"
    looks = one.get("/AP", {}).get("/N")
    if one.FT == Name.Btn:
        states = set(looks.keys()) if isinstance(looks, Dictionary) and not isinstance(looks, Stream) else set()
        state = str(one.get("/AS"))
        if len(states) != 2 or "/Off" not in states or state not in states or str(one.get("/V")) != state:
            yield f"{where}: states {states}, value {one.get('/V')}, state {state}"
    elif one.FT == Name.Tx:
        font = str(one.get("/DA", "/ ")).split()[0]
        if not isinstance(looks, Stream) or font not in pdf.Root.AcroForm.DR.Font:
            yield f"{where}: no looks or no font"
    elif one.FT == Name.Sig:
        if not isinstance(looks, Stream) or "/V" in one:
            yield f"{where}: no looks, or signed already"
    else:
        yield f"{where}: unknown kind"


def place(one, where, page, places):
    """A field is large enough, on the page and alone in its place."""
    left, bottom, right, top = (float(value) for value in one.Rect)
    if right - left < 9 or top - bottom < 9:
        yield f"{where}: too small"
    if left < 0 or bottom < 0 or right > float(page.mediabox[2]) or top > float(page.mediabox[3]):
        yield f"{where}: beside the page"
    for other in places:
        if left < other[2] - 0.5 and other[0] < right - 0.5 and bottom < other[3] - 0.5 and other[1] < top - 0.5:
            yield f"{where}: covers another field"
    places.append((left, bottom, right, top))
