"""Loads what lenet-core exported into PyTorch, and saves a network of PyTorch for lenet-core.

    python3 pytorch.py EXPORTED

OtherLibrariesTest writes the folder EXPORTED, and reads what this script leaves beside itself: pytorch.csv, vgg6.safetensors and
vgg6.csv. Run with Python 3.11.2 and PyTorch 1.13.1 of Debian 12, which has no package safetensors: load and save are those of
safetensors.torch, as far as they are needed here.
"""
import json
import pathlib
import sys

import torch

from networks import LeNet5, ResNet, Vgg6

HERE = pathlib.Path(__file__).parent
EXPORTED = pathlib.Path(sys.argv[1])
NETWORKS = {
    "lenet5": LeNet5,
    "lenet5-1998": lambda channels: LeNet5(channels, classic=True),
    "vgg6": Vgg6,
    "resnet8": ResNet,
    "resnet14": lambda channels: ResNet(channels, blocks=2),
}


def load(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = bytearray(file.read())
    header.pop("__metadata__")
    return {
        name: torch.frombuffer(data[slice(*entry["data_offsets"])], dtype=torch.float32).reshape(entry["shape"])
        for name, entry in header.items()
    }


def save(state, path):
    header, data = {}, b""
    for name, tensor in state.items():
        content = tensor.contiguous().numpy().tobytes()
        dtype = {torch.float32: "F32", torch.int64: "I64"}[tensor.dtype]
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)


def images(channels):
    content = bytearray((EXPORTED / f"images-{channels}.bin").read_bytes())
    return torch.frombuffer(content, dtype=torch.uint8).reshape(-1, channels, 28, 28) / 255


def rows(network, channels):
    network.eval()
    with torch.no_grad():
        return [",".join(repr(value) for value in row) for row in network(images(channels)).softmax(1).tolist()]


lines = []
for name, create in NETWORKS.items():
    for channels in (1, 3):
        network = create(channels)
        network.load_state_dict(load(EXPORTED / f"{name}-{channels}.safetensors"), strict=True)
        lines += [f"{name},{channels},{row}\n" for row in rows(network, channels)]
(HERE / "pytorch.csv").write_text("".join(lines))

torch.manual_seed(1)
network = Vgg6()
optimiser = torch.optim.AdamW(network.parameters(), 0.003)
for _ in range(3):
    loss = torch.nn.functional.cross_entropy(network(torch.rand(20, 1, 28, 28)), torch.arange(20) % 10)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
save(network.state_dict(), HERE / "vgg6.safetensors")
(HERE / "vgg6.csv").write_text("".join(f"vgg6,1,{row}\n" for row in rows(network, 1)))
