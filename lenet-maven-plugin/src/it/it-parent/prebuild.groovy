// Runs before every other project: draws the digits that all of them train on.
import io.github.lenet.fixtures.SyntheticDigits

SyntheticDigits.write(new File(drawnDigits).toPath(), 1000, 500, 7L)
true
