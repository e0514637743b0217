"""What a sheet of accounts would do: who is new, changed, unchanged, what is doubtful, what is wrong."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from longdan.app.agencies.matching import Directory, match
from longdan.app.agencies.models import Account, Post, Role
from longdan.app.agencies.queries import directory_of
from longdan.app.agencies.queries.people import held_on
from longdan.app.people.models import AccountSheet
from longdan.app.people.previewing.reading import Line, lines
from longdan.app.people.previewing.rules import Meant, meant
from longdan.app.people.queries.people import agencies_to_choose, people_of
from longdan.app.people.queries.sheets import open_sheet
from longdan.app.plans.previewing import Change
from longdan.core.problems import Problem
from longdan.core.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the sheet as it would be written: somebody (there already, or new), a post (there already, or new)."""

    line: Line
    meant: Meant
    agency_written: str
    agency_id: int | None
    agency_name: str
    sure: bool  # False: a person must say which agency is meant
    account_id: int | None
    post_id: int | None
    change: Change
    told: tuple[str, ...]  # "chức vụ: Chuyên viên → Phó Trưởng phòng"
    doubt: str  # what a person should look at, though it may stand

    @property
    def person(self) -> str:
        """Rows of one person share it: what they sign in with, else their name with their address or agency."""
        return self.meant.username or f"{fold(self.meant.full_name)}/{self.meant.email or self.agency_id}"


