package io.github.lenet.dataset;

import static io.github.lenet.text.Formatting.format;
import static io.github.lenet.text.Formatting.plain;

import java.util.Arrays;

/**
 * One way to make an image harder to read. Only arithmetic that has the same bits everywhere, and random numbers of a
 * specified generator.
 */
sealed interface Distortion {

    /**
     * Distorts an image.
     *
     * @param ink the image, 0 for the background to 1 for ink, plane after plane, row after row; it is not changed
     * @param height rows
     * @param width columns
     * @param random decides what is left to chance; every image draws equally many numbers
     * @return the distorted image, which may leave 0 to 1
     */
    double[] apply(double[] ink, int height, int width, SeededRandom random);

    /** Whether nothing would be done. */
    boolean isNeutral();

    /** What was done, as part of the name of a split. */
    String describe();

    /** Moves an image by so many pixels, in one of the eight directions of a compass. */
    record Shift(int pixels) implements Distortion {

        private static final int DIRECTIONS = 8;

        @Override
        public double[] apply(double[] ink, int height, int width, SeededRandom random) {
            var direction = random.nextInt(DIRECTIONS);
            // The nine cells of a square without the one in the middle.
            int cell = direction < DIRECTIONS / 2 ? direction : direction + 1;
            var down = (cell / 3 - 1) * pixels;
            var right = (cell % 3 - 1) * pixels;
            var shifted = new double[ink.length];
            for (var plane = 0; plane < ink.length; plane += height * width) {
                for (var row = Math.max(0, down); row < Math.min(height, height + down); row++) {
                    for (var column = Math.max(0, right); column < Math.min(width, width + right); column++) {
                        shifted[plane + row * width + column] = ink[plane + (row - down) * width + column - right];
                    }
                }
            }
            return shifted;
        }

        @Override
        public boolean isNeutral() {
            return pixels == 0;
        }

        @Override
        public String describe() {
            return "shifted by " + pixels;
        }
    }

    /** Turns an image around its middle, clockwise or the other way, with bilinear interpolation. */
    record Rotation(double degrees) implements Distortion {

        @Override
        public double[] apply(double[] ink, int height, int width, SeededRandom random) {
            var angle = StrictMath.toRadians(random.nextInt(2) == 0 ? degrees : -degrees);
            var sine = StrictMath.sin(angle);
            var cosine = StrictMath.cos(angle);
            var middleRow = (height - 1) / 2.0;
            var middleColumn = (width - 1) / 2.0;
            var rotated = new double[ink.length];
            for (var row = 0; row < height; row++) {
                for (var column = 0; column < width; column++) {
                    var down = row - middleRow;
                    var right = column - middleColumn;
                    var fromRow = middleRow + cosine * down - sine * right;
                    var fromColumn = middleColumn + sine * down + cosine * right;
                    for (var plane = 0; plane < ink.length; plane += height * width) {
                        rotated[plane + row * width + column] =
                                interpolate(ink, plane, height, width, fromRow, fromColumn);
                    }
                }
            }
            return rotated;
        }

        private static double interpolate(double[] ink, int plane, int height, int width, double row, double column) {
            var top = (int) Math.floor(row);
            var left = (int) Math.floor(column);
            var lower = row - top;
            var right = column - left;
            return (1 - lower) * (1 - right) * at(ink, plane, height, width, top, left)
                    + (1 - lower) * right * at(ink, plane, height, width, top, left + 1)
                    + lower * (1 - right) * at(ink, plane, height, width, top + 1, left)
                    + lower * right * at(ink, plane, height, width, top + 1, left + 1);
        }

        /** Around the image there is background. */
        private static double at(double[] ink, int plane, int height, int width, int row, int column) {
            var inside = row >= 0 && row < height && column >= 0 && column < width;
            return inside ? ink[plane + row * width + column] : 0;
        }

        @Override
        public boolean isNeutral() {
            return degrees == 0;
        }

        @Override
        public String describe() {
            return "rotated by " + plain(degrees) + " degrees";
        }
    }

    /** Adds normally distributed noise with this standard deviation to every pixel. */
    record Noise(double deviation) implements Distortion {

        @Override
        public double[] apply(double[] ink, int height, int width, SeededRandom random) {
            return Arrays.stream(ink)
                    .map(value -> value + deviation * normal(random))
                    .toArray();
        }

        /** Box and Muller 1958. The first number is above 0, so that its logarithm exists. */
        private static double normal(SeededRandom random) {
            var radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }

        @Override
        public boolean isNeutral() {
            return deviation == 0;
        }

        @Override
        public String describe() {
            return "with noise of " + plain(deviation);
        }
    }

    /** Stretches the distance of every pixel from the mean of its image by this factor. */
    record Contrast(double factor) implements Distortion {

        @Override
        public double[] apply(double[] ink, int height, int width, SeededRandom random) {
            // A plain sum: that of a stream is compensated in a way that differs between JDKs.
            var sum = 0D;
            for (double value : ink) {
                sum += value;
            }
            var mean = sum / ink.length;
            return Arrays.stream(ink)
                    .map(value -> mean + factor * (value - mean))
                    .toArray();
        }

        @Override
        public boolean isNeutral() {
            return factor == 1;
        }

        @Override
        public String describe() {
            return "at a contrast of " + plain(factor);
        }
    }

    /** Paints a square of background with sides of so many pixels over a random place of the image. */
    record Occlusion(int side) implements Distortion {

        @Override
        public double[] apply(double[] ink, int height, int width, SeededRandom random) {
            var top = random.nextInt(height - side + 1);
            var left = random.nextInt(width - side + 1);
            var occluded = ink.clone();
            for (var plane = 0; plane < ink.length; plane += height * width) {
                for (var row = top; row < top + side; row++) {
                    var from = plane + row * width + left;
                    Arrays.fill(occluded, from, from + side, 0);
                }
            }
            return occluded;
        }

        @Override
        public boolean isNeutral() {
            return side == 0;
        }

        @Override
        public String describe() {
            return format("with a square of %s x %s hidden", side, side);
        }
    }
}
