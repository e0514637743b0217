"""What people send from the page of a task: words, files, choices of several things."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404

from longdan.core.documents.sources import SourceFile
from longdan.core.problems import refuse
from longdan.web.workspace.forms import FilesField


class Words(forms.Form):
    """Words said at a task; ``place`` names the field in which they stood."""

    task_id = forms.IntegerField()
    text = forms.CharField(required=False, strip=False)
    proposal = forms.CharField(required=False)
    place = forms.CharField(required=False)

    def sent(self) -> dict[str, Any]:
        """What was said; nobody knows where to go back to where the page did not say its task."""
        if not self.is_valid() and "task_id" in self.errors:
            raise Http404("task_id")
        return {"text": "", "proposal": ""} | self.cleaned_data


class Proof(forms.Form):
    """Files of evidence: chosen, dropped, or taken with the camera of a telephone."""

    task_id = forms.IntegerField()
    assignment_id = forms.IntegerField(required=False)
    title = forms.CharField(required=False, max_length=300)
    documents = FilesField(allow_empty_file=True, required=False)

    def sources(self) -> list[SourceFile]:
        self.is_valid()
        sent: list[UploadedFile | None] = self.cleaned_data.get("documents") or []
        return [SourceFile(file.name or "tep", file.read()) for file in sent if file]

    def value(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name)


def several(numbers: list[str]) -> list[int]:
    """The assignments that were chosen in a list."""
    if any(not number.isdecimal() or len(number) > 15 for number in numbers):
        raise refuse("web.choice", "danh sách", "có một lựa chọn không đọc được", "tải lại trang rồi chọn lại")
    return [int(number) for number in numbers]