@dataclass(frozen=True, slots=True)
class SheetPreview:
    sheet_id: int
    name: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    agencies: tuple[tuple[int, str], ...]  # to choose from

    def open_questions(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if not entry.sure)

    def count(self, change: Change) -> int:
        return sum(entry.change is change for entry in self.entries)

    def token(self) -> str:
        """What was seen: another one where people, agencies or the sheet have changed since."""
        return hashlib.sha256(repr((self.entries, self.problems)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Ground:
    """Who and what is there, looked up once."""

    agencies: Directory
    names: Mapping[int, str]
    by_username: Mapping[str, Account]
    by_name: Mapping[str, tuple[Account, ...]]
    posts: Mapping[int, tuple[Post, ...]]  # held on the day, by account
    foreign: frozenset[str]  # sign-in names of people whom this post does not administer


def preview_of_sheet(by: Post, sheet_id: int, *, on: date) -> SheetPreview:
    """A sheet that waits, as it would be acted upon."""
    return preview(open_sheet(by, sheet_id), by=by, on=on)


def preview(sheet: AccountSheet, *, by: Post, on: date, choices: Mapping[str, int] | None = None) -> SheetPreview:
    """A sheet as it would be acted upon; ``choices`` says which agency is meant by a name that was doubtful."""
    ground = _ground(by, on)
    entries: list[Entry] = []
    wrong: list[tuple[int, Problem]] = []  # by the number of the row
    unknown: list[tuple[int, Problem]] = []
    for line in lines(sheet.name, bytes(sheet.content)):
        found, problems = meant(line, on)
        unknown += ((line.number, one) for one in _unknown(line, ground, on, choices or {}))
        if found:
            entry, problems = _entry(line, found, ground, on, choices or {})
            entries += [] if problems else [entry]  # of what is refused nothing is shown as if it would be done
        wrong += ((line.number, one) for one in problems)
    entries = _apart(entries)
    wrong += (*_twice(entries), *_sharing(entries))
    wrong += unknown if wrong else []  # else a person may say on the page which agency is meant
    told = tuple(problem for _, problem in sorted(wrong, key=lambda one: one[0]))
    return SheetPreview(sheet.pk, sheet.name, tuple(entries), told, agencies_to_choose(by, on=on))


def _ground(by: Post, on: date) -> Ground:
    own = list(people_of(by))
    by_name: dict[str, tuple[Account, ...]] = defaultdict(tuple)
    for account in own:
        by_name[fold(account.full_name)] += (account,)
    posts: dict[int, tuple[Post, ...]] = defaultdict(tuple)
    for post in Post.objects.filter(held_on(on), account__in=own).order_by("pk"):
        posts[post.account_id] += (post,)
    others = Account.objects.exclude(pk__in=[one.pk for one in own]).values_list("username", flat=True)
    names = dict(agencies_to_choose(by, on=on))
    directory = directory_of(by.agency.province_or_self, on=on)
    return Ground(directory, names, {one.username: one for one in own}, by_name, posts, frozenset(others))


def _entry(line: Line, found: Meant, ground: Ground, on: date, choices: Mapping[str, int]) -> tuple[Entry, list[Problem]]:
    agency, sure = _agency(found.agency, ground, on, choices)
    account, problems = _account(line, found, agency, ground)
    post = _post(found, agency, ground.posts.get(account.pk, ())) if account else None
    told = _told(found, account, post)
    change = Change.NEW if account is None or post is None else Change.CHANGED if told else Change.UNCHANGED
    entry = Entry(
        line, found, found.agency, agency, ground.names.get(agency or 0, ""), sure,
        account.pk if account else None, post.pk if post else None, change, told, _doubt(found, account, ground),
    )  # fmt: skip
    return entry, problems


def _agency(written: str, ground: Ground, on: date, choices: Mapping[str, int]) -> tuple[int | None, bool]:
    """The agency that a name means, and whether it surely does."""
    if (chosen := choices.get(fold(written))) in ground.names:
        return chosen, True
    found = match(written, ground.agencies, on)
    agency = found.agency if found.agency in ground.names else None
    return agency, agency is not None and found.sure


def _unknown(line: Line, ground: Ground, on: date, choices: Mapping[str, int]) -> Iterator[Problem]:
    """That the agency of a row is none of the province, also where something else is wrong with the row."""
    written = line.at("agency")
    if written and _agency(written, ground, on, choices)[0] is None:
        fix = "ghi tên như trong danh sách cơ quan của tỉnh"
        yield line.wrong("agency", "people.sheet.agency-unknown", f"tỉnh không có cơ quan “{written}”", fix)


def _account(line: Line, found: Meant, agency: int | None, ground: Ground) -> tuple[Account | None, list[Problem]]:
    """Who is meant: by what they sign in with, else by name at that agency, else by name and address."""
    if found.username:
        if found.username in ground.foreign:
            fix = "chọn tên đăng nhập khác"
            return None, [line.wrong("username", "people.username-taken", f"“{found.username}” đã có người dùng", fix)]
        return _signing_in_so(line, found, ground)
    same = ground.by_name.get(fold(found.full_name), ())
    here = [one for one in same if any(post.agency_id == agency for post in ground.posts.get(one.pk, ()))]
    here = here or [one for one in same if found.email and one.email.lower() == found.email.lower()]
    if len(here) > 1:
        names = ", ".join(one.username for one in here)
        fix = f"ghi tên đăng nhập của người muốn nói: {names}"
        return None, [line.wrong("full_name", "people.sheet.same-name", "có hơn một người mang tên này ở cơ quan", fix)]
    return (here[0] if here else None), []


def _signing_in_so(line: Line, found: Meant, ground: Ground) -> tuple[Account | None, list[Problem]]:
    """Whose sign-in name it is; refused where the row names somebody else: a slip would hand them another's account."""
    account = ground.by_username.get(found.username)
    if account is None or fold(account.full_name) == fold(found.full_name):
        return account, []
    what = f"“{found.username}” là tên đăng nhập của {account.full_name}, không phải {found.full_name}"
    fix = "sửa tên đăng nhập hoặc để trống; muốn đổi họ tên thì đổi ở trang của người ấy"
    return account, [line.wrong("username", "people.sheet.other-person", what, fix)]


def _post(found: Meant, agency: int | None, held: tuple[Post, ...]) -> Post | None:
    """The post that a row means: of the same role there; else the only one there, whose role the row changes."""
    here = [post for post in held if post.agency_id == agency]
    same = [post for post in here if post.role == found.role]
    return same[0] if same else here[0] if len(here) == 1 else None


def _told(found: Meant, account: Account | None, post: Post | None) -> tuple[str, ...]:
    """What would change of somebody who is there: an empty cell of the sheet changes nothing."""
    pairs: list[tuple[str, str, str]] = []
    if account:
        pairs += [("họ và tên", account.full_name, found.full_name), ("thư điện tử", account.email, found.email)]
    if post:
        pairs += [("chức vụ", post.title, found.title), ("vai trò", str(Role(post.role).label), str(found.role.label))]
    return tuple(f"{what}: {before or '–'} → {now}" for what, before, now in pairs if now and before != now)


def _doubt(found: Meant, account: Account | None, ground: Ground) -> str:
    """Somebody new whose name another bears: perhaps the same person."""
    same = ground.by_name.get(fold(found.full_name), ())
    if account or not same:
        return ""
    names = ", ".join(one.username for one in same)
    return f"trùng tên với người đã có ({names}); nếu là một người, ghi tên đăng nhập đó vào bảng"


def _apart(entries: list[Entry]) -> list[Entry]:
    """Where several rows give one person several roles at one agency, none of them changes the role of another's post."""
    counted = Counter((entry.account_id, entry.agency_id) for entry in entries)

    def second(entry: Entry) -> bool:
        changes_role = any(told.startswith("vai trò") for told in entry.told)
        return entry.post_id is not None and changes_role and counted[entry.account_id, entry.agency_id] > 1

    return [replace(entry, post_id=None, change=Change.NEW, told=()) if second(entry) else entry for entry in entries]


def _twice(entries: Iterable[Entry]) -> Iterator[tuple[int, Problem]]:
    """Rows that say the same of the same person."""
    first: dict[tuple[str, str, int | None, Role], int] = {}
    for entry in entries:
        key = (entry.person, fold(entry.meant.full_name), entry.agency_id, entry.meant.role)
        above = first.setdefault(key, entry.line.number)
        if above != entry.line.number:
            what = f"{entry.meant.full_name} đã có ở dòng {above}, cùng cơ quan và vai trò"
            yield entry.line.number, entry.line.wrong("full_name", "people.sheet.twice", what, "xóa một trong hai dòng")


def _sharing(entries: Iterable[Entry]) -> Iterator[tuple[int, Problem]]:
    """Rows that give several people one name to sign in with: else the second would be given the first one's account."""
    first: dict[str, Entry] = {}
    for entry in entries:
        above = first.setdefault(entry.meant.username, entry) if entry.meant.username else entry
        if fold(above.meant.full_name) != fold(entry.meant.full_name):
            what = f"“{entry.meant.username}” đã ghi cho {above.meant.full_name} ở dòng {above.line.number}"
            fix = "ghi cho mỗi người một tên, hoặc để trống để phần mềm đặt"
            yield entry.line.number, entry.line.wrong("username", "people.sheet.same-username", what, fix)
