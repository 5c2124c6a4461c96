"""Trains a small network on 12,000 images of MNIST and exports it, for the tests of ONNX files.

    python3 mnist-cnn.py <folder with the four IDX files of MNIST> <folder with those of SyntheticDigits.write(folder, 600, 200, 1)>

Written with PyTorch 1.13.1 and NumPy 1.24.2. Beside mnist-cnn.onnx it leaves mnist-cnn-logits: what PyTorch computes for the test
images of the second folder, which the tests draw themselves, as an IDX file of floats.
"""

import struct
import sys

import numpy
import torch
from torch import nn

MEAN, DEVIATION = 0.1307, 0.3081


def read(folder, name):
    with open(folder + "/" + name, "rb") as file:
        data = file.read()
    sizes = struct.unpack(">" + "I" * data[3], data[4 : 4 + 4 * data[3]])
    return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * data[3]).reshape(sizes)


def write(name, floats):
    with open(name, "wb") as file:
        file.write(bytes([0, 0, 0x0D, floats.ndim]) + struct.pack(">" + "I" * floats.ndim, *floats.shape))
        file.write(floats.astype(">f4").tobytes())


def tensor(images):
    return ((torch.tensor(images, dtype=torch.float32) / 255 - MEAN) / DEVIATION).unsqueeze(1)


mnist, drawn = sys.argv[1:]
torch.manual_seed(42)
torch.set_num_threads(1)
network = nn.Sequential(
    nn.Conv2d(1, 8, 5, stride=2, padding=2),
    nn.ReLU(),
    nn.Conv2d(8, 16, 3, stride=2, padding=1),
    nn.ReLU(),
    nn.Flatten(),
    nn.Linear(16 * 7 * 7, 10),
)
images = tensor(read(mnist, "train-images-idx3-ubyte")[:12000])
labels = torch.tensor(read(mnist, "train-labels-idx1-ubyte")[:12000].astype(numpy.int64))
optimizer = torch.optim.Adam(network.parameters(), lr=0.003)
for batch in torch.randperm(len(images)).split(32):
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(images[batch]), labels[batch]).backward()
    optimizer.step()

network.eval()
test_images = read(mnist, "t10k-images-idx3-ubyte")
test_labels = read(mnist, "t10k-labels-idx1-ubyte")
with torch.no_grad():
    logits = network(tensor(test_images))
    logits_of_drawn = network(tensor(read(drawn, "t10k-images-idx3-ubyte")))
print("right on the test set:", int((logits.argmax(1).numpy() == test_labels).sum()))
torch.onnx.export(
    network,
    torch.zeros(1, 1, 28, 28),
    "mnist-cnn.onnx",
    opset_version=13,
    input_names=["image"],
    output_names=["logits"],
    dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}},
)
write("mnist-cnn-logits", logits_of_drawn.numpy())
