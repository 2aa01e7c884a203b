"""The model coder: one small encoder, one pass a sentence, all heads at once.

``words`` cuts a sentence as the encoder reads it, ``network`` runs the shipped weights,
``decode`` turns scores into spans and links, ``coder`` makes events of them together with
the actors, dates and attribution rules.
"""
