"""The reference pages, each printed from the code that it is about."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longdan.config.settings")
django.setup()  # the pages read models
