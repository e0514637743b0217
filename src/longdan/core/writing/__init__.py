"""Files that leave: calendars."""
