"""PyTorch as Python's users have it. See TurnServer for the conversation.

Arguments: folder of MNIST, architecture, its number of parameters, whether the channels come last in memory, number of threads.
"""

import os
import sys
import time

import torch
from torch import nn

folder, architecture, parameters, channels_last, threads = sys.argv[1:]


def read(name, header):
    with open(os.path.join(folder, name), "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8, offset=header)


def lenet5():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(256, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
    )


def convolution(inputs, filters, size, stride):
    return [nn.Conv2d(inputs, filters, size, stride, size // 2, bias=False), nn.BatchNorm2d(filters)]


def classes(inputs):
    return [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, 10)]


def vgg6():
    layers = []
    for inputs, filters in (1, 16), (16, 16), (16, 32), (32, 32), (32, 64), (64, 64):
        if inputs != filters and inputs > 1:
            layers.append(nn.MaxPool2d(2))
        layers += [*convolution(inputs, filters, 3, 1), nn.ReLU()]
    return nn.Sequential(*layers, *classes(64))


class BasicBlock(nn.Module):
    def __init__(self, inputs, filters):
        super().__init__()
        stride = 1 if inputs == filters else 2
        self.branch = nn.Sequential(
            *convolution(inputs, filters, 3, stride), nn.ReLU(), *convolution(filters, filters, 3, 1))
        self.shortcut = nn.Identity() if inputs == filters else nn.Sequential(*convolution(inputs, filters, 1, stride))
        self.relu = nn.ReLU()

    def forward(self, images):
        return self.relu(self.branch(images) + self.shortcut(images))


def resnet(stride, blocks, *after_stem):
    layers = [*convolution(1, 16, 3, stride), nn.ReLU(), *after_stem]
    inputs = 16
    for filters in 16, 32, 64:
        for _ in range(blocks):
            layers.append(BasicBlock(inputs, filters))
            inputs = filters
    return nn.Sequential(*layers, *classes(64))


torch.set_num_threads(int(threads))
images = read("train-images-idx3-ubyte", 16).reshape(-1, 1, 28, 28).float() / 255
labels = read("train-labels-idx1-ubyte", 8).long()
network = {
    "lenet5": lenet5,
    "vgg6": vgg6,
    "resnet8": lambda: resnet(2, 1),
    "resnet14": lambda: resnet(1, 2, nn.MaxPool2d(2)),
}[architecture]()
assert sum(parameter.numel() for parameter in network.parameters()) == int(parameters)
if channels_last == "true":
    images = images.to(memory_format=torch.channels_last)
    network = network.to(memory_format=torch.channels_last)
optimizer = torch.optim.Adam(network.parameters(), lr=0.001)
cross_entropy = nn.CrossEntropyLoss()

print("ready", torch.__version__, flush=True)
for request in sys.stdin:
    batch_size, count = map(int, request.split())
    begin = time.perf_counter()
    for i in range(0, count, batch_size):
        end = min(i + batch_size, count)
        optimizer.zero_grad()
        cross_entropy(network(images[i:end]), labels[i:end]).backward()
        optimizer.step()
    print("seconds", time.perf_counter() - begin, flush=True)
