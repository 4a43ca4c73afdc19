"""The stage: Panda3D offscreen, toon shading, camera, light and room."""

from avatars.stage.live import LiveStage, open_stage

__all__ = ["LiveStage", "open_stage"]
