package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.json.Json;
import io.github.lenet.network.Architecture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as somebody else may have made them. */
class ArchiveReaderTest {

    private static final String NAME = "target/lenet/model.zip";
    private static final ModelArchive ARCHIVE = StockNetworks.archive("lenet5");
    private static final byte[] BYTES = bytes(ARCHIVE);

    @TempDir
    private Path folder;

    @Test
    void readsAnArchiveThatWasPackedAgain() throws Exception {
        assertThat(ArchiveReader.read(zip(entries()), NAME).state().parameters())
                .isEqualTo(ARCHIVE.state().parameters());
    }

    @Test
    void refusesAMissingFileAFolderAndAFileThatIsTooLarge() throws Exception {
        assertThatThrownBy(() -> ModelArchive.read(folder.resolve("none.zip")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("none.zip") + ": there is no model. Train one: mvn lenet:train");
        assertThatThrownBy(() -> ModelArchive.read(folder))
                .hasMessage(folder + " is a folder, and no model; name the file in it, such as "
                        + folder.resolve("model.zip"));
        var large = folder.resolve("large.zip");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(5L << 30);
        }
        assertThatThrownBy(() -> ModelArchive.read(large))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(large + " is no usable model: it is larger than any model")
                .hasMessageContaining("mvn lenet:train");
    }

    @Test
    void refusesWhatIsNoZip() {
        refuses(new byte[0], "it is empty");
        refuses("PK or not".getBytes(StandardCharsets.UTF_8), "it is no zip file, or a part of it is missing");
    }

    @Test
    void refusesAnEntryWhoseNameGoesOnBehindTheEnd() throws Exception {
        var zip = zip(entries());
        var lengthOfTheName = 26;
        Arrays.fill(zip, lengthOfTheName, lengthOfTheName + 2, (byte) 0xFF);
        var header = Arrays.copyOf(zip, 64);
        var end = Arrays.copyOfRange(zip, zip.length - 22, zip.length);

        refuses(ByteBuffer.allocate(86).put(header).put(end).array(), "it ends too early");
    }

