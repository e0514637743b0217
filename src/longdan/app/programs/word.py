"""Converting old Word files (.doc) with antiword or LibreOffice."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from longdan.app.programs.running import run
from longdan.core.documents import ConvertDoc, ProgramFailed

_SECONDS_ANTIWORD = 30
_SECONDS_LIBREOFFICE = 120


def converter(antiword: str = "antiword", libreoffice: str = "soffice") -> ConvertDoc | None:
    """The first of the two that is installed; LibreOffice also tries what antiword cannot read."""
    found = [make(path) for make, name in ((_antiword, antiword), (_libreoffice, libreoffice)) if (path := shutil.which(name))]
    if not found:
        return None

    def convert(content: bytes) -> str | bytes:
        for one in found[:-1]:
            try:
                return one(content)
            except ProgramFailed:
                continue
        return found[-1](content)

    return convert


def _antiword(path: str) -> ConvertDoc:
    def convert(content: bytes) -> str:
        with TemporaryDirectory(prefix="longdan-") as folder:
            (source := Path(folder, "source.doc")).write_bytes(content)
            text = run([path, "-m", "UTF-8.txt", "-x", "db", source], seconds=_SECONDS_ANTIWORD).decode("utf-8", errors="replace")
        if "<para>" not in text:
            raise ProgramFailed("antiword không thấy chữ nào")
        return text

    return convert


def _libreoffice(path: str) -> ConvertDoc:
    def convert(content: bytes) -> bytes:
        with TemporaryDirectory(prefix="longdan-") as folder:
            (source := Path(folder, "source.doc")).write_bytes(content)
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            options = ["--headless", "--norestore", profile, "--convert-to", "docx", "--outdir", folder]
            run([path, *options, source], seconds=_SECONDS_LIBREOFFICE)
            converted = source.with_suffix(".docx")
            if not converted.exists():
                raise ProgramFailed("LibreOffice không chuyển được tệp")
            return converted.read_bytes()

    return convert
