"""The written rule by which a model comes into use, stays, or gives way to the plain list."""
