"""What people send: files, corrections, names of agencies, progress."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from longdan.core.documents.sources import SourceFile
from longdan.core.problems import refuse


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        one = super().clean
        return [one(each, initial) for each in (data if isinstance(data, list | tuple) else [data])]


class Files(forms.Form):
    """Files handed over as one plan."""

    documents = FilesField(allow_empty_file=True)

    def sources(self) -> list[SourceFile]:
        if not self.is_valid():
            raise refuse("web.no-file", "trang nhập văn bản", "Chưa chọn tệp nào.", "Chọn ít nhất một tệp rồi bấm Gửi để đọc.")
        return [SourceFile(file.name or "van-ban", file.read()) for file in self.cleaned_data["documents"]]


class Progress(forms.Form):
    """What an agency, or whoever checks it, says about a task."""

    text = forms.CharField(required=False)
    percent_done = forms.IntegerField(required=False, min_value=0, max_value=100)
    task_id = forms.IntegerField()

    def words(self) -> str:
        return str(self.checked().get("text", "")).strip()

    def percent(self) -> int:
        if "percent_done" in self.errors:
            raise refuse("web.percent", "tiến độ", "mức hoàn thành phải từ 0 đến 100", "viết một số nguyên, ví dụ 60")
        return int(self.checked().get("percent_done") or 0)

    def task(self) -> int | None:
        """The task whose page to go back to; None where the page did not say."""
        return self.checked().get("task_id")

    def checked(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
