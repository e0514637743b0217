"""The pure storey: values in, a value out; no Django, no clock, no network, no environment."""
