package io.github.lenet.onnx;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Locale;

/** In which order a network takes the pixels of an image. */
public enum OnnxLayout {

    /** Channels, rows, columns: PyTorch. */
    NCHW {
        @Override
        int channels() {
            return 0;
        }

        @Override
        List<Long> sizes(long channels, long height, long width) {
            return List.of(channels, height, width);
        }

        @Override
        int index(int channel, int pixel, int channels, int pixels) {
            return channel * pixels + pixel;
        }
    },

    /** Rows, columns, channels: TensorFlow and Keras. */
    NHWC {
        @Override
        int channels() {
            return 2;
        }

        @Override
        List<Long> sizes(long channels, long height, long width) {
            return List.of(height, width, channels);
        }

        @Override
        int index(int channel, int pixel, int channels, int pixels) {
            return pixel * channels + channel;
        }
    };

    private static final Choice<OnnxLayout> CHOICE =
            new Choice<>("onnxLayout", List.of(values()), OnnxLayout::toString);

    /**
     * The layout of a name.
     *
     * @param name the name, as in the POM
     * @return the layout
     * @throws InvalidParameterException if there is none of that name; it lists those that there are
     */
    public static OnnxLayout named(String name) {
        return CHOICE.named(name);
    }

    /** The dimensions of an image. */
    abstract List<Long> sizes(long channels, long height, long width);

    /** Which dimension of an image is that of the channels; the other two are those of its rows and columns. */
    abstract int channels();

    /** Where in an image a pixel of a channel stands. */
    abstract int index(int channel, int pixel, int channels, int pixels);

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
