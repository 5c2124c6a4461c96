package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class IdxRoundTripTest {

    private Path folder;

    @BeforeProperty
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("idx");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<IdxArray> arrays() {
        return Arbitraries.of(IdxType.values())
                .flatMap(type -> Arbitraries.integers()
                        .between(0, 5)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .flatMap(dimensions -> arrays(type, dimensions)));
    }

    private static Arbitrary<IdxArray> arrays(IdxType type, List<Integer> dimensions) {
        var bytes = dimensions.stream().reduce(type.bytes(), (product, size) -> product * size);
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(bytes)
                .withoutEdgeCases()
                .map(content -> new IdxArray(type, dimensions, content));
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("arrays") IdxArray array, @ForAll boolean compressed) throws IOException {
        var file = folder.resolve(compressed ? "array.gz" : "array");

        IdxWriter.write(file, array);

        assertThat(IdxReader.read(file)).usingRecursiveComparison().isEqualTo(array);
    }

    @Property(tries = 200)
    void aFileThatIsCutIsRefusedWhereItEnds(@ForAll("arrays") IdxArray array, @ForAll @IntRange(max = 999) int cut)
            throws IOException {
        var file = folder.resolve("cut");
        IdxWriter.write(file, array);
        var whole = Files.readAllBytes(file);
        var length = cut % whole.length;
        Files.write(file, Arrays.copyOf(whole, length));

        var error = catchThrowableOfType(IdxFormatException.class, () -> IdxReader.read(file));

        assertThat(error).hasMessageStartingWith(file + ", byte " + length + ": ");
        assertThat(error.offset()).isEqualTo(length);
    }

    @Property(tries = 100)
    void aCompressedFileThatIsCutIsRefused(@ForAll("arrays") IdxArray array, @ForAll @IntRange(max = 999) int cut)
            throws IOException {
        var file = folder.resolve("cut.gz");
        IdxWriter.write(file, array);
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, cut % whole.length));

        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageStartingWith(file + ", byte ");
    }

    @Property(tries = 100)
    void aFileThatGoesOnIsRefusedWhereItShouldEnd(@ForAll("arrays") IdxArray array, @ForAll byte more)
            throws IOException {
        var file = folder.resolve("long");
        IdxWriter.write(file, array);
        var whole = Files.readAllBytes(file);
        var longer = Arrays.copyOf(whole, whole.length + 1);
        longer[whole.length] = more;
        Files.write(file, longer);

        var error = catchThrowableOfType(IdxFormatException.class, () -> IdxReader.read(file));

        assertThat(error.offset()).isEqualTo(whole.length);
    }

    @Property(tries = 500)
    void whateverTheBytesTheAnswerIsAnArrayOrOneClearError(
            @ForAll @ByteRange(min = 0, max = 15) byte type,
            @ForAll @ByteRange(min = 0, max = 4) byte rank,
            @ForAll byte[] rest)
            throws IOException {
        var bytes = new byte[4 + rest.length];
        bytes[2] = type;
        bytes[3] = rank;
        System.arraycopy(rest, 0, bytes, 4, rest.length);
        var file = Files.write(folder.resolve("arbitrary"), bytes);

        try {
            assertThat(IdxReader.read(file).bytes()).hasSizeLessThanOrEqualTo(rest.length);
        } catch (IdxFormatException e) {
            assertThat(e).hasMessageStartingWith(file + ", byte " + e.offset() + ": ");
        }
    }
}
