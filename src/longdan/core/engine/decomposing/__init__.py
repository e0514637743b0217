"""Takes the change of a mark apart into what brought it about, so that the parts add up to the whole."""
