"""The people of the province: the list, one person, and what administrators do about them."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from longdan.app.agencies.models import Role
from longdan.app.people.actions.handing_over import hand_over
from longdan.app.people.actions.locks import release
from longdan.app.people.actions.passwords import invite, invite_by_mail
from longdan.app.people.actions.posts import (
    add_person,
    change_person,
    change_post,
    close_account,
    end_post,
    give_post,
    open_account,
)
from longdan.app.people.previewing.forms import person_to_change, post_to_give, post_to_hand_over, seats
from longdan.app.people.queries.listing import Wanted, people_page
from longdan.app.people.queries.people import PostRow, person, post_of_person
from longdan.app.people.states import VALID
from longdan.core.problems import ProblemsFound
from longdan.web.shared.leaves import leaf as leaf_of
from longdan.web.shared.presence import origin_of
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace import people_forms as forms
from longdan.web.workspace.pages.work import counted
from longdan.web.workspace.pages.work import number as leaf

PER_PAGE = 50
STATES = (
    ("active", gettext_lazy("Tài khoản mở")),
    ("inactive", gettext_lazy("Đã khóa")),
    ("no_password", gettext_lazy("Chưa có mật khẩu")),
)


@signed_in
def listed(request: Signed) -> HttpResponse:
    wanted, on = asked(request.GET), timezone.localdate()
    number = leaf(request.GET)
    part = slice((number - 1) * PER_PAGE, number * PER_PAGE)
    page = people_page(request.post, wanted, at=timezone.now(), on=on, part=part)
    found = page.people
    context = {
        "people": found.rows,
        "count": found.count,
        "page": leaf_of(found.count, PER_PAGE, number),
        "asked": wanted,
        "narrowed": wanted != Wanted(),
        "states": STATES,
        "roles": Role.choices,
        "agencies": page.agencies,
        "administers": page.administers,
    }
    return render(request, "workspace/people/list.html", context)


def asked(sent: QueryDict) -> Wanted:
    """The filters of an address; what means nothing is left out."""
    agency, role = sent.get("co-quan", ""), sent.get("vai-tro", "")
    state = sent.get("tinh-trang", "")
    return Wanted(
        sent.get("tim", "").strip(),
        counted(agency),
        role if role in Role.values else "",
        state if state in dict(STATES) else "",
    )


@signed_in
def person_page(request: Signed, account_id: int) -> HttpResponse:
    page = person(request.post, account_id, at=timezone.now(), on=timezone.localdate())
    return render(request, "workspace/people/person.html", {"page": page, "one": page.person})


@signed_in
def add(request: Signed) -> HttpResponse:
    """Somebody new, with a first post."""
    on = timezone.localdate()
    form = forms.NewPerson(request.POST or None, agencies=seats(request.post, on=on), on=on)

    def act() -> int:
        return add_person(name=form.name(), seat=form.seat(), by=request.post, at=timezone.now()).pk

    told = {"heading": _("Thêm người"), "verb": _("Thêm người này"), "sentence": _("Sau khi thêm, mời người đó đặt mật khẩu.")}
    return filled(request, form, act, _("Đã thêm. Mời người này đặt mật khẩu ở đây."), told)


def filled(request: Signed, form: Form, act: Callable[[], int], done: str, told: Mapping[str, object]) -> HttpResponse:
    """The page of a form: shown, refused with all its problems, or acted upon; then the person's page."""
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            account_id = act()
        except ProblemsFound as found:
            problems = found.problems
        else:
            messages.success(request, done)
            return redirect("person", account_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "problems": problems, "one": None, "posts": None, **told}
    return render(request, "workspace/people/form.html", context, status=status)


@signed_in
def change(request: Signed, account_id: int) -> HttpResponse:
    """Mend a person's name, sign-in name, address."""
    one = person_to_change(request.post, account_id, at=timezone.now(), on=timezone.localdate())
    now = {"full_name": one.full_name, "username": one.username, "email": one.email}
    form = forms.Who(request.POST or None, initial=now)

    def act() -> int:
        return change_person(account_id=account_id, name=form.name(), by=request.post, at=timezone.now()).pk

    return filled(request, form, act, _("Đã sửa."), {"heading": _("Sửa thông tin"), "verb": _("Lưu"), "one": one})


