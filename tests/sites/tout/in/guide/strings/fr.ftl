print = Sur papier
