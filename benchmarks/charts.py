"""Charts of the benchmarks' figures: `python -m benchmarks.charts --quality FILE --scale FILE --into docs/images`.

The files are what `benchmarks.quality --json` and `benchmarks.scale --json` wrote. Needs `benchmarks/requirements.txt`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
import matplotlib.pyplot as plt

COLOURS = {"Farmasvar": "#0b6e4f", "rank-bm25": "#b0b0b0", "dense, exact": "#6f8fbf", "Haystack, RRF": "#d98e04",
           "Haystack, DBSF": "#e8c170", "txtai, hybrid": "#a05195", "bm25s": "#7a7a7a"}  # fmt: skip
STYLE = {"font.size": 9, "svg.hashsalt": "farmasvar", "svg.fonttype": "none", "axes.spines.top": False,
         "axes.spines.right": False}  # fmt: skip


def save(figure: Any, path: Path) -> None:
    """Write a chart without the date, so that the same figures give the same file."""
    figure.savefig(path, format="svg", bbox_inches="tight", metadata={"Date": None})
    plt.close(figure)


def draw_quality(figures: dict[str, dict[str, dict[str, float]]], path: Path) -> None:
    """nDCG@10 by collection and system, with the intervals."""
    names = list(figures)
    systems = [name for name in COLOURS if all(name in figures[collection] for collection in names)]
    figure, axes = plt.subplots(figsize=(8, 0.55 * len(names) + 1))
    height = 0.8 / len(systems)
    for place, system in enumerate(systems):
        found = [figures[name][system] for name in names]
        means = [one["mean"] for one in found]
        errors = [[one["mean"] - one["low"] for one in found], [one["high"] - one["mean"] for one in found]]
        positions = [row + (place - len(systems) / 2 + 0.5) * height for row in range(len(names))]
        axes.barh(positions, means, height, xerr=errors, color=COLOURS[system], label=system,
                  error_kw={"linewidth": 0.6, "ecolor": "#444"})  # fmt: skip
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.set_xlabel("nDCG@10 (95 % bootstrap interval)")
    axes.legend(ncols=3, loc="upper center", bbox_to_anchor=(0.5, -0.08), frameon=False)
    save(figure, path)


def draw_latency(rows: list[dict[str, Any]], path: Path) -> None:
    """95th percentile of the time of a search by number of passages, both axes logarithmic."""
    figure, axes = plt.subplots(figsize=(6, 4))
    for system in dict.fromkeys(row["system"] for row in rows if row.get("p95 ms")):
        found = sorted((row["size"], row["p95 ms"]) for row in rows if row["system"] == system and row.get("p95 ms"))
        sizes, times = zip(*found, strict=True)
        ours = system.startswith("Farmasvar")
        axes.plot(sizes, times, marker="o", linewidth=2 if ours else 1, linestyle="-" if ours else "--", label=system)
    axes.axhline(60, color="#c00", linewidth=0.8)
    axes.text(1000, 66, "60 ms", color="#c00", fontsize=8)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("passages")
    axes.set_ylabel("p95 of a search, ms (question already encoded)")
    axes.legend(frameon=False, fontsize=8, loc="center left", bbox_to_anchor=(1.0, 0.5))
    save(figure, path)


def main() -> None:
    """Draw what is given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quality", type=Path)
    parser.add_argument("--scale", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context(STYLE):
        if options.quality:
            draw_quality(json.loads(options.quality.read_text(encoding="utf-8")), options.into / "quality.svg")
        if options.scale:
            draw_latency(json.loads(options.scale.read_text(encoding="utf-8")), options.into / "latency.svg")


if __name__ == "__main__":
    main()
