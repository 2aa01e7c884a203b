"""The model coder: one small encoder, one pass a sentence, all heads at once.

``words`` cuts a sentence as the encoder reads it, ``network`` runs the shipped weights,
``decode`` turns scores into spans and links. ``candidates`` are who may take a role, ``sides``
who takes it, ``voices`` who says so; ``coder`` makes events of them together with dates and the
rules' second opinion (``confidence``). ``relate`` answers for two given actors.
"""
