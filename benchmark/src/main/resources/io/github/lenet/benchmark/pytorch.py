"""PyTorch as Python's users have it. Arguments: folder of MNIST, number of threads. See TurnServer for the conversation."""

import os
import sys
import time

import torch
from torch import nn


def read(name, header):
    with open(os.path.join(sys.argv[1], name), "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8, offset=header)


torch.set_num_threads(int(sys.argv[2]))
images = read("train-images-idx3-ubyte", 16).reshape(-1, 1, 28, 28).float() / 255
labels = read("train-labels-idx1-ubyte", 8).long()
network = nn.Sequential(
    nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
    nn.Linear(256, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
)
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
