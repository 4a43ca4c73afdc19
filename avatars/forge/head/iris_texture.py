"""The painted iris: the creator's painter serves the forge too."""

from avatars.creator.iris import SIZE, iris_texture

__all__ = ["SIZE", "iris_texture"]
