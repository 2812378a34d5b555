"""`python -m grader`."""

if __name__ == "__main__":  # a worker that starts imports this file, too, and needs no commands
    from grader.cli import main

    main(prog_name="grader")
