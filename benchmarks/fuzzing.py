"""Damaged files through every reader: none may crash, hang, or be read beyond its limits.

    python -m benchmarks.fuzzing [--inputs 10000] [--seed 1] [FOLDER…]

Sound files of every kind are cut, mixed, repeated and filled with awkward bytes, under right names and wrong ones.
FOLDERs of real files may be given as further seeds. What comes of an input must be records, faults, or one
`SourceError`.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docx import Document as new_document
from fpdf import FPDF

from knowledge.errors import CardError, SourceError
from knowledge.sources.readers.records import Fault, draft_card
from knowledge.sources.readers.registry import reader_for

LONGEST_S = 20.0
"""Seconds that one input may take on a busy machine."""
LARGEST_SEED = 200_000
AWKWARD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\xe2\x80\xa8", b"<!ENTITY x \"y\">", b"]]>", b"&#0;", b"&lol;",
    b"\x1a", b"9" * 400, b"1e999", b"-0", b"NaN", b"{", b"[", b"<a>", b"</", b"\"", b"\\", b"\t", b"|",
    b"<sup>9</sup>", b"%PDF-", b"PK\x03\x04", b"TY  - ", b"ER  - ", b"PMID- ", b"4.1 ",
    b"10.1002/14651858.CD000042", "å\u0301\u202e".encode(),
)  # fmt: skip
DEEP = (b"[", b"{\"a\":", b"<a>", b"<div>", b"<sec>")
NAMES = (
    "a.txt", "a.ris", "a.nbib", "a.xml", "a.json", "a.jsonl", "a.ndjson", "a.csv", "a.tsv", "a.html", "a.pdf", "a.docx",
    "a.md", "a.rm5", "a", "cd000042.txt", "a.gz",
)  # fmt: skip


def sound_files() -> list[tuple[str, bytes]]:
    """A small sound file of every kind."""
    ris = "TY  - JOUR\nTI  - Ginger at sea\nAU  - Østby, Anna\nPY  - 2016\nDO  - 10.1234/sea.11\nER  - \n"
    nbib = "PMID- 11\nTI  - Ginger for\n      sailors.\nAB  - RESULTS: RR 0.5 (95% CI 0.3 to 0.8).\nDP  - 2016\n"
    article = (
        '<PubmedArticle><MedlineCitation><PMID Version="1">11</PMID><Article><Journal><Title>J</Title></Journal>'
        "<ArticleTitle>Ginger 10<sup>9</sup></ArticleTitle><Abstract><AbstractText>RR 0.5</AbstractText></Abstract>"
        "</Article></MedlineCitation></PubmedArticle>"
    )
    jats = (
        '<article article-type="research-article"><front><article-meta><article-id pub-id-type="pmid">1</article-id>'
        "<title-group><article-title>Ginger</article-title></title-group><abstract><p>RR 0.5</p></abstract>"
        "</article-meta></front></article>"
    )
    titles = "<titles><title>Ginger</title></titles>"
    endnote = f"<xml><records><record>{titles}<ref-type>1</ref-type></record></records></xml>"
    ictrp = (
        "<Trials_downloaded_from_ICTRP><Trial><TrialID>ISRCTN1</TrialID><Public_title>Ginger</Public_title></Trial>"
        "</Trials_downloaded_from_ICTRP>"
    )
    rm5 = (
        '<COCHRANE_REVIEW ID="CD000042"><COVER_SHEET><TITLE>Ginger</TITLE></COVER_SHEET><ANALYSES_AND_DATA><COMPARISON>'
        '<NAME>A versus B</NAME><DICH_OUTCOME EFFECT_MEASURE="RR" EFFECT_SIZE="0.5" CI_START="0.3" CI_END="0.8">'
        "<NAME>Death</NAME></DICH_OUTCOME></COMPARISON></ANALYSES_AND_DATA></COCHRANE_REVIEW>"
    )
    spl = (
        '<document xmlns="urn:hl7-org:v3"><setId root="a"/><component><structuredBody><component><section>'
        '<code code="34073-7"/><title>7</title><text><paragraph>May bind.</paragraph></text></section></component>'
        "</structuredBody></component></document>"
    )
    analysis = {"groupIds": ["a", "b"], "paramType": "Risk Ratio (RR)", "paramValue": "0.5", "ciLowerLimit": "0.3"}
    outcome = {"title": "Pain", "groups": [{"id": "a", "title": "A"}], "analyses": [analysis]}
    study = {
        "protocolSection": {"identificationModule": {"nctId": "NCT00000001", "briefTitle": "Ginger"}},
        "resultsSection": {"outcomeMeasuresModule": {"outcomeMeasures": [outcome]}},
    }
    label = {"set_id": "a", "effective_time": "20230126", "overdosage": ["Weak."], "generic_name": ["GINGER"]}
    evidence = {"resourceType": "Evidence", "title": "A versus B: pain", "statistic": [{"quantity": {"value": 1}}]}
    sections = [{"title": "4.5 I", "text": {"div": "<p>x</p>"}}]
    composition = {"resourceType": "Composition", "title": "T", "section": sections}
    csl = [{"id": "a", "type": "article-journal", "title": "Ginger", "issued": {"date-parts": [[2021]]}}]
    table = "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year\n1,Ginger,A B,J,A,J,2021\n"
    revman = "Analysis name,Effect measure,Mean,CI start,CI end\nDeath,Risk Ratio,0.5,0.3,0.8\n"
    smpc = "\n".join(f"{n} Heading of it\nText." for n in ("1.", "2.", "3.", "4.", "4.1", "4.2", "4.3", "4.4", "4.5"))
    cochrane = "Ginger\n10.1002/14651858.CD000042.pub2\nMain results\nRR 0.5 (0.3 to 0.8).\nAuthors' conclusions\nOk."
    number, dated = "RELIS database 2019; spm.nr. 1, RELIS Vest", "Dato for henvendelse: 03.04.2019"
    lines = [number, "Hjelper ingefær?", dated, "SPØRSMÅL: Hjelper ingefær mot sjøsyke?", "SVAR: Kanskje litt."]
    relis = "\n".join(lines) + "\n"
    parts = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<!DOCTYPE html><html><body><main>{parts}<table><tr><td>a</td></tr></table></main></body></html>"
    texts = {
        "a.ris": ris, "a.nbib": nbib, "a.xml": f"<PubmedArticleSet>{article}</PubmedArticleSet>", "b.xml": jats,
        "c.xml": endnote, "d.xml": ictrp, "e.rm5": rm5, "f.xml": spl, "a.json": json.dumps(study),
        "b.json": json.dumps(label), "c.json": json.dumps(evidence), "d.json": json.dumps(composition),
        "e.json": json.dumps(csl), "a.csv": table, "b.csv": revman, "a.txt": smpc, "b.txt": cochrane, "c.txt": relis,
        "a.html": page, "a.ndjson": f"{json.dumps(study)}\n{json.dumps(study)}\n",
    }  # fmt: skip
    files = [(name, text.encode()) for name, text in texts.items()]
    pdf, word = FPDF(), io.BytesIO()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, relis.encode("latin-1", "replace").decode("latin-1"))
    document = new_document()
    for line in lines:
        document.add_paragraph(line)
    document.save(word)
    return [*files, ("a.pdf", bytes(pdf.output())), ("a.docx", word.getvalue())]


def damaged(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """The content with a few things done to it."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((1, 4, 40, 400)))
        match chance.randrange(7):
            case 0:
                content = content[:start]
            case 1:
                content = content[:start] + content[end:]
            case 2:
                content = content[:start] + chance.choice(AWKWARD) + content[start:]
            case 3:
                content = content[:start] + content[start:end] * chance.choice((2, 9, 60)) + content[end:]
            case 4:
                content = content[:start] + bytes(chance.randrange(256) for _ in range(end - start)) + content[end:]
            case 5:
                content = content[:start] + other[chance.randrange(len(other) + 1) :]
            case _:
                content = content[:start] + chance.choice(DEEP) * chance.choice((5, 300, 20_000)) + content[start:]
    return content[:LARGEST_SEED]