@signed_in
def new_post(request: Signed, account_id: int) -> HttpResponse:
    """One more post for a person."""
    on = timezone.localdate()
    one, agencies = post_to_give(request.post, account_id, at=timezone.now(), on=on)
    form = forms.Place(request.POST or None, agencies=agencies, on=on)

    def act() -> int:
        return give_post(account_id=account_id, seat=form.seat(), by=request.post, at=timezone.now()).account_id

    return filled(
        request, form, act, _("Đã giao vị trí."), {"heading": _("Giao thêm vị trí"), "verb": _("Giao vị trí"), "one": one}
    )


@signed_in
def hand_post_over(request: Signed, post_id: int) -> HttpResponse:
    """A post that changes its holder."""
    on = timezone.localdate()
    one, held, people = post_to_hand_over(request.post, post_id, at=timezone.now(), on=on)
    form = forms.HandOver(request.POST or None, people=people, initial={"title": held.title, "effective": on})

    def act() -> int:
        sent, at = form.cleaned_data, timezone.now()
        order = {"to": form.receiver(), "title": sent["title"], "effective": sent["effective"]}
        return hand_over(post_id=post_id, by=request.post, at=at, **order).new.account_id

    told = {"heading": _("Bàn giao vị trí"), "verb": _("Bàn giao"), "one": one, "sentence": handing(held)}
    return filled(request, form, act, _("Đã bàn giao vị trí."), told)


def handing(held: PostRow) -> str:
    told = _("%(title)s, %(agency)s. Việc đang phụ trách, bản đọc đang mở, bản nháp và lời nhắc chưa đọc chuyển sang người nhận; "
             "việc đã làm vẫn đứng tên người cũ.")  # fmt: skip
    return told % {"title": held.title, "agency": held.agency}


@signed_in
def mend_post(request: Signed, post_id: int) -> HttpResponse:
    """Another title or role in a post that goes on."""
    one, held = post_of_person(request.post, post_id, at=timezone.now(), on=timezone.localdate())
    form = forms.Mended(request.POST or None, initial={"title": held.title, "role": held.role})

    def act() -> int:
        title, role = form.cleaned_data["title"], Role(form.cleaned_data["role"])
        return change_post(post_id=post_id, title=title, role=role, by=request.post, at=timezone.now()).account_id

    told = {"heading": _("Sửa vị trí"), "verb": _("Lưu"), "one": one, "sentence": held.agency}
    return filled(request, form, act, _("Đã sửa vị trí."), told)


@signed_in
def end(request: Signed, post_id: int) -> HttpResponse:
    """A post that nobody takes over."""
    one, held = post_of_person(request.post, post_id, at=timezone.now(), on=timezone.localdate())
    form = forms.Ending(request.POST or None, initial={"until": timezone.localdate()})

    def act() -> int:
        return end_post(post_id=post_id, until=form.cleaned_data["until"], by=request.post, at=timezone.now()).account_id

    told = {"heading": _("Kết thúc vị trí"), "verb": _("Kết thúc"), "one": one, "sentence": f"{held.title}, {held.agency}."}
    return filled(request, form, act, _("Đã kết thúc vị trí."), told)


@require_POST
@signed_in
@never_cache
def invite_on_paper(request: Signed, account_id: int) -> HttpResponse:
    """A letter to be printed and handed over; its code is shown this once."""
    code = invite(account_id=account_id, by=request.post, at=timezone.now())
    one = person(request.post, account_id, at=timezone.now(), on=timezone.localdate()).person
    letters = [{"one": one, "code": code}]
    context = {"letters": letters, "origin": origin_of(request), "until": timezone.now() + VALID}
    return render(request, "workspace/people/paper.html", context)


@require_POST
@signed_in
def invite_with_letter(request: Signed, account_id: int) -> HttpResponse:
    account = invite_by_mail(account_id=account_id, by=request.post, origin=origin_of(request), at=timezone.now())
    messages.success(request, _("Thư mời đang được gửi đến %(email)s.") % {"email": account.email})
    return redirect("person", account_id)


DEEDS = {
    "khoa": (close_account, gettext_lazy("Đã khóa tài khoản; các phiên đang mở đã kết thúc.")),
    "mo-lai": (open_account, gettext_lazy("Đã mở lại tài khoản.")),
    "go-khoa": (release, gettext_lazy("Đã mở khóa đăng nhập; người này có thể thử lại ngay.")),
}


@require_POST
@signed_in
def deed(request: Signed, account_id: int, verb: str) -> HttpResponse:
    """Close, open again, release."""
    act, done = DEEDS[verb]
    act(account_id=account_id, by=request.post, at=timezone.now())
    messages.success(request, done)
    return redirect("person", account_id)
