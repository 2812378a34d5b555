"""Where a submission's code runs: the only place.

outside    starts a warm process behind walls, talks to it, ends it
inside     the sandboxed side: runs cells and calls functions, returns plain values
view       what exists behind the walls
walls      namespaces, mounts and limits
syscalls   which system calls a submission may make
messages   what travels between the two: a length, then JSON
session    one notebook in a sandbox, from its cells to its functions' results
"""
