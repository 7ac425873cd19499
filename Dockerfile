# Farmasvar with its model and its index inside: a container from this image answers without any download.
FROM python:3.11-slim-bookworm AS build

# Where packages come from, if not from pip's usual place: docker build --build-arg PIP_INDEX_URL=...
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL

ENV PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FARMASVAR_DATA_DIR=/var/lib/farmasvar \
    PATH=/opt/farmasvar/bin:$PATH

SHELL ["/bin/bash", "-o", "pipefail", "-c"]

# What it is built on first, and what Matrix and Teams need: a change of the source then installs nothing of it anew.
WORKDIR /src
COPY pyproject.toml constraints.txt ./
RUN python -m venv /opt/farmasvar \
    && python -c "import tomllib; of = tomllib.load(open('pyproject.toml', 'rb'))['project']; print(*of['dependencies'], *of['optional-dependencies']['matrix'], *of['optional-dependencies']['teams'], sep='\n')" \
       > requirements.txt \
    && pip install --requirement requirements.txt --constraint constraints.txt

COPY . .
RUN pip install --no-deps .

# From an empty folder, so that the installed packages are run and no settings file is picked up by chance.
WORKDIR /build
RUN farmasvar cards check && farmasvar index build

# PyTorch and what comes with it (1.2 GB) encode a whole library at once; the passages of a changed card are left to the
# engine in C.
RUN pip freeze | grep -oE '^(torch|triton|sympy|mpmath|networkx|nvidia-[a-z0-9-]+|cuda-[a-z0-9-]+|sentence-transformers|transformers|scikit-learn|scipy|joblib|threadpoolctl)\b' \
       > /tmp/only-for-building \
    && pip uninstall --yes --requirement /tmp/only-for-building


FROM python:3.11-slim-bookworm

# /health is asked inside the container only; see HEALTHCHECK.
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FARMASVAR_DATA_DIR=/var/lib/farmasvar \
    FARMASVAR_MONITORING_PORT=8481 \
    PATH=/opt/farmasvar/bin:$PATH

RUN useradd --system --create-home --uid 10001 farmasvar \
    && install --directory --owner farmasvar --group farmasvar --mode 0700 "$FARMASVAR_DATA_DIR"

COPY --from=build /opt/farmasvar /opt/farmasvar
COPY --from=build --chown=10001:10001 /var/lib/farmasvar /var/lib/farmasvar

WORKDIR /home/farmasvar
USER 10001

# What lies in the folder by now goes into each new named volume. There the index stays as it is (a changed library
# brings it up to date) and only the database grows.
VOLUME /var/lib/farmasvar

# Questions under way get 10 seconds to be answered, what is being sent as many: give a container 45 to stop.
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=1m --timeout=20s --start-period=2m \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:%s/health' % os.environ['FARMASVAR_MONITORING_PORT'], timeout=15)"]

CMD ["farmasvar", "serve", "telegram"]
