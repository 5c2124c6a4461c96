package io.github.lenet.picture;

/**
 * The size of the images that pictures become.
 *
 * @param height number of rows
 * @param width number of columns
 */
public record ImageSize(int height, int width) {

    /** As a POM has it: {@code 32x48}. */
    @Override
    public String toString() {
        return height + "x" + width;
    }
}
