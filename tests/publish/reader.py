"""Reads the site in a bucket as long as it is told to: from its first page, every page that can be reached. Of each page that
is served, everything that it loads and every page that it leads to must be there."""
import json
import os
import re
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LINK = re.compile(rb"""\s(?:href|src)="([^"]*)\"""")


def targets(path: str, page: bytes):
    for link in LINK.findall(page):
        parts = urlsplit(urljoin(f"http://x/{path}", link.decode().replace("&amp;", "&")))
        if parts.netloc == "x":
            yield unquote(parts.path[1:]) + ("index.html" if parts.path.endswith("/") else "")


def read(file: Path):
    try:
        return file.read_bytes()
    except OSError:
        return None


def main() -> None:
    site, stop, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    pages = links = rounds = 0
    misses = []
    while not stop.exists():
        rounds += 1
        waiting, seen = ["index.html"], {"index.html"}
        while waiting:
            path = waiting.pop()
            page = read(site / path)
            if page is None:
                continue
            pages += 1
            for target in set(targets(path, page)):
                links += 1
                # A page that was replaced or removed since it was read is read anew in the next round.
                if not os.path.exists(site / target) and read(site / path) == page:
                    misses.append(f"{path} -> {target}")
                if target.endswith(".html") and target not in seen:
                    seen.add(target)
                    waiting.append(target)
        time.sleep(0.01)
    out.write_text(json.dumps({"rounds": rounds, "pages": pages, "links": links, "misses": misses}))


main()
