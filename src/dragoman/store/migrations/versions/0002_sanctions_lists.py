"""Versions of sanctions lists, their entries and what was wrong with their files."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "list_versions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("list", sa.String(length=128), nullable=False),
        sa.Column("list_date", sa.Date(), nullable=False),
        sa.Column("date_source", sa.String(length=8), nullable=False),
        sa.Column("checksum", sa.String(length=64), nullable=False),
        sa.Column("format", sa.String(length=16), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("malformed", sa.Integer(), nullable=False),
        sa.Column("stated_count", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_versions")),
    )
    op.create_index(op.f("ix_list_versions_list"), "list_versions", ["list"], unique=False)
    op.create_table(
        "list_records",
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("listed_on", sa.Date(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_list_records")),
    )
    op.create_table(
        "list_members",
        sa.Column("version_id", sa.String(length=32), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["list_versions.id"], name=op.f("fk_list_members_version_id")
        ),
        sa.ForeignKeyConstraint(
            ["digest"], ["list_records.digest"], name=op.f("fk_list_members_digest")
        ),
        sa.PrimaryKeyConstraint("version_id", "entry_id", name=op.f("pk_list_members")),
    )
    op.create_index(op.f("ix_list_members_digest"), "list_members", ["digest"], unique=False)
    op.create_table(
        "list_problems",
        sa.Column("version_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["list_versions.id"], name=op.f("fk_list_problems_version_id")
        ),
        sa.PrimaryKeyConstraint("version_id", "id", name=op.f("pk_list_problems")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("list_problems")
    op.drop_index(op.f("ix_list_members_digest"), table_name="list_members")
    op.drop_table("list_members")
    op.drop_table("list_records")
    op.drop_index(op.f("ix_list_versions_list"), table_name="list_versions")
    op.drop_table("list_versions")
