# Debian and Python are pinned to their release, not to a digest: building again takes in their security fixes.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
RUN python -m venv --without-pip /opt/rasid
# What Rasid needs, exactly as locked; without the extra `demo`, so without the embedded broker.
COPY requirements.lock ./
RUN pip --python /opt/rasid/bin/python install --require-hashes --no-deps -r requirements.lock
COPY pyproject.toml README.md LICENSE requirements.dev.lock ./
COPY schemas schemas
COPY services services
COPY config config
# What builds the package comes in the versions of the lock, whose hashes pip would ask of a folder, too.
RUN sed -E '/^ *--hash/d; s/ *\\$//' requirements.dev.lock >build.constraints \
 && PIP_CONSTRAINT=build.constraints pip --python /opt/rasid/bin/python install --no-deps .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin rasid
COPY --from=build /opt/rasid /opt/rasid
ENV PATH=/opt/rasid/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001
ENTRYPOINT ["rasid"]
CMD ["--help"]
