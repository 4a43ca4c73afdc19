"""The few system libraries and fonts that no Python package carries (Linux only)."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.install.child import run_child
from desktop.install.told import SetupFault, tell, tell_remedy


@dataclass(frozen=True)
class Library:
    """A shared library and the package that brings it, per family of systems."""

    soname: str
    debian: str
    fedora: str
    arch: str


LIBRARIES: Final = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libpulse.so.0", "libpulse0", "pulseaudio-libs", "libpulse"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Library("libXext.so.6", "libxext6", "libXext", "libxext"),
    Library("libXrandr.so.2", "libxrandr2", "libXrandr", "libxrandr"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)

GL_DRIVERS: Final = ("swrast_dri.so", "libgallium")
"""Any of these in a driver folder draws without a graphics card."""

CJK_FONTS: Final = ("NotoSansCJK", "NotoSerifCJK", "SourceHanSans", "wqy-", "ipag", "DroidSansFallback", "unifont")
TEXT_FONTS: Final = ("Inter-", "Inter.", "InterVariable", "DejaVuSans", "NotoSans-", "LiberationSans", "Cantarell", "Ubuntu-")


def missing_packages(*, for_tests: bool = False) -> list[str]:
    """Names of Debian packages whose content is not there; empty on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return []
    names = [library.debian for library in missing_libraries()]
    if not has_software_gl():
        names.append("libgl1-mesa-dri")
    if not has_font(CJK_FONTS):
        names.append("fonts-noto-cjk")
    if not has_font(TEXT_FONTS):
        names += ["fonts-inter", "fonts-vollkorn"]
    if for_tests and shutil.which("pulseaudio") is None:
        names += ["pulseaudio", "pulseaudio-utils"]
    if for_tests and shutil.which("flite") is None:
        names.append("flite")
    return names


def missing_libraries() -> list[Library]:
    """Those the system's loader does not find."""
    known = loader_cache()
    return [library for library in LIBRARIES if library.soname not in known]


def loader_cache() -> str:
    """What ldconfig knows; its folder is not on every user's PATH."""
    for tool in ("ldconfig", "/sbin/ldconfig", "/usr/sbin/ldconfig"):
        if shutil.which(tool):
            found = subprocess.run([tool, "-p"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
            if found.returncode == 0:
                return found.stdout
    roots = [Path("/lib"), Path("/usr/lib"), Path("/usr/lib64")]
    return "\n".join(path.name for root in roots if root.is_dir() for path in root.rglob("*.so*"))


def has_software_gl() -> bool:
    """A Mesa driver is installed. A vendor's driver (libGLX_nvidia and the like) counts as well."""
    folders = [*Path("/usr/lib").glob("*/dri"), Path("/usr/lib/dri"), Path("/usr/lib64/dri")]
    if any((folder / GL_DRIVERS[0]).exists() for folder in folders):
        return True
    known = loader_cache()
    return GL_DRIVERS[1] in known or "libEGL_nvidia" in known


def has_font(stems: tuple[str, ...]) -> bool:
    """A font file whose name begins with one of `stems` lies in the system's or the user's fonts."""
    roots = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    wanted = tuple(stem.lower() for stem in stems)
    return any(
        path.name.lower().startswith(wanted) for root in roots if root.is_dir() for path in root.rglob("*.[to]t[fc]")
    )


def has_apt() -> bool:
    """A Debian or one of its children."""
    return shutil.which("apt-get") is not None


def is_root() -> bool:
    """We may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def ensure_system(*, for_tests: bool = False) -> bool:
    """Install what is missing, or print the exact command; True when nothing is missing afterwards."""
    packages = missing_packages(for_tests=for_tests)
    if not packages:
        return True
    if has_apt() and is_root():
        apt_install(packages, needed_for="system libraries and fonts")
        return not missing_packages(for_tests=for_tests)
    tell("some system libraries or fonts are missing; Hearth starts, but picture, sound or text may suffer.")
    tell_remedy(command_for(packages))
    return False


def command_for(packages: list[str]) -> str:
    """The command that installs them on this system."""
    if has_apt():
        return "sudo apt-get install " + shlex.join(packages)
    missing = missing_libraries()
    if shutil.which("dnf"):
        return "sudo dnf install " + shlex.join(sorted({library.fedora for library in missing} | {"google-noto-sans-cjk-fonts"}))
    if shutil.which("pacman"):
        return "sudo pacman -S --needed " + shlex.join(sorted({library.arch for library in missing} | {"noto-fonts-cjk"}))
    names = sorted({library.soname for library in missing}) or packages
    return "Install the packages that bring: " + ", ".join(names)


def apt_install(packages: list[str], *, needed_for: str) -> None:
    """Install Debian packages as root; SetupFault with the command otherwise or when apt fails."""
    command = "apt-get install " + shlex.join(packages)
    if not is_root():
        raise SetupFault(needed_for, f"Install it and start again: sudo {command}")
    tell(f"installing {len(packages)} system packages: {' '.join(packages)}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    lines: list[str] = []
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    # An old package list is often enough and saves the download; only then fetch a new one.
    for step in (install, ["apt-get", "update", "-q"], install):
        lines.clear()
        code = run_child(step, lines.append, env)
        if step is install and code == 0:
            return
    errors = [line for line in lines if line.startswith("E:")] or lines[-1:]
    raise SetupFault(
        f"the system packages cannot be installed: {(errors or ['apt-get failed'])[0][:200]}",
        f"Check network and disk, then start again, or install them yourself: {command}",
    )
