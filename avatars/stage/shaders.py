"""The shaders: MToon surface, outline, shadow depth, backdrop. GLSL 3.30; colours are linear inside, sRGB at the end.

Features are switched by ``#define`` so that a material pays only for what it has.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from panda3d.core import Shader

SKIN: Final = """
uniform sampler2D bones;
in vec4 p3d_Vertex;
in vec3 p3d_Normal;
in vec2 p3d_MultiTexCoord0;
in vec4 joints;
in vec4 weights;

void skin(out vec3 place, out vec3 normal) {
    vec4 x = vec4(0.0), y = vec4(0.0), z = vec4(0.0);
    for (int i = 0; i < INFLUENCES; ++i) {
        int bone = int(joints[i]);
        x += weights[i] * texelFetch(bones, ivec2(0, bone), 0);
        y += weights[i] * texelFetch(bones, ivec2(1, bone), 0);
        z += weights[i] * texelFetch(bones, ivec2(2, bone), 0);
    }
    vec4 rest = vec4(p3d_Vertex.xyz, 1.0);
    place = vec3(dot(x, rest), dot(y, rest), dot(z, rest));
    normal = vec3(dot(x.xyz, p3d_Normal), dot(y.xyz, p3d_Normal), dot(z.xyz, p3d_Normal));
}
"""

COLOUR: Final = """
#ifdef QUICK
// a processor draws: sRGB by square roots and a cubic, less than a step of 255 off where it is not black
vec3 encode(vec3 c) {
    vec3 a = sqrt(clamp(c, 0.0, 1.0)), b = sqrt(a), d = sqrt(b);
    return max(0.585122381 * a + 0.783140355 * b - 0.368262736 * d, 0.0);
}
vec3 decode(vec3 c) {
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}
#else
vec3 encode(vec3 c) {
    c = clamp(c, 0.0, 1.0);
    return mix(1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, 12.92 * c, lessThanEqual(c, vec3(0.0031308)));
}
vec3 decode(vec3 c) {
    return c;  // the texture unit has done it
}
#endif
"""

SURFACE_VERTEX: Final = SKIN + """
uniform mat4 view_projection;
uniform vec4 uv_place;
uniform vec3 uv_scroll;
uniform float seconds;
out vec3 world;
out vec3 facing;
out vec2 uv;

void main() {
    skin(world, facing);
    vec2 at = p3d_MultiTexCoord0;
#ifdef SCROLL
    float turn = uv_scroll.z * seconds;
    mat2 about = mat2(cos(turn), -sin(turn), sin(turn), cos(turn));
    at = about * (at - 0.5) + 0.5 + uv_scroll.xy * seconds;
#endif
    uv = at * uv_place.zw + uv_place.xy;
    gl_Position = view_projection * vec4(world, 1.0);
}
"""

SURFACE_FRAGMENT: Final = COLOUR + """
uniform sampler2D base_map;
uniform sampler2D shade_map;
uniform sampler2D emissive_map;
uniform sampler2D matcap_map;
uniform sampler2DShadow shadow_map;
uniform mat4 shadow_matrix;
uniform float shadow_bias;
uniform float shadow_texel;
uniform vec4 base_factor;
uniform vec3 shade_factor;
uniform vec3 emissive_factor;
uniform vec3 matcap_factor;
uniform vec4 ramp;
uniform vec3 rim_factor;
uniform vec3 rim_shape;
uniform vec3 eye;
uniform mat4 view;
uniform vec3 key_direction;
uniform vec3 key;
uniform vec3 grazed;
uniform vec3 fill;
uniform vec3 bounce;
uniform vec3 warmth;
uniform vec3 even;
uniform vec3 rim_direction;
uniform vec3 rim_light;
uniform vec3 feet;
in vec3 world;
in vec3 facing;
in vec2 uv;
out vec4 colour;

