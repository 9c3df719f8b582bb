"""Checks the books of guides: PDF/UA-1, bookmarks, and the text in the order in which a screen reader gets it.

Each argument is a folder with the book `once.pdf`, the e-book `once.epub` and the site in `public/`.
"""
import re
import subprocess
import sys
import unicodedata
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import page
import pikepdf

DROPPED = {"script", "style", "template", "noscript", "button", "select"}
VOID = {"br", "hr", "img", "input", "wbr", "col", "source", "track", "area", "embed", "link", "meta"}
SAME = str.maketrans(dict.fromkeys("☐☑•–·\u200b\u00ad", ""))  # boxes and bullets, which only one of the forms writes


class Text(HTMLParser):
    """The text of a page as a book shows it."""

    def __init__(self, numbered):
        super().__init__()
        self.numbered = numbered
        self.open, self.hidden, self.parts, self.lists = [], 0, [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "img":
            self.parts.append("")
        if tag in VOID:
            return
        if tag in ("ul", "ol"):
            self.lists.append(int(attrs.get("start", 1)) if tag == "ol" else None)
        if tag == "li" and self.numbered and self.lists and self.lists[-1] is not None:
            self.parts.append(f"{self.lists[-1]}.")
            self.lists[-1] += 1
        classes = (attrs.get("class") or "").split()
        hides = (
            tag in DROPPED
            or "hidden" in attrs
            or attrs.get("aria-hidden") == "true"
            or "footnote-back" in classes
            or "download" in attrs
            or tag == "summary" and "card-more" in (self.open[-1][1] if self.open else [])
            or "mentions" in classes
        )
        self.open.append((tag, classes, hides))
        self.hidden += hides

    def handle_endtag(self, tag):
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if any(one[0] == tag for one in self.open):
            while True:
                name, _, hides = self.open.pop()
                self.hidden -= hides
                if name == tag:
                    break

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def squeezed(text):
    """The letters of a text, without the spaces between them."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text.translate(SAME)))


def text_of(html, numbered=False):
    """The text of HTML, with the numbers of lists or without them."""
    reader = Text(numbered)
    reader.feed(html)
    return squeezed("".join(reader.parts))


def read_aloud(path):
    """The text of a PDF in the order of its structure."""
    said = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, encoding="utf-8", errors="replace")
    return squeezed("".join(re.findall(r'^\s*"(.*)"$', said.stdout, re.M)))


def pages_of(folder):
    """Title, level and text of every page of a guide, in their order, from the page that shows the whole guide if it has one."""
    for file in folder.glob("public/*/index.html"):
        html = file.read_text()
        parts = re.findall(
            r'<section class="whole-page level-(\d)">\s*<h\d id="p\d+">(.*?)</h\d>(.*?)</section>\s*(?=<section class="whole-page|<div class="page-foot"|</div>\s*</main)',
            html,
            re.S,
        )
        if parts:
            return [(text_of(title), max(int(level) - 1, 1), text_of(body), text_of(body, numbered=True)) for level, title, body in parts]
    return pages_one_by_one(folder)


def pages_one_by_one(folder):
    """The same of a guide that is too large for such a page, in the order of `llms.txt`."""
    pages = []
    for address in re.findall(r"^\s*- \[.*\]\(([^)]*)\)", (folder / "public/llms.txt").read_text(), re.M):
        html = (folder / "public" / address / "index.html").read_text()
        title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S)[1]
        # What only a site has: who the readers are, and the pages of a section.
        html = re.sub(r'<section (?:class="you-are" )?aria-labelledby="_(?:you-are|journey)">.*?</section>', "", html, flags=re.S)
        body = re.search(r'<div class="page-main">(.*?)(?=<section class="call|<div class="page-foot"|<nav class="pager)', html, re.S)[1]
        depth = max(len([part for part in address.split("/") if part not in ("", ".")]), 1)
        pages.append((text_of(title), depth, text_of(body), text_of(body, numbered=True)))
    return pages


def lists_of(folder):
    """The titles of the lists of the registry that are pages by themselves; books have them behind the pages."""
    pages = [file.read_text() for file in folder.glob("public/*/index.html")]
    return [text_of(re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S)[1]) for html in pages if re.search(r'<body class="kind-(directory|glossary)\b', html)]


def bookmarks(pdf):
    """Title and depth of every bookmark."""
    found = []

    def walk(items, depth):
        for item in items:
            found.append((squeezed(item.title), depth))
            walk(item.children, depth + 1)

    with pdf.open_outline() as outline:
        walk(outline.root, 1)
    return found


def chapters(epub):
    """The text of every chapter of an e-book, in the order of reading."""
    with zipfile.ZipFile(epub) as book:
        names = sorted((name for name in book.namelist() if re.fullmatch(r"EPUB/p\d+\.xhtml", name)), key=lambda name: int(name[6:-6]))
        return [text_of(re.search(r"<body>(.*)</body>", book.read(name).decode(), re.S)[1]) for name in names]


def check(folder):
    """All that is wrong with the books of a guide."""
    report = page.validate_pdf(str(folder / "once.pdf"), profile="ua1")
    for failure in [] if report.is_compliant else report.failures:
        yield f"{failure.rule_id}: {failure.message}"
    pages, parts = [], chapters(folder / "once.epub")
    if (folder / "same-text").exists():
        pages = pages_of(folder)
        if not pages:
            yield "no page is there to compare with"
        lists = lists_of(folder)
        if len(parts) != len(pages) + len(lists):
            yield f"{len(parts)} chapters in the EPUB, not those of {len(pages)} pages and {len(lists)} lists"
        for part in parts[len(pages) :]:
            if not any(part.startswith(title) for title in lists):
                yield f"EPUB, a chapter that is no page and no list: «{part[:60]}»"
    with pikepdf.open(folder / "once.pdf") as pdf:
        marks = iter(bookmarks(pdf))
        for title, level, *_ in pages:
            if (title, level) not in marks:
                yield f"no bookmark «{title}» at depth {level} in its place"
                break
    said, at = read_aloud(folder / "once.pdf"), 0
    for (title, _, body, numbered), chapter in zip(pages, parts):
        if chapter != title + body:
            yield from difference(f"EPUB, {title}", chapter, title + body)
        body = numbered
        found = said.find(title + body, at)
        if found < 0:
            place = said.find(title + body[:20], at)
            yield from difference(f"PDF, {title}", said[place : place + len(title + body)] if place >= 0 else "", title + body)
        at = max(found, at)


def difference(name, found, wanted):
    """Where two texts part."""
    at = next((at for at, (one, other) in enumerate(zip(found, wanted)) if one != other), min(len(found), len(wanted)))
    yield f"{name}: «{found[max(at - 20, 0):at + 60]}», not «{wanted[max(at - 20, 0):at + 60]}»"


def main():
    """Checks folders, prints a line for what fails and one for all."""
    folders = [Path(name) for name in sys.argv[1:]]
    failed = 0
    for folder in folders:
        wrong = list(check(folder))
        failed += bool(wrong)
        for what in wrong:
            print(f"{folder.name}: {what}")
    print(f"{len(folders)} books: {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
