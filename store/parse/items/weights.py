"""What the signs of a heading weigh, one against another.

The unit is one step of a numbering: a line whose number is the next one of its run has 1.0 for that. Doubling any
weight, or setting it to nought, moves the items found in annotated minutes by less than .02: what is read hangs on the
structure.
"""

from typing import Final

NEXT: Final = 1.0  # the number is the one after the last
LEFT_OUT: Final = 0.25  # taken off for each number that a run leaves out
MOST_LEFT_OUT: Final = 10
SET_OTHERWISE: Final = -1.0  # one of two neighbours stands alone, or has a stop, and the other not
FURTHER_LEVEL: Final = 0.5  # "4a" after "4"

MARKED: Final = 1.0  # a number that more than figures marks: "77/24", "(26)", "Item 5", "5."
SPREAD: Final = 0.8  # a wide gap behind the number
BARE: Final = 0.5  # figures and no more
LETTER: Final = 0.0  # a letter, as lists have
APART: Final = 0.5  # blank lines stand before it
IN_LIST: Final = -1.5  # the line before is numbered too
AFTER_COLON: Final = -2.0  # the line before announces a list
SMALL_LETTER: Final = -1.5  # the words begin in lower case
MOTION: Final = -3.0  # the words are "That …", or who moved what
SENTENCE: Final = -1.0
USUAL_NUMBERED: Final = 0.5  # the words behind a number that no blank line sets apart are what every agenda has
NO_TITLE: Final = -2.0  # of a paragraph's number ("5.1", "(a)"), whose line is no title
BEFORE_SECTION: Final = 0.5  # "Minutes:" stands under it
SECTION_BENEATH: Final = -0.5  # "Minutes:" is all that stands under a number alone
LITTLE_UNDER: Final = -0.25  # the next line is numbered too, but apart and surely
NOTHING_UNDER: Final = -0.75  # the next line is numbered too
SET_OFF: Final = 0.75  # bold, or in capitals
HEADED: Final = 1.5  # in the style of a heading
RUNS_ON: Final = -1.5  # the line before is full, and its sentence not ended
UNLIKE: Final = -0.75  # not set as most lines of its run are

HOPELESS: Final = -1.75  # below it no two steps make up for how a line looks
SURE: Final = 1.0  # from it on a line needs no number before or after it

# Titles by looks alone, in the same unit.
LOOKS: Final = {
    "heading": 2.0,
    "bold": 1.25,
    "large": 1.25,
    "capitals": 1.0,
    "run-in bold": 1.0,
    "bulleted bold": 1.0,
    "colon": 0.75,
    "outline": 0.5,
    "run-in capitals": 1.0,
    "run-in": 0.5,
    "plain over text": 0.5,
    "plain": 0.25,
}
TEXT_UNDER: Final = 0.5  # a sentence stands under it
NO_TEXT_UNDER: Final = -1.25  # another line of its look does, or a name, or nothing
NO_GAP: Final = -0.5
IN_A_GAP: Final = 0.75  # from it on a line is a title where one number is left out
USUAL_TITLE: Final = 1.0  # its words are what every agenda has
FEWEST_LOOKS: Final = 2.5  # that the titles of a document come to, all together
LETTERED_RUN: Final = 0.25  # share of its score that a run of small letters has against titles by their looks
BESIDE_RUN: Final = -1.0  # for each line that counts as a run of letters does, and is none of it
FEWEST_NUMBERED: Final = 1.0  # that a run of numbers comes to
