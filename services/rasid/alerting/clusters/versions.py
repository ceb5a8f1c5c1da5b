"""Whether an article says something new, or the same text was only read by another version of the extractor."""

from collections import OrderedDict
from datetime import datetime, timedelta
from sys import intern
from typing import NamedTuple

from rasid_schemas.articles import ArticleReference


class _Version(NamedTuple):
    text: str
    extractor: str
    is_reread: bool
    told_at: datetime


class ArticleVersions:
    """The text that each article was last told by. Kept for `horizon` of record time; belongs to one fold."""

    def __init__(self, horizon: timedelta) -> None:
        self._horizon = horizon
        self._versions = OrderedDict[str, _Version]()  # by uri, the one told last at the end

    def is_reread(self, article: ArticleReference, record_time: datetime) -> bool:
        """Whether the article's text was known, by another extractor: what it tells otherwise is then no news.

        That stays so until the text changes. An article that does not say its text or extractor is always news.
        """
        if article.revision is None or article.extractor_version is None:
            return False
        known = self._versions.pop(article.uri, None)
        same_text = known is not None and known.text == article.revision
        reread = known is not None and same_text and (known.is_reread or known.extractor != article.extractor_version)
        told_at = record_time if known is None else max(known.told_at, record_time)
        self._versions[article.uri] = _Version(article.revision, intern(article.extractor_version), reread, told_at)
        self._forget(told_at)
        return reread

    def _forget(self, now: datetime) -> None:
        while self._versions:
            uri = next(iter(self._versions))
            if self._versions[uri].told_at + self._horizon > now:
                return
            del self._versions[uri]
