"""What is wrong with a file that is no YAML, in words of those who write it by hand."""

import yaml

Told = tuple[int, str, str]  # line, what is wrong, how to mend it

LOOK = "kiểm tra thụt dòng, dấu hai chấm và dấu nháy quanh dòng này"
QUOTE = 'đặt chữ có dấu hai chấm, dấu phẩy hay ngoặc trong nháy thẳng: "…"'
_OPENED = ("while scanning a simple key", "while scanning a quoted scalar")  # told where it begins
_TAB = "found a tab character that violates indentation"
_WORDS = {
    "could not find expected ':'": (
        "dòng này thiếu dấu hai chấm, hoặc sau dấu ấy thiếu dấu cách",
        "ghi “khóa: giá trị” với dấu hai chấm thường và một dấu cách sau nó; dấu cách cứng chép từ Word thì gõ lại",
    ),
    "mapping values are not allowed in this context": (
        "dấu hai chấm ở chỗ không được có, hoặc sau gạch đầu dòng thiếu dấu cách",
        f"sau gạch đầu dòng có một dấu cách; {QUOTE}",
    ),
    "did not find expected ',' or '}'": ("trong ngoặc { } thiếu dấu phẩy, hoặc chữ có dấu hai chấm chưa đặt trong nháy", QUOTE),
    "did not find expected ',' or ']'": ("trong ngoặc [ ] thiếu dấu phẩy, hoặc ngoặc chưa đóng", f"đóng ngoặc; {QUOTE}"),
    "did not find expected '-' indicator": (
        "thụt dòng khác các dòng cùng danh sách",
        "mọi gạch đầu dòng của một danh sách thẳng cột nhau; mục con thụt vào trong",
    ),
    "did not find expected key": ("thụt dòng lệch, hoặc một dấu nháy, một ngoặc ở trên chưa đóng", LOOK),
    _TAB: ("thụt dòng bằng phím Tab", "thay Tab bằng dấu cách"),
    "found character that cannot start any token": ("ký tự đầu giá trị không dùng được (Tab, @, ` hoặc %)", QUOTE),
    "found unexpected end of stream": ("dấu nháy mở mà không đóng", "thêm dấu nháy đóng"),
    "found unexpected ':'": ("dấu hai chấm ở chỗ không được có, hoặc khóa trong ngoặc { } chưa có giá trị", QUOTE),
    "but found another document": ("có dòng “---” ở giữa tệp", "bỏ dòng ấy; mỗi tệp một bộ"),
    "mapping keys are not allowed in this context": ("dấu ? ở đầu giá trị", "chưa biết thì ghi unknown"),
}


def told(error: yaml.MarkedYAMLError, text: str) -> Told:
    """The line, the mistake and the mend; the words of the reader of YAML where we have none."""
    what, fix = _WORDS.get(error.problem or "", (str(error.problem), LOOK))
    mark = error.context_mark if error.context in _OPENED else error.problem_mark
    if _is_tab(error.problem_mark, text):
        what, fix = _WORDS[_TAB]
    return mark.line + 1 if mark else 1, f"tệp YAML hỏng: {what}", fix


def _is_tab(mark: yaml.Mark | None, text: str) -> bool:
    """Whether what cannot be read is a Tab, for which the readers of YAML have several words."""
    lines = text.splitlines()
    return mark is not None and mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t"
