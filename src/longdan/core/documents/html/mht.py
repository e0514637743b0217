"""Reading a page saved whole in one mail-like file (.mht)."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from longdan.core.documents.html.reading import read_html
from longdan.core.documents.parts import Reading
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile


def read_mht(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The passages of the largest page in the file; frames and pictures are left out."""
    message = message_from_bytes(file.content, policy=policy.default)
    pages = [page for part in message.walk() if part.get_content_type() == "text/html" and (page := _content(part))]
    if not pages:
        raise refusal("documents.damaged", file.name, reason="không có trang nào bên trong")
    return read_html(SourceFile(file.name, max(pages, key=len)), programs, progress)


def _content(part: object) -> bytes:
    content = part.get_payload(decode=True) if isinstance(part, EmailMessage) else b""
    return content if isinstance(content, bytes) else b""
