"""The files that people handed in, as they came; and whether the disk still holds them."""

import hashlib
from dataclasses import dataclass

from django.core.files.storage import default_storage

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.plans.models import Plan, ReadingFile, ReadingState, StoredFile
from longdan.core.documents.endings import handed_on
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import refuse


@dataclass(frozen=True, slots=True)
class Original:
    id: int
    name: str
    size: int
    there: bool


def originals(plan: Plan) -> tuple[Original, ...]:
    """The files of the document in force."""
    reading = plan.readings.filter(document=plan.document_id).order_by("-pk").first()
    files = reading.files.select_related("file") if reading else ()
    return tuple(Original(one.pk, one.name, one.file.size, default_storage.exists(str(one.file.content.name))) for one in files)


def original(post: Post, file_id: int) -> tuple[str, bytes]:
    """A file's bytes just as they came, with the name to save it under; refused where the disk no longer holds them."""
    one = ReadingFile.objects.select_related("file", "reading__agency__province").get(pk=file_id)
    in_force = one.reading.state == ReadingState.CONFIRMED  # until then it is a draft, for those who work on it
    require(post, Right.SEE if in_force else Right.IMPORT, on=one.reading.agency)
    if not default_storage.exists(str(one.file.content.name)):
        raise refuse("plans.reading.file-lost", one.name, "tệp gốc không còn trên máy chủ", FIX)
    with default_storage.open(str(one.file.content.name)) as kept:
        content: bytes = kept.read()
    if hashlib.sha256(content).hexdigest() != one.file.sha256:
        raise refuse("plans.reading.file-altered", one.name, "tệp gốc trên máy chủ đã bị thay đổi", FIX)
    return handed_on(SourceFile(one.name, content)), content


def not_as_stored() -> tuple[str, ...]:
    """The digests of the files that the tables name, plans or evidence, and the disk does not hold byte for byte."""
    stored = StoredFile.objects.order_by("sha256").values_list("sha256", "content")
    return tuple(sha256 for sha256, name in stored.iterator() if digest(name) != sha256)


def digest(name: str) -> str:
    """Of a file on the disk; empty where there is none."""
    if not default_storage.exists(name):
        return ""
    with default_storage.open(name) as kept:
        return hashlib.file_digest(kept, "sha256").hexdigest()


FIX = "báo quản trị khôi phục từ bản sao lưu, hoặc gửi lại tệp này; chữ đã đọc và kế hoạch vẫn còn nguyên"
