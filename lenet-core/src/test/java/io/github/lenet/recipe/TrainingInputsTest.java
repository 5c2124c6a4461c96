package io.github.lenet.recipe;

import static io.github.lenet.fixtures.InputsOfTests.MNIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingInputsTest {

    private static final TrainingInputs INPUTS = InputsOfTests.of(recipe().build());

    /** Every fingerprint out there would change with it, and every model be trained again. */
    @Test
    void hasThisFingerprint() {
        assertThat(Json.line(INPUTS))
                .isEqualTo(
                        "{\"algorithmVersion\":1,\"arithmetic\":\"kernels\",\"code\":null,\"dataset\":{\"name\":\"mnist\","
                                + "\"classNames\":[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"],"
                                + "\"sha256\":{\"train-images-idx3-ubyte\":\"aa\",\"train-labels-idx1-ubyte\":\"bb\"}},"
                                + "\"hyperparameters\":{\"architecture\":\"lenet5\",\"epochs\":1,\"batchSize\":32,\"learningRate\":0.001,"
                                + "\"schedule\":\"constant\",\"weightDecay\":0.0,\"augmentation\":\"none\",\"validationFraction\":0.1,"
                                + "\"earlyStoppingPatience\":0,\"seed\":42}}");
        assertThat(INPUTS.sha256()).isEqualTo("3412db21792ee691e69215a14518e06b18e13dab2b88fa438c3a9c7e24abb142");
    }

    @Test
    void keepsItsFingerprintWhenItIsWrittenAndRead() throws Exception {
        var read = Json.parse(Json.line(INPUTS), TrainingInputs.class, "inputs");

        assertThat(read).isEqualTo(INPUTS);
        assertThat(read.sha256()).isEqualTo(INPUTS.sha256());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void everyDifferenceIsAnotherFingerprintAndIsNamed(TrainingInputs next, String difference) {
        assertThat(INPUTS.differences(next)).containsExactly(difference);
        assertThat(next.sha256()).isNotEqualTo(INPUTS.sha256());
    }

    static Stream<Arguments> everyDifferenceIsAnotherFingerprintAndIsNamed() {
        return Stream.of(
                chosen(
                        recipe -> recipe.with("architecture", "lenet5-1998"),
                        "architecture changed from lenet5 to lenet5-1998"),
                chosen(recipe -> recipe.with("epochs", 7), "epochs changed from 1 to 7"),
                chosen(recipe -> recipe.with("batchSize", 64), "batchSize changed from 32 to 64"),
                chosen(recipe -> recipe.with("learningRate", 0.002), "learningRate changed from 0.001 to 0.002"),
                chosen(recipe -> recipe.with("schedule", "cosine"), "schedule changed from constant to cosine"),
                chosen(recipe -> recipe.with("weightDecay", 0.05), "weightDecay changed from 0.0 to 0.05"),
                chosen(recipe -> recipe.with("augmentation", "shift"), "augmentation changed from none to shift"),
                chosen(recipe -> recipe.with("validationFraction", 0.2), "validationFraction changed from 0.1 to 0.2"),
                chosen(recipe -> recipe.with("earlyStoppingPatience", 3), "earlyStoppingPatience changed from 0 to 3"),
                chosen(recipe -> recipe.with("seed", 43), "seed changed from 42 to 43"),
                chosen(recipe -> recipe.with("warmup", 200), "warmup changed from 0 to 200"),
                trainedOn(
                        new TrainingData("letters", MNIST.classNames(), MNIST.sha256()),
                        "dataset changed from mnist to letters"),
                trainedOn(
                        new TrainingData(
                                "mnist",
                                MNIST.classNames(),
                                Map.of("train-images-idx3-ubyte", "aa", "train-labels-idx1-ubyte", "cc")),
                        "data set mnist: file train-labels-idx1-ubyte changed"),
                trainedOn(
                        new TrainingData("mnist", List.of("zero", "one"), MNIST.sha256()),
                        "data set mnist: classNames changed from [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] to [zero, one]"),
                trainedOn(
                        new TrainingData("mnist", MNIST.classNames(), MNIST.sha256(), "centre", null),
                        "data set mnist: imagePreparation changed from none to centre"),
                Arguments.of(
                        new TrainingInputs(2, "kernels", null, MNIST, INPUTS.hyperparameters(), null),
                        "the version of the training algorithm changed from 1 to 2"),
                Arguments.of(
                        new TrainingInputs(
                                1, "org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1", null, MNIST, INPUTS.hyperparameters(), null),
                        "the arithmetic changed from kernels to org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1"),
                Arguments.of(
                        new TrainingInputs(1, "kernels", "0123", MNIST, INPUTS.hyperparameters(), null),
                        "the code of the training changed, which a version that ends in -SNAPSHOT watches"),
                Arguments.of(
                        new TrainingInputs(1, "kernels", null, MNIST, INPUTS.hyperparameters(), "aa"),
                        "initialModel changed from none to the one with sha256 aa"));
    }

    /** A new hyperparameter, or a new input, needs its line above. */
    @Test
    void everyInputIsAmongTheDifferences() {
        var named = everyDifferenceIsAnotherFingerprintAndIsNamed()
                .map(row -> row.get()[1].toString())
                .toList();

        for (var name : Hyperparameters.names()) {
            assertThat(named).as(name).anyMatch(line -> line.startsWith(name + " changed"));
        }
        assertThat(TrainingInputs.class.getRecordComponents()).hasSize(6);
        assertThat(TrainingData.class.getRecordComponents()).hasSize(5);
    }

    @Test
    void namesAllDifferencesAtOnce() {
        var next = InputsOfTests.of(recipe().with("epochs", 2).with("seed", 1).build());

        assertThat(INPUTS.differences(next)).containsExactly("epochs changed from 1 to 2", "seed changed from 42 to 1");
        assertThat(INPUTS.differences(INPUTS)).isEmpty();
    }

    @Test
    void namesAFileThatHasComeOrGone() {
        var images = Map.of("train-images-idx3-ubyte", "aa");
        var fewer = new TrainingInputs(
                1,
                "kernels",
                null,
                new TrainingData("mnist", MNIST.classNames(), images),
                INPUTS.hyperparameters(),
                null);

        var differences = new ArrayList<>(INPUTS.differences(fewer));
        differences.addAll(fewer.differences(INPUTS));
        assertThat(differences).hasSize(2).containsOnly("data set mnist: file train-labels-idx1-ubyte changed");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void speaksOfPicturesAndNotOfTheFilesThatAreMadeOfThem(TrainingData next, String difference) {
        var pictures = signs("aa", "centre", Map.of("imageSize", "28", "testFraction", "0.2"));

        assertThat(ofSigns(pictures).differences(ofSigns(next))).containsExactly("data set signs: " + difference);
        assertThat(ofSigns(next).sha256()).isNotEqualTo(ofSigns(pictures).sha256());
    }

    static Stream<Arguments> speaksOfPicturesAndNotOfTheFilesThatAreMadeOfThem() {
        var options = Map.of("imageSize", "28", "testFraction", "0.2");
        return Stream.of(
                Arguments.of(signs("bb", "centre", options), "pictures changed"),
                Arguments.of(
                        signs("bb", "centre", Map.of("imageSize", "32", "testFraction", "0.2")),
                        "imageSize changed from 28 to 32"),
                Arguments.of(
                        signs("bb", "centre", Map.of("imageSize", "28", "testFraction", "0.3")),
                        "testFraction changed from 0.2 to 0.3"),
                Arguments.of(signs("bb", "centre", Map.of("imageSize", "28")), "testFraction changed from 0.2 to none"),
                Arguments.of(
                        signs("bb", "centre", Map.of("imageSize", "28", "testFraction", "0.2", "imageColour", "rgb")),
                        "imageColour changed from grey to rgb"),
                Arguments.of(signs("bb", "resize", options), "imagePreparation changed from centre to resize"));
    }

    @Test
    void saysWhatTheFirstTrainingAfterAnUpgradeIsFor() {
        var old = ofSigns(signs("aa", "centre", null));
        var options = Map.of("imageSize", "28", "testFraction", "0.2");

        assertThat(old.differences(ofSigns(signs("bb", "centre", options))))
                .containsExactly(
                        "data set signs: pictures changed, or an earlier version of lenet divided them in another way");
        assertThat(old.differences(ofSigns(signs("aa", "centre", options)))).isEmpty();
    }

    private static TrainingData signs(String digest, String preparation, Map<String, String> options) {
        return new TrainingData(
                "signs", List.of("stop", "yield"), Map.of("train-images-idx3-ubyte", digest), preparation, options);
    }

    private static TrainingInputs ofSigns(TrainingData data) {
        return new TrainingInputs(1, "kernels", null, data, INPUTS.hyperparameters(), null);
    }

    @Test
    void namesTheModelThatATrainingGoesOnFrom() {
        var next = new TrainingInputs(1, "kernels", null, MNIST, INPUTS.hyperparameters(), "aa");
        var other = new TrainingInputs(1, "kernels", null, MNIST, INPUTS.hyperparameters(), "bb");

        assertThat(next.differences(other))
                .containsExactly("initialModel changed from the one with sha256 aa to the one with sha256 bb");
        assertThat(next.sha256()).isNotEqualTo(other.sha256());
    }

    @Test
    void holdsTheVersionOfTheAlgorithmAndTheCodeOfASnapshot() {
        var current = TrainingInputs.of("kernels", MNIST, INPUTS.hyperparameters());

        assertThat(current.algorithmVersion()).isEqualTo(TrainingInputs.ALGORITHM_VERSION);
        assertThat(current.code()).isEqualTo(Software.current().underDevelopment() ? CodeDigest.current() : null);
        assertThat(new Software("1.2.3", "1.0.0-M2.1").underDevelopment()).isFalse();
        assertThat(new Software("1.2.3-SNAPSHOT", "1.0.0-M2.1").underDevelopment())
                .isTrue();
    }

    private static SeedRecipe recipe() {
        return SeedRecipe.of("lenet5").with("validationFraction", 0.1);
    }

    private static Arguments chosen(UnaryOperator<SeedRecipe> choice, String difference) {
        return Arguments.of(InputsOfTests.of(choice.apply(recipe()).build()), difference);
    }

    private static Arguments trainedOn(TrainingData dataset, String difference) {
        return Arguments.of(
                new TrainingInputs(1, "kernels", null, dataset, INPUTS.hyperparameters(), null), difference);
    }
}
