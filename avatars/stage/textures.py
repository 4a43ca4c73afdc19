"""Pictures and numbers on the graphics device."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import SamplerState, Texture
from PIL import Image

from avatars.vrm.model import Pixels, Sampling

WRAPS: Final = {
    "repeat": SamplerState.WM_repeat, "clamp": SamplerState.WM_clamp, "mirror": SamplerState.WM_mirror,
}


def picture(pixels: Pixels, name: str, *, mipmaps: bool = True, linear: bool = False) -> Texture:
    """A texture of RGBA pixels (h,w,4), row 0 at v=0 as glTF counts. `linear`: numbers, not colours."""
    height, width = pixels.shape[:2]
    texture = Texture(name)
    texture.setup_2d_texture(
        width, height, Texture.T_unsigned_byte, Texture.F_rgba8 if linear else Texture.F_srgb_alpha
    )
    texture.set_ram_image(Image.fromarray(pixels).tobytes("raw", "BGRA"))
    texture.set_keep_ram_image(False)  # it lies on the device from its first use on
    texture.set_minfilter(SamplerState.FT_linear_mipmap_linear if mipmaps else SamplerState.FT_linear)
    texture.set_magfilter(SamplerState.FT_linear)
    return texture


def sampler(sampling: Sampling, software: bool) -> SamplerState:
    """How a texture is read. Software drivers get the cheaper of two like mipmap filters."""
    state = SamplerState()
    mip = SamplerState.FT_linear_mipmap_nearest if software else SamplerState.FT_linear_mipmap_linear
    state.set_minfilter(mip if sampling.smooth else SamplerState.FT_nearest)
    state.set_magfilter(SamplerState.FT_linear if sampling.smooth else SamplerState.FT_nearest)
    state.set_wrap_u(WRAPS[sampling.wrap[0]])
    state.set_wrap_v(WRAPS[sampling.wrap[1]])
    if not software:
        state.set_anisotropic_degree(4)
    return state


class BoneTexture:
    """The bone matrices as a float texture, three texels (the upper rows) a bone, so that no uniform space limits them."""

    def __init__(self, bones: int) -> None:
        self._count = bones
        self.texture = Texture("bones")
        self.texture.setup_2d_texture(3, bones, Texture.T_float, Texture.F_rgba32)
        self.texture.set_minfilter(SamplerState.FT_nearest)
        self.texture.set_magfilter(SamplerState.FT_nearest)
        self._rows = np.zeros((bones, 3, 4), np.float32)

    def write(self, matrices: npt.NDArray[Any]) -> None:
        """Take new matrices (bones,4,4), column vectors."""
        self._rows[:] = matrices[:, :3, [2, 1, 0, 3]]  # float textures lie as B G R A in memory
        self.texture.set_ram_image(self._rows.tobytes())
