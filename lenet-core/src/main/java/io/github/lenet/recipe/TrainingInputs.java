package io.github.lenet.recipe;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.Json;
import io.github.lenet.json.OmitEmpty;
import io.github.lenet.text.Composed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides the bytes of a trained model, and nothing else: no path, time, number of threads or setting
 * of the JVM. On a processor equal inputs give equal models, so that one that exists need not be trained again.
 *
 * @param algorithmVersion version of the training algorithm, {@link #ALGORITHM_VERSION}
 * @param arithmetic what computes: {@link #KERNELS}, or the coordinates of the libraries whose layers are used instead
 * @param code digest of the code that decides the bits, in hexadecimal, where its version does not stand for one code;
 *     null for a release
 * @param dataset what is trained on
 * @param hyperparameters what the user chose
 * @param initialModel SHA-256 of the archive that the training goes on from, in hexadecimal; null for drawn parameters
 */
public record TrainingInputs(
        int algorithmVersion,
        String arithmetic,
        @Nullable String code,
        TrainingData dataset,
        Hyperparameters hyperparameters,
        // Without the key, a training from drawn parameters has the fingerprint that it had before there was one.
        @OmitEmpty @Nullable String initialModel) {

    /**
     * Raised by every change after which equal inputs give other parameters. A model of another version counts as one
     * that has to be trained again.
     */
    public static final int ALGORITHM_VERSION = 1;

    /** The arithmetic in plain Java, which gives the same bits on every machine. */
    public static final String KERNELS = "kernels";

    /** Requires all but the digests of the code and of the initial model. */
    public TrainingInputs {
        Objects.requireNonNull(arithmetic, "arithmetic is missing");
        Objects.requireNonNull(dataset, "dataset is missing");
        Objects.requireNonNull(hyperparameters, "hyperparameters is missing");
    }

    /**
     * The inputs of a training by this version of this library.
     *
     * @param arithmetic what computes
     * @param dataset what is trained on
     * @param hyperparameters what the user chose
     * @return the inputs
     */
    public static TrainingInputs of(String arithmetic, TrainingData dataset, Hyperparameters hyperparameters) {
        return of(arithmetic, dataset, hyperparameters, null);
    }

    /**
     * The inputs of a training by this version of this library.
     *
     * @param arithmetic what computes
     * @param dataset what is trained on
     * @param hyperparameters what the user chose
     * @param initialModel SHA-256 of the archive that it goes on from, or null
     * @return the inputs
     */
    public static TrainingInputs of(
            String arithmetic, TrainingData dataset, Hyperparameters hyperparameters, @Nullable String initialModel) {
        var code = Software.current().underDevelopment() ? CodeDigest.current() : null;
        return new TrainingInputs(ALGORITHM_VERSION, arithmetic, code, dataset, hyperparameters, initialModel);
    }

    /**
     * The inputs of the same training with other hyperparameters.
     *
     * @param other the other hyperparameters
     * @return the inputs
     */
    public TrainingInputs with(Hyperparameters other) {
        return new TrainingInputs(algorithmVersion, arithmetic, code, dataset, other, initialModel);
    }

    /**
     * The fingerprint of the inputs.
     *
     * @return SHA-256 of their JSON, in hexadecimal
     */
    public String sha256() {
        // One line with the keys in a fixed order: equal inputs give equal bytes.
        return Sha256.hex(Json.line(this).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Says what a training with other inputs would do differently.
     *
     * @param next the other inputs
     * @return a clause for each difference, such as {@code learningRate changed from 0.001 to 0.002}; empty if the
     *     inputs are equal
     */
    public List<String> differences(TrainingInputs next) {
        var differences = new ArrayList<String>();
        for (var name : Hyperparameters.names()) {
            compare(name, hyperparameters.value(name), next.hyperparameters.value(name), differences);
        }
        if (dataset.name().equals(next.dataset.name())) {
            compareData(next.dataset, differences);
        } else {
            compare("dataset", dataset.name(), next.dataset.name(), differences);
        }
        compare("initialModel", describe(initialModel), describe(next.initialModel), differences);
        compare("the arithmetic", arithmetic, next.arithmetic, differences);
        compare("the version of the training algorithm", algorithmVersion, next.algorithmVersion, differences);
        if (algorithmVersion == next.algorithmVersion && !Objects.equals(code, next.code)) {
            differences.add("the code of the training changed, which a version that ends in -SNAPSHOT watches");
        }
        return differences;
    }

    private static String describe(@Nullable String initialModel) {
        return initialModel == null ? "none" : "the one with sha256 " + initialModel;
    }

    private void compareData(TrainingData next, List<String> differences) {
        var what = "data set " + dataset.name() + ": ";
        if (dataset.imagePreparation() != null && next.imagePreparation() != null) {
            comparePictures(what, next, differences);
        } else {
            compareFiles(what, next, differences);
        }
        compare(what + "classNames", Composed.of(dataset.classNames()), Composed.of(next.classNames()), differences);
        compare(
                what + "imagePreparation",
                Objects.requireNonNullElse(dataset.imagePreparation(), "none"),
                Objects.requireNonNullElse(next.imagePreparation(), "none"),
                differences);
    }

    private void compareFiles(String what, TrainingData next, List<String> differences) {
        var files = new TreeSet<>(dataset.sha256().keySet());
        files.addAll(next.sha256().keySet());
        for (var file : files) {
            if (!Objects.equals(dataset.sha256().get(file), next.sha256().get(file))) {
                differences.add(what + "file " + file + " changed");
            }
        }
    }

    /** In the words of who has pictures, and has never seen the files that are made of them. */
    private void comparePictures(String what, TrainingData next, List<String> differences) {
        var known = differences.size();
        if (dataset.pictureOptions() != null && next.pictureOptions() != null) {
            var options = new TreeSet<>(dataset.pictureOptions().keySet());
            options.addAll(next.pictureOptions().keySet());
            for (var option : options) {
                compare(
                        what + option,
                        dataset.pictureOptions().getOrDefault(option, ifMissing(option)),
                        next.pictureOptions().getOrDefault(option, ifMissing(option)),
                        differences);
            }
        }
        var isExplained =
                differences.size() > known || !Objects.equals(dataset.imagePreparation(), next.imagePreparation());
        if (!isExplained && !dataset.sha256().equals(next.sha256())) {
            var isOld = dataset.pictureOptions() == null;
            differences.add(what + "pictures changed"
                    + (isOld ? ", or an earlier version of lenet divided them in another way" : ""));
        }
    }

    /** Pictures were grey before one could choose, and are not said to be. */
    private static String ifMissing(String pictureOption) {
        return pictureOption.equals("imageColour") ? "grey" : "none";
    }

    private static void compare(String what, Object before, Object after, List<String> differences) {
        if (!before.equals(after)) {
            differences.add(format("%s changed from %s to %s", what, before, after));
        }
    }
}
