"""The copy of a PDF that readers get: written anew, with what its pages show and nothing beside it. Runs confined."""
