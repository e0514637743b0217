"""Agencies, their names, the people who hold posts in them, and what a post may do."""
