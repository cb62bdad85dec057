"""One module for each kind of file. They run in the child only: nothing here is trusted with more than a pipe."""
