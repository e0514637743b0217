"""The people of a province: the list, one person with posts and ways in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Prefetch, QuerySet
from django.utils.translation import gettext

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.models import Account, Agency, Post, Role
from longdan.app.agencies.queries.people import held_on
from longdan.app.agencies.queries.units import in_province, of_province
from longdan.app.people.access import locked, locked_until
from longdan.app.people.models import Invitation
from longdan.app.people.states import digest
from longdan.core.problems import refuse
from longdan.core.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class PostRow:
    id: int
    agency_id: int
    agency: str
    title: str
    role: str
    role_label: str
    since: date
    until: date | None
    held: bool  # on the day that was asked about
    handed_to: str = ""  # "Lê Thị Chi từ 01/03/2026"


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: int
    full_name: str
    posts: tuple[PostRow, ...]
    active: bool
    # What only administrators are shown; nothing for others.
    username: str = ""
    email: str = ""
    has_password: bool = True
    last_seen: datetime | None = None
    locked_until: datetime | None = None
    invited_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PersonPage:
    person: PersonRow
    may_administer: bool
    own: bool


def people_of(post: Post) -> QuerySet[Account]:
    """Everybody who holds or held a post in the province of ``post``."""
    here = in_province(post.agency.province_or_self)
    return Account.objects.filter(pk__in=Post.objects.filter(agency__in=here).values("account"))


def by_given_name(full_name: str) -> str:
    """Vietnamese lists of people go by the given name, which stands last."""
    words = full_name.split()
    return sort_key(" ".join(words[-1:] + words[:-1]))


def rows_of(found: QuerySet[Account], post: Post, at: datetime, on: date) -> list[PersonRow]:
    """People with the posts that they hold on a day, and what ``post`` may know of them besides."""
    shown = found.select_related("invitation").prefetch_related(_posts(on))
    accounts = list(shown)
    full = may(post, Right.ADMINISTER_PEOPLE, on=post.agency)
    shut = locked([one.username for one in accounts], at=at) if full else {}
    return [_row(one, on, at, shut.get(one.username), full=full) for one in accounts]


def _posts(on: date, *, all_of_them: bool = False) -> "Prefetch[str, QuerySet[Post], str]":
    rows = Post.objects.select_related("agency").order_by("since", "pk")
    rows = rows.select_related("handed_over__new__account") if all_of_them else rows.filter(held_on(on))
    return Prefetch("posts", queryset=rows, to_attr="shown_posts")


def _row(one: Account, on: date, at: datetime, shut: datetime | None, *, full: bool) -> PersonRow:
    posts = tuple(_post(held, on) for held in one.shown_posts)  # type: ignore[attr-defined]  # of the prefetch
    if not full:
        return PersonRow(one.pk, one.full_name, posts, one.is_active)
    invitation = getattr(one, "invitation", None)
    waits = invitation and not invitation.used_at and invitation.expires_at > at
    return PersonRow(
        one.pk,
        one.full_name,
        posts,
        one.is_active,
        username=one.username,
        email=one.email,
        has_password=one.has_usable_password(),
        last_seen=one.last_login,
        locked_until=shut,
        invited_until=invitation.expires_at if invitation and waits else None,
    )


def _post(held: Post, on: date) -> PostRow:
    now = held.since <= on and (held.until is None or held.until > on)
    given = getattr(held, "handed_over", None) if "handed_over" in held._state.fields_cache else None
    told = ""
    if given:
        told = gettext("%(name)s từ %(day)s") % {"name": given.new.account.full_name, "day": f"{given.effective:%d/%m/%Y}"}
    label = str(Role(held.role).label)
    return PostRow(held.pk, held.agency_id, held.agency.name, held.title, held.role, label, held.since, held.until, now, told)


def person(post: Post, account_id: int, *, at: datetime, on: date) -> PersonPage:
    """One person of the province: posts of all times; for administrators, and for themselves, their ways in."""
    own = account_id == post.account_id
    require(post, Right.SEE, on=post.agency)
    one = people_of(post).select_related("invitation").prefetch_related(_posts(on, all_of_them=True)).get(pk=account_id)
    full = administers(post, account_id)
    row = _row(one, on, at, locked_until(one.username, at=at) if full else None, full=full or own)
    return PersonPage(row, full, own)


def administers(by: Post, account_id: int) -> bool:
    """Whether a post may administer a person: everywhere where that person holds or held a post."""
    agencies = Agency.objects.filter(posts__account=account_id).distinct()
    return all(may(by, Right.ADMINISTER_PEOPLE, on=agency) for agency in agencies or [by.agency])


def administered(by: Post, account_id: int) -> Account:
    """A person whom a post may administer, locked until the transaction ends; anybody else is refused."""
    account = Account.objects.select_for_update(no_key=True).get(pk=account_id)
    for agency in Agency.objects.filter(posts__account=account_id).distinct() or [by.agency]:
        require(by, Right.ADMINISTER_PEOPLE, on=agency)
    return account


def agencies_to_choose(post: Post, *, on: date) -> tuple[tuple[int, str], ...]:
    """The agencies of the province in force on a day, for a list to choose from."""
    rows = of_province(post.agency.province_or_self, on).order_by(F("province").asc(nulls_first=True), "sort_key")
    return tuple(rows.values_list("pk", "name"))


def open_invitation(code: str, *, at: datetime) -> Invitation:
    """The invitation of a code that still holds; refused in the same words whatever is wrong with it."""
    found = Invitation.objects.select_related("account").filter(digest=digest(code)).first()
    if found is None or found.used_at or found.expires_at <= at or not found.account.is_active:
        raise refuse("people.invitation", "mã mời", "mã này không còn dùng được", "nhờ người quản trị của tỉnh cấp mã mới")
    return found


def letter_to(account_id: int) -> Account:
    """Who a letter goes to."""
    return Account.objects.get(pk=account_id, is_active=True)


def writer(post_id: int) -> Post:
    """The post in whose name the worker acts."""
    return Post.objects.select_related("account", "agency").get(pk=post_id)


def post_of_person(by: Post, post_id: int, *, at: datetime, on: date) -> tuple[PersonRow, PostRow]:
    """A post that ``by`` administers, with the person who holds it."""
    held = Post.objects.select_related("agency").get(pk=post_id)
    require(by, Right.ADMINISTER_PEOPLE, on=held.agency)
    one = person(by, held.account_id, at=at, on=on).person
    return one, next(row for row in one.posts if row.id == post_id)


def receivers(by: Post, post_id: int, *, on: date) -> tuple[tuple[int, str], ...]:
    """Who may take a post over: active people of the province, those of its agency first; id, name and posts."""
    old = Post.objects.get(pk=post_id)
    rows = people_of(by).filter(is_active=True).exclude(pk=old.account_id).prefetch_related(_posts(on))
    found = [_receiver(one, old.agency_id) for one in rows]
    return tuple((pk, words) for _, _, pk, words in sorted(found))


def _receiver(one: Account, agency_id: int) -> tuple[bool, str, int, str]:
    """Whether somebody is of another agency, by what they are sorted, who they are, in words."""
    held: list[Post] = one.shown_posts  # type: ignore[attr-defined]  # of the prefetch
    where = "; ".join(f"{post.title}, {post.agency.name}" for post in held) or one.username
    far = all(post.agency_id != agency_id for post in held)
    return far, by_given_name(one.full_name), one.pk, f"{one.full_name} – {where}"
