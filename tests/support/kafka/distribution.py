"""Apache Kafka's jars, fetched once with Maven into the user's cache."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic

HERE = Path(__file__).parent
POM = HERE / "pom.xml"
LOG_CONFIGURATION = HERE / "log4j2.xml"
CLUSTER_ID = "cmFzaWQtdGVzdHMtMDAwMA"
JAVA_VERSION = 17
FETCH_TIMEOUT = 600
"""Seconds for Maven to fetch 43 MB; a machine without a network fails sooner by itself."""

JVM_OPTIONS = (
    *("-Xms128m", "-Xmx512m"),
    # It lives for seconds: starting quickly counts, and not taking the cores of those who work beside it.
    *("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
    f"-Dlog4j2.configurationFile={LOG_CONFIGURATION}",
)


class KafkaUnavailableError(Exception):
    """Apache Kafka cannot be run on this machine; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A folder with Kafka's jars."""

    jars: Path

    def storage(self, node_id: int) -> Path:
        """Where the formatted storage of that node is kept for the next time."""
        return self.jars.with_name(f"{self.jars.name}-storage-{node_id}")

    def command(self, main_class: str, *arguments: str) -> list[str]:
        """The command line that runs one of Kafka's main classes."""
        return ["java", *JVM_OPTIONS, "-cp", f"{self.jars}/*", main_class, *arguments]


@cache
def fetched_distribution() -> Distribution:
    """Kafka's jars, fetched now where the cache has none; safe when two do it at once.

    The cache is `$RASID_CACHE`, else `$XDG_CACHE_HOME/rasid` or `~/.cache/rasid`. Raises KafkaUnavailableError.
    """
    _require_java_and_maven()
    jars = _cache() / f"kafka-{_version()}"
    if not jars.exists():
        with _locked(jars.with_name(f"{jars.name}.lock")):
            if not jars.exists():  # somebody else may have fetched them meanwhile
                _fetch(jars)
    return Distribution(jars)


def _require_java_and_maven() -> None:
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if missing:
        raise KafkaUnavailableError(f"not installed: {', '.join(missing)} (Java {JAVA_VERSION} and Maven are needed)")
    version = _output(["java", "-version"], 60)
    found = re.search(r'version "(\d+)', version)
    if found is None or int(found[1]) < JAVA_VERSION:
        raise KafkaUnavailableError(f"Java {JAVA_VERSION} or newer is needed, not: {version.splitlines()[0]}")


def _cache() -> Path:
    given = os.environ.get("RASID_CACHE")
    user_cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(given) if given else user_cache / "rasid"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _version() -> str:
    found = re.search(r"kafka_2\.13</artifactId>\s*<version>([\d.]+)<", POM.read_text())
    assert found is not None
    return found[1]


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fetch(jars: Path) -> None:
    _tell(f"fetching Apache Kafka {_version()} with Maven, once (43 MB) ...")
    start = monotonic()
    with tempfile.TemporaryDirectory(dir=jars.parent) as scratch:
        # Away from the project, where Maven would leave a folder `target`.
        pom = shutil.copy(POM, scratch)
        fetched = Path(scratch) / "jars"
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={fetched}"]
        _output(["mvn", "-q", "-B", "-f", str(pom), *goal], FETCH_TIMEOUT)
        fetched.rename(jars)
    _tell(f"fetched in {monotonic() - start:.0f} s")


def _output(command: Sequence[str], timeout: float) -> str:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            timeout=timeout, check=True,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        raise KafkaUnavailableError(f"{command[0]} failed: {error.output[-1000:]}") from error
    except subprocess.TimeoutExpired as error:
        raise KafkaUnavailableError(f"{command[0]} did not end within {timeout:.0f} s") from error
    return done.stdout


def _tell(message: str) -> None:
    sys.stderr.write(f"rasid tests: {message}\n")
    sys.stderr.flush()
