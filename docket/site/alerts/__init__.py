"""Mails to readers without an account: asked for on the public site, kept and sent by the worker.

The public site cannot write the record, nor read who asked for what. It leaves each request as a file in a folder
(spool); the worker takes them from there. What a mail tells is what the public site's own feed says at that moment.
"""
