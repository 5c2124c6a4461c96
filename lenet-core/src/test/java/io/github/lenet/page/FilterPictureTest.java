package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.network.Activation;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Network;
import io.github.lenet.network.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FilterPictureTest {

    private static final Shape IMAGE = new Shape(1, 3, 3);

    @Test
    void lightIsWhatTheLayerWants() throws Exception {
        var convolution = new Convolution(IMAGE, 1, 2, 0, Activation.RELU);

        var pictures = pictures(convolution, new float[] {9, 0.5f, 0, -0.5f, -0.25f}, new float[0]);

        assertThat(pictures).extracting(FilterPicture::description).containsExactly("Weights of filter 1, 2 x 2");
        assertThat(pixels(pictures.get(0))).containsExactly(255, 128, 0, 64);
    }

    /** The first filter is turned round, and the second, whose weights are large, is weak behind its normalisation. */
    @Test
    void batchNormalisationIsPartOfTheWeights() throws Exception {
        var convolution = new Convolution(IMAGE, 2, 2, 1, 0, false, Activation.IDENTITY);
        var weights = new float[] {0.5f, 0, -0.5f, -0.25f, 10, -10, 0, 0};
        var scalesAndShifts = new float[] {-1, 1, 7, 7};
        var statistics = new float[] {3, 3, 1, 1600};

        var pictures = pictures(
                convolution,
                join(weights, scalesAndShifts),
                statistics,
                new BatchNormalization(convolution.output(), Activation.RELU, 1));

        assertThat(pixels(pictures.get(0))).containsExactly(0, 128, 255, 191);
        assertThat(pixels(pictures.get(1))).containsExactly(191, 64, 128, 128);
    }

    @Test
    void aNetworkWithoutConvolutionsHasNone() {
        var network = Network.sequence(IMAGE, new Dense(9, 2, Activation.IDENTITY));

        assertThat(FilterPicture.of(new FoldedNetwork(network, new float[20]))).isEmpty();
    }

    private static List<FilterPicture> pictures(
            Convolution convolution, float[] parameters, float[] statistics, BatchNormalization... normalization) {
        var classes = new Dense(convolution.output().size(), 2, Activation.IDENTITY);
        var network = normalization.length == 0
                ? Network.sequence(IMAGE, convolution, classes)
                : Network.sequence(IMAGE, convolution, normalization[0], classes);
        var all = join(parameters, new float[classes.parameterCount()]);
        return FilterPicture.of(FoldedNetwork.of(network, all, statistics));
    }

    private static float[] join(float[] first, float[] second) {
        var all = new float[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static int[] pixels(FilterPicture picture) throws IOException {
        var png = picture.image().substring(picture.image().indexOf(',') + 1);
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }
}
