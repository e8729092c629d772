"""Conditions as JSON."""

from typing import Annotated, Literal

from pydantic import Field

from entrypoints.http.schemas.base import Flag, In, Line, Number, Whole

_Scalar = Flag | Whole | Number | Line | None
_Name = Annotated[
    Line,
    Field(
        description="of `trigger.*`, `session.*`, `lead.*`, `insight.*`, `metadata.*`, `payload.*`",
        examples=["lead.email", "payload.amount"],
    ),
]


class ExistsModel(In):
    """The field has a value."""

    type: Literal["exists"]
    field: _Name


class EqualsModel(In):
    """The field is that; of texts, case does not count."""

    type: Literal["equals"]
    field: _Name
    value: _Scalar


class IsInModel(In):
    """The field is one of them."""

    type: Literal["in"]
    field: _Name
    values: Annotated[list[_Scalar], Field(max_length=100)]


class GreaterModel(In):
    """The field is a number above that."""

    type: Literal["greater"]
    field: _Name
    value: Number = Field(allow_inf_nan=False)


class AllOfModel(In):
    """Each of them holds."""

    type: Literal["and"]
    of: "Annotated[list[ConditionModel], Field(max_length=50)]"


class AnyOfModel(In):
    """One of them holds."""

    type: Literal["or"]
    of: "Annotated[list[ConditionModel], Field(max_length=50)]"


class NotModel(In):
    """It does not hold."""

    type: Literal["not"]
    of: "ConditionModel"


ConditionModel = Annotated[
    ExistsModel | EqualsModel | IsInModel | GreaterModel | AllOfModel | AnyOfModel | NotModel,
    Field(discriminator="type"),
]

for _model in (AllOfModel, AnyOfModel, NotModel):
    _model.model_rebuild()
