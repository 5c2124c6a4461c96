package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Shape;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngTest {

    private static final String PREFIX = "data:image/png;base64,";

    @ParameterizedTest
    @CsvSource({"1, 28, 28", "1, 1, 1", "1, 5, 7", "1, 300, 2", "3, 32, 32", "3, 1, 1", "3, 5, 7"})
    void theJdkReadsEveryPixel(int channels, int width, int height) throws Exception {
        var random = new SeededRandom(1);
        var offset = 3;
        var pixels = new byte[offset + channels * width * height];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextDouble() * 256);
        }

        var uri = Png.dataUri(new Shape(channels, height, width), pixels, offset);

        assertThat(uri).startsWith(PREFIX);
        var bytes = Base64.getDecoder().decode(uri.substring(PREFIX.length()));
        var raster = ImageIO.read(new ByteArrayInputStream(bytes)).getRaster();
        assertThat(raster.getNumBands()).isEqualTo(channels);
        for (var i = 0; i < channels * width * height; i++) {
            assertThat(raster.getSample(i % width, Math.floorDiv(i, width) % height, Math.floorDiv(i, width * height)))
                    .isEqualTo(Byte.toUnsignedInt(pixels[offset + i]));
        }
    }
}