    @Test
    void saysWhatLiesInThePlaceOfAModel() throws Exception {
        var pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 546123\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ArchiveReader.read(pointer, NAME))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(NAME + " is a Git LFS pointer: run git lfs pull");
        assertThatThrownBy(() -> ArchiveReader.readInitial(pointer, "<initialModel> " + NAME, Architecture.LENET5))
                .hasMessage("<initialModel> " + NAME + " is a Git LFS pointer: run git lfs pull");
        var filtered = new String(BYTES, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ArchiveReader.read(filtered, NAME))
                .hasMessageStartingWith(
                        NAME + " was rewritten as text, as Maven's resource filtering does: exclude it with")
                .hasMessageNotContaining("Train it again");
        var page = "<html>504 Gateway Time-out</html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ArchiveReader.read(page, NAME))
                .hasMessage(NAME + " is a web page that was saved instead of the data: fetch it again");
    }

    @Test
    void theAdviceForAModelThatIsNotOnesOwnIsAnother() {
        assertThatThrownBy(() -> ArchiveReader.read(new byte[1], NAME))
                .isInstanceOfSatisfying(
                        ModelFormatException.class,
                        e -> assertThat(e.messageWith("Get it again"))
                                .isEqualTo(
                                        NAME
                                                + " is no usable model: it is no zip file, or a part of it is missing. Get it again"));
    }

    @Test
    void refusesAMissingEntry() throws Exception {
        for (var name : List.of("coefficients.bin", "configuration.json", "lenet.json")) {
            var entries = entries();
            entries.remove(name);
            refuses(zip(entries), "but needs [coefficients.bin, configuration.json, lenet.json]");
        }
    }

    @Test
    void refusesAModelOfDeeplearning4jItself() throws Exception {
        var network = new MultiLayerNetwork(StockNetworks.configuration("lenet5"));
        network.init();
        var bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, bytes, true);

        refuses(bytes.toByteArray(), "holds [coefficients.bin, configuration.json");
    }

    @Test
    void refusesASerialisedObjectWithoutReadingIt() throws Exception {
        var object = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(object)) {
            out.writeObject("harmless");
        }
        var entries = entries();
        entries.put("preprocessor.bin", object.toByteArray());

        refuses(zip(entries), "preprocessor.bin");
    }

    @Test
    void refusesADuplicateEntry() throws Exception {
        var entries = entries();
        entries.put("lenet.jso2", entries.get("lenet.json"));
        // ZipOutputStream refuses duplicates itself, so that one is renamed in the bytes, in both places of its name.
        var zip = new String(zip(entries), StandardCharsets.ISO_8859_1).replace("lenet.jso2", "lenet.json");

        refuses(zip.getBytes(StandardCharsets.ISO_8859_1), "it holds lenet.json twice");
    }

    @Test
    void refusesAFolderInTheArchive() throws Exception {
        var entries = entries();
        entries.put("../../etc/", new byte[0]);

        refuses(zip(entries), "../../etc/");
    }

    @Test
    void keepsTheNamesOfEntriesFromWritingIntoTheLog() throws Exception {
        var entries = entries();
        entries.put("a\n[INFO] BUILD SUCCESS\u001b[0m", new byte[0]);
        entries.put("b".repeat(10_000), new byte[0]);

        assertThatThrownBy(() -> ArchiveReader.read(zip(entries), NAME))
                .hasMessageContaining("a\\u000a[INFO] BUILD SUCCESS\\u001b[0m")
                .message()
                .hasLineCount(1)
                .hasSizeLessThan(1000);
    }

    @Test
    void stopsUnpackingAtTheLimitOfAnEntry() throws Exception {
        var entries = entries();
        for (var name : entries.keySet()) {
            var bomb = entries();
            bomb.put(name, new byte[100 << 20]);
            refuses(zip(bomb), name + " is larger than ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 14, 93, 95, 99})
    void refusesEntriesThatAreCompressedOtherwise(int method) {
        var bytes = BYTES.clone();
        // The method stands 8 bytes into the header of the first entry.
        bytes[8] = (byte) method;

        refuses(bytes, "configuration.json is damaged, encrypted, or compressed by an unknown method");
    }

    @Test
    void refusesAnotherLengthOfTheParameters() throws Exception {
        var entries = entries();
        entries.put("coefficients.bin", NdArrayFormat.encode(new float[44_425]));
        refuses(zip(entries), "coefficients.bin is not an ND4J vector of 44426 floats");

        entries.put("coefficients.bin", NdArrayFormat.encode(new float[61_706]));
        refuses(zip(entries), "coefficients.bin is not an ND4J vector of 44426 floats");
    }

    @Test
    void refusesParametersThatAreNotFinite() throws Exception {
        var parameters = ARCHIVE.state().parameters().clone();
        parameters[44_425] = Float.NaN;
        var entries = entries();
        entries.put("coefficients.bin", NdArrayFormat.encode(parameters));

        refuses(zip(entries), "parameters has NaN at index 44425");
    }

    @Test
    void refusesAVarianceBelowZero() throws Exception {
        var archive = StockNetworks.archive("vgg6");
        var entries = entries(archive);
        var coefficients = new ArrayLayout(Architecture.VGG6.network()).coefficients(archive.state());
        // The weights, scales, shifts and means of the first sixteen planes come first.
        coefficients[16 * 9 + 3 * 16] = -1;
        entries.put("coefficients.bin", NdArrayFormat.encode(coefficients));

        refuses(zip(entries), "statistics has the variance -1.0 at index 16");
    }

    @Test
    void refusesAnArchitectureThatItDoesNotKnow() throws Exception {
        refuses(withDescription("\"architecture\": \"lenet5\"", "\"architecture\": \"vgg16\""), "vgg16");
    }

    @Test
    void refusesAConfigurationOfAnotherArchitecture() throws Exception {
        var entries = entries();
        var classic = StockNetworks.configuration("lenet5-1998").toJson();
        entries.put("configuration.json", classic.getBytes(StandardCharsets.UTF_8));

        refuses(zip(entries), "configuration.json.confs[0].layer.padding[0] is 2, but lenet5 has 0");
    }

    @Test
    void pointsToTheNewerVersionThatWroteTheArchive() throws Exception {
        var bytes = withDescription("\"schemaVersion\": 1,", "\"schemaVersion\": 2, \"new\": true,");

        assertThatThrownBy(() -> ArchiveReader.read(bytes, NAME))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("newer version of lenet")
                .hasMessageContaining("Use that version");
    }

    @Test
    void refusesADescriptionThatIsNoJson() throws Exception {
        var entries = entries();
        entries.put("lenet.json", "{".getBytes(StandardCharsets.UTF_8));

        refuses(zip(entries), "lenet.json is not the expected JSON at line 1");
    }

    @Test
    void refusesAFlippedBitInTheParameters() {
        var bytes = BYTES.clone();
        bytes[100_000] ^= 1;

        refuses(bytes, "coefficients.bin is damaged");
    }

    @Property(tries = 100)
    void refusesATruncatedArchive(@ForAll @IntRange(max = 545_000) int size) {
        if (size < BYTES.length) {
            refuses(Arrays.copyOf(BYTES, size), "");
        }
    }

    /** Most bytes are covered by a checksum; a change of the others, such as a date, must not change what is read. */
    @Property(tries = 500)
    void readsTheSameOrNothingWhenAByteOutsideTheNumbersChanges(
            @ForAll @IntRange(max = 24_000) int place, @ForAll @IntRange(min = 1, max = 255) int change)
            throws Exception {
        var bytes = BYTES.clone();
        // The first 12,000 bytes hold the configuration, the last 2,000 the description and the directory.
        var index = place < 12_000 ? place : bytes.length - 1 - (place - 12_000) % 2_000;
        bytes[index] ^= (byte) change;
        try {
            var read = ArchiveReader.read(bytes, NAME);
            assertThat(read.description()).isEqualTo(ARCHIVE.description());
            assertThat(read.configuration()).isEqualTo(ARCHIVE.configuration());
            assertThat(read.state().parameters()).isEqualTo(ARCHIVE.state().parameters());
        } catch (ModelFormatException e) {
            assertThat(e).hasMessageStartingWith(NAME + " is no usable model: ");
        }
    }

    private static void refuses(byte[] bytes, String problem) {
        assertThatThrownBy(() -> ArchiveReader.read(bytes, NAME))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(NAME + " is no usable model: ")
                .hasMessageContaining(problem)
                .hasMessageContaining("mvn lenet:train");
    }

    private static byte[] withDescription(String text, String replacement) throws IOException {
        var entries = entries();
        var json = new String(entries.get("lenet.json"), StandardCharsets.UTF_8);
        assertThat(json).contains(text);
        entries.put("lenet.json", json.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    private static Map<String, byte[]> entries() {
        return entries(ARCHIVE);
    }

    private static Map<String, byte[]> entries(ModelArchive archive) {
        var layout = new ArrayLayout(archive.description().adaptedArchitecture().network());
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("configuration.json", archive.configuration().getBytes(StandardCharsets.UTF_8));
        entries.put("coefficients.bin", NdArrayFormat.encode(layout.coefficients(archive.state())));
        entries.put(
                "updaterState.bin",
                NdArrayFormat.encode(layout.moments(archive.state().updaterState())));
        entries.put("lenet.json", Json.bytes(archive.description()));
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(ModelArchive archive) {
        try {
            return ArchiveWriter.bytes(archive);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
