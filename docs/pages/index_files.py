"""The page of index files: every key of an edition's file, every scoring rule, as the reader understands them."""

from collections.abc import Iterable, Mapping

from docs.pages.tables import table
from longdan.core.catalogue.indices import reading
from longdan.core.catalogue.indices.model import GroupRule, Missing, Scored, Standing, UnitLevel
from longdan.core.catalogue.indices.nodes import OPTIONAL, REQUIRED, TOTAL_KEYS
from longdan.core.catalogue.indices.notation import NOTATIONS, Notation
from longdan.core.catalogue.indices.notation import REQUIRED as MUST

HEAD = """# Tệp bộ chỉ số · Index files

Mỗi bộ chỉ số của một giai đoạn là một tệp `catalogue/indices/<index>/<edition>.yaml`. Năm có bộ mới thì thêm tệp mới,
không sửa tệp cũ. Điều chưa biết ghi `unknown`, không đoán.
Trang này in từ mã nguồn; làm từng bước xem [cách thêm một bộ chỉ số](../how-to/add-an-index-edition.md)."""

TOP = {
    "index": "tên thư mục: `papi`, `par-index`, tên riêng của tỉnh; chữ thường, gạch nối",
    "edition": "tên tệp, không có đuôi: `2025`, `2021-2024`",
    "title": "tên: `Chỉ số A`, hoặc `{vi: Chỉ số A, en: Index A}`; tên tiếng Anh chỉ ghi khi đã thấy",
    "standing": f"giá trị pháp lý: {', '.join(f'`{one}`' for one in Standing)} (chính thức, của tỉnh, mẫu, khung để điền)",
    "act": "số, ký hiệu, ngày của văn bản ban hành, hoặc `unknown`",
    "responsible": "cơ quan chủ trì",
    "level": f"chấm đơn vị cấp nào: {', '.join(f'`{one}`' for one in UnitLevel)}",
    "years": "năm được đo: `2024`, `2021-2024`, hoặc `2026-` khi còn áp dụng",
    "state": "ngày kiểm tra các dữ kiện của tệp: `2026-11-21`",
    "sources": "nguồn: `{key, text, mark}`; `mark`: `seen` đã xem văn bản, `secondary` nguồn thứ cấp, `known`, `unknown`",
    "source": 'nguồn chung: `key`, hoặc `[key, "Phụ lục I, dòng 3"]`; mục con lấy nguồn của mục trên nếu không ghi riêng',
    "total": "mục tổng, `{most: 100}`; nhận thêm các khóa của mục",
    "nodes": "danh sách mục, lồng nhau bằng `children`, theo thứ tự của phụ lục",
    "display": "thang công bố: `{divided_by: 1000, decimals: 4}` nghĩa là điểm chia 1000, làm tròn 4 chữ số",
    "survey_points": "tổng điểm của phần điều tra xã hội học như văn bản khai; máy đối chiếu với các mục `surveyed`",
    "intervals": "khoảng tin cậy đã công bố: `{z: 1.645, printed_percent: 95, source: …}`",
    "least_answers": "số người trả lời ít nhất để công bố một chỉ báo",
    "succeeds": "bộ trước của cùng chỉ số: `2022`, hoặc `{edition: 2022, same_codes: true}` khi mã giống nhau là cùng một mục",
    "inputs": "số liệu dùng để chấm: `{code, title, measure}`; một mục chỉ có một số liệu của chính nó thì không cần khai",
    "views": "cách cộng khác trên cùng các mục (trụ cột, tổng có trọng số): danh sách mục như `nodes`",
    "groups": "nhóm xếp loại theo năm: `{years, rule, groups, source, node}`",
    "unknown": "những điều chưa ai thấy của bộ này, mỗi điều một câu",
    "breaks": "năm mà chuỗi số liệu đứt: `{year, nodes, why, source}`; không ghi `nodes` là cả chỉ số",
}
NODE = {
    "code": "mã chính thức; không có dấu cách, không có dấu /",
    "title": "tên, hoặc `unknown`",
    "most": "điểm tối đa, hoặc `unknown`",
    "least": "điểm tối thiểu; không ghi là 0",
    "weight": "trọng số trong quy tắc `weighted-sum` của mục trên",
    "rule": "quy tắc chấm: tên, hoặc `{kind: tên, …}`; mục có `children` mà không ghi thì là `sum`",
    "scored": f"{', '.join(f'`{one}`' for one in Scored)} (được tính, chỉ in kèm, vào mẫu số mà không có điểm)",
    "surveyed": "`true` khi điểm lấy từ điều tra xã hội học",
    "not_applicable": "`true` khi đơn vị không có chức năng này thì bỏ mục khỏi mẫu số",
    "unknown": f"những điều chưa biết: {', '.join(f'`{one}`' for one in Missing)}; `children`: còn mục con chưa thấy",
    "succeeds": "mã của mục tương ứng trong bộ trước: `[3.2]`; `[]` là mục mới",
    "source": "nguồn riêng của mục",
    "note": "điều người đọc cần biết thêm",
    "children": "các mục con",
}
GROUPS = {
    "published": "không quy tắc nào dựng lại được; nhãn lấy theo kết quả đã công bố",
    "cuts": "nhóm bắt đầu từ `low`",
    "linear-percentiles": "bách phân vị nội suy tuyến tính, bằng ngưỡng thì vào nhóm trên; nhóm bắt đầu từ `percentile`",
    "linear-percentiles-missing-lowest": "như trên, đơn vị không có kết quả tính là 0 và đứng cuối",
    "xtile-percentiles": "cắt như lệnh xtile của Stata",
}


def page() -> str:
    parts = [
        HEAD,
        "## Khóa của tệp",
        _keys((*reading.REQUIRED, *reading.OPTIONAL), reading.REQUIRED, TOP),
        "## Khóa của một mục",
        f"Mục tổng (`total`) nhận: `most`, {', '.join(f'`{key}`' for key in TOTAL_KEYS)}.",
        _keys((*REQUIRED, *OPTIONAL), REQUIRED, NODE),
        "## Quy tắc chấm",
        "Không ghi `of` là lấy số liệu mang mã của mục. Phần trăm ghi 0 đến 100. Số thập phân dùng dấu chấm, được ghi `1/3`.",
        table(("viết, ví dụ", "được bỏ", "nghĩa"), map(_row, NOTATIONS.values())),
        "## Quy tắc xếp nhóm",
        "Mỗi nhóm: `{key, title, low, high, percentile, count}`, nhóm cao nhất đứng đầu.",
        table(("`rule`", "nghĩa"), ((f"`{rule}`", GROUPS[rule]) for rule in GroupRule)),
    ]
    return "\n\n".join(parts)


def _keys(keys: Iterable[str], required: Iterable[str], meanings: Mapping[str, str]) -> str:
    rows = ((f"`{key}`", "phải có" if key in required else "", meanings[key]) for key in keys)
    return table(("khóa", "", "ghi gì"), rows)


def _row(notation: Notation) -> tuple[str, str, str]:
    optional = ", ".join(f"`{key.name}`" for key in notation.keys if key.default is not MUST)
    return f"`{notation.example}`", optional, notation.means
