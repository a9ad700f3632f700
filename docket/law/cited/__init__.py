"""What a text cites: statutes, regulations and reported cases, with the address of each where that is stable. Pure."""

from .find import Cited, find

__all__ = ["Cited", "find"]
