"""What people come here to do, told once and walked by two hands: keys only, and no JavaScript."""
