"""What is written down while it runs, as JSON lines: a start, samples of every worker, and an ending."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

FULL_RUN = 300_000
FULL_WARM_UP = 50_000
_FULL_HORIZON = 60.0


class SamplesError(Exception):
    """The file holds no samples that can be drawn; the message says why."""


class Line(BaseModel):
    """A line of the file."""

    model_config = ConfigDict(frozen=True)


class Start(Line):
    """What is to be done."""

    what: Literal["start"] = "start"
    articles: int
    cluster_horizon: float
    """Seconds for which a cluster takes reports."""

    @property
    def warm_up(self) -> int:
        """How many articles come before what is judged: 50,000 of 300,000."""
        return self.articles * FULL_WARM_UP // FULL_RUN


class WorkerSample(Line):
    """A worker at a moment; memory in bytes, CPU time in seconds since it started."""

    rss: int
    uss: int
    descriptors: int
    threads: int
    cpu: float


class Sample(Line):
    """All workers at a moment: seconds since the first article, and how far they are."""

    what: Literal["sample"] = "sample"
    seconds: float
    produced: int
    articles: int
    """Enriched."""
    behind: int
    """Events that alerting has not read yet."""
    posted: int
    """Alerts that the webhook took."""
    disk: int
    """Bytes of all topics on the broker's disk."""
    workers: Mapping[str, WorkerSample]


class Ending(Line):
    """What came of it."""

    what: Literal["ending"] = "ending"
    lost: int
    """Articles that were produced and not enriched."""
    repeated: int
    """Enriched articles that came once more."""
    events: int
    clusters: int
    alerts: int
    alerts_lost: int
    """Alerts that the webhook never took."""
    dead_letters: int


class Run(Line):
    """A file of samples; without an ending it was cut short."""

    start: Start
    samples: tuple[Sample, ...]
    ending: Ending | None

    @property
    def measured(self) -> tuple[Sample, ...]:
        """The samples after the warm-up, while articles came."""
        last = self.samples[-1].articles
        after = [s for s in self.samples if s.articles >= self.start.warm_up]
        while len(after) > 1 and after[-2].articles == last:  # waiting for the alerts costs nothing and shows nothing
            after.pop()
        return tuple(after)


AnyLine = Annotated[Start | Sample | Ending, Field(discriminator="what")]
_LINE: TypeAdapter[Start | Sample | Ending] = TypeAdapter(AnyLine)


def horizon_of(articles: int) -> float:
    """Seconds of the cluster horizon: short enough for the fold's four horizons to pass within the warm-up."""
    return max(1.0, _FULL_HORIZON * articles / FULL_RUN)


def read_run(file: Path) -> Run:
    """Read a file of samples, a last line cut in two left out; raises SamplesError."""
    lines: list[Start | Sample | Ending] = []
    for number, line in enumerate(file.read_bytes().splitlines(keepends=True), 1):
        if not line.endswith(b"\n"):
            break
        try:
            lines.append(_LINE.validate_json(line))
        except ValidationError as error:
            problem = error.errors()[0]["msg"]
            raise SamplesError(f"{file}, line {number}: not a line of `make soak`: {problem}") from None
    start = next((line for line in lines if isinstance(line, Start)), None)
    samples = tuple(line for line in lines if isinstance(line, Sample))
    if start is None or len(samples) < 2:
        raise SamplesError(f"{file}: fewer than two samples, nothing to draw")
    return Run(start=start, samples=samples, ending=next((line for line in lines if isinstance(line, Ending)), None))
