package io.github.lenet.dataset;

/**
 * Images as they were read from an IDX file.
 *
 * @param layout how many there are, and of which size
 * @param pixels unsigned bytes, image after image, channel after channel, row after row; shared, not copied
 */
public record IdxImages(ImageLayout layout, byte[] pixels) {}
