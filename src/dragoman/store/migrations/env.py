"""Alembic's entry: the connection comes from :mod:`dragoman.store.open`."""

from alembic import context

from dragoman.store.schema import metadata

connection = context.config.attributes["connection"]
# SQLite changes a table by copying it, which alembic does in batch mode.
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
