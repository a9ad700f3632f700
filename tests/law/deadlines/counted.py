"""Days written short, and both readings of an answer as texts."""

from datetime import date

from docket.law.deadlines import Computation
from docket.law.deadlines.steps import spell

# the notes to the text of 2009 work their examples with days of 2007 and 2008
NOTES_OF_2009 = date(2009, 12, 1)


def days(*texts: str) -> list[date]:
    return [date.fromisoformat(text) for text in texts]


def due(answer: Computation) -> tuple[str, str]:
    return spell(answer.earliest), spell(answer.latest)
