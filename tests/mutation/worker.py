"""A server in a process of its own, as the command asks it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from config.data_folder import CHECKOUT


class Worker:
    """A server in its own copy of the checkout."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        named = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(named, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
        for name in filter(None, listed.split("\0")):
            if (CHECKOUT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(CHECKOUT / name, folder / name)
        command = ["nice", "-n", "19", sys.executable, "-m", "tests.mutation.server"]
        self._server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, question: dict[str, Any]) -> Any:
        """The server's answer. Raises RuntimeError when it has ended."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        print(json.dumps(question), file=self._server.stdin, flush=True)
        if line := self._server.stdout.readline():
            return json.loads(line)
        raise RuntimeError("The worker has ended; why stands above. Install what requirements-dev.txt names.")

    def stop(self) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait()
