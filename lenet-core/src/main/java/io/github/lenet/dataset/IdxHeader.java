package io.github.lenet.dataset;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an IDX file announces: two zero bytes, the code of the type, the number of dimensions, and each size as four
 * bytes.
 *
 * @param type type of each element
 * @param dimensions size of each dimension, the slowest-changing first
 */
record IdxHeader(IdxType type, List<Integer> dimensions) {

    /** Bytes of the file before the first element. */
    int headerBytes() {
        return 4 + 4 * dimensions.size();
    }

    /**
     * Bytes of all elements, or {@code Long.MAX_VALUE} if a {@code long} cannot hold them: 255 dimensions of 2^31 - 1
     * can be announced by a file of one kilobyte.
     */
    long dataBytes() {
        if (dimensions.contains(0)) {
            return 0;
        }
        try {
            return dimensions.stream().mapToLong(size -> size).reduce(type.bytes(), Math::multiplyExact);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Type and shape in a message: {@code 60000 x 28 x 28 unsigned bytes}. */
    String describe() {
        var one = dimensions.stream().allMatch(size -> size == 1);
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining(" x ")) + " " + type
                + (one ? "" : "s");
    }
}
