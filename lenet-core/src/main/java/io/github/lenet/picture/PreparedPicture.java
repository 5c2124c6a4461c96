package io.github.lenet.picture;

/**
 * A picture that was read for a network, and what tells it from others.
 *
 * @param image unsigned bytes of the prepared image, channel after channel, row after row; shared, not copied
 * @param digest of the size and the values of the whole picture before it was prepared, in grey or in colour: the same
 *     for every copy of it, whatever its format, name and metadata, and for every preparation and size of the image
 */
public record PreparedPicture(byte[] image, long digest) {}
