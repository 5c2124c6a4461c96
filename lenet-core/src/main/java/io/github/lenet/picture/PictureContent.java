package io.github.lenet.picture;

/**
 * A picture's file, ready for the decoder.
 *
 * @param stream what the decoder is to see
 * @param orientation how the picture is turned
 * @param mayLackRows whether the format can end before its last row and the decoder would not mind
 */
record PictureContent(PictureStream stream, Orientation orientation, boolean mayLackRows) {}
