"""What the processes of `make run` need: preparation, ports, the pipe that ends them, restarts, the web worker."""
