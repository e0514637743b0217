"""Set pieces of a document that every format prints."""

from tests.samples.source import Source

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NOTICE = "Tỉnh Lam Châu là tỉnh hư cấu. Văn bản mẫu, dùng để minh họa phần mềm."


def letterhead(source: Source) -> tuple[list[str], list[str]]:
    """The lines of the left and of the right half."""
    head = source["letterhead"]
    return [*head["issuer"], "-------", *head["number"]], [NATION, MOTTO, "---------------", head["place_date"]]


def signature(source: Source) -> tuple[list[str], list[str]]:
    """The lines of the recipients and of the signer."""
    return ["Nơi nhận:", *(f"- {line}" for line in source["recipients"])], [*source["signer"][:-1], "", source["signer"][-1]]
