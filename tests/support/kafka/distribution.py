"""Apache Kafka's jars, fetched once with Maven into the user's cache."""

import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic

from support.fetching import UnavailableError, cache_folder, locked, output_of, tell

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

    Raises UnavailableError.
    """
    _require_java_and_maven()
    jars = cache_folder() / f"kafka-{_version()}"
    if not jars.exists():
        with locked(jars.with_name(f"{jars.name}.lock")):
            if not jars.exists():  # somebody else may have fetched them meanwhile
                _fetch(jars)
    return Distribution(jars)


def _require_java_and_maven() -> None:
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if missing:
        raise UnavailableError(f"not installed: {', '.join(missing)} (Java {JAVA_VERSION} and Maven are needed)")
    version = output_of(["java", "-version"], 60)
    found = re.search(r'version "(\d+)', version)
    if found is None or int(found[1]) < JAVA_VERSION:
        raise UnavailableError(f"Java {JAVA_VERSION} or newer is needed, not: {version.splitlines()[0]}")


def _version() -> str:
    found = re.search(r"kafka_2\.13</artifactId>\s*<version>([\d.]+)<", POM.read_text())
    assert found is not None
    return found[1]


def _fetch(jars: Path) -> None:
    tell(f"fetching Apache Kafka {_version()} with Maven, once (43 MB) ...")
    start = monotonic()
    with tempfile.TemporaryDirectory(dir=jars.parent) as scratch:
        # Away from the project, where Maven would leave a folder `target`.
        pom = shutil.copy(POM, scratch)
        fetched = Path(scratch) / "jars"
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={fetched}"]
        output_of(["mvn", "-q", "-B", "-f", str(pom), *goal], FETCH_TIMEOUT)
        fetched.rename(jars)
    tell(f"fetched in {monotonic() - start:.0f} s")
