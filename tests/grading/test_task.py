"""What travels between the coordinator and its workers, and what is kept of it."""

import json

from grader.grading.task import About, Mistake

ABOUT = About("walls", 1.5, ("a note",), (Mistake("deep_network.predict", None, False, "It is wrong."),))


def test_what_is_known_of_a_submission_is_read_back_as_it_was_saved():
    assert About.from_json(ABOUT.to_json()) == ABOUT


def test_what_another_version_has_saved_is_read_as_far_as_it_is_known():
    later = json.loads(ABOUT.to_json()) | {"unheard_of": 1}
    assert About.from_json(json.dumps(later)) == ABOUT
    assert About.from_json('{"seconds": 2.0}') == About(seconds=2.0)
