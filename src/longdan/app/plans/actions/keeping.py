"""Keeping files byte for byte, each content once."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from longdan.app.plans.models import StoredFile
from longdan.core.documents.sources import SourceFile


def keep(file: SourceFile, at: datetime) -> StoredFile:
    """The stored file of these bytes; what a broken write or a later hand left on the disk is written anew."""
    sha256 = hashlib.sha256(file.content).hexdigest()
    name = f"{sha256[:2]}/{sha256}"
    if not _holds(name, file.content):
        default_storage.delete(name)
        default_storage.save(name, ContentFile(file.content))
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256, defaults={"size": len(file.content), "content": name, "stored_at": at}
    )
    return stored


def _holds(name: str, content: bytes) -> bool:
    """Whether the disk holds just these bytes under the name."""
    if not default_storage.exists(name) or default_storage.size(name) != len(content):
        return False
    with default_storage.open(name) as kept:
        return bool(kept.read() == content)
