package io.github.lenet.model;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ArchiveFile;
import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.archive.ModelFormatException;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.Inference;
import io.github.lenet.network.Network;
import io.github.lenet.network.NetworkState;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.text.Printable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Classifies images with a trained model, in plain Java: no Deeplearning4j, no native library.
 *
 * <pre>{@code
 * var classifier = Classifier.fromResource(MyApplication.class, "/digits/model.zip");
 * var digit = classifier.classify(Path.of("digit.png")).className();
 * }</pre>
 *
 * <p>Immutable, and safe for use by any number of threads at once.
 */
public final class Classifier {

    private final ModelDescription description;
    private final String sha256;
    private final int archiveBytes;
    private final NetworkState state;
    private final Network network;
    private final FoldedNetwork folded;

    /** Scratch memory that no thread is using; there is never more of it than threads that classified at once. */
    private final Queue<Inference> idle = new ConcurrentLinkedQueue<>();

    private Classifier(ArchiveFile file) {
        this.description = file.model().description();
        this.sha256 = file.sha256();
        this.archiveBytes = file.size();
        this.state = file.model().state();
        this.network = description.adaptedArchitecture().network();
        this.folded = FoldedNetwork.of(network, state.parameters(), state.statistics());
    }

    /**
     * Loads a model from a file.
     *
     * @param file the archive that {@code lenet:train} wrote
     * @return the classifier
     * @throws ModelFormatException if the file is not a model that this version can use; the message says why and what
     *     to do
     * @throws IOException if the file is missing or cannot be read
     */
    public static Classifier load(Path file) throws IOException {
        return new Classifier(ArchiveFile.read(file));
    }

    /**
     * Loads a model from the application's own jar, where {@code lenet:train} puts it when {@code resourcePath} is set.
     * In a module, the package of the resource must be open: {@code opens digits;} for {@code /digits/model.zip}; a
     * module that keeps it to itself uses {@link #read}.
     *
     * @param owner a class of the application whose jar holds the model
     * @param resource name of the resource, as for {@link Class#getResource}: with a leading slash it is absolute
     * @return the classifier
     * @throws ModelFormatException if the resource is not a model that this version can use
     * @throws IOException if the resource is missing, its module does not open it, or it cannot be read
     */
    public static Classifier fromResource(Class<?> owner, String resource) throws IOException {
        try (var in = ApplicationResource.open(owner, resource)) {
            return new Classifier(ArchiveFile.read(in, resource));
        }
    }

    /**
     * Loads a model from wherever the application keeps it.
     *
     * @param in the archive that {@code lenet:train} wrote; it is read to its end and stays open
     * @return the classifier
     * @throws ModelFormatException if the stream holds no model that this version can use
     * @throws IOException if the stream cannot be read
     */
    public static Classifier read(InputStream in) throws IOException {
        return new Classifier(ArchiveFile.read(in, "the stream"));
    }

    /**
     * Classifies an image that is prepared already.
     *
     * @param pixels one unsigned byte for each pixel, row by row, 0 for the background to 255 for ink; in colour all of
     *     red, then green, then blue
     * @return every class with its probability
     * @throws IllegalArgumentException if there are not exactly channels x height x width pixels
     */
    public Classification classify(byte[] pixels) {
        if (pixels.length != network.inputSize()) {
            throw new IllegalArgumentException(format(
                    "an image for this model has %s%d x %d pixels, one byte each, but %d bytes were given",
                    colour() == ImageColour.GREY ? "" : "3 channels of ",
                    description.height(),
                    description.width(),
                    pixels.length));
        }
        return Classification.of(probabilities(pixels, 0), description.classNames());
    }

    /**
     * Classifies a picture, prepared as those that the model was trained on. Its Exif orientation is applied.
     *
     * @param picture a PNG, JPEG, GIF or BMP file of any size and colour
     * @return every class with its probability
     * @throws IOException if the file is missing, is no such picture, is damaged or too large, or shows nothing; the
     *     message names the file
     */
    public Classification classify(Path picture) throws IOException {
        return classify(imagePreparation().read(picture, colour(), description.height(), description.width()));
    }

