"""The outside programs that this machine has."""

from longdan.app.programs import tesseract, word
from longdan.core.documents import Programs


def installed_programs() -> Programs:
    """All programs found; asking costs a few milliseconds, so ask once per process."""
    return Programs(recognise=tesseract.recogniser(), convert_doc=word.converter())
