# The bot as an image: docker build -t two-way-street .
#
# SQLite comes with the base image. Versions before 3.51.3 have a fault that may lose data where two connections write
# and checkpoint at once; the bot uses one connection for both, so it is safe with any version (docs/hosting.md).
# With PostgreSQL (compose.yaml) it does not matter. Another base: --build-arg BASE=...
ARG BASE=python:3.13-slim

FROM ${BASE} AS build
RUN python -m venv /venv
COPY requirements.txt /requirements.txt
# Wheels only, each with its hash: nothing is built here, and nothing else gets in.
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: \
    -r /requirements.txt
COPY bot /app/bot
COPY content /app/content
COPY handlers /app/handlers
RUN /venv/bin/python -m compileall -q /app /venv

FROM ${BASE}
# A number of its own, so that volumes belong to the same account after an update.
RUN groupadd --gid 10001 bot && useradd --uid 10001 --gid bot --no-create-home --home-dir /nonexistent bot \
    && install -d -o bot -g bot -m 700 /data /key /data/two-way-street /key/two-way-street
COPY --from=build /venv /venv
COPY --from=build /app /app
# The database lies in /data, the key that opens it in /key: two volumes, so that a copy of one is not a copy of both.
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/app \
    XDG_DATA_HOME=/data XDG_CONFIG_HOME=/key METRICS_PORT=9090 LOCAL_CHAT_HOST=0.0.0.0
USER 10001:10001
# Not /app: a .env there would be read, and here a backup can be written.
WORKDIR /data
VOLUME ["/data", "/key"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
