"""Language: sentences, words and dates of a text. No actors and no events yet."""

from dragoman.language.sentences import split_sentences
from dragoman.language.tokens import Token, tokenize

__all__ = ["Token", "split_sentences", "tokenize"]
