package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.SeededRandom;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreyPngTest {

    private static final String PREFIX = "data:image/png;base64,";

    @ParameterizedTest
    @CsvSource({"28, 28", "1, 1", "5, 7", "300, 2"})
    void theJdkReadsEveryPixel(int width, int height) throws Exception {
        var random = new SeededRandom(1);
        var offset = 3;
        var pixels = new byte[offset + width * height];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextDouble() * 256);
        }

        var uri = GreyPng.dataUri(width, height, pixels, offset);

        assertThat(uri).startsWith(PREFIX);
        var bytes = Base64.getDecoder().decode(uri.substring(PREFIX.length()));
        var raster = ImageIO.read(new ByteArrayInputStream(bytes)).getRaster();
        assertThat(raster.getNumBands()).isEqualTo(1);
        for (var i = 0; i < width * height; i++) {
            assertThat(raster.getSample(i % width, i / width, 0)).isEqualTo(Byte.toUnsignedInt(pixels[offset + i]));
        }
    }
}
