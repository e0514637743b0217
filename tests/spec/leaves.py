"""The rules that score a node from figures, chapter by chapter."""

from tests.spec.chapters import Case, Chapter

ANSWERS = {f"s{level}": f"Số phiếu chọn mức {level}" for level in range(1, 6)}

LEAVES = (
    Chapter(
        "Có, không · yes-no",
        "Số liệu là 1 (có) được đủ điểm, là 0 (không) được 0 điểm. Số khác bị từ chối. Không có số liệu thì mục chưa có "
        "điểm: chỗ trống không bao giờ là 0.",
        """
total: {most: 2}
nodes:
  - {code: 1, title: Ban hành kế hoạch, most: 2, rule: yes-no}
""",
        (
            Case("có", {"1": "1"}, {"1": "2", "total": "2"}),
            Case("không", {"1": "0"}, {"1": "0", "total": "0"}),
            Case("chưa có số liệu", {}, {"1": "chưa có số liệu: 1", "total": "chưa có điểm của mục: 1"}),
            Case("ghi điểm thay cho có, không", {"1": "2"}, {"1": "cần 1 (có) hoặc 0 (không), số liệu ghi 2"}),
        ),
    ),
    Chapter(
        "Mức · levels",
        "Số liệu là thứ tự của mức trong danh sách, mức đứng đầu là 1.",
        """
total: {most: 1}
nodes:
  - {code: 1, title: Kế hoạch, most: 1, rule: {kind: levels, points: {kịp thời: 1, không kịp thời: 0.5, không ban hành: 0}}}
""",
        (
            Case("kịp thời", {"1": "1"}, {"1": "1"}),
            Case("không kịp thời", {"1": "2"}, {"1": "0.5"}),
            Case("không ban hành", {"1": "3"}, {"1": "0"}),
            Case("mức không có", {"1": "4"}, {"1": "cần số thứ tự của mức, từ 1 đến 3; số liệu ghi 4"}),
        ),
    ),
    Chapter(
        "Khoảng · bands",
        "Điểm của khoảng chứa số liệu. Có `to` thì khoảng chứa tỷ lệ phần trăm 100 × of / to; tỷ lệ được so ở độ chính "
        "xác đầy đủ, không làm tròn trước.",
        """
total: {most: 2}
nodes:
  - code: 1
    title: Thực hiện kế hoạch
    most: 2
    rule: {kind: bands, of: done, to: due, points: {trên 90: 2, từ 70 đến 90: 1, dưới 70: 0}}
""",
        (
            Case("19/20 = 95 %", {"done": "19", "due": "20"}, {"1": "2"}),
            Case("18/20 = 90 %, đúng ngưỡng", {"done": "18", "due": "20"}, {"1": "1"}),
            Case("69,99 %", {"done": "6999", "due": "10000"}, {"1": "0"}),
            Case("không có việc nào", {"done": "0", "due": "0"}, {"1": "mẫu số “due” phải lớn hơn 0, số liệu ghi 0"}),
            Case("thiếu mẫu số", {"done": "18"}, {"1": "chưa có số liệu: due"}),
        ),
        {"done": "Việc đã xong", "due": "Việc phải làm"},
    ),
    Chapter(
        "Tỷ lệ có sàn · proportion",
        "Điểm tối đa × tỷ lệ / `full_from` (không ghi là 100); dưới `none_below` được 0 điểm; từ `full_from` được đủ điểm.",
        """
total: {most: 8}
nodes:
  - {code: 1, title: Đúng hạn, most: 4, rule: {kind: proportion, of: done, to: due, none_below: 80}}
  - {code: 2, title: Trực tuyến (%), most: 4, rule: {kind: proportion, full_from: 80}}
""",
        (
            Case("90 %; 40 % của 80 %", {"done": "45", "due": "50", "2": "40"}, {"1": "3.6", "2": "2", "total": "5.6"}),
            Case("đúng sàn 80 %; đúng 80 %", {"done": "40", "due": "50", "2": "80"}, {"1": "3.2", "2": "4"}),
            Case("dưới sàn; quá 100 %", {"done": "39.99", "due": "50", "2": "112"}, {"1": "0", "2": "4"}),
            Case("tỷ lệ âm", {"2": "-1"}, {"2": "tỷ lệ không thể âm, số liệu cho -1 %"}),
        ),
        {"done": "Việc đúng hạn", "due": "Việc phải làm"},
    ),
    Chapter(
        "Đúng hạn · deadline",
        "Số liệu là số ngày chậm. Đúng hạn hoặc sớm (0 hoặc âm) được đủ điểm, rồi theo từng bậc, chậm hơn bậc cuối được 0 điểm.",
        """
total: {most: 1}
nodes:
  - {code: 1, title: Gửi báo cáo, most: 1, rule: {kind: deadline, due: 15/12 hằng năm, late: {5: 0.5, 10: 0.25}}}
""",
        (
            Case("sớm hai ngày", {"1": "-2"}, {"1": "1"}),
            Case("đúng ngày", {"1": "0"}, {"1": "1"}),
            Case("chậm 5 ngày", {"1": "5"}, {"1": "0.5"}),
            Case("chậm 6 ngày", {"1": "6"}, {"1": "0.25"}),
            Case("chậm 11 ngày", {"1": "11"}, {"1": "0"}),
        ),
    ),
    Chapter(
        "Quy về thang theo khoảng · min-max",
        "least + (most − least) × (x − thấp nhất) / (cao nhất − thấp nhất). `reversed`: số càng nhỏ càng tốt. Khoảng "
        "`observed` lấy từ số liệu của mọi đơn vị trong kỳ, `observed over 3 years` trong ba năm tính cả kỳ được chấm. "
        "Không `capped` thì số ngoài khoảng cho điểm ngoài thang; khoảng quan sát không bao giờ có số ở ngoài.",
        """
total: {most: 40}
nodes:
  - {code: 1, title: Một, most: 10, least: 1, rule: {kind: min-max, range: [0, 2]}}
  - {code: 2, title: Hai, most: 10, least: 1, rule: {kind: min-max, range: [0, 2], reversed: true, capped: true}}
  - {code: 3, title: Ba, most: 10, least: 1, rule: {kind: min-max, of: x, range: observed, reversed: true}}
  - {code: 4, title: Bốn, most: 10, rule: {kind: min-max, of: x, range: observed over 3 years}}
""",
        (
            Case("giữa khoảng", {"1": "1", "2": "0.5"}, {"1": "5.5", "2": "7.75"}),
            Case("ngoài khoảng", {"1": "3", "2": "3"}, {"1": "14.5", "2": "1"}),
            Case(
                "khoảng trong kỳ là 10 – 30, trong ba năm 0 – 40; số năm 2022 và năm sau không tính",
                {"x": "15"},
                {"3": "7.75", "4": "3.75"},
                field=(
                    ("xã khác", 2025, "x", "10"),
                    ("xã thứ ba", 2025, "x", "30"),
                    ("xã khác", 2023, "x", "0"),
                    ("xã thứ ba", 2024, "x", "40"),
                    ("xã khác", 2022, "x", "-99"),
                    ("xã khác", 2026, "x", "99"),
                ),
            ),
            Case("chỉ một đơn vị", {"x": "15"}, {"3": "khoảng quan sát cần số liệu khác nhau của ít nhất hai đơn vị"}),
        ),
        {"x": "Số liệu x"},
    ),
    Chapter(
        "Khoảng nhiều năm dừng ở chỗ đứt chuỗi · breaks",
        "Khoảng `observed over n years` không lấy số liệu của những năm trước năm đứt chuỗi, nếu chỗ đứt ghi mã của mục "
        "hoặc không ghi mục nào (cả bộ). Căn cứ của điểm nói rõ năm đứt và vì sao. Chỗ đứt chỉ ghi mục trên thì không cắt "
        "khoảng của mục dưới: bộ chỉ số phải ghi đủ các mục bị đứt.",
        """
years: 2023-2025
total: {most: 20}
nodes:
  - {code: 1, title: Một, most: 10, rule: {kind: min-max, of: x, range: observed over 3 years}}
  - {code: 2, title: Hai, most: 10, rule: {kind: min-max, of: x, range: observed over 3 years}}
breaks:
  - {year: 2024, nodes: [1], why: đổi cách đo, source: here}
""",
        (
            Case(
                "mục 1 lấy từ năm 2024: khoảng 10 – 30; mục 2 lấy đủ ba năm: khoảng 0 – 30",
                {"x": "15"},
                {"1": "2.5", "2": "5"},
                field=(("xã khác", 2025, "x", "10"), ("xã thứ ba", 2024, "x", "30"), ("xã khác", 2023, "x", "0")),
            ),
            Case(
                "từ chỗ đứt chỉ còn một đơn vị",
                {"x": "15"},
                {"1": "khoảng quan sát cần số liệu khác nhau của ít nhất hai đơn vị", "2": "10"},
                field=(("xã khác", 2023, "x", "0"),),
            ),
        ),
        {"x": "Số liệu x"},
    ),
    Chapter(
        "Đảo chiều, hàm bậc nhất · reverse, affine",
        "Đảo chiều: low + high − x, ra ngoài thang của mục thì bị từ chối. Bậc nhất: intercept + tổng hệ số × (điểm của "
        "mục, hoặc số liệu nếu không có mục mang mã ấy).",
        """
total: {most: 12.5}
nodes:
  - {code: 1, title: Một, most: 10, least: 1, rule: {kind: reverse, low: 1, high: 10}}
  - {code: 2, title: Hai, most: 2.5, least: 0.25, rule: {kind: affine, intercept: 0.25, terms: {1: 0.1, x: 1.125}}}
""",
        (
            Case("2 đọc điểm của mục 1 và số liệu x", {"1": "3", "x": "0.4"}, {"1": "8", "2": "1.5", "total": "9.5"}),
            Case("ra ngoài thang", {"1": "0", "x": "0.4"}, {"1": "11 cao hơn điểm tối đa của mục này (10)"}),
        ),
        {"x": "Số liệu x"},
    ),
    Chapter(
        "Phiếu khảo sát · options, satisfied, mean-rescaled",
        "Số liệu là số phiếu của từng phương án. Phương án có trọng số: điểm tối đa × tổng (số phiếu × phần trăm) / tổng "
        "số phiếu. Hài lòng: điểm tối đa × số phiếu hài lòng / số phiếu trả lời. Trung bình quy đổi: điểm tối đa × (mức "
        "trung bình − lowest) / (n − lowest). Ít phiếu hơn `least_answers` thì không chấm.",
        """
least_answers: 15
total: {most: 30}
nodes:
  - {code: 1, title: Lãnh đạo đánh giá, most: 10, rule: {kind: options, options: {s1: 0, s2: 20, s3: 60, s5: 100}}}
  - {code: 2, title: Hài lòng, most: 10, rule: {kind: satisfied, satisfied: [s4, s5], answers: [s1, s2, s3, s4, s5]}}
  - {code: 3, title: Mức hài lòng, most: 10, rule: {kind: mean-rescaled, answers: [s1, s2, s3, s4, s5], lowest: 1}}
""",
        (
            Case(
                "20 phiếu",
                {"s1": "1", "s2": "1", "s3": "2", "s4": "8", "s5": "8"},
                {"1": "chỉ có 12 câu trả lời, cần ít nhất 15", "2": "8", "3": "7.625"},
            ),
            Case("24 phiếu", {"s1": "2", "s2": "5", "s3": "5", "s4": "0", "s5": "12"}, {"1": "6.666666667", "2": "5"}),
            Case("số phiếu âm", {"s1": "-1", "s2": "5", "s3": "5", "s4": "0", "s5": "12"}, {"2": "số câu trả lời không thể âm"}),
            Case("thiếu một phương án", {"s1": "2", "s2": "5", "s3": "5", "s5": "12"}, {"2": "chưa có số liệu: s4"}),
        ),
        ANSWERS,
    ),
    Chapter(
        "Lấy từ chỉ số khác · derived",
        "Điểm tối đa × kết quả của chỉ số kia / `out_of`. Số liệu mang mã `chỉ-số/mục`, hoặc lấy thẳng từ phiếu điểm của "
        "chỉ số kia.",
        """
total: {most: 10}
nodes:
  - {code: 1, title: Chỉ số hài lòng, most: 10, rule: {kind: derived, index: sipas, out_of: 100}}
""",
        (
            Case("", {"sipas/total": "83.94"}, {"1": "8.394"}),
            Case("ngoài thang", {"sipas/total": "101"}, {"1": "kết quả sipas phải từ 0 đến 100, số liệu ghi 101"}),
        ),
    ),
    Chapter(
        "Theo công bố, chưa rõ · published, unknown",
        "Theo công bố: giá trị nhập vào như đã công bố, phải nằm trong thang của mục. Chưa rõ: máy không chấm; nếu có ai "
        "công bố điểm của chính mục ấy thì lấy điểm ấy và ghi rõ là điểm đã cho.",
        """
total: {most: 12.5}
nodes:
  - {code: 1, title: Một, most: 2.5, least: 0.25, rule: published}
  - {code: 2, title: Hai, most: 10, rule: unknown}
""",
        (
            Case("", {"1": "1.6"}, {"1": "1.6", "2": "quy tắc chấm mục này chưa rõ", "total": "chưa có điểm của mục: 2"}),
            Case("số 0 in thay cho chỗ trống", {"1": "0"}, {"1": "0 thấp hơn mức thấp nhất của mục này (0,25)"}),
            Case("điểm đã cho của chính mục", {"1": "1.6", "2": "7"}, {"2": "7", "total": "8.6"}),
        ),
    ),
)
