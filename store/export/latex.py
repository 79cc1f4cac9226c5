"""Text for LaTeX: what it would read as a command, a mark or a ligature is written so that it stands as it is."""

import re

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"$\lbrace${}",  # "\{" would be counted as a brace by the programs that read the file
    "}": r"$\rbrace${}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "<": "$<${}",
    ">": "$>${}",
    "|": "$|${}",
}
_SPECIAL = re.compile("[" + re.escape("".join(_SIGNS)) + "]")
_LIGATURE = re.compile("-(?=-)|,(?=,)|'(?=')")  # two in a row would become one sign


def latex(text: str) -> str:
    """`text` as LaTeX prints it letter by letter; braces come in pairs. What is not ASCII stays, as UTF-8."""
    return _LIGATURE.sub(r"\g<0>{}", _SPECIAL.sub(lambda sign: _SIGNS[sign.group()], text))


def verbatim_address(url: str) -> str:
    """An address for a field that is taken letter by letter: what would end the field is percent-encoded."""
    return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign.group()):02X}", url)
