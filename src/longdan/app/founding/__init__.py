"""Setting up the installation of a real province: its units, its departments, the first people who sign in."""
