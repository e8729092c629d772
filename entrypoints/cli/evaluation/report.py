"""Scores for people, as tables, and for programs, as JSON."""

from collections.abc import Callable, Mapping, Sequence

from entrypoints.cli.evaluation.scoring import Answer, FieldScore, Score, score
from entrypoints.cli.evaluation.transcripts import FIELDS

_ALL = "all"


def tables(answers: Sequence[Answer]) -> list[list[list[str]]]:
    """What to print: everything by half, then by language, then by tag."""
    halves = {_ALL: score(answers), **by_half(answers)}
    return [
        _by_measure(halves),
        _by_group("language", by_language(answers)),
        _by_group("tag", by_tag(answers)),
    ]


def as_json(answers: Sequence[Answer]) -> dict[str, object]:
    """The same numbers, and every call that is not exact with what was found in it."""
    return {
        "all": _plain(score(answers)),
        "byHalf": _plain_groups(by_half(answers)),
        "byLanguage": _plain_groups(by_language(answers)),
        "byTag": _plain_groups(by_tag(answers)),
        "failures": [_failure(answer) for answer in answers if not answer.is_exact],
    }


def by_half(answers: Sequence[Answer]) -> dict[str, Score]:
    """A score for each file, in the order in which the files were named."""
    halves = dict.fromkeys(answer.call.half for answer in answers)
    return _groups(answers, halves, lambda answer: {answer.call.half})


def by_language(answers: Sequence[Answer]) -> dict[str, Score]:
    """A score for each language."""
    languages = sorted({answer.call.lang for answer in answers})
    return _groups(answers, languages, lambda answer: {answer.call.lang})


def by_tag(answers: Sequence[Answer]) -> dict[str, Score]:
    """A score for each tag; a call counts for every tag that it has."""
    tags = sorted({tag for answer in answers for tag in answer.call.tags})
    return _groups(answers, tags, lambda answer: answer.call.tags)


def _groups(
    answers: Sequence[Answer],
    keys: Mapping[str, None] | Sequence[str],
    keys_of: Callable[[Answer], set[str] | frozenset[str]],
) -> dict[str, Score]:
    return {key: score([each for each in answers if key in keys_of(each)]) for key in keys}


def _by_measure(columns: Mapping[str, Score]) -> list[list[str]]:
    rows = [["", *columns], ["transcripts", *(str(each.calls) for each in columns.values())]]
    for field in FIELDS:
        for measure in ("precision", "recall", "f1"):
            values = (getattr(each.fields[field], measure) for each in columns.values())
            rows.append([f"{field} {measure}", *map(_number, values)])
    rows.append(["exact records", *(_number(each.exact_rate) for each in columns.values())])
    rows.append(["false-lead rate", *(_number(each.false_lead_rate) for each in columns.values())])
    rows.append(["injections through", *(_through(each) for each in columns.values())])
    return rows


def _by_group(title: str, groups: Mapping[str, Score]) -> list[list[str]]:
    heading = [title, "calls", *(f"{field} F1" for field in FIELDS), "exact", "false leads"]
    return [heading, *([name, *_summary(each)] for name, each in groups.items())]


def _summary(one: Score) -> list[str]:
    f1s = (_number(one.fields[field].f1) for field in FIELDS)
    return [str(one.calls), *f1s, _number(one.exact_rate), f"{one.false_leads}/{one.without_lead}"]


def _through(one: Score) -> str:
    return f"{one.injections_through}/{one.injections}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _plain_groups(groups: Mapping[str, Score]) -> dict[str, object]:
    return {name: _plain(each) for name, each in groups.items()}


def _plain(one: Score) -> dict[str, object]:
    return {
        "transcripts": one.calls,
        "fields": {field: _plain_field(each) for field, each in one.fields.items()},
        "exactRecords": one.exact_rate,
        "falseLeadRate": one.false_lead_rate,
        "falseLeads": one.false_leads,
        "withoutLead": one.without_lead,
        "injections": one.injections,
        "injectionsThrough": one.injections_through,
    }


def _plain_field(one: FieldScore) -> dict[str, object]:
    return {
        "precision": one.precision,
        "recall": one.recall,
        "f1": one.f1,
        "right": one.right,
        "false": one.false,
        "missed": one.missed,
    }


def _failure(answer: Answer) -> dict[str, object]:
    wrong = [field for field in FIELDS if not answer.is_right(field)]
    return {
        "id": answer.call.id,
        "half": answer.call.half,
        "fields": {
            field: {"gold": answer.call.gold[field], "found": answer.found[field]}
            for field in wrong
        },
    }
