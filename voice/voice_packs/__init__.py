"""Neural voices for download: which are offered, which are here, how one comes and goes. Knows no Qt.

For a page or a door:

    RECOMMENDED                         what we would begin with, known without asking anyone
    offered_packs()                     asks the public list (blocks; only when the user wants it) -> [VoicePack]
    installed_packs(folder)             what is here (quick) -> [InstalledPack]
    install_pack(pack, folder, progress, cancelled) -> InstalledPack     blocks: run it in a thread
    remove_pack(installed)

Every fault is a `voice.errors.ModelFault`, of kind ``cancelled`` when stopped. `folder` is ``voices`` in the data folder.
A voice is then spoken by `voice.neural.NeuralSynthesiser(folder)`, named ``pack`` or ``pack#3``.
"""

from voice.voice_packs.install import install_pack
from voice.voice_packs.installed import installed_packs, remove_pack
from voice.voice_packs.known import RECOMMENDED, Recommended
from voice.voice_packs.offered import offered_packs
from voice.voice_packs.pack import InstalledPack, VoicePack

__all__ = [
    "RECOMMENDED",
    "InstalledPack",
    "Recommended",
    "VoicePack",
    "install_pack",
    "installed_packs",
    "offered_packs",
    "remove_pack",
]
