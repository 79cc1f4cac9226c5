"""How well words can be told from what they stand on: the formula of the Web Content Accessibility Guidelines 2.2."""


def contrast(ink: str, ground: str) -> float:
    """The contrast of two colours such as "#d6d8db": from 1, the same, to 21, black on white."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