    /**
     * Classifies a picture, such as one that was sent to a server, prepared as those that the model was trained on.
     *
     * @param picture a PNG, JPEG, GIF or BMP of at most 64 MiB; it is read to its end and stays open
     * @return every class with its probability
     * @throws IOException as {@link #classify(Path)}, without the name of a file
     */
    public Classification classify(InputStream picture) throws IOException {
        return classify(imagePreparation().read(picture, colour(), description.height(), description.width()));
    }

    /**
     * Classifies a picture, such as a drawing, prepared as those that the model was trained on.
     *
     * @param picture any size and colour; transparent parts count as white paper
     * @return every class with its probability
     * @throws IOException if the picture shows nothing
     */
    public Classification classify(BufferedImage picture) throws IOException {
        return classify(imagePreparation().prepare(picture, colour(), description.height(), description.width()));
    }

    private ImageColour colour() {
        return ImageColour.of(description.image().channels());
    }

    /**
     * What is done to a picture before the network takes it. A model of coloured images takes pictures in colour, and
     * any other makes them grey.
     *
     * @return the preparation of the pictures that the model was trained on; for a model of IDX files, such as MNIST,
     *     {@link ImagePreparation#CENTRE}, and {@link ImagePreparation#RESIZE} if they are in colour
     * @throws IOException if a later version prepared them, in a way that this one does not know
     */
    public ImagePreparation imagePreparation() throws IOException {
        var recorded = description.dataset().imagePreparation();
        return ImagePreparation.recorded(recorded, colour())
                .orElseThrow(() -> new IOException(format(
                        "the model was trained on pictures prepared with '%s', which this version does not know: use"
                                + " lenet-core %s, which wrote the model",
                        Printable.of(String.valueOf(recorded)),
                        Printable.of(description.software().lenet()))));
    }

    /**
     * The probabilities of an image that stands among others.
     *
     * @param pixels images, one unsigned byte for each pixel, row by row, 0 for the background to 255 for ink
     * @param offset index of the image's first pixel
     * @return the probability of each label; they sum to 1 but for rounding
     * @throws IndexOutOfBoundsException if the image does not lie within the array
     */
    public float[] probabilities(byte[] pixels, int offset) {
        return probabilities(pixels, offset, 1);
    }

    /**
     * The probabilities of many images, the same bits as one by one, but faster.
     *
     * @param pixels images, one after the other, one unsigned byte for each pixel, row by row
     * @param offset index of the first image's first pixel
     * @param images number of images
     * @return the probability of each label of the first image, then of the second, and so on
     * @throws IndexOutOfBoundsException if the images do not lie within the array
     */
    public float[] probabilities(byte[] pixels, int offset, int images) {
        Objects.checkFromIndexSize(offset, (long) images * network.inputSize(), pixels.length);
        var probabilities = new float[images * network.outputSize()];
        var inference = idle.poll();
        if (inference == null) {
            inference = new Inference(folded);
        }
        inference.probabilities(pixels, offset, images, probabilities);
        idle.offer(inference);
        return probabilities;
    }

    /**
     * What the model is and where it comes from.
     *
     * @return the description in the archive
     */
    public ModelDescription description() {
        return description;
    }

    /**
     * The layers of the model.
     *
     * @return the network; softmax follows its last layer
     */
    public Network network() {
        return network;
    }

    /**
     * The trained parameters.
     *
     * @return a copy of those of each layer, in order, as {@link Network} takes them
     */
    public float[] parameters() {
        return state.parameters().clone();
    }

    /**
     * What the layers have measured rather than learnt.
     *
     * @return a copy of the running means and variances of each batch normalisation, in order; empty without any
     */
    public float[] statistics() {
        return state.statistics().clone();
    }

    /**
     * The identity of the model as a file.
     *
     * @return SHA-256 of the archive that was loaded, in hexadecimal; a copy in a jar may have another one than the
     *     model that was verified, see {@link #coefficientsSha256}
     */
    public String sha256() {
        return sha256;
    }

    /**
     * The identity of what the model has learnt, which does not change when a copy of the archive leaves out what an
     * application does not need. {@code evaluation.json} names it as {@code model.coefficientsSha256}.
     *
     * @return SHA-256 of the entry {@code coefficients.bin} of the archive, in hexadecimal
     */
    public String coefficientsSha256() {
        return ModelArchive.coefficientsSha256(network, state);
    }

    /**
     * The size of the model as a file.
     *
     * @return bytes of the archive
     */
    public long archiveBytes() {
        return archiveBytes;
    }
}
