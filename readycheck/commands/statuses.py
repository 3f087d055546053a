"""What a command's exit status says (INTERFACE.md)."""

DONE, THRESHOLD, WRONG_USE = 0, 1, 2
INTERRUPTED = 130  # 128 + SIGINT, as a shell counts
