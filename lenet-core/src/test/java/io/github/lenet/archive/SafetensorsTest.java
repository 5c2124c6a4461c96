package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.lenet.json.Json;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.network.TrainedState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported for PyTorch, and the same format as a training may be given it. */
class SafetensorsTest {

    private static final ModelArchive LENET5 = StockNetworks.archive("lenet5");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    @Test
    @SuppressWarnings("unchecked")
    void describesEachArrayInTheHeader() throws Exception {
        export(LENET5);

        var header = (Map<String, Object>) Json.parse(header(), Map.class, "header");
        assertThat(header.keySet())
                .containsExactly(
                        "__metadata__",
                        "c1.weight",
                        "c1.bias",
                        "c3.weight",
                        "c3.bias",
                        "c5.weight",
                        "c5.bias",
                        "f6.weight",
                        "f6.bias",
                        "output.weight",
                        "output.bias");
        assertThat(header.get("__metadata__"))
                .asInstanceOf(MAP)
                .containsEntry("format", "pt")
                .containsEntry("architecture", "lenet5")
                .containsEntry("datasetLicence", "CC BY-SA 3.0");
        assertThat(header.get("c1.weight"))
                .isEqualTo(Map.of("dtype", "F32", "shape", List.of(6, 1, 5, 5), "data_offsets", List.of(0, 600)));
        assertThat(header.get("c5.weight")).extracting("shape").isEqualTo(List.of(120, 256));
        var bytes = Files.readAllBytes(file);
        assertThat((bytes.length - 44_426 * 4) % 8).as("alignment").isZero();
        // The first weight of C1, whose biases come before it in our own order.
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(bytes.length - 44_426 * 4))
                .isEqualTo(LENET5.state().parameters()[6]);
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        export(LENET5);
        var first = Files.readAllBytes(file);

        export(LENET5);

