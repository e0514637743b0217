"""The words of documents and reports that are there already, made comparable for the search."""

from django.db import migrations

from longdan.core.vietnamese import fold

SOME = 500


def fold_words(apps, schema_editor):
    Document, Passage, Update = (apps.get_model("longdan", name) for name in ("Document", "Passage", "Update"))
    for document in Document.objects.iterator():
        passages = list(document.passages.all())
        for passage in passages:
            passage.folded = fold(document.text[passage.start : passage.end])
        Passage.objects.bulk_update(passages, ["folded"], batch_size=SOME)
    updates = list(Update.objects.all())
    for update in updates:
        update.folded = fold(update.text)
    Update.objects.bulk_update(updates, ["folded"], batch_size=SOME)


class Migration(migrations.Migration):
    dependencies = [("longdan", "0008_work_together")]
    operations = [migrations.RunPython(fold_words, migrations.RunPython.noop)]
