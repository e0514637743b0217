"""Addresses of work: tasks and what is done, said, proved and asked at them."""

from django.urls import path

from longdan.web.workspace.views import evidence, tasks

urlpatterns = [
    path("nhiem-vu/<int:task_id>", tasks.task_page, name="task"),
    path("nhiem-vu/<int:task_id>/trao-doi", tasks.say, name="comment"),
    path("nhiem-vu/<int:task_id>/da-doc", tasks.read_calls, name="read-calls"),
    path("nhiem-vu/<int:task_id>/nhap-tam", tasks.keep_draft, name="keep-draft"),
    path("trao-doi/<int:comment_id>/rut", tasks.change_comment, {"verb": "rut"}, name="withdraw-comment"),
    path("trao-doi/<int:comment_id>/lay-lai", tasks.change_comment, {"verb": "lay-lai"}, name="restore-comment"),
    path("duoc-giao/ca-loat", tasks.take_with_several, name="step-of-several"),
    path("duoc-giao/<int:assignment_id>/kho-khan", tasks.raise_difficulty, name="raise-difficulty"),
    path("duoc-giao/<int:assignment_id>/<str:verb>", tasks.take_step, name="step"),
    path("kho-khan/<int:difficulty_id>/<str:verb>", tasks.handle_difficulty, name="handle-difficulty"),
    path("tai-lieu/nop", evidence.add, name="add-evidence"),
    path("tai-lieu/<int:evidence_id>/phien-ban", evidence.add_version, name="add-version"),
    path("tai-lieu/<int:evidence_id>/rut", evidence.withdraw, name="withdraw-evidence"),
    path("tai-lieu/<int:evidence_id>/lay-lai", evidence.restore, name="restore-evidence"),
    path("tai-lieu/tep/<int:version_id>", evidence.download, name="evidence-file"),
    path("nguoi/goi-y", tasks.suggest_people, name="suggest-people"),
]