#ifdef SHADOW
float lit_by_key(float facing_key) {
    vec4 at = shadow_matrix * vec4(world, 1.0);
    vec3 p = at.xyz * 0.5 + 0.5;
    if (any(lessThan(p.xy, vec2(0.0))) || any(greaterThan(p.xy, vec2(1.0)))) return 1.0;
    p.z -= shadow_bias * (1.0 + 0.8 * (1.0 - clamp(facing_key, 0.0, 1.0)));
#ifdef SOFT_SHADOW
    float sum = 0.0;
    for (int i = -2; i <= 2; ++i)
        for (int j = -2; j <= 2; ++j)
            sum += texture(shadow_map, vec3(p.xy + shadow_texel * vec2(i, j), p.z));
    return smoothstep(0.2, 0.8, sum / 25.0);
#else
    float o = 0.8 * shadow_texel;
    float sum = texture(shadow_map, p + vec3(o, o, 0.0)) + texture(shadow_map, p + vec3(-o, o, 0.0))
        + texture(shadow_map, p + vec3(o, -o, 0.0)) + texture(shadow_map, p + vec3(-o, -o, 0.0));
    return smoothstep(0.1, 0.9, 0.25 * sum);
#endif
}
#endif

void main() {
    vec4 texel = texture(base_map, uv);
    texel.rgb = decode(texel.rgb);
    vec4 base = texel * base_factor;
#ifdef MASK
    if (base.a < ramp.z) discard;
    base.a = 1.0;
#endif
#ifndef BLEND
    base.a = 1.0;
#endif
#ifdef UNLIT
    vec3 c = base.rgb * even;
#else
    vec3 n = normalize(facing);
    float outside = gl_FrontFacing ? 1.0 : -1.0;
    n *= outside;
    float slope = dot(n, key_direction);
    float lit = smoothstep(ramp.y - 1.0, 1.0 - ramp.y, slope + ramp.x);
#ifdef SHADOW
    if (lit > 0.0) lit = min(lit, lit_by_key(slope));
#endif
#ifdef SHADE_IS_BASE
    vec3 shade = shade_factor * texel.rgb;
#elif defined(SHADE_MAP)
    vec3 shade = shade_factor * decode(texture(shade_map, uv).rgb);
#else
    vec3 shade = shade_factor;
#endif
    // the room's light from above, what the floor throws back from below
    vec3 dark = shade * mix(bounce, fill, 0.5 + 0.5 * n.y);
    vec3 bright = base.rgb * mix(grazed, key, clamp(slope * 1.25, 0.0, 1.0));
    vec3 c = mix(dark, bright, lit);
    // where light ends skin glows, for its shade is redder than it is blue
    c += base.rgb * warmth * (4.0 * lit * (1.0 - lit) * (0.3 + 2.2 * max(shade_factor.r - shade_factor.b, 0.0)));
    vec3 to_eye = normalize(eye - world);
    float grazing = 1.0 - max(dot(n, to_eye), 0.0);
    // the light behind her reaches neither the inner side of hair and hems nor what lies beyond her middle
    float reached = outside * clamp(0.5 + 16.0 * dot(world.xz, rim_direction.xz), 0.0, 1.0);
    float glanced = max(reached * dot(n, rim_direction) * clamp(grazing * 2.5 - 1.25, 0.0, 1.0), 0.0);
    c += (0.15 + 0.85 * base.rgb) * rim_light * (glanced * glanced * (3.0 - 2.0 * glanced));
#ifdef MATCAP
    vec3 across = normalize(vec3(to_eye.z, 0.0, -to_eye.x));
    vec3 above = cross(to_eye, across);
    vec2 ball = vec2(dot(across, n), dot(above, n)) * 0.495 + 0.5;
    vec3 rim = matcap_factor * decode(texture(matcap_map, vec2(ball.x, 1.0 - ball.y)).rgb);
#else
    vec3 rim = vec3(0.0);
#endif
#ifdef RIM
    rim += rim_factor * pow(clamp(grazing + rim_shape.y, 0.0, 1.0), rim_shape.x);
#endif
#if defined(RIM) || defined(MATCAP)
    c += rim * mix(vec3(1.0), mix(fill, key, lit), rim_shape.z);
#endif
#endif
#ifdef EMISSIVE
    c += emissive_factor * decode(texture(emissive_map, uv).rgb);
#endif
    c *= mix(feet, vec3(1.0), clamp(world.y * 0.9, 0.0, 1.0));
    colour = vec4(encode(c) * base.a, base.a);
}
"""

OUTLINE_VERTEX: Final = SKIN + """
#define FAINTEST 0.5
uniform mat4 view_projection;
uniform vec4 uv_place;
uniform vec4 outline_shape;
uniform float pixels_per_metre;
uniform sampler2D width_map;
out vec2 uv;
out float cover;

