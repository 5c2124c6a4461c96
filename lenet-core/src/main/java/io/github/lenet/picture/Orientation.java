package io.github.lenet.picture;

/**
 * How the stored rows and columns of a picture lie in the picture that people see: cameras store what their sensor saw,
 * and note how they were held (CIPA DC-008, Exif 2.32, tag 0x0112).
 *
 * @param transposed whether a stored row is a column of the picture
 * @param fromRight whether the pixels of a stored row go from the far end to the near one
 * @param fromBottom whether the stored rows do
 */
record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /** The eight values of the tag, 1 first. */
    private static final Orientation[] VALUES = {
        UPRIGHT,
        new Orientation(false, true, false),
        new Orientation(false, true, true),
        new Orientation(false, false, true),
        new Orientation(true, false, false),
        new Orientation(true, false, true),
        new Orientation(true, true, true),
        new Orientation(true, true, false)
    };

    /** The orientation of a value; one that the standard does not know is upright, as in every viewer. */
    static Orientation of(int value) {
        return value >= 1 && value <= VALUES.length ? VALUES[value - 1] : UPRIGHT;
    }

    int width(int storedWidth, int storedHeight) {
        return transposed ? storedHeight : storedWidth;
    }

    int height(int storedWidth, int storedHeight) {
        return transposed ? storedWidth : storedHeight;
    }

    /** Index of the first stored pixel of a stored row in the picture that people see, row after row. */
    int rowStart(int storedRow, int storedWidth, int storedHeight) {
        var x = fromRight ? storedWidth - 1 : 0;
        var y = fromBottom ? storedHeight - 1 - storedRow : storedRow;
        return transposed ? x * storedHeight + y : y * storedWidth + x;
    }

    /** How far the next stored pixel of the same stored row is from there. */
    int step(int storedHeight) {
        var distance = transposed ? storedHeight : 1;
        return fromRight ? -distance : distance;
    }
}
