"""What is committed names no registry and no machine."""

import re

from tests.house.sources import name, tracked_files

# Written in pieces, so that this file does not find itself.
HOSTS = ("py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", r"deb\.deb" + r"ian\.org", "hugging" + "face")
PATHS = ("wo" + "rk", "fa" + "rm", "ro" + "ot", "home" + "/[a-z]+", "tmp/ba" + "sh_jobs")
LEAK = re.compile(rf"(?i:{'|'.join(HOSTS)})|(?<![A-Za-z0-9_.~}}-])/(?:{'|'.join(PATHS)})/")


def test_no_tracked_file_names_a_registry_or_a_path_of_one_machine() -> None:
    leaks = []
    for path in tracked_files():
        text = path.read_bytes()
        if b"\0" not in text[:8000] and path.suffix != ".svg":
            leaks += [f"{name(path)}: {match[0]}" for match in LEAK.finditer(text.decode(errors="replace"))]
    assert leaks == []


def test_the_pattern_finds_what_it_is_for() -> None:
    assert LEAK.search("see https://py" + "pi.org/simple")
    assert LEAK.search("open('/wo" + "rk/main/x')")
    assert not LEAK.search("a/wo" + "rk/b and ../shared/plans")
