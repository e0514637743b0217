"""Which ranks figures with sampling error allow: confidence sets for ranks, the best few, tiers fit to be published."""
