"""How the program begins."""

import sys
from importlib.abc import MetaPathFinder

import pytest

from rasid.entry import main


class Interrupted(MetaPathFinder):
    """Ctrl-C while the command line is being loaded."""

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        """Nothing is found."""
        if name == "rasid.cli":
            raise KeyboardInterrupt


def test_ctrl_c_while_it_is_being_loaded_ends_it_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "rasid.cli", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
