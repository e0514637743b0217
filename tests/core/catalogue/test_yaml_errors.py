"""What is no YAML is told at the line where it begins, with the mend that helps."""

import pytest
import yaml

from longdan.core.catalogue.yaml_errors import told


@pytest.mark.parametrize(
    ("text", "line", "mend"),
    [
        ('a: 1\nb: "x\nc: 2\nd: 3\n', 2, "thêm dấu nháy đóng"),
        ("a: 1\nb:\n\t- c: 1\n", 3, "thay Tab bằng dấu cách"),
        ("a:\n  b: 1\n\tc: 2\n", 3, "thay Tab bằng dấu cách"),
        ("a: @b\n", 1, "nháy thẳng"),
    ],
    ids=["quote", "tab before a dash", "tab", "at"],
)
def test_a_mistake_of_yaml_is_told_where_it_begins(text: str, line: int, mend: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as found:
        yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    where, _, fix = told(found.value, text)
    assert (where, mend in fix) == (line, True)
