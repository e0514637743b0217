"""The rules that put nodes together, with gaps, with what does not apply, with extra points."""

from tests.spec.chapters import Case, Chapter

TREES = (
    Chapter(
        "Tổng · sum",
        "Tổng điểm các mục con được chấm; mục `listed` chỉ in kèm. Một mục con chưa có điểm thì tổng chưa có điểm; khi "
        "đó, nếu số liệu cho sẵn điểm của mục tổng thì lấy điểm ấy và ghi là điểm đã cho.",
        """
total: {most: 10}
nodes:
  - code: 1
    title: Một
    most: 10
    children:
      - {code: 1.1, title: Một một, most: 4, rule: published}
      - {code: 1.2, title: Một hai, most: 6, rule: published}
      - {code: 1.3, title: In kèm, scored: listed, rule: published}
""",
        (
            Case("", {"1.1": "3", "1.2": "5", "1.3": "70"}, {"1": "8", "1.3": "70", "total": "8"}),
            Case("thiếu mục con", {"1.1": "3"}, {"1": "chưa có điểm của mục: 1.2", "total": "chưa có điểm của mục: 1.2"}),
            Case("thiếu mục con, có điểm cho sẵn", {"1.1": "3", "1": "7.5"}, {"1": "7.5", "total": "7.5"}),
            Case("đủ mục con thì tính, không lấy điểm cho sẵn", {"1.1": "3", "1.2": "5", "1": "7.5"}, {"1": "8"}),
        ),
    ),
    Chapter(
        "Tổng có trọng số, trung bình · weighted-sum, mean",
        "`times` × tổng trọng số × mục con; `times` × trung bình các mục con. Mục `counted-as-zero` vào mẫu số của trung "
        "bình mà không có điểm.",
        """
total: {most: 110, rule: {kind: weighted-sum, times: 10}}
nodes:
  - {code: 1, title: Một, most: 10, weight: 0.6, rule: published}
  - code: 2
    title: Hai
    most: 12.5
    weight: 0.4
    rule: {kind: mean, times: 1.25}
    children:
      - {code: 2.1, title: Hai một, most: 10, rule: published}
      - {code: 2.2, title: Hai hai, most: 10, rule: published}
      - {code: 2.3, title: Không bao giờ có điểm, most: 10, scored: counted-as-zero, rule: published}
""",
        (Case("", {"1": "7", "2.1": "9", "2.2": "6"}, {"2": "6.25", "total": "67"}),),
    ),
    Chapter(
        "Không áp dụng · not applicable",
        "Mục không áp dụng với đơn vị thì rời mẫu số: điểm được in kèm điểm tối đa còn lại, và kết quả quy về thang đầy "
        "đủ bằng điểm × tối đa / (tối đa − phần không áp dụng). Trong trung bình và tổng có trọng số, các mục còn lại "
        "gánh phần ấy. Mục không cho phép mà khai không áp dụng thì bị từ chối.",
        """
total: {most: 20}
nodes:
  - code: 1
    title: Một
    most: 10
    not_applicable: true
    children:
      - {code: 1.1, title: Một một, most: 4, not_applicable: true, rule: published}
      - {code: 1.2, title: Một hai, most: 6, rule: published}
  - {code: 2, title: Hai, most: 10, rule: {kind: mean}, children: [{code: 2.1, title: Hai một, most: 10, rule: published},
      {code: 2.2, title: Hai hai, most: 10, not_applicable: true, rule: published}]}
""",
        (
            Case(
                "1.1 rời mẫu số: 3/6 điểm của mục 1, 10/16 điểm của cả bộ, quy về 12,5/20",
                {"1.2": "3", "2.1": "6", "2.2": "8"},
                {"1.1": "không áp dụng với đơn vị này", "1": "3", "total": "10", "total quy đổi": "12.5"},
                absent=("1.1",),
            ),
            Case(
                "cả mục 1; trung bình của mục 2 chỉ còn 2.1",
                {"2.1": "6"},
                {"1.2": "không áp dụng với đơn vị này", "2": "6", "total": "6", "total quy đổi": "12"},
                absent=("1", "2.2"),
            ),
            Case(
                "khai ở mục không cho phép",
                {"1.1": "3", "1.2": "3", "2.1": "6", "2.2": "8"},
                {"1.2": "khai không áp dụng ở mục 1.2, nhưng bộ chỉ số không cho phép", "total": "chưa có điểm của mục: 1.2"},
                absent=("1.2",),
            ),
        ),
    ),
    Chapter(
        "Điểm cộng, điểm trừ · bonus, penalty",
        "Điểm cộng: each × số lần, nhiều nhất `most`, đứng ngoài tổng điểm tối đa. Điểm trừ: −each × số lần, nhiều nhất "
        "tới `least`. Tổng `capped` không vượt điểm tối đa.",
        """
total: {most: 10, rule: {kind: sum, capped: true}}
nodes:
  - {code: 1, title: Một, most: 10, rule: published}
  - {code: 2, title: Sáng kiến, most: 1, rule: {kind: bonus, each: 0.5}}
  - {code: 3, title: Vi phạm, most: 0, least: -2, rule: {kind: penalty, each: 1}}
""",
        (
            Case("", {"1": "8", "2": "1", "3": "1"}, {"2": "0.5", "3": "-1", "total": "7.5"}),
            Case("tới mức trần", {"1": "8", "2": "5", "3": "7"}, {"2": "1", "3": "-2", "total": "7"}),
            Case("tổng không vượt điểm tối đa", {"1": "9.5", "2": "2", "3": "0"}, {"total": "10"}),
            Case("số lần âm", {"1": "8", "2": "-1", "3": "0"}, {"2": "số lần không thể âm, số liệu ghi -1"}),
        ),
    ),
    Chapter(
        "Chỉ còn điểm cộng, điểm trừ · only extra points",
        "Khi mọi điểm của một mục đã rời mẫu số mà mục còn điểm cộng hay điểm trừ, mục ấy rời mẫu số của mục trên, còn điểm "
        "cộng, điểm trừ vẫn tính: cộng thẳng trong tổng; trong tổng có trọng số và trung bình thì cộng theo trọng số của mục "
        "ấy, rồi quy về thang đầy đủ cùng các mục còn lại. Tổng `capped` không vượt phần điểm còn áp dụng.",
        """
total: {most: 20}
nodes:
  - code: 1
    title: Một
    most: 10
    children:
      - {code: 1.1, title: Một một, most: 10, not_applicable: true, rule: published}
      - {code: 1.2, title: Sáng kiến, most: 2, rule: {kind: bonus, each: 0.5}}
  - code: 2
    title: Hai
    most: 10
    rule: mean
    children:
      - {code: 2.1, title: Hai một, most: 10, rule: published}
      - code: 2.2
        title: Hai hai
        most: 10
        children:
          - {code: 2.2.1, title: Hai hai một, most: 10, not_applicable: true, rule: published}
          - {code: 2.2.2, title: Vi phạm, most: 0, least: -2, rule: {kind: penalty, each: 1}}
""",
        (
            Case(
                "8 + 0,5 điểm của 10 điểm còn áp dụng, quy về 17/20",
                {"1.2": "1", "2.1": "8", "2.2.1": "8", "2.2.2": "0"},
                {"1": "0.5", "2": "8", "total": "8.5", "total quy đổi": "17"},
                absent=("1.1",),
            ),
            Case(
                "không có sáng kiến thì như mục 1 không áp dụng",
                {"1.2": "0", "2.1": "8", "2.2.1": "8", "2.2.2": "0"},
                {"1": "0", "total": "8", "total quy đổi": "16"},
                absent=("1.1",),
            ),
            Case(
                "trung bình của mục 2 chỉ còn 2.1, vẫn trừ 1 điểm",
                {"1.1": "5", "1.2": "0", "2.1": "8", "2.2.2": "1"},
                {"2.2": "-1", "2": "7", "total": "12"},
                absent=("2.2.1",),
            ),
        ),
    ),
    Chapter(
        "Điều chưa biết · unknown",
        "Chưa rõ điểm tối đa, đủ mục con, hay trọng số thì máy không chấm và nói rõ vì sao.",
        """
total: {most: 20}
nodes:
  - {code: 1, title: Một, most: unknown, rule: yes-no}
  - {code: 2, title: Hai, most: 10, unknown: [children], children: [{code: 2.1, title: Hai một, most: 4, rule: published}]}
""",
        (
            Case(
                "",
                {"1": "1", "2.1": "4"},
                {"1": "chưa rõ điểm tối đa của mục này", "2": "chưa rõ đủ các mục con", "total": "chưa có điểm của mục: 1, 2"},
            ),
        ),
    ),
)
