"""What is vendored is what VENDOR.toml lists, under a licence that it names."""

from longdan.web.shared.vendoring import ROOM, manifest, wrong_files


def test_every_vendored_file_has_the_hash_that_was_reviewed() -> None:
    assert wrong_files(manifest()) == []


def test_every_vendored_package_brings_its_licence() -> None:
    packages = manifest()["package"]
    assert packages
    assert [package["name"] for package in packages if not package["licence"]] == []
    assert [package["name"] for package in packages if not (ROOM / package["licence_file"]).is_file()] == []
