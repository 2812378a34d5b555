"""An LMS's bulk download: whose work it is, which attempt is the newest, what is late; nothing is guessed, nothing leads out."""

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, copy_course
from plain import NAME, course_with, submit

from grader.cli import main
from grader.releasing.course import Course

STUDENTS = """id,first_name,last_name,email,lms_user_id
ada,Ada,Lovelace,ada@example.org,4021
b_li,Bo,Li,bo@example.org,4022
zoe,Zoë,d'Arc,zoe@example.org,
sam1,Sam,Smith,sam1@example.org,
sam2,Sam,Smith,sam2@example.org,
"""
METADATA = """---
submission_501:
  :submitters:
  - :name: Ada Lovelace
    :sid: ada
    :email: ada@example.org
  - :name: Bo Li
    :sid: ''
    :email: BO@example.org
  :created_at: 2026-10-15 21:00:00.5 Z
submission_502:
  :submitters:
  - :name: Ada Lovelace
    :sid: ada
    :email: ada@example.org
  :created_at: 2026-10-14 21:00:00.5 Z
submission_503: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
  :submitters:
  - :name: Nobody Known
    :email: nobody@example.org
submission_504:
  :submitters:
  - :name: Zoë d'Arc
    :sid:
    :email: zoe@example.org
  :created_at: !ruby/object:ActiveSupport::TimeWithZone
    utc: 2026-10-16 01:00:00.000000000 Z
    zone: !ruby/object:ActiveSupport::TimeZone
      name: America/Los_Angeles
    time: 2026-10-15 18:00:00.000000000 Z
  :late: true
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = course_with(copy_course(tmp_path_factory.mktemp("collect") / "course"))
    with course.gradebook() as book:
        for row in STUDENTS.splitlines()[1:]:
            student, first, last, email, number = row.split(",")
            book.add_student(student, first_name=first, last_name=last, email=email, lms_user_id=number or None)
    return course


@pytest.fixture
def course(made: Course) -> Iterator[Course]:
    """The course with its students, and nothing handed in."""
    with as_it_was(made):
        yield made


@contextmanager
def as_it_was(course: Course) -> Iterator[None]:
    """What is written into grading/ and nbgrader_config.py meanwhile is gone afterwards."""
    settings = course.root / "nbgrader_config.py"
    text, before = settings.read_text(encoding="utf-8"), course.root / "before"
    shutil.copytree(course.grading, before)
    try:
        yield
    finally:
        shutil.rmtree(course.grading)
        before.rename(course.grading)
        settings.write_text(text, encoding="utf-8")


def download(folder: Path, names: dict[str, str]) -> Path:
    path = folder / "submissions.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in names.items():
            archive.writestr(name, text)
    return path


def collect(course: Course, path: Path, *options: str, code: int = 0) -> str:
    words = ["--root", str(course.root), "collect", str(path), "--assignment", NAME, *options]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == code, (result.output, result.exception)
    return result.output


def there(course: Course) -> dict[str, str]:
    """student/file → its text."""
    files = [path for path in course.submitted.rglob("*") if path.is_file()]
    return {f"{path.relative_to(course.submitted).parts[0]}/{path.name}": path.read_text() for path in files}


CANVAS = {
    "lovelaceada_4021_88_work.ipynb": "ada",
    "darczoe_LATE_77_89_work.ipynb": "zoe",
    "smithsam_78_90_work.ipynb": "one of two",
    "moriartyjames_79_91_work.ipynb": "a stranger",
    "anon_x7Kq2_92_work.ipynb": "anonymous",
    "anon_LATE_99999_93_work.ipynb": "anonymous",
    "moriartyjames_79_link.html": "a link",
}
MOODLE = {
    "Ada Lovelace_31_assignsubmission_file_/work.ipynb": "ada",
    "Zoë d'Arc_32_assignsubmission_file_work.ipynb": "zoe",
    "James Moriarty_33_assignsubmission_file/work.ipynb": "a stranger",
}
BLACKBOARD = {
    "Week_1_ada_attempt_2026-10-14-10-00-00_work.ipynb": "old",
    "Week_1_ada_attempt_2026-10-15-10-00-00.txt": "Name: Ada Lovelace (ada)",
    "Week_1_ada_attempt_2026-10-15-10-00-00_work.ipynb": "ada",
    "Week_1_b_li_attempt_2026-10-15-11-00-00_work.ipynb": "bo",
    "Week_1_moriarty_attempt_2026-10-15-11-00-00_work.ipynb": "a stranger",
}
GRADESCOPE = {
    "assignment_9_export/submission_metadata.yml": METADATA,
    "assignment_9_export/submission_501/work.ipynb": "together",
    "assignment_9_export/submission_502/work.ipynb": "old",
    "assignment_9_export/submission_503/work.ipynb": "a stranger",
    "assignment_9_export/submission_504/work.ipynb": "zoe",
}
FOLDERS = {"class/ada/work.ipynb": "ada", "class/Bo Li/sub/work.ipynb": "bo", "class/moriarty.zip": "a stranger"}


@pytest.mark.parametrize(
    ("kind", "names", "taken"),
    [
        ("Canvas", CANVAS, {"ada/work.ipynb": "ada", "zoe/work.ipynb": "zoe"}),
        ("Moodle", MOODLE, {"ada/work.ipynb": "ada", "zoe/work.ipynb": "zoe"}),
        ("Blackboard", BLACKBOARD, {"ada/work.ipynb": "ada", "b_li/work.ipynb": "bo"}),
        ("Gradescope", GRADESCOPE, {"ada/work.ipynb": "together", "b_li/work.ipynb": "together", "zoe/work.ipynb": "zoe"}),
        ("folders", FOLDERS, {"ada/work.ipynb": "ada", "b_li/work.ipynb": "bo"}),
    ],
)
def test_each_download_is_recognised_and_strangers_are_named_and_left_out(course, tmp_path, kind, names, taken):
    path = download(tmp_path, names)
    shown = collect(course, path, "--dry-run")
    assert f"{kind}, {NAME}: {len(taken)} would be taken" in shown
    assert not course.submitted.exists() or not there(course)
    said = collect(course, path)
    assert {name: text for name, text in there(course).items() if not name.endswith("timestamp.txt")} == taken
    assert "→ ? (not in the list of students), left out" in said
    assert "as before" in collect(course, path)


def test_gradescope_tells_the_time_as_ruby_writes_it_and_who_is_late(course, tmp_path):
    assert "zoe (by email), new, late" in collect(course, download(tmp_path, GRADESCOPE))
    assert there(course)["zoe/timestamp.txt"] == "2026-10-16 01:00:00.000000 UTC"
    assert there(course)["ada/timestamp.txt"] == "2026-10-15 21:00:00.500000 UTC"


def test_anonymous_work_in_canvas_is_named_as_nobodys(course, tmp_path):
    said = collect(course, download(tmp_path, CANVAS))
    assert "anon x7Kq2 → ? (not in the list of students), left out" in said
    assert "anon 99999 → ? (not in the list of students), left out, late" in said


def test_the_assignment_is_known_by_its_cells(course, tmp_path):
    submit(course, "moriarty")
    work = (course.submitted / "moriarty" / NAME / "own.ipynb").read_text(encoding="utf-8")
    path = download(tmp_path, {"lovelaceada_4021_88_Untitled.ipynb": work})
    result = CliRunner().invoke(main, ["--root", str(course.root), "collect", str(path)])
    assert f"Canvas, {NAME}: 1 taken" in result.output, result.output
    other = CliRunner().invoke(main, ["--root", str(course.root), "collect", str(path), "--assignment", "03-deep-network"])
    assert other.exit_code == 1 and f"This is work for {NAME}, not for 03-deep-network." in other.output
    path = download(tmp_path, {"lovelaceada_4021_88_Untitled.ipynb": "{}"})
    result = CliRunner().invoke(main, ["--root", str(course.root), "collect", str(path)])
    assert result.exit_code == 1 and "name the assignment with --assignment" in result.output


@pytest.mark.parametrize("notebook", ["vectorization", "logistic_regression"])
def test_one_of_two_notebooks_shows_the_assignment(course, tmp_path, notebook):
    released = ROOT / "notebooks" / "01-logistic-regression" / f"{notebook}.ipynb"
    path = download(tmp_path, {f"lovelaceada_4021_88_{notebook}.ipynb": released.read_text(encoding="utf-8")})
    result = CliRunner().invoke(main, ["--root", str(course.root), "collect", str(path), "--dry-run"])
    assert "Canvas, 01-logistic-regression: 1 would be taken" in result.output, result.output


def test_a_damaged_file_in_a_zip_costs_nobody_else_anything(course, tmp_path):
    path = tmp_path / "submissions.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("lovelaceada_4021_88_work.ipynb", "libo_4022_89_work.ipynb"):
            archive.writestr(name, "".join(map(str, range(5000))))
    raw = bytearray(path.read_bytes())
    raw[500:900] = bytes(255 - byte for byte in raw[500:900])
    path.write_bytes(raw)
    said = collect(course, path)
    assert "is damaged; it was not read." in said and set(there(course)) == {"b_li/work.ipynb"}


def test_a_table_of_groups_is_read_or_told_what_is_wrong_with_it(course, tmp_path):
    path, table = download(tmp_path, CANVAS), tmp_path / "groups.csv"
    for content, said in (
        (b"group;student\nOwls;ada\n", "It is 'group;student'."),
        ("group,student\nÖwls,ada\n".encode("latin-1"), "is not UTF-8"),
        (b"", "It is ''."),
        (b"group,student\nOwls\n", "line 2: there is no student"),
    ):
        table.write_bytes(content)
        assert said in collect(course, path, "--groups", str(table), code=1)


def test_a_hyphen_in_a_name_is_no_group(course, tmp_path):
    """Moodle writes `Group-Name`; but Jean-Bo Li is not Bo Li."""
    work = "assignsubmission_file_/work.ipynb"
    names = {f"Jean-Bo Li_31_{work}": "x", f"Owls-Ada Lovelace_32_{work}": "y"}
    said = collect(course, download(tmp_path, names))
    assert "Jean-Bo Li → ?" in said and "Owls-Ada Lovelace → ?" in said
    groups = tmp_path / "groups.csv"
    groups.write_text("group,student\nOwls,ada\nOwls,zoe\n31,b_li\n", encoding="utf-8")
    said = collect(course, download(tmp_path, names), "--groups", str(groups))
    assert "Jean-Bo Li → ?" in said, "and 31 is a participant, no group"
    assert there(course) == {"ada/work.ipynb": "y", "zoe/work.ipynb": "y"}


def test_two_students_of_one_name_are_told_apart_by_nobody(course, tmp_path):
    assert "smithsam → ? (may be sam1 or sam2), left out" in collect(course, download(tmp_path, CANVAS))


def test_times_are_kept_in_utc(course, tmp_path):
    collect(course, download(tmp_path, BLACKBOARD), "--timezone", "Europe/Berlin")
    assert there(course)["ada/timestamp.txt"] == "2026-10-15 08:00:00.000000 UTC"
    assert "Europe/Berlin" in collect(course, download(tmp_path, BLACKBOARD), "--timezone", "Atlantis", code=1)


def test_canvas_mark_for_late_work_counts_from_the_due_date(course, tmp_path):
    assert "late, set the due date" in collect(course, download(tmp_path, CANVAS))
    with course.gradebook() as book:
        book.update_or_create_assignment(NAME, duedate="2026-10-15 22:00:00 UTC")
    assert "zoe (by name), updated, late, counted as one second late" in collect(course, download(tmp_path, CANVAS), "--update")
    assert there(course)["zoe/timestamp.txt"] == "2026-10-15 22:00:01.000000 UTC"


def test_update_replaces_what_is_older_and_nothing_else_does(course, tmp_path):
    old = {"W_ada_attempt_2026-10-14-10-00-00_work.ipynb": "first", "W_ada_attempt_2026-10-14-10-00-00_more.py": "x = 1"}
    new = {"W_ada_attempt_2026-10-16-10-00-00_work.ipynb": "second"}
    collect(course, download(tmp_path, old))
    assert "there already" in collect(course, download(tmp_path, new))
    assert there(course)["ada/work.ipynb"] == "first"
    assert "updated" in collect(course, download(tmp_path, new), "--update")
    assert there(course) == {"ada/work.ipynb": "second", "ada/timestamp.txt": "2026-10-16 10:00:00.000000 UTC"}
    assert "what is there is newer" in collect(course, download(tmp_path, old), "--update")


def test_nothing_is_lost_by_an_update(course, tmp_path):
    for day in (14, 15, 16):
        text = f"of day {day}"
        collect(course, download(tmp_path, {f"W_ada_attempt_2026-10-{day}-10-00-00_work.ipynb": text}), "--update")
    kept = course.grading / "replaced" / "ada" / NAME
    assert [(kept / number / "work.ipynb").read_text() for number in ("001", "002")] == ["of day 14", "of day 15"]
    assert there(course)["ada/work.ipynb"] == "of day 16"


def test_a_group_hands_in_once_and_everybody_gets_it(course, tmp_path):
    groups = tmp_path / "groups.csv"
    groups.write_text("group,student\nThe Owls,ada\nThe Owls,zoe\n,b_li\n", encoding="utf-8")
    for names in (CANVAS | {"darczoe_LATE_77_89_work.ipynb": "left"}, {"theowls_5_88_work.ipynb": "ours"}):
        collect(course, download(tmp_path, names), "--groups", str(groups), "--update")
        assert there(course)["ada/work.ipynb"] == there(course)["zoe/work.ipynb"]
    groups.write_text("group,student\nThe Owls,ada\nThe Owls,moriarty\n", encoding="utf-8")
    assert "moriarty" in collect(course, download(tmp_path, CANVAS), "--groups", str(groups), code=1)


def test_no_path_leads_out_of_the_folder(course, tmp_path):
    names = {"ada/../../../escaped.ipynb": "x", "ada/work.ipynb": "ada"}
    names |= {"b_li//etc/x.ipynb": "x", "ada/..\\..\\escaped.ipynb": "x"}
    said = collect(course, download(tmp_path, names))
    assert "leads out of its folder" in said
    assert not list(tmp_path.rglob("escaped*"))
    folder = tmp_path / "folder"
    (folder / "ada").mkdir(parents=True)
    (folder / "ada" / "own.ipynb").write_text("own")
    (folder / "ada" / "work.ipynb").symlink_to(ROOT / "nbgrader_config.py")
    assert "is a link" in collect(course, folder, "--update")
    assert there(course)["ada/own.ipynb"] == "own"
    assert "ada/work.ipynb" not in there(course)


def test_a_file_that_grows_without_end_is_not_unpacked(course, tmp_path):
    path = tmp_path / "big.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ada/work.ipynb", b"0" * 50_000_000)
    assert "times its size" in collect(course, path)
    assert "ada/work.ipynb" not in there(course)


def test_the_pattern_of_nbgraders_own_collector_is_used(course, tmp_path):
    settings = course.root / "nbgrader_config.py"
    pattern = r"(?P<student_id>\\w+)-(?P<timestamp>2026.*Z)-(?P<file_id>.+)"
    settings.write_text(settings.read_text() + f'\nc.FileNameCollectorPlugin.named_regexp = "{pattern}"\n')
    collect(course, download(tmp_path, {"ada-2026-10-15T10:00:00Z-work.ipynb": "ada"}))
    assert there(course) == {"ada/work.ipynb": "ada", "ada/timestamp.txt": "2026-10-15 10:00:00.000000 UTC"}

def test_whose_file_it_is_does_not_hang_on_small_and_capital_letters(course, tmp_path):
    collect(course, download(tmp_path, {"W_ADA_attempt_2026-10-15-10-00-00_work.ipynb": "ada"}))
    assert there(course)["ada/work.ipynb"] == "ada"
    with course.gradebook() as book:
        book.add_student("Ada")
    try:
        assert "ADA → ? (may be Ada or ada)" in collect(course, download(tmp_path, {"ADA/work.ipynb": "?"}))
        collect(course, download(tmp_path, {"Ada/work.ipynb": "the other one"}))
        assert there(course)["Ada/work.ipynb"] == "the other one" and there(course)["ada/work.ipynb"] == "ada"
    finally:
        with course.gradebook() as book:
            book.remove_student("Ada")


@pytest.mark.parametrize("name", ["ada", "Ada Lovelace", "ADA@example.org", "class/Lovelace, Ada", "a/b/ada"])
def test_a_folder_with_one_students_work_is_known_as_many_are(course, tmp_path, name):
    collect(course, download(tmp_path, {f"{name}/work.ipynb": "ada"}))
    assert there(course) == {"ada/work.ipynb": "ada"}


def test_text_typed_into_blackboard_in_place_of_a_file_is_not_lost(course, tmp_path):
    text = {"Week_1_zoe_attempt_2026-10-15-10-00-00.txt": "Submission Field: see my e-mail"}
    said = collect(course, download(tmp_path, BLACKBOARD | text))
    assert "Week_1_zoe → zoe (by id), new" in said
    assert "Week_1_ada → ada (by id), new, the newest of 2 attempts" in said
    assert there(course)["zoe/what Blackboard says.txt"] == "Submission Field: see my e-mail"
    assert "ada/what Blackboard says.txt" not in there(course)


def test_a_file_that_has_the_name_of_nbgraders_own_is_not_taken_from_an_lms(course, tmp_path):
    names = {"lovelaceada_4021_88_work.ipynb": "ada", "lovelaceada_4021_89_timestamp.txt": "1999-01-01 00:00:00 UTC"}
    assert "timestamp.txt was left out" in collect(course, download(tmp_path, names))
    assert there(course) == {"ada/work.ipynb": "ada"}


def test_what_a_teacher_gave_back_and_what_systems_leave_behind_is_nobodys_work(course, tmp_path):
    names = {"Ada Lovelace_31_assignsubmission_file_/work.ipynb": "ada", "Ada Lovelace_31_assignfeedback_file_/work.ipynb": "!"}
    assert "is feedback; it was left out" in collect(course, download(tmp_path, names))
    assert there(course) == {"ada/work.ipynb": "ada"}
    dirt = {"desktop.ini": "x", "Thumbs.db": "x", ".DS_Store": "x", "__MACOSX/ada/._work.ipynb": "x", "b_li/Thumbs.db": "x"}
    said = collect(course, download(tmp_path, dirt | {"ada/work.ipynb": "ada", "b_li/work.ipynb": "bo"}))
    assert f"folders, {NAME}: 1 taken, 0 not in the list, 2 in all" in said, said


def test_a_group_before_a_name_is_told(course, tmp_path):
    work = "assignsubmission_file_/work.ipynb"
    names = {f"Owls-Ada Lovelace_32_{work}": "x", f"Jean-Bo Yi_32_{work}": "x"}
    said = collect(course, download(tmp_path, names))
    assert "Owls-Ada Lovelace → ? (not in the list of students; if “Owls” is a group, add --worksheet), left out" in said
    assert "Jean-Bo Yi → ? (not in the list of students), left out" in said


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "cp1252", "utf-8"])
def test_names_in_a_zip_are_read_in_whatever_way_they_were_written(course, tmp_path, encoding):
    path = download(tmp_path, {"Zo@ d'Arc_32_assignsubmission_file_/work.ipynb": "zoe"})
    wanted = "Zoë".encode(encoding)
    name = b"Zo" + b"@" * (len(wanted) - 2)
    path = download(tmp_path, {f"{name.decode()} d'Arc_32_assignsubmission_file_/work.ipynb": "zoe"})
    path.write_bytes(path.read_bytes().replace(name, wanted))
    assert "Zoë d'Arc → zoe (by name), new" in collect(course, path)
