# Farmasvar with its model and its index inside: a container from this image answers without any download.
FROM python:3.11-slim-bookworm

# Where packages come from, if not from pip's usual place: docker build --build-arg PIP_INDEX_URL=...
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FARMASVAR_DATA_DIR=/var/lib/farmasvar

RUN useradd --system --create-home --uid 10001 farmasvar \
    && install --directory --owner farmasvar --group farmasvar --mode 0700 "$FARMASVAR_DATA_DIR"

WORKDIR /opt/farmasvar
COPY . .
RUN pip install --no-cache-dir --disable-pip-version-check --constraint constraints.txt .

# From an empty folder, so that the installed packages are run and no settings file is picked up by chance.
WORKDIR /home/farmasvar
USER farmasvar
RUN farmasvar cards check && farmasvar index build

# After the build: what lies in the folder by now goes into the image, and into each new named volume. There the index
# stays as it is (a changed library rebuilds it) and only the Telegram database grows.
VOLUME /var/lib/farmasvar

HEALTHCHECK --interval=1m --timeout=20s --start-period=10m CMD ["farmasvar", "index", "info"]

CMD ["farmasvar", "serve", "telegram"]
