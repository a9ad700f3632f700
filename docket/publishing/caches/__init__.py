"""Caches before the public site, which are told of every act: what they are told, how, and what they did not hear."""
