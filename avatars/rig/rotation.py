"""Quaternions x y z w as arrays (..., 4), float64; every function works on whole stacks."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

IDENTITY: Final = np.array([0.0, 0.0, 0.0, 1.0])
CONJUGATE: Final = np.array([-1.0, -1.0, -1.0, 1.0])


def multiply(a: npt.NDArray[Any], b: npt.NDArray[Any]) -> Array:
    """First b, then a."""
    if a.ndim == 1 and b.ndim == 1:  # plain numbers beat arrays of four
        return np.array(_product(a.tolist(), b.tolist()))
    ax, ay, az, aw = a[..., 0], a[..., 1], a[..., 2], a[..., 3]
    bx, by, bz, bw = b[..., 0], b[..., 1], b[..., 2], b[..., 3]
    first = aw * bx + ax * bw + ay * bz - az * by
    product = np.empty((*first.shape, 4))
    product[..., 0] = first
    product[..., 1] = aw * by - ax * bz + ay * bw + az * bx
    product[..., 2] = aw * bz + ax * by - ay * bx + az * bw
    product[..., 3] = aw * bw - ax * bx - ay * by - az * bz
    return product


def _product(a: list[float], b: list[float]) -> tuple[float, float, float, float]:
    ax, ay, az, aw = a
    bx, by, bz, bw = b
    return (
        aw * bx + ax * bw + ay * bz - az * by, aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw, aw * bw - ax * bx - ay * by - az * bz,
    )


def cross(a: npt.NDArray[Any], b: npt.NDArray[Any]) -> Array:
    """The cross product of vectors (..., 3); the library's own takes several times as long for few of them."""
    if a.ndim == 1 and b.ndim == 1:
        return np.array(_cross(a.tolist(), b.tolist()))
    x = a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1]
    product = np.empty((*x.shape, 3))
    product[..., 0] = x
    product[..., 1] = a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2]
    product[..., 2] = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return product


def _cross(a: list[float], b: list[float]) -> tuple[float, float, float]:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _rotated(q: list[float], v: list[float]) -> tuple[float, float, float]:
    x, y, z = _cross(q[:3], v)
    twice = [2.0 * x, 2.0 * y, 2.0 * z]
    more = _cross(q[:3], twice)
    w = q[3]
    return v[0] + w * twice[0] + more[0], v[1] + w * twice[1] + more[1], v[2] + w * twice[2] + more[2]


def inverse(q: npt.NDArray[Any]) -> Array:
    """Of unit quaternions."""
    turned: Array = q * CONJUGATE
    return turned


def unit(q: npt.NDArray[Any]) -> Array:
    """Scaled to length one; zero becomes the identity."""
    length = np.sqrt(np.sum(q * q, axis=-1, keepdims=True))
    return np.where(length < 1e-12, IDENTITY, q / np.maximum(length, 1e-12))


def rotate(q: npt.NDArray[Any], v: npt.NDArray[Any]) -> Array:
    """Vectors (..., 3) turned by q."""
    if q.ndim == 1 and v.ndim == 1:
        return np.array(_rotated(q.tolist(), v.tolist()))
    xyz, w = q[..., :3], q[..., 3:]
    twice = 2.0 * cross(xyz, v)
    turned: Array = v + w * twice + cross(xyz, twice)
    return turned


def about(axis: str, degrees: npt.NDArray[Any] | float) -> Array:
    """A turn about x, y or z."""
    half = np.asarray(degrees, np.float64) * (np.pi / 360.0)
    q = np.zeros((*half.shape, 4))
    q[..., "xyz".index(axis)] = np.sin(half)
    q[..., 3] = np.cos(half)
    return q


def from_vector(v: npt.NDArray[Any]) -> Array:
    """A rotation vector (..., 3) in radians, by the exponential map."""
    angle = np.sqrt(np.sum(v * v, axis=-1, keepdims=True))
    factor = np.where(angle < 1e-6, 0.5, np.sin(angle / 2) / np.maximum(angle, 1e-12))
    return np.concatenate((v * factor, np.cos(angle / 2)), axis=-1)


def to_vector(q: npt.NDArray[Any]) -> Array:
    """The rotation vector of q in radians, at most half a turn long."""
    q = np.where(q[..., 3:] < 0, -q, q)
    sine = np.sqrt(np.sum(q[..., :3] ** 2, axis=-1, keepdims=True))
    angle = 2 * np.arctan2(sine, q[..., 3:])
    vector: Array = q[..., :3] * np.where(sine < 1e-9, 2.0, angle / np.maximum(sine, 1e-12))
    return vector


def from_matrix(m: npt.NDArray[Any]) -> Array:
    """Of one rotation matrix (3,3), column vectors (Shepperd's method)."""
    t = np.array([m[0, 0], m[1, 1], m[2, 2], m[0, 0] + m[1, 1] + m[2, 2]])
    i = int(np.argmax(t))
    if i == 3:
        return unit(np.array([m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1], 1 + t[3]]))
    j, k = (i + 1) % 3, (i + 2) % 3
    q = np.empty(4)
    q[i] = 1 + m[i, i] - m[j, j] - m[k, k]
    q[j] = m[j, i] + m[i, j]
    q[k] = m[k, i] + m[i, k]
    q[3] = m[k, j] - m[j, k]
    return unit(q)


def to_matrix(q: npt.NDArray[Any]) -> Array:
    """Matrices (..., 3, 3), column vectors."""
    x, y, z, w = q[..., 0], q[..., 1], q[..., 2], q[..., 3]
    m = np.empty((*q.shape[:-1], 3, 3))
    m[..., 0, 0] = 1 - 2 * (y * y + z * z)
    m[..., 0, 1] = 2 * (x * y - w * z)
    m[..., 0, 2] = 2 * (x * z + w * y)
    m[..., 1, 0] = 2 * (x * y + w * z)
    m[..., 1, 1] = 1 - 2 * (x * x + z * z)
    m[..., 1, 2] = 2 * (y * z - w * x)
    m[..., 2, 0] = 2 * (x * z - w * y)
    m[..., 2, 1] = 2 * (y * z + w * x)
    m[..., 2, 2] = 1 - 2 * (x * x + y * y)
    return m


def between(a: npt.NDArray[Any], b: npt.NDArray[Any]) -> Array:
    """The shortest turn from unit vectors a to b (..., 3)."""
    w = 1.0 + np.sum(a * b, axis=-1, keepdims=True)
    turn = np.concatenate((cross(a, b), w), axis=-1)
    if bool((w < 1e-6).any()):  # opposite: half a turn about anything square to a
        side = cross(a, np.where(np.abs(a[..., :1]) > 0.9, np.array([0.0, 1, 0]), np.array([1.0, 0, 0])))
        turn = np.where(w < 1e-6, np.concatenate((side, np.zeros_like(w)), axis=-1), turn)
    return unit(turn)


def mix(a: npt.NDArray[Any], b: npt.NDArray[Any], t: float) -> Array:
    """Part `t` of the shorter way from a to b, straight and made unit again: fine for small steps."""
    near = np.where(np.sum(a * b, axis=-1, keepdims=True) < 0, -b, b)
    return unit(a + (near - a) * t)
