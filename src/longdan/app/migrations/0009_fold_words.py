"""The words of documents and reports that are there already, made comparable for the search."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from longdan.core.vietnamese import fold

SOME = 500


def fold_words(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    documents, passages_, updates_ = (apps.get_model("longdan", name).objects for name in ("Document", "Passage", "Update"))
    for document in documents.iterator():
        passages = list(document.passages.all())
        for passage in passages:
            passage.folded = fold(document.text[passage.start : passage.end])
        passages_.bulk_update(passages, ["folded"], batch_size=SOME)
    updates = list(updates_.all())
    for update in updates:
        update.folded = fold(update.text)
    updates_.bulk_update(updates, ["folded"], batch_size=SOME)


class Migration(migrations.Migration):
    dependencies = [("longdan", "0008_work_together")]
    operations = [migrations.RunPython(fold_words, migrations.RunPython.noop)]
