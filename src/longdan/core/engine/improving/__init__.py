"""Which criteria to raise, and how far: most points for an effort, or a goal for the least effort."""
