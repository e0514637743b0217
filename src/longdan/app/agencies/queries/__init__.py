"""Looking up agencies, people, and what they did."""

from longdan.app.agencies.queries.listing import Listing, Standing, Wanted, listing
from longdan.app.agencies.queries.pages import AgencyPage, agency
from longdan.app.agencies.queries.people import demo_posts, demo_province, posts_of
from longdan.app.agencies.queries.places import known_places
from longdan.app.agencies.queries.typing import agencies_holding, agency_typed
from longdan.app.agencies.queries.units import (
    AgencyRow,
    agencies,
    directory_of,
    heirs_today,
    in_force,
    in_province,
    members,
    of_province,
    row,
)

__all__ = [
    "AgencyPage",
    "AgencyRow",
    "Listing",
    "Standing",
    "Wanted",
    "agencies",
    "agencies_holding",
    "agency",
    "agency_typed",
    "demo_posts",
    "demo_province",
    "directory_of",
    "heirs_today",
    "in_force",
    "in_province",
    "known_places",
    "listing",
    "members",
    "of_province",
    "posts_of",
    "row",
]
