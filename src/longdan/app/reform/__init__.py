"""Reform of a province's agencies: dissolving, merging, dividing them, with what becomes of their work and their people."""
