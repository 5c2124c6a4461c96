"""Checks exported models with the checker of ONNX, and writes the shape that it infers for everything they compute.

    python3 checker.py EXPORTED

OtherLibrariesTest writes the folder EXPORTED, and reads what this script leaves beside itself: checker.csv. Run with Python 3.11.2 and
python3-onnx 1.12.0 of Debian 12.
"""
import pathlib
import sys

import onnx

lines = []
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.onnx")):
    model = onnx.load(str(file))
    onnx.checker.check_model(model, full_check=True)
    graph = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True).graph
    for value in list(graph.value_info) + list(graph.output):
        sizes = [size.dim_param or str(size.dim_value) for size in value.type.tensor_type.shape.dim]
        lines.append(",".join([file.stem, value.name] + sizes) + "\n")
pathlib.Path(__file__).with_name("checker.csv").write_text("".join(lines))