void main() {
    vec3 place, normal;
    skin(place, normal);
    uv = p3d_MultiTexCoord0 * uv_place.zw + uv_place.xy;
    vec4 at = view_projection * vec4(place, 1.0);
    // pixels this width would take here, kept to what reads as a drawn line at every distance; far away it grows paler
    float scale = pixels_per_metre / max(at.w, 0.05);
    float drawn_to = outline_shape.x * scale;
    float wide = outline_shape.z > 0.5 ? outline_shape.x : clamp(drawn_to, outline_shape.y, outline_shape.w);
    float pale = outline_shape.z > 0.5 ? 1.0 : clamp(drawn_to / outline_shape.y, FAINTEST, 1.0);
#ifdef WIDTH_MAP
    wide *= textureLod(width_map, uv, 0.0).g;
#endif
    // a thin line breaks into dashes: draw it wide enough to meet a pixel everywhere and let what is behind shine through
    float drawn = max(wide, 1.7) * step(1e-4, wide);
    cover = pale * wide / max(drawn, 1e-4);
    gl_Position = view_projection * vec4(place + normalize(normal) * (drawn / scale), 1.0);
}
"""

OUTLINE_FRAGMENT: Final = COLOUR + """
uniform sampler2D base_map;
uniform vec4 base_factor;
uniform vec3 outline_colour;
uniform vec4 ramp;
uniform float outline_mix;
uniform vec3 line;
in vec2 uv;
in float cover;
out vec4 colour;

void main() {
    vec4 base = texture(base_map, uv);
    base = vec4(decode(base.rgb), base.a) * base_factor;
#ifdef MASK
    if (base.a < ramp.z) discard;
#endif
    vec3 ink = outline_colour * mix(vec3(1.0), base.rgb * line, outline_mix);
    // ink is never black: the darker it gets, the more of its own colour it keeps
    ink += 0.10 * base.rgb * line + vec3(0.012, 0.004, 0.006);
    colour = vec4(encode(ink), 1.0) * cover;
}
"""

SHADOW_VERTEX: Final = SKIN + """
uniform mat4 shadow_matrix;
uniform vec4 uv_place;
out vec2 uv;

void main() {
    vec3 place, normal;
    skin(place, normal);
    uv = p3d_MultiTexCoord0 * uv_place.zw + uv_place.xy;
    gl_Position = shadow_matrix * vec4(place, 1.0);
}
"""

SHADOW_FRAGMENT: Final = """
uniform sampler2D base_map;
uniform vec4 ramp;
in vec2 uv;
out vec4 colour;

void main() {
#ifdef MASK
    if (texture(base_map, uv).a < ramp.z) discard;
#endif
    colour = vec4(1.0);
}
"""

BACKDROP_VERTEX: Final = """
in vec4 p3d_Vertex;
uniform vec4 cover;
out vec2 uv;

void main() {
    uv = p3d_Vertex.xy * cover.zw + cover.xy;
    gl_Position = vec4(p3d_Vertex.xy * 2.0 - 1.0, 0.9999, 1.0);
}
"""

BACKDROP_FRAGMENT: Final = """
uniform sampler2D room;
in vec2 uv;
out vec4 colour;

void main() {
    colour = vec4(texture(room, vec2(uv.x, 1.0 - uv.y)).rgb, 1.0);
}
"""

SMOOTH_VERTEX: Final = """
in vec4 p3d_Vertex;

void main() {
    gl_Position = vec4(p3d_Vertex.xy * 2.0 - 1.0, 0.0, 1.0);
}
"""

# Smooths stairs after the picture is drawn, by the idea of T. Lottes' FXAA (2009): where there is contrast, blend along the
# edge, the farther the flatter it lies; a blend that is brighter or darker than all around went too far and is halved.
# No early return and no loop: a processor that draws runs through every line of a shader anyway.
SMOOTH_FRAGMENT: Final = """
uniform sampler2D drawn;
uniform vec2 pixel;
out vec4 colour;

