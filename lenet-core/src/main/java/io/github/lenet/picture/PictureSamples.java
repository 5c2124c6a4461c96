package io.github.lenet.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.stream.Stream;

/**
 * The values of a picture, a byte for each pixel and channel, collected from parts of it and turned upright on the way.
 */
final class PictureSamples {

    private final ImageColour colour;
    private final int storedWidth;
    private final int storedHeight;
    private final Orientation orientation;
    private final byte[][] planes;

    /** Makes room for a picture, whose size is that in its file. */
    PictureSamples(ImageColour colour, int storedWidth, int storedHeight, Orientation orientation) {
        this.colour = colour;
        this.storedWidth = storedWidth;
        this.storedHeight = storedHeight;
        this.orientation = orientation;
        this.planes = new byte[colour.channels()][Math.multiplyExact(storedWidth, storedHeight)];
    }

    /** Takes rows as wide as the picture, with transparent parts over white paper. */
    void put(BufferedImage rows, int firstRow) {
        var colours = rows.getColorModel();
        // Java takes grey pictures for linear light and would brighten them on the way to RGB: 128 would become 188.
        var isGrey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        var needsColours = !isGrey || colours.hasAlpha();
        var rgb = new int[storedWidth];
        for (var y = 0; y < rows.getHeight(); y++) {
            if (needsColours) {
                rows.getRGB(0, y, storedWidth, 1, rgb, 0, storedWidth);
            }
            var index = orientation.rowStart(firstRow + y, storedWidth, storedHeight);
            for (var x = 0; x < storedWidth; x++) {
                var alpha = needsColours ? rgb[x] >>> 24 : 255;
                for (var channel = 0; channel < planes.length; channel++) {
                    var value = isGrey ? sample(rows.getRaster(), x, y) : value(rgb[x], channel);
                    planes[channel][index] = (byte) Math.round((value * alpha + 255f * (255 - alpha)) / 255f);
                }
                index += orientation.step(storedHeight);
            }
        }
    }

    private static float sample(Raster raster, int x, int y) {
        var highest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        return raster.getSample(x, y, 0) * 255f / highest;
    }

    private float value(int rgb, int channel) {
        return colour == ImageColour.GREY ? luma(rgb) : rgb >> (16 - 8 * channel) & 0xFF;
    }

    /** The weights of ITU-R BT.601. */
    private static float luma(int rgb) {
        return ((rgb >> 16 & 0xFF) * 299 + (rgb >> 8 & 0xFF) * 587 + (rgb & 0xFF) * 114) / 1000f;
    }

    DecodedPicture picture() {
        var width = orientation.width(storedWidth, storedHeight);
        var height = orientation.height(storedWidth, storedHeight);
        return new DecodedPicture(Stream.of(planes)
                .map(plane -> new GreyImage(plane, width, height))
                .toList());
    }
}
