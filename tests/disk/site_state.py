"""A small guide in two versions, and what is seen of it in an output folder."""
import os
import shutil
from pathlib import Path

# Names of Jalon's own in an output folder.
OURS = {".jalon-manifest.json"}

SETTINGS = "title: Guide\nlanguage: en\nsearch: {index: false}\n"


def write_guide(root, version):
    """Version B changes a page and a picture, moves a folder, makes a folder of a page and drops one."""
    guide = Path(root) / "guide"
    shutil.rmtree(guide, ignore_errors=True)
    files = {"jalon.yaml": SETTINGS, "index.md": f"# Guide\n\nVersion {version}.\n", "same.md": "# Same\n\nText.\n"}
    files["plan.svg"] = f"<svg xmlns='http://www.w3.org/2000/svg' id='{version}'/>\n"
    if version == "A":
        files |= {"old/index.md": "# Old\n", "old/page.md": "# Page\n", "turns.txt": "a file\n"}
    else:
        files |= {"new/index.md": "# New\n", "new/page.md": "# Page\n", "turns.txt/inside.txt": "a folder\n"}
    for name, text in files.items():
        path = guide / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def add_theirs(out, one_by_one):
    """Puts files of somebody else into an output folder. A name that is not text keeps it from being swapped."""
    files = {".git/HEAD": "ref", ".git/refs/main": "1", "CNAME": "guide.example.org", ".well-known/mine": "x", "same/.htaccess": "deny"}
    for name, text in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    os.symlink("HEAD", out / ".link")
    if one_by_one:
        (Path(os.fsdecode(os.fsencode(out) + b"/.caf\xe9"))).write_text("theirs")
    return {name: text.encode() for name, text in files.items()}


def content(out):
    """Every file by its name, but for those of somebody else and the ones that only Jalon reads."""
    found = {}
    for folder, folders, files in os.walk(out):
        folders[:] = [name for name in folders if name not in (".git", ".jalon-journal", ".well-known")]
        for name in files:
            path = Path(folder) / name
            inside = str(path.relative_to(out))
            if name in (".htaccess", "CNAME", ".link") or name.startswith(".caf") or "jalon-" in name:
                continue
            found[inside] = path.read_bytes()
    return found


def of(out, expected, theirs, beside=()):
    """A, B, or what is wrong; `mixed` when each file is that of one version or the other.

    What is somebody else's is in the output folder, or in one of the trees beside it.
    """
    if not out.is_dir():
        return "no output folder"
    for name, text in theirs.items():
        places = [tree / name for tree in (out, *beside)]
        if not any(path.is_file() and path.read_bytes() == text for path in places):
            return f"{name} of somebody else is gone or changed"
    if not any((tree / ".link").is_symlink() for tree in (out, *beside)):
        return "the link of somebody else is gone"
    seen = content(out)
    for version, files in expected.items():
        if seen == files:
            return version
    for name, data in seen.items():
        if all(files.get(name) != data for files in expected.values()):
            return f"a half file: {name}, {len(data)} bytes"
    return "mixed"
