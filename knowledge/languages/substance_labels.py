"""What a language calls substances whose English names are more than a spelling away from its own.

`knowledge.terminology.spelling` spells "doxycycline" in every language; "activated charcoal" it cannot. The names stand
in each language's `substance_labels.yaml`, by the substance's id.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from knowledge.errors import LanguageError
from knowledge.languages import FOLDER, read_yaml

FILE = "substance_labels.yaml"


@cache
def substance_labels(tag: str, folder: Path = FOLDER) -> dict[str, str]:
    """The names of a language by substance; none without a file. A `LanguageError` says what is wrong with one."""
    path = folder / tag / FILE
    if not path.exists():
        return {}
    content = read_yaml(path)
    if not isinstance(content, dict) or not all(isinstance(name, str) for name in content.values()):
        raise LanguageError(f"languages/{tag}/{FILE}: expected a name for each substance; correct the file")
    return {str(substance): name for substance, name in content.items()}
