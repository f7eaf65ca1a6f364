"""Disks that fail: one that is told to (disk.c), and a small one in memory that is really full or really read-only."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def compiler():
    """The C compiler that comes with Swift, else the system's."""
    swift = shutil.which("swiftc")
    beside = Path(os.path.realpath(swift)).parent / "clang" if swift else None
    found = str(beside) if beside and beside.exists() else shutil.which("cc") or shutil.which("clang")
    if not found:
        raise SystemExit("expected a C compiler (Swift brings clang), found none")
    return found


class ToldDisk:
    """The environment of a server whose syncs can be watched, made to fail or made to lie."""

    def __init__(self, folder):
        self.folder = Path(folder) / "synced"
        self.folder.mkdir()
        library = Path(folder) / "disk.so"
        subprocess.run([compiler(), "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", str(library),
                        str(Path(__file__).with_name("disk.c")), "-ldl"], check=True)
        self.environment = {"LD_PRELOAD": str(library), "RUTA_DISK": str(self.folder)}

    def tell(self, word):
        (self.folder / word).touch()

    def take_back(self, word):
        (self.folder / word).unlink()

    def synced(self, path):
        """What a power cut would leave of a file for certain."""
        kept = self.folder / Path(path).name
        return kept.read_bytes() if kept.exists() else b""

    def set_synced(self, path, content):
        (self.folder / Path(path).name).write_bytes(content)


class SmallDisk:
    """A file system of a few megabytes in memory; mounting one needs root."""

    def __init__(self, size="3m"):
        self.size = size

    def __enter__(self):
        self.place = Path(tempfile.mkdtemp(prefix="ruta-disk-"))
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self.size}", "ruta-test", str(self.place)],
                              capture_output=True, text=True)
        if made.returncode:
            self.place.rmdir()
            raise SystemExit(f"a small disk cannot be mounted, run this as root: {made.stderr.strip()}")
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", str(self.place)], check=True)
        self.place.rmdir()

    def fill(self):
        """Takes all the space that is left."""
        with open(self.place / "ballast", "wb", buffering=0) as ballast:
            for size in (65_536, 4_096, 1):
                try:
                    while ballast.write(bytes(size)) == size:
                        pass
                except OSError:
                    pass

    def free(self):
        (self.place / "ballast").unlink()

    def close_to_writers(self):
        subprocess.run(["mount", "-o", "remount,ro", str(self.place)], check=True)
