"""What a plan measures: indices, criteria, targets, past results, units of a survey."""
