"""A search by the same formulas as io.github.lenet.search, written a second time, in another language.

    python3 reference.py > reference.csv

Needs nothing but Python 3. Sources of the formulas:
- SplitMix64: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014
- whole numbers below a bound: Lemire, "Fast Random Integer Generation in an Interval", 2019
- normal numbers: Box, Muller, "A note on the generation of random normal deviates", 1958
- Halton's sequence with permuted digits: Owen, "A randomized Halton algorithm in R", arXiv 1706.02808
- tree-structured Parzen estimator: Bergstra et al., "Algorithms for Hyper-Parameter Optimization", 2011
- its multivariate form: Falkner et al., "BOHB", 2018; its bandwidth, weights and lists: Watanabe, arXiv 2304.11127
- a pending trial counts as bad: Ginsbourger et al., "Kriging is well-suited to parallelize optimization", 2010
- successive halving: Li et al., arXiv 1810.05934
- importance: Watanabe, Bansal, Hutter, "PED-ANOVA", arXiv 2304.10255
"""
import math
from decimal import ROUND_HALF_EVEN, Context, Decimal

MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        while True:
            product = (self.bits() >> 32) * bound
            if product % 2**32 >= 2**32 % bound:
                return product >> 32

    def share(self):
        return (self.bits() >> 11) / 2**53

    def shuffled(self, count):
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order

    def normal(self):
        first, second = self.share(), self.share()
        return math.sqrt(-2 * math.log(1 - first)) * math.cos(2 * math.pi * second)


def truncated_normal_density(x, mean, deviation):
    def cumulative(y):
        return (1 + math.erf((y - mean) / deviation / math.sqrt(2))) / 2

    z = (x - mean) / deviation
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi) / deviation / (cumulative(1) - cumulative(0))


class Range:
    """Values from low to high, each with a coordinate in [0, 1]; with a step, every value has an equal part of it."""

    def __init__(self, low, high, step=None, log=False):
        self.low, self.high, self.log = Decimal(low), Decimal(high), log
        self.step = None if step is None else Decimal(step)
        self.count = None if step is None else int((self.high - self.low) / self.step) + 1
        half = 0 if step is None else float(self.step) / 2
        top = float(self.high) if step is None else float(self.low) + (self.count - 1) * float(self.step) + half
        self.begin, self.end = self.scale(float(self.low) - half), self.scale(top)

    def scale(self, value):
        return math.log(value) if self.log else value

    def coordinate(self, value):
        return (self.scale(float(value)) - self.begin) / (self.end - self.begin)

    def at(self, place):
        value = self.begin + place * (self.end - self.begin)
        value = math.exp(value) if self.log else value
        if self.step is None:
            rounded = Context(prec=4, rounding=ROUND_HALF_EVEN).create_decimal(Decimal(value))
            return self.coordinate(min(max(rounded, self.low), self.high))
        index = round((value - float(self.low)) / float(self.step))
        return self.coordinate(self.low + self.step * min(max(index, 0), self.count - 1))

    def value(self, coordinate):
        value = self.begin + coordinate * (self.end - self.begin)
        value = math.exp(value) if self.log else value
        if self.step is None:
            return float(Context(prec=4, rounding=ROUND_HALF_EVEN).create_decimal(Decimal(value)))
        return float(self.low + self.step * round((value - float(self.low)) / float(self.step)))

    def cells(self):
        count = min(50, self.count or 50)
        return [self.at((i + 0.5) / count) for i in range(count)]

    def bandwidth(self, observations, dimensions):
        return max(0.2 * observations ** (-1 / (dimensions + 4)), 1 / min(100, observations + 2))

    def density(self, x, center, observations, dimensions):
        if center is None:
            return truncated_normal_density(x, 0.5, 1)
        return truncated_normal_density(x, center, self.bandwidth(observations, dimensions))

    def draw(self, random, center, observations, dimensions):
        mean, deviation = (0.5, 1) if center is None else (center, self.bandwidth(observations, dimensions))
        while True:
            x = mean + deviation * random.normal()
            if 0 <= x <= 1:
                return self.at(x)


class Choice:
    """Values without an order; the coordinate is the index."""

    def __init__(self, *values):
        self.values, self.count = values, len(values)

    def coordinate(self, value):
        return self.values.index(value)

    def at(self, place):
        return int(place * self.count)

    def value(self, coordinate):
        return self.values[coordinate]

    def cells(self):
        return list(range(self.count))

    def density(self, x, center, observations, dimensions):
        if center is None:
            return 1 / self.count
        kernels = observations + 1
        return ((x == center) + 1 / kernels) / (1 + self.count / kernels)

    def draw(self, random, center, observations, dimensions):
        if center is None:
            return random.below(self.count)
        kernels = observations + 1
        if random.share() < 1 / (1 + self.count / kernels):
            return center
        return random.below(self.count)


class Parzen:
    def __init__(self, space, points):
        self.space, self.points = space, points
        self.kernels = points + [[None] * len(space)]
        self.dimensions = sum(dimension.count != 1 for dimension in space)

    def log_density(self, x):
        logs = [
            sum(
                math.log(dimension.density(x[i], kernel[i], len(self.points), self.dimensions))
                for i, dimension in enumerate(self.space)
            )
            for kernel in self.kernels
        ]
        highest = max(logs)
        return highest + math.log(sum(math.exp(log - highest) for log in logs) / len(logs))

    def draw(self, random):
        kernel = self.kernels[random.below(len(self.kernels))]
        return [
            dimension.draw(random, kernel[i], len(self.points), self.dimensions)
            for i, dimension in enumerate(self.space)
        ]


PRIMES = [2, 3, 5, 7, 11, 13, 17, 19]


