"""Events: the PLOVER ontology, and the coders that find events in a text."""
