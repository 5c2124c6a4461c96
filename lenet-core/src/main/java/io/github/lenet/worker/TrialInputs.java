package io.github.lenet.worker;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.json.Json;
import io.github.lenet.json.OmitEmpty;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.TrainedState;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.training.Checkpoints;
import io.github.lenet.training.TrainingListener;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all trials of a search share, on a machine that has no file of them: the training images, and what each training
 * begins with. Any number of threads may use an instance.
 */
public final class TrialInputs {

    private final Dataset images;
    private final @Nullable TrainedState initial;

    private TrialInputs(Dataset images, @Nullable TrainedState initial) {
        this.images = images;
        this.initial = initial;
    }

    /** What is not an array. */
    private record Header(
            String name,
            String split,
            int channels,
            int height,
            int width,
            int images,
            List<String> classNames,
            @OmitEmpty @Nullable Initial initial) {}

    /** The same of the network; without the memory of Adam there are no moments. */
    private record Initial(int steps, int epochs, int parameters, int statistics, int moments) {

        static Initial of(TrainedState state) {
            var network = state.network();
            var moments = network.updaterState();
            return new Initial(
                    state.steps(),
                    state.epochs(),
                    network.parameters().length,
                    network.statistics().length,
                    moments == null ? 0 : moments.length);
        }

        TrainedState read(ByteBuffer bytes) {
            var network = new NetworkState(
                    floats(bytes, parameters), floats(bytes, statistics), moments == 0 ? null : floats(bytes, moments));
            return new TrainedState(network, steps, epochs);
        }

        private static float[] floats(ByteBuffer bytes, int length) {
            var floats = new float[length];
            for (var i = 0; i < length; i++) {
                floats[i] = bytes.getFloat();
            }
            return floats;
        }
    }

    /**
     * Writes the inputs: the length of a header in 32 bits, the header, JSON in UTF-8, the labels, the pixels, and the
     * parameters, statistics and moments of the network as 32-bit floats, all big-endian.
     *
     * @param images the training images, those to hold out among them
     * @param initial what every training goes on from, or null
     * @return the bytes
     * @throws IOException if they are more than an array holds
     */
    static byte[] bytes(Dataset images, @Nullable TrainedState initial) throws IOException {
        var header = Json.line(new Header(
                        images.name(),
                        images.split(),
                        images.channels(),
                        images.height(),
                        images.width(),
                        images.size(),
                        images.classNames(),
                        initial == null ? null : Initial.of(initial)))
                .getBytes(StandardCharsets.UTF_8);
        var numbers = initial == null ? List.<float[]>of() : arrays(initial.network());
        var floats = numbers.stream().mapToLong(array -> array.length).sum();
        var length =
                Integer.BYTES + header.length + images.size() + (long) images.pixels().length + Float.BYTES * floats;
        if (length > Integer.MAX_VALUE - 8) {
            throw new IOException("the training images and the initial model have " + length
                    + " bytes, but a cluster takes at most 2 GB; search on a part of the images");
        }
        var bytes = ByteBuffer.allocate((int) length).putInt(header.length).put(header);
        for (var image = 0; image < images.size(); image++) {
            bytes.put((byte) images.label(image));
        }
        bytes.put(images.pixels());
        for (var array : numbers) {
            for (var number : array) {
                bytes.putFloat(number);
            }
        }
        return bytes.array();
    }

    private static List<float[]> arrays(NetworkState network) {
        var moments = network.updaterState();
        return moments == null
                ? List.of(network.parameters(), network.statistics())
                : List.of(network.parameters(), network.statistics(), moments);
    }

    /**
     * Reads the inputs.
     *
     * @param bytes what a {@link Cluster.Connection} was given
     * @return the inputs
     * @throws IOException if they are damaged
     */
    public static TrialInputs of(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var text = new byte[buffer.getInt()];
            buffer.get(text);
            var header = Json.parse(new String(text, StandardCharsets.UTF_8), Header.class, "the inputs of the trials");
            var labels = new byte[header.images()];
            buffer.get(labels);
            var pixels =
                    new byte[Math.multiplyExact(header.images(), header.channels() * header.height() * header.width())];
            buffer.get(pixels);
            var images = new Dataset(
                    header.name(),
                    header.split(),
                    header.channels(),
                    header.height(),
                    header.width(),
                    pixels,
                    labels,
                    header.classNames());
            return new TrialInputs(
                    images, header.initial() == null ? null : header.initial().read(buffer));
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IOException("the inputs of the trials have " + bytes.length + " bytes, and are not whole", e);
        }
    }

    /**
     * Trains a trial: a function of the inputs and the training alone, on every machine.
     *
     * @param training a {@link TrialTraining} as JSON
     * @param threads threads for the arithmetic, at least 1; they change only the speed
     * @return a {@link io.github.lenet.search.TrialOutcome} as JSON on one line
     * @throws IOException if the training is none
     */
    public String outcome(String training, int threads) throws IOException {
        var trial = Json.parse(training, TrialTraining.class, "the training of a trial");
        var hyperparameters = trial.hyperparameters();
        var divided = images.stratifiedHoldOut(hyperparameters.validationFraction(), hyperparameters.seed());
        return Json.line(trial.outcome(divided, threads, initial, new TrainingListener() {}, Checkpoints.NONE));
    }
}
