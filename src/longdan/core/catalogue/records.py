"""Reads a catalogue's YAML files strictly: known keys only, each once, every value with the line where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import yaml
from yaml.reader import ReaderError

from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.sheets import File, read_text
from longdan.core.catalogue.yaml_errors import told

# The same reader in C is eight times as fast; wheels of PyYAML bring it, but not every build from source.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 60  # that reader overflows its stack in files that are nested without end


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping of a YAML file whose keys have been checked."""

    field: str  # where it stands: "departments.3"
    line: int
    nodes: dict[str, yaml.Node]
    found: Findings

    def __contains__(self, key: str) -> bool:
        return key in self.nodes

    def line_of(self, key: str) -> int:
        return _line(self.nodes[key]) if key in self.nodes else self.line

    def text(self, key: str) -> str:
        """The text of a key; empty where the key is left out, or holds no single value, which is noted."""
        node = self.nodes.get(key)
        return "" if node is None else _scalar(node, self.at(key), self.found)

    def day(self, key: str) -> date | None:
        return self.found.day(self.text(key), self.line_of(key), self.at(key))

    def number(self, key: str, low: int | None = None, high: int | None = None) -> Decimal | None:
        """The number of a key; None where it is left out; None, and noted, where it holds none within ``low`` … ``high``."""
        if key not in self.nodes:
            return None
        number = self.found.number(self.text(key), self.line_of(key), self.at(key))
        if number is None or ((low is None or low <= number) and (high is None or number <= high)):
            return number
        fix = f"ghi số từ {low}" + (f" đến {high}" if high is not None else " trở lên")
        self.found.add("out-of-range", self.line_of(key), self.at(key), f"{number} nằm ngoài khoảng cho phép", fix)
        return None

    def whole(self, key: str, low: int | None = None, high: int | None = None) -> int | None:
        """The whole number of a key; None as for ``number``."""
        number = self.number(key, low, high)
        return None if number is None else self.found.whole(self.text(key), self.line_of(key), self.at(key))

    def flag(self, key: str) -> bool:
        """True where the key says so; a key that is left out says no."""
        if key not in self.nodes:
            return False
        text = self.text(key)
        if text not in ("true", "false"):
            what = f"“{text}” không phải true hay false"
            self.found.add("wrong-flag", self.line_of(key), self.at(key), what, "ghi true, hoặc bỏ khóa này")
        return text == "true"

    def single(self, key: str) -> bool:
        """Whether the key holds one value, and neither a list nor a mapping."""
        return isinstance(self.nodes.get(key), yaml.ScalarNode)

    def pairs(self, key: str) -> Iterator[tuple[str, str, int, str]]:
        """The entries of a mapping whose keys are free: key, value, line, field; a key given twice is noted."""
        node = self.nodes.get(key)
        if node is not None and not isinstance(node, yaml.MappingNode):
            self.found.add(
                "not-a-record", _line(node), self.at(key), "chỗ này cần các cặp tên: giá trị", "ghi {tên: giá trị, tên: giá trị}"
            )
            return
        seen = dict[str, int]()
        for name, value in node.value if node is not None else ():
            title = _key(name, self.at(key), self.found)
            field = f"{self.at(key)}.{title}"
            self.found.unique(title, _line(name), field, seen)
            yield title, _scalar(value, field, self.found), _line(value), field

    def inner_text(self, key: str, inner: str) -> str:
        """The text under ``inner`` of the mapping under ``key``, before its other keys are known; empty where there is none."""
        node = self.nodes.get(key)
        for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if name.value == inner:
                return _scalar(value, f"{self.at(key)}.{inner}", self.found)
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; empty where the key is left out."""
        return tuple(_scalar(node, self.at(key), self.found) for node in self._items(key))

    def records(self, key: str, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator["Record"]:
        """The mappings of a list."""
        for number, node in enumerate(self._items(key)):
            if record := record_of(node, f"{self.at(key)}.{number}", required, optional, self.found):
                yield record

    def record(self, key: str, required: Sequence[str], optional: Sequence[str] = ()) -> "Record | None":
        node = self.nodes.get(key)
        return None if node is None else record_of(node, self.at(key), required, optional, self.found)

    def at(self, key: str) -> str:
        return f"{self.field}.{key}".strip(".")

    def _items(self, key: str) -> Sequence[yaml.Node]:
        node = self.nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.found.add(
                "not-a-list", _line(node), self.at(key), "chỗ này cần một danh sách", "ghi mỗi mục một dòng, có gạch đầu dòng"
            )
            return ()
        return list(node.value)


def read_record(file: File, required: Sequence[str], optional: Sequence[str], found: Findings) -> Record | None:
    """The mapping that a YAML file holds; None where the file cannot be read as one, which is noted in ``found``."""
    text = read_text(file, found)
    if text is None:
        return None
    try:
        if line := _too_deep(text):
            found.add("too-deep", line, "", f"lồng quá {_DEEPEST} tầng", "kiểm tra dấu ngoặc, thụt dòng quanh dòng này")
            return None
        node = yaml.compose(text, Loader=_LOADER)
    except ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        found.add("broken-yaml", line, "", "tệp có ký tự điều khiển", "gõ lại dòng này, bỏ ký tự không nhìn thấy")
        return None
    except yaml.MarkedYAMLError as error:
        line, what, fix = told(error, text)
        found.add("broken-yaml", line, "", what, fix)
        return None
    if node is None:
        found.add("empty", 1, "", "tệp trống", f"tệp phải có: {', '.join(required)}")
        return None
    if line := _aliased(node):
        found.add("alias", line, "", "tệp dùng bí danh YAML (& và *)", "ghi lại nội dung ở từng chỗ")
        return None
    return record_of(node, "", required, optional, found)


def _too_deep(text: str) -> int:
    """The line where mappings and lists are nested too deep; 0 where they are not."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return event.start_mark.line + 1 if event.start_mark else 1
    return 0


