"""Checks every PDF below the folders that are named. Exit status: 0 all hold, 1 something does not, 2 nothing to check."""
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import page
import pikepdf

import facts
import fill

LARGEST = 200_000  # bytes


def run(*command):
    """What a program says, and its exit status."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    return done.stdout, done.returncode


def squeezed(text):
    """The letters of a text, without the spaces and line ends between them."""
    return re.sub(r"[\s\u200b]+", "", text)


def read_aloud(path):
    """The text in the order of the structure, as a screen reader gets it."""
    said, _ = run("pdfinfo", "-struct-text", str(path))
    return "".join(re.findall(r'^\s*"(.*)"$', said, re.M))


def conforms(path):
    """PDF/UA-1, PDF/A-2a, and sound as a file."""
    for profile in ("ua1", "pdfa-2a"):
        report = page.validate_pdf(str(path), profile=profile)
        for failure in [] if report.is_compliant else report.failures:
            yield f"{profile}: {failure.rule_id}: {failure.message}"
    said, status = run("qpdf", "--check", str(path))
    if status:
        yield f"qpdf: {said.strip().splitlines()[-1] if said.strip() else status}"


def as_expected(path, pdf):
    """What the fixture says of its file in NAME.json, if it has one."""
    told = path.with_suffix(".json")
    if not told.exists():
        return
    told = json.loads(told.read_text())
    if str(pdf.Root.Lang).split("-")[0] != told["lang"]:
        yield f"language {pdf.Root.Lang}, not {told['lang']}"
    if str(pdf.docinfo.Title) != told["title"]:
        yield f"title {pdf.docinfo.Title}, not {told['title']}"
    least, most = told["pages"]
    if not least <= len(pdf.pages) <= most:
        yield f"{len(pdf.pages)} pages, not {least} to {most}"
    if told.get("boxes") is not None:
        found = [(str(box.T), str(box.TU)) for box in pdf.Root.AcroForm.Fields if box.FT == "/Btn"]
        wanted = [(box["name"], box["tip"]) for box in told["boxes"]]
        if found != wanted:
            pairs = [pair for pair in zip(found, wanted) if pair[0] != pair[1]]
            yield f"{len(found)} boxes, {len(wanted)} wanted; first difference: {pairs[:1]}"
    if told.get("text") is not None:
        found, wanted = squeezed(read_aloud(path)), squeezed(told["text"])
        if found != wanted:
            at = len(os.path.commonprefix([found, wanted]))
            yield f"reading order: «{found[at:at + 60]}», not «{wanted[at:at + 60]}»"
    for group in told.get("together", []):
        pages = [run("pdftotext", "-f", str(n), "-l", str(n), str(path), "-")[0] for n in range(1, len(pdf.pages) + 1)]
        if not any(all(words in one for words in group) for one in pages):
            yield f"not on one page: {group}"
    if told.get("like"):
        places = [run("pdftotext", "-bbox", str(path.with_stem(name)), "-")[0] for name in (path.stem, told["like"])]
        if places[0] != places[1]:
            yield f"the words do not stand where those of {told['like']} stand"


def check(path):
    """All that is wrong with a file."""
    wrong = list(conforms(path))
    if path.stat().st_size > LARGEST:
        wrong.append(f"{path.stat().st_size} bytes")
    with pikepdf.open(path) as pdf:
        wrong += facts.check(pdf)
        wrong += as_expected(path, pdf)
        fields = len(pdf.Root.AcroForm.Fields) if "/AcroForm" in pdf.Root else 0
        pages = len(pdf.pages)
    wrong += fill.check(path)
    return wrong, fields, pages


def main():
    """Checks files, prints a line for each that fails and one for all."""
    named = [Path(name) for name in sys.argv[1:]]
    files = sorted(file for name in named for file in ([name] if name.is_file() else name.rglob("*.pdf")))
    if not files:
        print("tests/pdf/check: no PDF in", *named, file=sys.stderr)
        return 2
    failed = fields = pages = 0
    with ProcessPoolExecutor() as pool:
        for file, (wrong, its_fields, its_pages) in zip(files, pool.map(check, files)):
            fields += its_fields
            pages += its_pages
            failed += bool(wrong)
            for what in wrong:
                print(f"{file.name}: {what}")
    print(f"{len(files)} PDF files, {pages} pages, {fields} fields: {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
