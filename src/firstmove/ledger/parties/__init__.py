"""Who is who across reports, and for which party each speaks."""
