"""The page of settings: every variable of the environment that is understood."""

from docs.pages.tables import table
from longdan.config.env import PREFIX, READERS

MEANINGS = {
    "DATA": ("folder", "where database, files and secret lie", "`var/` in the repository"),
    "DATABASE": (
        "`postgresql://user:password@host:port/name` or `sqlite:///path`",
        "where the tables are",
        "SQLite, `longdan.db` in the data folder",
    ),
    "DEBUG": ("`0` or `1`", "pages that show errors to developers; never on a network", "`0`"),
    "DEMO": ("`0` or `1`", "says on every page that the province is fictional, and shows the demo's sign-ins", "`0`"),
    "SECRET": ("at least 32 characters", "signs sessions and links", "made at the first start, kept in the data folder"),
    "ALLOWED_HOSTS": ("names with commas between", "names under which the pages are asked for", "`localhost,127.0.0.1,[::1]`"),
    "HTTPS": ("`0` or `1`", "a proxy in front speaks HTTPS: cookies and links are secure only", "`0`"),
    "MAIL": (
        "`smtp://user:password@host:587` (STARTTLS), `smtps://user:password@host:465`, `file:///folder` or `console:`",
        "how letters leave: forgotten passwords, invitations",
        "`console:`, the letters are written where `longdan serve` runs",
    ),
    "MAIL_FROM": ("an address, or `Name <address>`", "who letters come from", "`Lòng Dân <longdan@localhost>`"),
}


def page() -> str:
    rows = [(f"`{PREFIX}{key}`", *(MEANINGS[key][at] for at in (1, 0, 2))) for key in READERS]
    head = (
        "# Thiết lập · Settings\n\nRead once, from the environment, at the start. A name that is not understood, or a value that "
        "cannot be read, stops the start with a text that says what to write instead."
    )
    return head + "\n\n" + table(("variable", "what for", "written as", "without it"), rows)
