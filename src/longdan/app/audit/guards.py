"""Triggers that let the events be added to, never changed or deleted."""

from collections.abc import Sequence

TABLE = "longdan_event"
SQLITE = {
    f"keep_event_{act}": f"CREATE TRIGGER keep_event_{act} BEFORE {act.upper()} ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END"
    for act in ("update", "delete")
}
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION keep_event() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit trail is only ever added to'; END $$",
    f"CREATE TRIGGER keep_event BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION keep_event()",
)


def raising(vendor: str) -> Sequence[str]:
    """The statements that set the guard up."""
    return POSTGRESQL if vendor == "postgresql" else tuple(SQLITE.values())


def lifting(vendor: str) -> Sequence[str]:
    """The statements that take the guard away: for undoing the migration, and for emptying a test's database."""
    if vendor == "postgresql":
        return (f"DROP TRIGGER keep_event ON {TABLE}",)
    return tuple(f"DROP TRIGGER {name}" for name in SQLITE)
