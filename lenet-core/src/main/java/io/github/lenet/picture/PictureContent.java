package io.github.lenet.picture;

import org.jspecify.annotations.Nullable;

/**
 * A picture's file, ready for the decoder.
 *
 * @param stream what the decoder is to see
 * @param orientation how the picture is turned
 * @param mayLackRows whether the format can end before its last row and the decoder would not mind
 * @param inks how it stores inks, or null if it has none
 */
record PictureContent(
        PictureStream stream,
        Orientation orientation,
        boolean mayLackRows,
        @Nullable Inks inks) {

    /** A file that stores grey or red, green and blue. */
    PictureContent(PictureStream stream, Orientation orientation, boolean mayLackRows) {
        this(stream, orientation, mayLackRows, null);
    }
}
