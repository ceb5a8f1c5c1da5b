"""What every contract model has in common."""

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A frozen message or part of one. Unknown fields are ignored, so readers survive additions."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)
