"""De hal: pages that mix rooms (home, one idea through all stages, my page); reads only."""
