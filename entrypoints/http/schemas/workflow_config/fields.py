"""A workflow's configuration, field by field, as it is sent and as it is shown."""

from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter

from domain.workflow.workflow import (
    LONGEST_STEP_S,
    MOST_ATTEMPTS,
    MOST_STEPS,
    MOST_TRIGGERS,
    WorkflowConfig,
)
from entrypoints.http.schemas.base import Flag, In, Line, Name, Whole
from entrypoints.http.schemas.workflow_config.actions import ActionModel
from entrypoints.http.schemas.workflow_config.conditions import ConditionModel
from entrypoints.http.schemas.workflow_config.triggers import TriggerModel

_config = TypeAdapter(WorkflowConfig)


class StepModel(In):
    """One thing to do."""

    name: Line
    action: ActionModel
    when: ConditionModel | None = Field(
        default=None, description="the step is passed over unless this holds by then"
    )
    timeout: Whole = Field(
        default=10, ge=1, le=LONGEST_STEP_S, description="seconds an attempt has"
    )
    attempts: Whole = Field(default=5, ge=1, le=MOST_ATTEMPTS)


class WorkflowFields(In):
    """One field for each of WorkflowConfig's, by the same name."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": "call-back",
                    "triggers": [
                        {"type": "phrase", "phrases": ["call me back", "rufen Sie zurück"]}
                    ],
                    "conditions": [{"type": "exists", "field": "session.userId"}],
                    "steps": [
                        {
                            "name": "promise",
                            "action": {"type": "say", "text": "Somebody will call you today."},
                        },
                        {"name": "wait", "action": {"type": "wait", "seconds": 60}},
                        {
                            "name": "note",
                            "action": {"type": "create_task", "title": "Call {{lead.phone}} back"},
                        },
                    ],
                }
            ]
        }
    )

    name: Name = Field(description="by which agents' `workflows` and other workflows know it")
    triggers: Annotated[list[TriggerModel], Field(max_length=MOST_TRIGGERS)] = Field(
        description="none: only other workflows start it"
    )
    conditions: Annotated[list[ConditionModel], Field(max_length=50)] = Field(
        default=[], description="all of them have to hold"
    )
    steps: Annotated[list[StepModel], Field(min_length=1, max_length=MOST_STEPS)]
    enabled: Flag = True

    @classmethod
    def showing(cls, config: WorkflowConfig) -> "WorkflowFields":
        """Show *config*."""
        return WorkflowFields.model_validate(config, from_attributes=True, by_name=True)

    def to_config(self) -> WorkflowConfig:
        """Raises InvalidValueError for what no run could work with."""
        return _config.validate_python(self.model_dump(include=set(WorkflowFields.model_fields)))
