"""“Cite this”: short names, captions and citations by the rules of DOMAIN 8, pure."""
