"""Lòng Dân: a province's plans become accountable work, measured with the indices that people's opinion decides."""

__version__ = "0.1.0"