def _aliased(root: yaml.Node) -> int:
    """The line of a node that stands in two places, by an alias, which could also go round in circles; 0 where none does."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            return _line(node)
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += [inner for pair in node.value for inner in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return 0


def record_of(node: yaml.Node, field: str, required: Sequence[str], optional: Sequence[str], found: Findings) -> Record | None:
    """The mapping of a node at ``field``; None where it is none, which is noted, as are keys too many or too few."""
    if not isinstance(node, yaml.MappingNode):
        found.add("not-a-record", _line(node), field, "chỗ này cần các cặp khóa: giá trị", f"ghi các khóa: {', '.join(required)}")
        return None
    nodes: dict[str, yaml.Node] = {}
    for key_node, value in node.value:
        key = _key(key_node, field, found)
        at = f"{field}.{key}".strip(".")
        if key in nodes:
            found.add("duplicate", _line(key_node), at, "khóa ghi hai lần", "giữ lại một lần")
        elif key not in (*required, *optional):
            found.add(
                "unknown-key",
                _line(key_node),
                at,
                "khóa lạ",
                f"bỏ khóa này; các khóa được dùng: {', '.join((*required, *optional))}",
            )
        else:
            nodes[key] = value
    for key in required:
        if key not in nodes:
            found.add("missing-key", _line(node), f"{field}.{key}".strip("."), "thiếu khóa", "thêm khóa này")
    return Record(field, _line(node), nodes, found)


def _key(node: yaml.Node, field: str, found: Findings) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    found.add("wrong-key", _line(node), field, "tên khóa là một danh sách hay một nhóm", "ghi tên khóa bằng chữ, không có ngoặc")
    return ""


def _scalar(node: yaml.Node, field: str, found: Findings) -> str:
    if isinstance(node, yaml.ScalarNode) and node.tag != "tag:yaml.org,2002:null" and node.value.strip():
        return str(node.value).strip()
    if not isinstance(node, yaml.ScalarNode):
        found.add(
            "not-a-text", _line(node), field, "chỗ này cần một giá trị, không phải danh sách", "ghi một giá trị, không có ngoặc"
        )
        return ""
    found.add("empty", _line(node), field, "chỗ này cần một giá trị", "điền giá trị, hoặc bỏ khóa nếu không bắt buộc")
    return ""


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
