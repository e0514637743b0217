"""Addresses of work: tasks, what is done, said and proved at them; lists, the search, the calendar."""

from django.urls import path

from longdan.web.workspace.views import evidence, tasks, work

urlpatterns = [
    path("nhiem-vu/<int:task_id>", tasks.task_page, name="task"),
    path("nhiem-vu/<int:task_id>/trao-doi", tasks.say, name="comment"),
    path("nhiem-vu/<int:task_id>/da-doc", tasks.read_calls, name="read-calls"),
    path("nhiem-vu/<int:task_id>/nhap-tam", tasks.keep_draft, name="keep-draft"),
    path("trao-doi/<int:comment_id>/rut", tasks.change_comment, {"verb": "rut"}, name="withdraw-comment"),
    path("trao-doi/<int:comment_id>/lay-lai", tasks.change_comment, {"verb": "lay-lai"}, name="restore-comment"),
    path("duoc-giao/phu-trach", tasks.entrust, name="entrust"),
    path("duoc-giao/ca-loat", tasks.take_with_several, name="step-of-several"),
    path("duoc-giao/<int:assignment_id>/kho-khan", tasks.raise_difficulty, name="raise-difficulty"),
    path("duoc-giao/<int:assignment_id>/<str:verb>", tasks.take_step, name="step"),
    path("kho-khan/<int:difficulty_id>/<str:verb>", tasks.handle_difficulty, name="handle-difficulty"),
    path("tai-lieu/nop", evidence.add, name="add-evidence"),
    path("tai-lieu/<int:evidence_id>/phien-ban", evidence.add_version, name="add-version"),
    path("tai-lieu/<int:evidence_id>/rut", evidence.withdraw, name="withdraw-evidence"),
    path("tai-lieu/<int:evidence_id>/lay-lai", evidence.restore, name="restore-evidence"),
    path("tai-lieu/tep/<int:version_id>", evidence.download, name="evidence-file"),
    path("tai-lieu/tep/<int:version_id>/anh", evidence.picture, name="evidence-picture"),
    path("co-quan/<int:agency_id>/viec", work.agency_list, name="agency-work"),
    path("co-quan/<int:agency_id>/don-doc", tasks.urge, name="urge-agency"),
    path("ke-hoach/<int:plan_id>/don-doc", tasks.urge, name="urge-plan"),
    path("kho-khan/", work.difficulty_list, name="difficulties"),
    path("tim", work.find, name="search"),
    path("lich/", work.calendar, name="calendar"),
    path("lich/mo-dia-chi", work.open_feed, name="open-feed"),
    path("lich/khoa-dia-chi", work.revoke_feed, name="revoke-feed"),
    path("lich/<str:secret>.ics", work.read_feed, name="feed"),
    path("nguoi/goi-y", tasks.suggest_people, name="suggest-people"),
]
