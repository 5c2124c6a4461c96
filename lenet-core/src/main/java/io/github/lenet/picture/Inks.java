package io.github.lenet.picture;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * How a JPEG for print stores its four inks, which the JDK decodes and gives no colours.
 *
 * <p>There is one conversion, without colour profiles: light that passes an ink passes black as well, so that red is
 * (255 - cyan) x (255 - black) / 255, and so on.
 *
 * @param areInverted whether 255 stands for no ink, as in all files with a segment of Adobe
 * @param areTransformed whether brightness and two differences of colour stand for cyan, magenta and yellow (YCCK), as
 *     that segment can say
 */
record Inks(boolean areInverted, boolean areTransformed) {

    /** Number of samples of a pixel: cyan, magenta, yellow, black. */
    static final int BANDS = 4;

    /** The same rows in red, green and blue. */
    BufferedImage rgb(Raster rows) {
        var image = new BufferedImage(rows.getWidth(), rows.getHeight(), BufferedImage.TYPE_INT_RGB);
        var inks = new int[BANDS];
        for (var y = 0; y < rows.getHeight(); y++) {
            for (var x = 0; x < rows.getWidth(); x++) {
                rows.getPixel(rows.getMinX() + x, rows.getMinY() + y, inks);
                if (areTransformed) {
                    restore(inks);
                }
                var black = light(inks[3]);
                image.setRGB(
                        x,
                        y,
                        passed(light(inks[0]), black) << 16
                                | passed(light(inks[1]), black) << 8
                                | passed(light(inks[2]), black));
            }
        }
        return image;
    }

    /** The colours of ITU-T T.871, of which the inks are the opposite; the decoder leaves that to us. */
    private static void restore(int[] inks) {
        var brightness = inks[0];
        var towardsBlue = inks[1] - 128;
        var towardsRed = inks[2] - 128;
        inks[0] = opposite(brightness + 1.402 * towardsRed);
        inks[1] = opposite(brightness - 0.344136 * towardsBlue - 0.714136 * towardsRed);
        inks[2] = opposite(brightness + 1.772 * towardsBlue);
    }

    private static int opposite(double colour) {
        return 255 - (int) Math.round(Math.min(255, Math.max(0, colour)));
    }

    private int light(int ink) {
        return areInverted ? ink : 255 - ink;
    }

    private static int passed(int light, int black) {
        return Math.round(light * black / 255f);
    }
}
