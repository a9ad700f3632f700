"""`make drills`: what an operator fears, tried on throwaway data, with figures; at most twenty minutes."""
