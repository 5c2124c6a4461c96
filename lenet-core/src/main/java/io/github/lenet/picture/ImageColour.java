package io.github.lenet.picture;

import java.util.Locale;

/** What of a picture's colours becomes part of an image. */
public enum ImageColour {

    /** One channel: how light each pixel is. */
    GREY(1),

    /** Three channels: how much red, green and blue each pixel has. */
    RGB(3);

    private final int channels;

    ImageColour(int channels) {
        this.channels = channels;
    }

    /**
     * The colour of images with so many channels.
     *
     * @param channels 1 or 3
     * @return {@link #GREY} for 1, else {@link #RGB}
     */
    public static ImageColour of(int channels) {
        return channels == 1 ? GREY : RGB;
    }

    /**
     * The number of planes of an image.
     *
     * @return 1 or 3
     */
    public int channels() {
        return channels;
    }

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
