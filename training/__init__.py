"""How the shipped model is made, and what the corpus teaches. Needs the extra ``train``."""
