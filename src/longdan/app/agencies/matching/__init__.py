"""Finding the agency, or the group of agencies, that a name in a document means."""

from longdan.app.agencies.matching.directory import Directory, Known, directory
from longdan.app.agencies.matching.finding import GROUP_LABELS, NONE, SURE, Group, Match, division, match
from longdan.app.agencies.matching.names import plain

__all__ = ["GROUP_LABELS", "NONE", "SURE", "Directory", "Group", "Known", "Match", "directory", "division", "match", "plain"]