        assertThat(file).hasBinaryContent(first);
    }

    @ParameterizedTest
    @MethodSource("io.github.lenet.network.Architecture#names")
    void isReadAsItWasWritten(String architecture) throws Exception {
        var archive = StockNetworks.archive(architecture);
        export(archive);

        var initial = read(Architecture.named(architecture));

        assertThat(initial).isEqualTo(new TrainedState(archive.state().withoutUpdaterState(), 0, 0));
    }

    /** Every number has a place of its own, in colour as well. */
    @ParameterizedTest
    @MethodSource("io.github.lenet.network.Architecture#names")
    void leavesOutNoNumber(String name) {
        var architecture = Architecture.named(name).adaptedTo(new Shape(3, 32, 48), 7);
        var network = architecture.network();
        var parameters = numbers(1, network.parameterCount());
        var statistics = numbers(1 + network.parameterCount(), network.statisticsCount());

        var written =
                ByteBuffer.allocate(4 * (parameters.length + statistics.length)).order(ByteOrder.LITTLE_ENDIAN);
        StateTensor.of(architecture, network).forEach(tensor -> written.put(tensor.bytes(parameters, statistics)));

        var all = new float[parameters.length + statistics.length];
        written.flip().asFloatBuffer().get(all);
        Arrays.sort(all);
        assertThat(all).isEqualTo(numbers(1, all.length));
    }

    private static float[] numbers(int first, int count) {
        var numbers = new float[count];
        IntStream.range(0, count).forEach(i -> numbers[i] = first + i);
        return numbers;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'F32","shape":[6,1,5,5]' | 'F16","shape":[6,1,5,5]'  | c1.weight is of the type F16, but must be F32
            [6,1,5,5]                | [6,1,25]                  | c1.weight has the shape [6, 1, 25], but lenet5 has [6, 1, 5, 5] there
            [6,1,5,5]                | [-6,1,5,5]                | c1.weight has the shape [-6, 1, 5, 5], but lenet5
            [6,1,5,5]                | "6"                       | c1.weight in the header is not the expected JSON
            [0,600]                  | [0,604]                   | the bytes of c1.bias begin at 600, but those of the tensor before it end at 604
            [0,600]                  | [0,596]                   | the bytes of c1.bias begin at 600, but those of the tensor before it end at 596
            [0,600]                  | [4,600]                   | the bytes of c1.weight begin at 4, but those of the tensor before it end at 0
            [0,600]                  | [600,0]                   | data_offsets [600, 0] are no beginning and end
            [0,600]                  | [-4,600]                  | data_offsets [-4, 600] are no beginning and end
            [0,600]                  | [0,600,600]               | data_offsets [0, 600, 600] are no beginning and end
            [0,600]                  | [0,99999999999]           | c1.weight in the header is not the expected JSON
            '[0,600]'                | 'null'                    | c1.weight in the header is not the expected JSON
            c1.bias                  | c1.weight                 | the header is not the expected JSON at line 1
            c1.bias                  | c1.offset                 | it does not hold c1.bias, which lenet5 has, but [c1.offset, c1.weight, c3.bias
            'architecture":"lenet5'  | 'architecture":"vgg6'     | it holds vgg6, but <architecture> and the images call for lenet5
            'output.bias"'           | 'output.bias'             | the header is not the expected JSON at line 1
            """)
    void refusesAHeaderThatIsNotTrue(String part, String replacement, String problem) throws Exception {
        export(LENET5);
        rewrite(header -> header.replace(part, replacement));

        refuses(problem);
    }

    @Test
    void refusesOtherBytesForTheRightShape() throws Exception {
        export(LENET5);
        rewrite(header -> header.replace("[0,600]", "[0,596]").replace("[600,624]", "[596,624]"));

        refuses("c1.weight has 596 bytes instead of 600");
    }

    @Test
    void refusesATensorThatTheNetworkDoesNotHave() throws Exception {
        export(LENET5);
        rewrite(header -> header.strip()
                .replaceFirst(
                        "}$",
                        ",\"f7.bias\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[%d,%<d]}}"
                                .formatted(44_426 * 4)));

        refuses("it holds f7.bias, which lenet5 does not have");
    }

    @Test
    void refusesNumbersThatNoTrainingGives() throws Exception {
        var parameters = LENET5.state().parameters().clone();
        export(LENET5);
        var bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);
        Files.write(file, bytes);

        refuses("parameters has NaN at index " + (parameters.length - 1));
    }

    @Test
    void refusesAVarianceBelowZero() throws Exception {
        export(StockNetworks.archive("vgg6"));
        var bytes = Files.readAllBytes(file);
        // The first tensor of variances follows the weights, scales, shifts and means of sixteen planes.
        var variance = Long.BYTES + headerLength(bytes) + 4 * (16 * 9 + 3 * 16);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(variance, -1);
        Files.write(file, bytes);

        refuses(Architecture.VGG6, "statistics has the variance -1.0 at index 16");
    }

    static Stream<Arguments> lengths() {
        UnaryOperator<byte[]> shorter = bytes -> Arrays.copyOf(bytes, bytes.length - 4);
        UnaryOperator<byte[]> longer = bytes -> Arrays.copyOf(bytes, bytes.length + 4);
        UnaryOperator<byte[]> cut = bytes -> Arrays.copyOf(bytes, 100);
        return Stream.of(
                Arguments.of(shorter, "its tensors end after 177704 bytes, but the file has 177700 for them"),
                Arguments.of(longer, "its tensors end after 177704 bytes, but the file has 177708 for them"),
                Arguments.of(cut, "but the file ends after 92 of them"),
                Arguments.of(headerOf(1 << 20), "its header has 1048576 bytes, but the file ends after 17"),
                Arguments.of(
                        headerOf((1 << 20) + 1), "say that the header has 1048577 bytes, but it has at most 1048576"),
                Arguments.of(headerOf(-1), "say that the header has 18446744073709551615 bytes"),
                Arguments.of(headerOf(0), "the header is not the expected JSON"),
                Arguments.of(headerOf(10), "the header is not the expected JSON"));
    }

    private static UnaryOperator<byte[]> headerOf(long length) {
        return bytes -> {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
            return bytes;
        };
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void refusesAFileOfAnotherLength(UnaryOperator<byte[]> damage, String problem) throws Exception {
        export(LENET5);
        Files.write(file, damage.apply(Files.readAllBytes(file)));

        refuses(problem);
    }

    /** Which layers count their batches, and how far, is nothing that a training needs. */
    @Test
    void ignoresTheCountersOfPytorch() throws Exception {
        var archive = StockNetworks.archive("vgg6");
        export(archive);
        var size = 4 * (archive.state().parameters().length + archive.state().statistics().length);
        rewrite(header -> header.strip()
                .replaceFirst(
                        "}$",
                        ",\"conv1.norm.num_batches_tracked\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[%d,%d]}}"
                                .formatted(size, size + 8)));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 8));

        assertThat(read(Architecture.VGG6).network()).isEqualTo(archive.state().withoutUpdaterState());
    }

    @Test
    void refusesAnotherNetwork() throws Exception {
        export(LENET5);
        rewrite(header -> header.replace("\"architecture\":\"lenet5\",", ""));

        refuses(Architecture.LENET5_1998, "c5.weight has the shape [120, 256], but lenet5-1998 has [120, 400] there");
        refuses(Architecture.RESNET8, "it does not hold conv1.weight, which resnet8 has, but [c1.bias, c1.weight, ");
        refuses(
                Architecture.LENET5.adaptedTo(new Shape(3, 28, 28), 10),
                "c1.weight has the shape [6, 1, 5, 5], but lenet5 adapted to 3 x 28 x 28 images in 10 classes has [6, 3, 5, 5]");
    }

    private void export(ModelArchive archive) throws IOException {
        var zip = folder.resolve("model.zip");
        archive.write(zip);
        ExportFormat.SAFETENSORS.write(ArchiveFile.read(zip), "CC BY-SA 3.0", file);
    }

    private String header() throws IOException {
        var bytes = Files.readAllBytes(file);
        return new String(bytes, Long.BYTES, headerLength(bytes), StandardCharsets.UTF_8);
    }

    private static int headerLength(byte[] bytes) {
        return (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Another header, with its right length, before the same tensors. */
    private void rewrite(UnaryOperator<String> change) throws IOException {
        var bytes = Files.readAllBytes(file);
        var before = header();
        var after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        var header = after.getBytes(StandardCharsets.UTF_8);
        var tensors = Long.BYTES + headerLength(bytes);
        Files.write(
                file,
                ByteBuffer.allocate(Long.BYTES + header.length + bytes.length - tensors)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header)
                        .put(bytes, tensors, bytes.length - tensors)
                        .array());
    }

    private TrainedState read(Architecture architecture) throws IOException {
        return InitialModel.read(file, InitialModel.sha256(file), architecture);
    }

    private void refuses(String problem) {
        refuses(Architecture.LENET5, problem);
    }

    private void refuses(Architecture architecture, String problem) {
        assertThatThrownBy(() -> read(architecture))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("<initialModel> " + file + " is no usable model: ")
                .hasMessageContaining(problem)
                .hasMessageEndingWith("or leave <initialModel> out");
    }
}
