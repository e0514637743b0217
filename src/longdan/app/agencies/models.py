"""Agencies and the people who hold posts in them."""

from longdan.app.agencies.tables.people import Account, Accounts, Post, Role
from longdan.app.agencies.tables.units import COMMUNE_KINDS, Agency, AgencyKind, AgencyName, Succession

__all__ = ["COMMUNE_KINDS", "Account", "Accounts", "Agency", "AgencyKind", "AgencyName", "Post", "Role", "Succession"]
