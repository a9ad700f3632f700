"""Whether this installation is well: asked by load balancers at /healthz and /readyz, and shown on the desk."""
