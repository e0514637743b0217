"""What people send about indices: a file, and what is in it."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext as _

from longdan.app.indices.models import SourceKind
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import refuse


class SourceForm(forms.Form):
    """A file with the kind that the sender says it is."""

    offered: ClassVar[tuple[SourceKind, ...]] = (SourceKind.SHEET,)
    kind_of_file = forms.ChoiceField(choices=[(kind.value, kind.label) for kind in offered])
    document = forms.FileField(allow_empty_file=True)

    def source(self) -> SourceFile:
        if not self.is_valid():
            what, fix = _("chưa chọn tệp, hoặc chưa chọn loại tệp"), _("chọn loại tệp, chọn tệp rồi bấm Gửi để xem")
            raise refuse("web.no-file", _("trang đưa bộ chỉ số vào"), what, fix)
        file = self.cleaned_data["document"]
        return SourceFile(file.name or "bo-chi-so.xlsx", file.read())

    def kind(self) -> SourceKind:
        return SourceKind(self.cleaned_data["kind_of_file"])
