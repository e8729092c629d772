"""A workflow's configuration over HTTP."""

from entrypoints.http.schemas.workflow_config.fields import WorkflowFields

__all__ = ["WorkflowFields"]
