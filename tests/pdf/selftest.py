"""Breaks a good PDF in many ways; each must be noticed. Usage: selftest.py GOOD.pdf (with its JSON beside it)."""
import shutil
import sys
import tempfile
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

import check
import facts


def widgets(pdf, kind):
    return [one for one in pdf.Root.AcroForm.Fields if one.FT == kind]


def links(pdf):
    return [one for page in pdf.pages for one in page.obj.get("/Annots", []) if one.Subtype == Name.Link]


def tagged(pdf, role):
    return [one for one in facts.elements(pdf.Root.StructTreeRoot) if one.S == role]


def without(thing, key):
    del thing[key]


def rewritten(pdf, old, new):
    data = pdf.Root.Metadata.read_bytes()
    assert old in data, old
    pdf.Root.Metadata.write(data.replace(old, new))


BREAKS = {
    "no language": lambda pdf: without(pdf.Root, "/Lang"),
    "another language": lambda pdf: pdf.Root.__setitem__("/Lang", String("de")),
    "not marked": lambda pdf: without(pdf.Root, "/MarkInfo"),
    "no standard": lambda pdf: rewritten(pdf, b"pdfuaid:part", b"pdfuaid:tome"),
    "no archive": lambda pdf: rewritten(pdf, b"pdfaid:part", b"pdfaid:tome"),
    "no metadata": lambda pdf: without(pdf.Root, "/Metadata"),
    "no structure": lambda pdf: without(pdf.Root, "/StructTreeRoot"),
    "untagged content": lambda pdf: pdf.pages[0].contents_add(b"q 0 0 10 10 re f Q"),
    "skipped heading": lambda pdf: tagged(pdf, "/H2")[0].__setitem__("/S", Name.H3),
    "no title": lambda pdf: tagged(pdf, "/H1")[0].__setitem__("/S", Name.P),
    "picture without words": lambda pdf: without(tagged(pdf, "/Figure")[0], "/Alt"),
    "header cell without scope": lambda pdf: [without(one, key) for one in tagged(pdf, "/TH") for key in ("/A", "/ID") if key in one],
    "no tooltip": lambda pdf: without(widgets(pdf, "/Btn")[0], "/TU"),
    "another tooltip": lambda pdf: widgets(pdf, "/Btn")[0].__setitem__("/TU", String("Autre")),
    "another name": lambda pdf: widgets(pdf, "/Btn")[1].__setitem__("/T", String("autre")),
    "a name twice": lambda pdf: widgets(pdf, "/Btn")[1].__setitem__("/T", widgets(pdf, "/Btn")[0].T),
    "a name with a dot": lambda pdf: widgets(pdf, "/Tx")[0].__setitem__("/T", String("a.b")),
    "no looks": lambda pdf: without(widgets(pdf, "/Btn")[0], "/AP"),
    "no looks of text": lambda pdf: without(widgets(pdf, "/Tx")[0], "/AP"),
    "no looks of a signature": lambda pdf: without(widgets(pdf, "/Sig")[0], "/AP"),
    "one state": lambda pdf: without(widgets(pdf, "/Btn")[0].AP.N, "/On"),
    "not printed": lambda pdf: widgets(pdf, "/Btn")[0].__setitem__("/F", 0),
    "hidden": lambda pdf: widgets(pdf, "/Btn")[0].__setitem__("/F", 6),
    "read only": lambda pdf: widgets(pdf, "/Tx")[0].__setitem__("/Ff", 1),
    "an action": lambda pdf: widgets(pdf, "/Btn")[0].__setitem__("/A", Dictionary(S=Name.JavaScript, JS=String("1"))),
    "not in the form": lambda pdf: pdf.Root.AcroForm.Fields.__delitem__(0),
    "no form": lambda pdf: without(pdf.Root, "/AcroForm"),
    "not drawn": lambda pdf: pdf.Root.AcroForm.__setitem__("/NeedAppearances", True),
    "no font to type in": lambda pdf: without(pdf.Root.AcroForm.DR.Font, "/Wingdings"),
    "font not embedded": lambda pdf: without(pdf.Root.AcroForm.DR.Font.Wingdings.FontDescriptor, "/FontFile2"),
    "over another": lambda pdf: widgets(pdf, "/Btn")[1].__setitem__("/Rect", widgets(pdf, "/Btn")[0].Rect),
    "beside the page": lambda pdf: widgets(pdf, "/Btn")[0].__setitem__("/Rect", Array([-20, 10, -8, 22])),
    "too small": lambda pdf: widgets(pdf, "/Btn")[0].__setitem__("/Rect", Array([10, 10, 14, 14])),
    "field untagged": lambda pdf: without(widgets(pdf, "/Btn")[0], "/StructParent"),
    "field tagged as link": lambda pdf: tagged(pdf, "/Form")[0].__setitem__("/S", Name.Link),
    "link without words": lambda pdf: without(links(pdf)[0], "/Contents"),
    "private link": lambda pdf: links(pdf)[0].A.__setitem__("/URI", String("x-form:{}")),
    "relative link": lambda pdf: links(pdf)[0].A.__setitem__("/URI", String("/page/")),
    "letter": lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 612, 792])),
    "script": lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
    "another order": lambda pdf: pdf.Root.StructTreeRoot.K[0].__setitem__("/K", Array(list(pdf.Root.StructTreeRoot.K[0].K)[::-1])),
}


def main():
    """Says what goes unnoticed."""
    good = Path(sys.argv[1])
    if wrong := check.check(good)[0]:
        print(f"{good.name} is not good: {wrong}")
        return 1
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / good.name
        shutil.copy(good.with_suffix(".json"), folder)
        # Saved again as it is, the file stays good; so it is the break that is noticed.
        for name, change in [("nothing", lambda pdf: None), *BREAKS.items()]:
            with pikepdf.open(good) as pdf:
                change(pdf)
                pdf.save(path)
            try:
                noticed = bool(check.check(path)[0])
            except Exception:  # what cannot even be read is noticed
                noticed = True
            if noticed != (name != "nothing"):
                missed.append(name)
    print(f"{len(BREAKS)} ways to break {good.name}: {len(missed)} judged wrongly", *missed)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