// brightness and cover together, so that she is smooth before a dark room and a light one
float tone(vec4 c) {
    return dot(c, vec4(0.3, 0.55, 0.15, 0.7));
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec2 place = gl_FragCoord.xy * pixel;
    ivec2 last = textureSize(drawn, 0) - 1;
    ivec2 low = max(at - 1, ivec2(0)), high = min(at + 1, last);
    vec4 here = texelFetch(drawn, at, 0);
    float m = tone(here);
    float ne = tone(texelFetch(drawn, high, 0)), sw = tone(texelFetch(drawn, low, 0));
    float nw = tone(texelFetch(drawn, ivec2(low.x, high.y), 0)), se = tone(texelFetch(drawn, ivec2(high.x, low.y), 0));
    float least = min(m, min(min(nw, ne), min(sw, se))), most = max(m, max(max(nw, ne), max(sw, se)));
    vec2 along = vec2(sw + se - nw - ne, nw + sw - ne - se);
    float flat_by = min(abs(along.x), abs(along.y)) + max(0.03 * (nw + ne + sw + se), 0.008);
    along = clamp(along / flat_by, -REACH, REACH) * pixel;
    vec4 near = 0.5 * (textureLod(drawn, place - along / 6.0, 0.0) + textureLod(drawn, place + along / 6.0, 0.0));
    vec4 far = 0.5 * near + 0.25 * (textureLod(drawn, place - along / 2.0, 0.0) + textureLod(drawn, place + along / 2.0, 0.0));
    float reached = tone(far);
    vec4 blend = reached < least || reached > most ? near : far;
    colour = most - least < max(0.05, 0.09 * most) ? here : blend;
}
"""

FLOOR_VERTEX: Final = """
in vec4 p3d_Vertex;
uniform mat4 view_projection;
out vec2 at;

void main() {
    at = p3d_Vertex.xz;
    gl_Position = view_projection * vec4(p3d_Vertex.xyz, 1.0);
}
"""

FLOOR_FRAGMENT: Final = """
uniform vec4 stand;
uniform vec4 seat;
uniform vec2 away;
uniform vec4 tint;
in vec2 at;
out vec4 colour;

void main() {
    // a dark kernel under each sole, a wide soft pool under the body, pulled away from the light; under a seat one more
    vec2 left = (at - stand.xy) / vec2(0.085, 0.15);
    vec2 right = (at - stand.zw) / vec2(0.085, 0.15);
    vec2 body = (at - 0.5 * (stand.xy + stand.zw) - 0.10 * away) / vec2(0.42, 0.30);
    vec2 under = (at - seat.xy - 0.04 * away) / max(seat.z, 0.01);
    float dark = 0.80 * (exp(-1.9 * dot(left, left)) + exp(-1.9 * dot(right, right))) + 0.55 * exp(-2.0 * dot(body, body));
    dark += seat.w * (0.85 * exp(-1.5 * pow(dot(under, under), 2.0)) + 0.3 * exp(-0.7 * dot(under, under)));
    float a = (1.0 - exp(-1.35 * dark)) * tint.a;
    colour = vec4(tint.rgb * a, a);
}
"""

SOURCES: Final = {
    "surface": (SURFACE_VERTEX, SURFACE_FRAGMENT),
    "outline": (OUTLINE_VERTEX, OUTLINE_FRAGMENT),
    "shadow": (SHADOW_VERTEX, SHADOW_FRAGMENT),
    "backdrop": (BACKDROP_VERTEX, BACKDROP_FRAGMENT),
    "smooth": (SMOOTH_VERTEX, SMOOTH_FRAGMENT),
    "floor": (FLOOR_VERTEX, FLOOR_FRAGMENT),
}


@cache
def shader(name: str, features: frozenset[str] = frozenset()) -> Shader:
    """The program `name` with these features, compiled once a process."""
    head = "#version 330\n" + "".join(f"#define {feature}\n" for feature in sorted(features))
    vertex, fragment = SOURCES[name]
    return Shader.make(Shader.SL_GLSL, head + vertex, head + fragment)
