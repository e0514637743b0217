"""The page of scoring: the chapters of the specification, with the cases that the tests hold the engine to."""

from collections.abc import Iterator

from docs.pages.tables import table
from tests.spec.chapters import Case, Chapter
from tests.spec.leaves import LEAVES
from tests.spec.trees import TREES

HEAD = """# Cách chấm điểm · Scoring

Trang này in từ các chương mà bộ kiểm thử dùng để giữ máy chấm đúng (`tests/spec`): mỗi dòng trong bảng là một trường hợp đã được
chấm bằng cả máy chính xác (số thập phân) lẫn máy chấm hàng loạt (số thực 64 bit). Cách viết quy tắc trong tệp: xem
[tệp bộ chỉ số](index-files.md).

- **Số liệu** mang mã của mục, hoặc mã khai ở `inputs`; của một đơn vị trong một kỳ. Chỗ trống là chưa có, không bao giờ là 0.
- **Loại số liệu** (công bố, tính lại, tự chấm, thẩm định, mục tiêu, dự báo) không ghi đè lên nhau: người gọi nói loại nào được
  tính, loại nào trước; mỗi điểm ghi rõ nó dựa vào loại nào.
- **Chưa có điểm** luôn kèm lý do: thiếu số liệu, thiếu điểm mục con, số liệu không thể đúng, chưa rõ quy tắc, không áp dụng.
- **Điểm cho sẵn** của chính một mục (điểm tự chấm, điểm công bố) chỉ được lấy khi không đủ số liệu để tính, và được ghi là điểm
  cho sẵn; khi tính được thì nó đứng bên cạnh để đối chiếu.
- **Làm tròn** chỉ khi in, nửa làm tròn lên, theo số chữ số mà bộ chỉ số công bố; mọi phép tính giữ đủ chữ số. Hạng, đồng hạng và
  ngưỡng điểm của nhóm xét theo điểm như được in; nhóm chia theo bách phân vị xét theo điểm chưa làm tròn.
- **Chấm hàng loạt** (so sánh, chọn mục để nâng) làm tròn tỷ lệ phần trăm đến chữ số thập phân thứ mười trước khi so với
  khoảng, nên một tỷ lệ cách ngưỡng ít hơn thế được coi là đúng ngưỡng."""


def page() -> str:
    return "\n\n".join([HEAD, *(text for chapter in (*LEAVES, *TREES) for text in section(chapter))])


def section(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.title}"
    yield chapter.text
    yield f"```yaml\n{chapter.edition.strip()}\n```"
    yield table(("trường hợp", "số liệu", "điểm"), (row(case) for case in chapter.cases))


def row(case: Case) -> tuple[str, str, str]:
    given = [f"{code} = {value}" for code, value in case.figures.items()]
    given += [f"{code} = {value} ({unit}, {year})" for unit, year, code, value in case.field]
    given += [f"{node}: không áp dụng" for node in case.absent]
    return case.says or "–", "; ".join(given) or "không có", "; ".join(f"{node}: {mark}" for node, mark in case.marks.items())
