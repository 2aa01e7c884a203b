"""Who is who on a given day."""
