"""benchmarks.train: what its table says."""

import pytest

from benchmarks import train

WITHOUT_TORCH = {
    "train_reference_ms_float32": 5.0,
    "train_reference_ms_float64": 10.0,
    "train_fast_ms_float32": 0.15,
    "train_fast_ms_float64": 0.2,
    "train_fast_relative_difference": 3e-15,
}


def test_without_pytorch_its_row_says_so(monkeypatch):
    monkeypatch.setattr(train, "_has_torch", lambda: False)
    lines = train.table(WITHOUT_TORCH).splitlines()
    assert next(line for line in lines if "PyTorch" in line).split()[1:] == ["(not", "installed)", "–", "–"]
    assert "time over PyTorch" not in train.table(WITHOUT_TORCH)


def test_each_ratio_is_of_the_worse_precision():
    figures = WITHOUT_TORCH | {"train_torch_ms_float32": 6.0, "train_torch_ms_float64": 10.0}
    ratios = train._against_torch(figures)
    assert ratios["train_reference_time_over_torch"] == pytest.approx(1.0)  # 5/6 and 10/10
    assert ratios["train_fast_speed_over_torch"] == pytest.approx(40.0)  # 6/0.15 and 10/0.2
