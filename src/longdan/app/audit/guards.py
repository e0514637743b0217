"""Triggers that let the events be added to, never changed or deleted."""

from collections.abc import Sequence

TABLE = "longdan_event"
REFUSE = "SELECT RAISE(ABORT, 'the audit trail is only ever added to')"
SQLITE = {
    **{
        f"keep_event_{act}": f"CREATE TRIGGER keep_event_{act} BEFORE {act.upper()} ON {TABLE} BEGIN {REFUSE}; END"
        for act in ("update", "delete")
    },
    # REPLACE deletes the row in its way without asking the trigger above.
    "keep_event_replace": f"CREATE TRIGGER keep_event_replace BEFORE INSERT ON {TABLE} "
    f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE number = NEW.number OR id = NEW.id) BEGIN {REFUSE}; END",
}
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION keep_event() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit trail is only ever added to'; END $$",
    f"CREATE TRIGGER keep_event BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION keep_event()",
    f"CREATE TRIGGER keep_all_events BEFORE TRUNCATE ON {TABLE} EXECUTE FUNCTION keep_event()",
)


def raising(vendor: str) -> Sequence[str]:
    """The statements that set the guard up."""
    return POSTGRESQL if vendor == "postgresql" else tuple(SQLITE.values())


def lifting(vendor: str) -> Sequence[str]:
    """The statements that take the guard away: for undoing the migration, and for emptying a test's database."""
    if vendor == "postgresql":
        return tuple(f"DROP TRIGGER IF EXISTS {name} ON {TABLE}" for name in ("keep_event", "keep_all_events"))
    return tuple(f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE)
