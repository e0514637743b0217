"""Fetches the browser assets that VENDOR.toml names from their registry, refusing any whose hash is another."""

import hashlib
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOM = Path(__file__).parent / "static" / "longdan" / "vendor"


def unpacked(package: dict[str, Any], into: Path) -> Path:
    """The package's files, fetched by npm's own client, in a folder below ``into``."""
    wanted = f"{package['name']}@{package['version']}"
    packed = subprocess.run(["npm", "pack", "--silent", wanted], cwd=into, check=True, capture_output=True, text=True)
    folder = into / package["name"].replace("/", "-")
    with tarfile.open(into / packed.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def wrong_files(manifest: dict[str, Any]) -> list[str]:
    """Vendored files that are missing, changed, or named nowhere."""
    named = {name: entry["sha256"] for package in manifest["package"] for name, entry in package["files"].items()}
    files = (path for path in ROOM.rglob("*") if path.is_file() and path.name != "VENDOR.toml")
    present = {path.relative_to(ROOM).as_posix(): path for path in files}
    changed = [name for name, sha256 in named.items() if name in present and digest(present[name].read_bytes()) != sha256]
    return sorted({*changed, *(named.keys() ^ present.keys())})


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def manifest() -> dict[str, Any]:
    return tomllib.loads((ROOM / "VENDOR.toml").read_text(encoding="utf-8"))


def fetch() -> None:
    """Write every named file anew; stop at the first that is not the one we reviewed."""
    with tempfile.TemporaryDirectory() as folder:
        for package in manifest()["package"]:
            source = unpacked(package, Path(folder))
            for name, entry in package["files"].items():
                content = (source / entry["from"]).read_bytes()
                if digest(content) != entry["sha256"]:
                    raise SystemExit(f"{package['name']} {package['version']}: {entry['from']} có mã băm khác VENDOR.toml")
                (ROOM / name).parent.mkdir(parents=True, exist_ok=True)
                (ROOM / name).write_bytes(content)


if __name__ == "__main__":
    fetch()
    print("\n".join(wrong_files(manifest())) or "Mọi tệp khớp VENDOR.toml.")
