"""What every contract model has in common."""

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A frozen message or part of one. Unknown fields are ignored, so readers survive additions."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)

    def to_json(self) -> bytes:
        """The value as it goes on a topic: UTF-8 JSON, fields in the order of the model."""
        return self.model_dump_json().encode()
