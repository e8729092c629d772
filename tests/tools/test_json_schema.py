import pytest

from adapters.tools.json_schema import JsonSchemaArguments, check_schema
from domain.errors import InvalidValueError
from domain.tool import BUILT_IN_TOOLS, ToolDefinition


def definition(**schema: object) -> ToolDefinition:
    return ToolDefinition(name="t", description="d", parameters={"type": "object", **schema})


def test_a_wrong_argument_is_named_by_its_place() -> None:
    tool = definition(properties={"who": {"properties": {"age": {"type": "integer"}}}})
    with pytest.raises(InvalidValueError, match=r"wrong arguments for t: who.age: 'x' is not"):
        JsonSchemaArguments().check(tool, {"who": {"age": "x"}})
    JsonSchemaArguments().check(tool, {"who": {"age": 3}})


def test_a_long_wrong_argument_is_not_repeated_in_full() -> None:
    tool = definition(properties={"a": {"type": "integer"}})
    with pytest.raises(InvalidValueError) as caught:
        JsonSchemaArguments().check(tool, {"a": "x" * 10_000})
    assert len(str(caught.value)) < 300


def test_a_reference_out_of_the_schema_is_never_fetched() -> None:
    tool = definition(properties={"a": {"$ref": "http://127.0.0.1:9/schema.json"}})
    with pytest.raises(InvalidValueError, match="its schema is broken"):
        JsonSchemaArguments().check(tool, {"a": 1})


@pytest.mark.parametrize(
    ("schema", "says"),
    [
        ({"type": "objekt"}, "not a JSON schema"),
        ({"properties": {"a": {"$ref": "https://example.com/s.json"}}}, "own parts only"),
        ({"anyOf": [{"$dynamicRef": "other#x"}]}, "own parts only"),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused(schema: dict[str, object], says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        check_schema(schema)


def test_a_schema_may_refer_to_itself() -> None:
    check_schema({"$defs": {"a": {"type": "string"}}, "properties": {"b": {"$ref": "#/$defs/a"}}})


def test_the_schemas_that_come_with_the_service_can_be_used() -> None:
    for tool in BUILT_IN_TOOLS.values():
        check_schema(tool.parameters)
