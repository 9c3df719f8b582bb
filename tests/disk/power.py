"""Cuts the power of an ext4 file system: from one moment on, nothing more reaches its disk."""
import fcntl
import os
import struct
import subprocess
import tempfile
import time
from pathlib import Path

import site_state as state

# EXT4_IOC_SHUTDOWN, and its way without writing the journal (linux/fs/ext4/ext4.h).
SHUTDOWN, NO_LOG_FLUSH = 0x8004587D, 2


class Disk:
    """An ext4 image on a loop device."""

    def __init__(self, folder):
        self.image, self.at = Path(folder) / "disk.img", Path(folder) / "disk"
        self.at.mkdir()
        with open(self.image, "wb") as image:
            image.truncate(64 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(self.image)], check=True)
        self.mount()

    def mount(self):
        subprocess.run(["mount", "-o", "loop", str(self.image), str(self.at)], check=True)

    def unmount(self):
        for _ in range(50):
            if subprocess.run(["umount", str(self.at)], capture_output=True).returncode == 0:
                return
            time.sleep(0.1)
        raise SystemExit(f"{self.at} cannot be unmounted")

    def cut(self):
        handle = os.open(self.at, os.O_RDONLY)
        fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        os.close(handle)


def possible():
    if os.geteuid() != 0:
        return "not root"
    with tempfile.TemporaryDirectory() as folder:
        try:
            Disk(folder).unmount()
        except (OSError, subprocess.CalledProcessError) as why:
            return str(why)
    return None


def cuts(make_place, jalon, long, chance):
    why = possible()
    if why:
        print(f"power: not tested, an ext4 image cannot be mounted here ({why})")
        return []
    found = []
    for one_by_one in (False, True):
        wrong, torn, runs = some(make_place, jalon, one_by_one, 50 if long else 8, chance)
        found += wrong
        print(f"power, {'one by one' if one_by_one else 'swap'}: {runs} cuts, {torn} times the site was mixed until the next run", flush=True)
    # The test itself: a build that does not wait for the disk must be seen to fail.
    fake = ["strace", "-f", "-qq", "-e", "trace=fsync,syncfs", "-e", "inject=fsync,syncfs:retval=0", "-o", "/dev/null"]
    wrong, _, runs = some(make_place, jalon, False, 6, chance, fake)
    print(f"power, without waiting for the disk: {runs} cuts, {len(wrong)} wrong, as it should be")
    if not wrong:
        found.append("a build that does not wait for the disk passes, so these tests show nothing")
    return found


def some(make_place, jalon, one_by_one, number, chance, before=()):
    found, torn = [], 0
    with tempfile.TemporaryDirectory(prefix="jalon-power-") as folder:
        disk = Disk(folder)
        place = make_place(disk.at / "guide", jalon, one_by_one)
        begun = time.monotonic()
        place.must_build()
        length = time.monotonic() - begun
        for turn in range(number):
            version = "BA"[turn % 2]
            state.write_guide(place.root, version)
            os.sync()
            child = subprocess.Popen([*before, *place.command()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Half of the cuts come while it publishes, at the end; a quarter right after it is done.
            delay = chance.uniform(length * (0.5 if turn % 4 < 2 else 0), length * 1.3) if turn % 4 != 3 else None
            if delay is None or before:
                child.wait()
            else:
                time.sleep(delay)
            status = child.poll()
            disk.cut()
            child.kill()
            child.wait()
            disk.unmount()
            disk.mount()
            seen = place.seen(is_killed=status != 0)
            whole = seen in ("A", "B") or (one_by_one and seen == "mixed" and status != 0)
            torn += seen == "mixed"
            if not whole or (status == 0 and seen != version):
                found.append(f"power cut {turn}, exit {status}: {seen}")
            if not before:
                found += [f"power cut {turn}: {what}" for what in place.after_next(version)]
            else:
                subprocess.run(["rm", "-rf", str(place.root)], check=True)
                place = make_place(disk.at / "guide", jalon, one_by_one)
        disk.unmount()
    return found, torn, number
