"""Work on what others give us, in a process of its own that can take only so much. Knows the standard library alone.

`call("module:function", data)` runs a function of ours on a file's bytes; what goes wrong comes back as Unreadable
with a sentence. What comes back is data (bytes, JSON), never a pickle: nothing that the process says is run.

What holds where:

- Linux: memory (address space), processor time, wall time, size of what is written, no core dumps, lower priority.
  No file, socket or pipe can be opened: the kernel gives the process no further descriptor. Where the server is not
  root, no further process or thread either. Killed with its group when time is up, and when the caller goes.
- macOS: all of that but the limit of memory, which its kernel does not keep, and, where the process that forks is
  itself killed by force, the end with its parent: there the limit of processor time ends it.

It bounds what a hostile file can take. It is no jail for a file that takes over the process: that could still send
signals to processes of the same user and rename files by their path.
"""

from .call import Made, call
from .limits import Limits, Unreadable

__all__ = ["Limits", "Made", "Unreadable", "call"]
