"""What may be sent to the addresses of the site: a row for each that takes something, with the fields into which people write."""

from dataclasses import dataclass, field

DAY = "02/03/2026"
PASSWORDS = {"new_password1": "mot cau dai de nho", "new_password2": "mot cau dai de nho"}
OTHERS = {"username": "ten.moi", "email": "moi@lamchau.example", "full_name": "Người Mới"}
PERSON = OTHERS | {"title": "Chuyên viên", "role": "agency_staff"}
REFORM = {
    "ket-thuc": "Sở Khoa học và Công nghệ",
    "ke-thua": "Sở Mới",
    "tu-ngay": DAY,
    "can-cu": "QĐ 1",
    "loai": "department",
    "xem": "1",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """``words``: fields that hold whatever is typed; ``beside``: what else the address needs to look at them."""

    words: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)


SENT: dict[str, Sent] = {
    "sign-in": Sent({"username": "chi", "password": "sai"}),
    "forgotten": Sent({"email": "ai@lamchau.example"}),
    "set-password": Sent(PASSWORDS),
    "invitation": Sent({"ma": "ABCD"}),
    "first-password": Sent(PASSWORDS),
    "language": Sent({"language": "en", "next": "/"}),
    "founding": Sent({"code": "ABCD"}),
    "founding-province": Sent({"province": "14"}),
    "founding-departments": Sent({"khac": "Sở Khác", "ngay": DAY}),
    "founding-people": Sent({"administrator-full_name": "Ai", "coordinator-title": "Trưởng phòng"}),
    "import": Sent(),
    "correct": Sent({"value": "Lời", "part": ""}, {"verb": "edit", "item": "heading", "field": "title", "shown": "heading"}),
    "confirm": Sent({"seen": "x"}),
    "add-task": Sent({"text": "Việc", "section": "I"}),
    "change-task": Sent({"reason": "Lý do"}),
    "undo-change": Sent({}, {"task": "1"}),
    "bring-index": Sent(),
    "add-agency": Sent({"name": "Sở Mới", "short_name": "SM", "within": "", "basis": "QĐ 1"}, {"kind": "department", "on": DAY}),
    "rename-agency": Sent({"name": "Sở Khác", "short_name": "SK", "basis": "QĐ 1"}, {"on": DAY}),
    "agency-names": Sent({"ten": "Sở KHCN"}),
    "reform": Sent({name: REFORM[name] for name in ("ket-thuc", "ke-thua", "can-cu", "loai", "tu-ngay")}, REFORM),
    "agency-left": Sent({"seen": "x", "tat-ca": "0", "nhan": "Sở Nội vụ"}),
    "step": Sent({"text": "Đã làm"}, {"percent_done": "10"}),
    "step-of-several": Sent({"next": "/"}, {"step": "accept"}),
    "entrust": Sent({"next": "/"}, {"duty": "1", "officer": "0"}),
    "urge-agency": Sent({"next": "/", "plan": "1"}),
    "urge-plan": Sent({"next": "/"}),
    "raise-difficulty": Sent({"text": "Thiếu người", "proposal": "Thêm người"}),
    "handle-difficulty": Sent({"text": "Sẽ thêm"}),
    "comment": Sent({"text": "Lời @ai"}),
    "keep-draft": Sent({"text": "Lời", "place": "comment"}),
    "add-evidence": Sent({"title": "Ảnh"}),
    "add-version": Sent({"title": "Ảnh"}),
    "withdraw-evidence": Sent({"text": "Nhầm"}),
    "add-person": Sent(PERSON, {"agency": "", "since": DAY}),
    "change-person": Sent(OTHERS),
    "new-post": Sent({"title": "Chuyên viên", "role": "auditor"}, {"agency": "", "since": DAY}),
    "hand-over": Sent({**OTHERS, "title": "Chuyên viên"}, {"effective": DAY}),
    "mend-post": Sent({"title": "Chuyên viên", "role": "agency_staff"}),
    "end-post": Sent({"until": "03/03/2026"}),
    "change-password": Sent({"old_password": "x", **PASSWORDS}),
    "act-as": Sent({"vi-tri": "1"}),
    "confirm-account-sheet": Sent({"seen": "x"}),
    "export-trail": Sent({"ai": "Chi", "viec": "work.", "vat": "task:1", "tu": DAY}),
    # Presses: nothing is written there.
    "cancel-reform": Sent(),
    **dict.fromkeys(
        ("undo", "redo", "read-again", "cancel-reading", "reopen-reading", "carry-over", "confirm-index-source"), Sent()
    ),
    **dict.fromkeys(("drop-index-source", "read-calls", "withdraw-comment", "restore-comment", "restore-evidence"), Sent()),
    **dict.fromkeys(("open-feed", "revoke-feed", "sign-out", "end-session", "end-other-sessions", "release"), Sent()),
    **dict.fromkeys(("export-people", "invite-everybody", "invite-on-paper", "invite-by-mail"), Sent()),
    **dict.fromkeys(("close-account", "open-account", "discard-account-sheet", "verify-trail", "account-sheets"), Sent()),
}
