"""The binary chunk of a GLB: the same for what the forge makes and what the app writes."""

from avatars.vrm.write.binary import INDICES, VERTICES, Binary, Json, container

__all__ = ["INDICES", "VERTICES", "Binary", "Json", "container"]
