"""One reading of the law: an answer to each open question, remembering the questions that had to be asked."""

from collections.abc import Mapping

from docket.law.deadlines.rules.shape import BOTH, Option, RuleVersion


class Reading:
    """Answers by staff's choice, else by the rule's default, else by what is being tried (`tried`).

    A question that none of them answers takes its first choice and is noted in `open`.
    """

    def __init__(self, version: RuleVersion, chosen: Mapping[str, str], tried: Mapping[str, str]) -> None:
        self._options: dict[str, Option] = {option.name: option for option in version.options}
        self._chosen = chosen
        self._tried = tried
        self.open: list[Option] = []
        self.relied_on: dict[str, str] = {}  # open questions that this reading needed, with its answer

    def answer(self, name: str, otherwise: str = "") -> str:
        """The answer to a question; `otherwise` for a rule that does not know the question."""
        option = self._options.get(name)
        if option is None:
            return otherwise
        chosen = self._chosen.get(name, option.default)
        if chosen is not None and chosen != BOTH:
            return chosen
        if name not in self._tried and option not in self.open:
            self.open.append(option)
        self.relied_on[name] = self._tried.get(name, next(iter(option.choices)))
        return self.relied_on[name]