def inputs(seed: int, seeds: list[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Damaged files without end: name and content."""
    chance = random.Random(seed)
    while True:
        name, content = chance.choice(seeds)
        damage = damaged(content, chance.choice(seeds)[1], chance)
        yield (name if chance.random() < 0.8 else chance.choice(NAMES)), damage


def trial(folder: Path, name: str, content: bytes) -> str:
    """What came of an input: `read`, `fault` or `refused`. Anything else is raised."""
    path = folder / name
    path.write_bytes(content)
    came = "refused"
    try:
        for item in reader_for(path).read(path):
            if isinstance(item, Fault):
                came = "fault"
                continue
            came = "read"
            try:
                draft_card(item, date(2026, 1, 1), "here")
            except CardError:
                came = "fault"
    except SourceError as error:
        assert "\n" not in str(error), "a fault of more than one line"
    return came


def main() -> None:
    """Print what came of all inputs, and keep those that broke something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    seeds = sound_files()
    for folder in arguments.folders:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size < LARGEST_SEED)
        seeds += [(path.name, path.read_bytes()) for path in files]
    came: Counter[str] = Counter()
    slowest = (0.0, 0)
    made = inputs(arguments.seed, seeds)
    with tempfile.TemporaryDirectory() as place:
        for number in range(arguments.inputs):
            name, content = next(made)
            start = time.perf_counter()
            try:
                came[trial(Path(place), name, content)] += 1
            except Exception as error:
                came["BROKEN"] += 1
                print(f"input {number} ({name}): {type(error).__name__}: {error!s:.200}", file=sys.stderr)
            took = time.perf_counter() - start
            came["SLOW"] += took > LONGEST_S
            slowest = max(slowest, (took, number))
    print(f"{arguments.inputs} inputs: {dict(came)}; the slowest, {slowest[1]}, took {slowest[0]:.1f} s")
    sys.exit(bool(came["BROKEN"] or came["SLOW"]))


if __name__ == "__main__":
    main()