class Halton:
    def __init__(self, dimensions, random):
        self.permutations = [
            [random.shuffled(base) for _ in range(int(53 * math.log(2) / math.log(base) + 1e-9))]
            for base in PRIMES[:dimensions]
        ]

    def point(self, index):
        point = []
        for base, permutations in zip(PRIMES, self.permutations):
            digits = [permutation[index // base**k % base] for k, permutation in enumerate(permutations)]
            point.append(sum(digit / base ** (k + 1) for k, digit in enumerate(digits)))
        return point


def trial_random(seed, trial):
    seeds = SplitMix(seed)
    for _ in range(trial):
        seeds.bits()
    return SplitMix(seeds.bits())


class Search:
    def __init__(self, space, seed, loss):
        self.space, self.dimensions, self.seed, self.loss = space, list(space.values()), seed, loss
        self.halton = Halton(len(space), trial_random(seed, 0))
        self.trials = []

    def values(self, point):
        return {name: dimension.value(x) for (name, dimension), x in zip(self.space.items(), point)}

    def observations(self, trials):
        """Points and costs, where a trial that stopped early has what it might have had: less the median gain."""
        gains = sorted(trial["losses"][0] - trial["losses"][1] for trial in trials if len(trial["losses"]) == 2)
        middle = len(gains) // 2
        median = 0 if not gains else (gains[middle] if len(gains) % 2 else (gains[middle - 1] + gains[middle]) / 2)
        return [
            (trial["point"], trial["losses"][-1] - (median if len(trial["losses"]) == 1 else 0)) for trial in trials
        ]

    def propose(self, number, known, pending):
        tried = [point for point, _ in known] + pending
        if number < 10:
            index = number - 1
            while True:
                point = [dimension.at(u) for dimension, u in zip(self.dimensions, self.halton.point(index))]
                if point not in tried:
                    return point
                index += 1
        ranked = [point for point, _ in sorted(known, key=lambda observation: observation[1])]
        count = min(math.ceil(len(ranked) / 10), 25)
        good = Parzen(self.dimensions, ranked[:count])
        bad = Parzen(self.dimensions, ranked[count:] + pending)
        random = trial_random(self.seed, number)
        while True:
            candidates = [good.draw(random) for _ in range(24)]
            untried = [candidate for candidate in candidates if candidate not in tried]
            if untried:
                return max(untried, key=lambda x: good.log_density(x) - bad.log_density(x))

    def run(self, count, present):
        while len(self.trials) < count:
            known, batch = self.observations(self.trials), []
            for number in range(len(self.trials), len(self.trials) + 4):
                if number == 0:
                    point = [dimension.coordinate(present[name]) for name, dimension in self.space.items()]
                else:
                    point = self.propose(number, known, [trial["point"] for trial in batch])
                values = present if number == 0 else self.values(point)
                short = math.ceil(values["epochs"] / 3)
                batch.append(
                    {"number": number, "point": point, "values": values, "losses": [self.loss(values, short)]}
                )
            self.trials += batch
            ranked = sorted(self.trials, key=lambda trial: trial["losses"][0])
            for trial in batch:
                if trial in ranked[: max(1, len(ranked) // 3)]:
                    trial["losses"].append(self.loss(trial["values"], trial["values"]["epochs"]))

    def importance(self):
        ranked = [point for point, _ in sorted(self.observations(self.trials), key=lambda observation: observation[1])]
        best = ranked[: max(5, math.ceil(len(ranked) / 10))]
        divergences = []
        for i, dimension in enumerate(self.dimensions):

            def probabilities(points):
                parzen = Parzen([dimension], [[point[i]] for point in points])
                densities = [math.exp(parzen.log_density([x])) for x in dimension.cells()]
                return [density / sum(densities) for density in densities]

            pairs = zip(probabilities(best), probabilities(ranked))
            divergences.append(sum(q * (p / q - 1) ** 2 for p, q in pairs))
        return [divergence / sum(divergences) for divergence in divergences]


SPACE = {
    "epochs": Range("6", "15", "1"),
    "batchSize": Range("16", "128", "1", log=True),
    "learningRate": Range("0.0001", "0.03", log=True),
    "schedule": Choice("step", "cosine"),
    "weightDecay": Range("0", "0.1"),
    "augmentation": Choice("none", "shift", "affine"),
    "warmup": Range("0", "500", "50"),
}

PRESENT = {
    "epochs": 10.0,
    "batchSize": 32.0,
    "learningRate": 0.002,
    "schedule": "cosine",
    "weightDecay": 0.0,
    "augmentation": "shift",
    "warmup": 0.0,
}


def loss(values, epochs):
    """Sums and products alone, which have the same bits in every language."""
    rate, batch = values["learningRate"] / 0.003, values["batchSize"] / 40.0
    decay, warmup = values["weightDecay"] - 0.02, values["warmup"] / 1000.0
    named = {"step": 0.03, "cosine": 0.02, "none": 0.04, "shift": 0.01, "affine": 0.0}
    shape = 0.01 * (rate + 1.0 / rate) + 0.005 * (batch + 1.0 / batch) + 2.0 * decay * decay + 0.001 * warmup
    return (shape + named[values["schedule"]] + named[values["augmentation"]]) * (1.0 + 1.0 / epochs)


if __name__ == "__main__":
    print("seed,number," + ",".join(SPACE) + ",rung,loss")
    for seed, trials in ((42, 48), (-7, 48), (123456789, 20)):
        search = Search(SPACE, seed, loss)
        search.run(trials, PRESENT)
        for trial in search.trials:
            texts = [value if isinstance(value, str) else repr(value) for value in trial["values"].values()]
            print(f"{seed},{trial['number']},{','.join(texts)},{len(trial['losses'])},{trial['losses'][-1]!r}")
        print(f"{seed},importance,{','.join(repr(share) for share in search.importance())},,")
