"""`rasid demo`: everything in one go, as a newcomer runs it."""

import asyncio
import os
import signal
from collections import Counter
from pathlib import Path

import pytest

from support.command_line import COMMAND, rasid
from support.waiting import eventually

MARK = "RASID_TEST_MARK"


def kind_and_language(line: dict[str, object]) -> tuple[str, str]:
    if "alert_id" in line:
        return "alert", line["cluster"]["reports"][0]["language"]  # type: ignore[index]
    return str(line.get("type", "dead letter")), line["article"]["language"]  # type: ignore[index]


async def test_the_samples_tell_of_meetings_troops_and_alerts_in_both_languages() -> None:
    finished = await rasid("demo")
    assert finished.exit_code == 0, finished.stderr
    seen = Counter(kind_and_language(line) for line in finished.lines)
    for kind in ("meeting", "troop_announcement", "alert"):
        for language in ("ar", "en"):
            assert seen[kind, language] >= 1, seen


async def test_a_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(
        "بغداد - التقى رئيس الوزراء العراقي سامر الجبوري اليوم الأحد في بغداد وزير الدفاع الفرنسي بول فيبر، "
        "وبحث الجانبان التعاون العسكري بين البلدين."
    )
    finished = await rasid("demo", str(file), "--published-at", "2026-11-22", "--once", "--json")
    assert finished.exit_code == 0, finished.stderr
    [meeting] = [line for line in finished.lines if line.get("type") == "meeting"]
    assert meeting["date"] == "2026-11-22"
    assert any(line.get("status") == "firing" for line in finished.lines if "alert_id" in line)


def processes_with(mark: str) -> list[int]:
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"{MARK}={mark}".encode() in environment.read_bytes():
                found.append(int(environment.parent.name))
        except OSError:  # another user's, or gone in the meantime
            continue
    return found


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
async def test_a_signal_leaves_nothing_behind(number: signal.Signals, tmp_path: Path) -> None:
    mark = f"{tmp_path}{number}"
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        "demo",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {MARK: mark},
    )
    await eventually(lambda: len(processes_with(mark)) == 5, 30, "a broker and three workers run")
    process.send_signal(number)
    _, stderr = await asyncio.wait_for(process.communicate(), 20)
    await eventually(lambda: not processes_with(mark), 10, "every process has ended")
    assert process.returncode == {signal.SIGINT: 130}.get(number, -number)
    assert b"Traceback" not in stderr
