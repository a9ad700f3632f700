"""Create many models in one operation.

Django renders every related model anew after each single operation; for seventy models that refer to each other that
took half a minute on a first run and before every test session. Together they are rendered once.
"""

from django.db.migrations.operations.base import Operation


class CreateTogether(Operation):
    """Several CreateModel operations, in an order in which each finds what it refers to."""

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.operations)} models"
