"""Pages about routes: the question, the rules, and what a school does with them."""
