"""What parties could do, as statements name it, and what the outlet tells as done."""
