from collections import OrderedDict

import torch
from torch import nn


class LeNet5(nn.Module):
    """lenet5; with classic=True lenet5-1998."""

    def __init__(self, channels=1, height=28, width=28, classes=10, classic=False):
        super().__init__()
        padding = 2 if classic else 0
        rows, columns = (((side + 2 * padding - 4) // 2 - 4) // 2 for side in (height, width))
        self.activation = nn.Tanh() if classic else nn.ReLU()
        self.pool = nn.AvgPool2d(2) if classic else nn.MaxPool2d(2)
        self.c1 = nn.Conv2d(channels, 6, 5, padding=padding)
        self.c3 = nn.Conv2d(6, 16, 5)
        self.c5 = nn.Linear(16 * rows * columns, 120)
        self.f6 = nn.Linear(120, 84)
        self.output = nn.Linear(84, classes)

    def forward(self, images):
        x = self.pool(self.activation(self.c1(images)))
        x = self.pool(self.activation(self.c3(x)))
        x = self.activation(self.c5(x.flatten(1)))
        x = self.activation(self.f6(x))
        return self.output(x)


class Convolution(nn.Conv2d):
    """A convolution without biases, and batch normalisation."""

    def __init__(self, channels, filters, size=3, stride=1):
        super().__init__(channels, filters, size, stride, size // 2, bias=False)
        self.norm = nn.BatchNorm2d(filters, momentum=0.01)

    def forward(self, x):
        return self.norm(super().forward(x))


class Vgg6(nn.Module):
    """vgg6."""

    def __init__(self, channels=1, classes=10):
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.conv1 = Convolution(channels, 16)
        self.conv2 = Convolution(16, 16)
        self.conv3 = Convolution(16, 32)
        self.conv4 = Convolution(32, 32)
        self.conv5 = Convolution(32, 64)
        self.conv6 = Convolution(64, 64)
        self.classes = nn.Linear(64, classes)

    def forward(self, images):
        x = torch.relu(self.conv2(torch.relu(self.conv1(images))))
        x = torch.relu(self.conv4(torch.relu(self.conv3(self.pool(x)))))
        x = torch.relu(self.conv6(torch.relu(self.conv5(self.pool(x)))))
        return self.classes(x.mean((2, 3)))


class Block(nn.Module):
    def __init__(self, channels, filters, stride):
        super().__init__()
        self.conv1 = Convolution(channels, filters, stride=stride)
        self.conv2 = Convolution(filters, filters)
        self.projection = nn.Identity() if channels == filters else Convolution(channels, filters, 1, stride)

    def forward(self, x):
        return torch.relu(self.conv2(torch.relu(self.conv1(x))) + self.projection(x))


class ResNet(nn.Module):
    """resnet8; with blocks=2 resnet14."""

    def __init__(self, channels=1, classes=10, blocks=1):
        super().__init__()
        self.conv1 = Convolution(channels, 16, stride=2 if blocks == 1 else 1)
        self.pool1 = nn.Identity() if blocks == 1 else nn.MaxPool2d(2)
        self.stage1 = self.stage(16, 16, 1, blocks)
        self.stage2 = self.stage(16, 32, 2, blocks)
        self.stage3 = self.stage(32, 64, 2, blocks)
        self.classes = nn.Linear(64, classes)

    @staticmethod
    def stage(channels, filters, stride, blocks):
        first = Block(channels, filters, stride)
        others = [Block(filters, filters, 1) for _ in range(1, blocks)]
        return nn.Sequential(OrderedDict((f"block{i}", block) for i, block in enumerate([first] + others, 1)))

    def forward(self, images):
        x = self.pool1(torch.relu(self.conv1(images)))
        x = self.stage3(self.stage2(self.stage1(x)))
        return self.classes(x.mean((2, 3)))
