package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxReaderTest {

    @TempDir
    private Path folder;

    private Path file(String hexadecimal) throws IOException {
        return Files.write(folder.resolve("file"), bytes(hexadecimal));
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var compressed = new GZIPOutputStream(out)) {
            compressed.write(content);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "08, ff, 255",
        "09, ff, -1",
        "0b, 80 00, -32768",
        "0c, 00 00 01 00, 256",
        "0d, 3f c0 00 00, 1.5",
        "0e, 3f f8 00 00 00 00 00 00, 1.5"
    })
    void readsEachOfTheSixTypesAsBigEndian(String type, String element, double value) throws IOException {
        var array = IdxReader.read(file("00 00 " + type + " 01 00 00 00 01" + element));

        assertThat(array.size()).isOne();
        assertThat(array.value(0)).isEqualTo(value);
    }

    @Test
    void readsTheDimensionsInTheirOrder() throws IOException {
        var array = IdxReader.read(file("0000 0803 00000001 00000002 00000003 010203040506"));

        assertThat(array.type()).isEqualTo(IdxType.UNSIGNED_BYTE);
        assertThat(array.dimensions()).containsExactly(1, 2, 3);
        assertThat(array.bytes()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void recognisesGzipByItsContentNotByTheName() throws IOException {
        var plainWithWrongName = Files.write(folder.resolve("plain.gz"), bytes("00000801 00000001 07"));
        var compressedWithWrongName = Files.write(folder.resolve("labels"), gzip(bytes("00000801 00000001 07")));

        assertThat(IdxReader.read(plainWithWrongName).bytes()).containsExactly(7);
        assertThat(IdxReader.read(compressedWithWrongName).bytes()).containsExactly(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01 00 08 01 00 00 00 00 | 0  | begins with 01 00 08 01",
                "00 00 0a 01 00 00 00 00 | 0  | begins with 00 00 0a 01",
                "00 00 08 00             | 0  | begins with 00 00 08 00",
                "00 00                   | 2  | ends within the header; the file is damaged or was cut short",
                "00 00 08 02 00 00 00    | 7  | ends within the header",
                "00 00 08 01 ff ff ff ff | 4  | a dimension of 4294967295 is too large",
                "00 00 08 01 00 00 00 03 01 02       | 10 | ends here, but its header announces 3 unsigned bytes",
                "00 00 0b 01 00 00 00 01 01 02 03    | 10 | goes on after the 1 short that its header announces",
                "00 00 0c 02 7f ff ff ff 7f ff ff ff | 12 | announces 2147483647 x 2147483647 int",
            })
    void refusesADamagedFileWithTheByte(String content, long offset, String what) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageStartingWith(file + ", byte " + offset + ": ")
                .hasMessageContaining(what);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        var file = Files.createFile(folder.resolve("empty"));

        assertThatThrownBy(() -> IdxReader.read(file))
                .hasMessageStartingWith(file + ", byte 0: the file is empty: fetch it again");
    }

    @Test
    void aHeaderOf255HugeDimensionsCostsNothing() throws IOException {
        var file = file("00 00 0e ff" + "7fffffff".repeat(255));

        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageContaining("ends here");
    }

    @Test
    void aDimensionOfZeroMakesTheArrayEmpty() throws IOException {
        var array = IdxReader.read(file("00 00 08 03 7fffffff 7fffffff 00000000"));

        assertThat(array.size()).isZero();
    }

    @Test
    void aSavedWebPageIsNamedAsSuch() throws IOException {
        var file = Files.writeString(folder.resolve("train-images-idx3-ubyte"), "<!DOCTYPE html><html>Log in</html>");

        assertThatThrownBy(() -> IdxReader.read(file))
                .hasMessageContaining("this is a web page that was saved instead");
    }

    @Test
    void aPointerOfGitLfsIsNamedAsSuch() throws IOException {
        var file = folder.resolve("train-images-idx3-ubyte.gz");
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 47040016\n");

        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageStartingWith(file + ", byte 0: ")
                .hasMessageEndingWith("; this is a Git LFS pointer: run git lfs pull");
    }

    @Test
    void whatFilteringHasRewrittenIsNamedAsSuch() throws IOException {
        var image = bytes("00000803 00000001 00000002 00000008" + "ff".repeat(16));
        var filtered = new String(image, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        var file = Files.write(folder.resolve("train-images-idx3-ubyte"), filtered);

        assertThatThrownBy(() -> IdxReader.read(file))
                .hasMessageContaining(
                        "that its header announces; this was rewritten as text, as Maven's resource filtering does");
    }

    @Test
    void damageWithinGzipIsReportedWithTheFile() throws IOException {
        var compressed = gzip(bytes("00000801 00000040" + "07".repeat(64)));
        compressed[compressed.length - 5] ^= 1;
        var file = Files.write(folder.resolve("labels.gz"), compressed);

        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageContainingAll(file.toString(), "cannot be decompressed (Corrupt GZIP trailer)");
    }

    @Test
    void aGzipHeaderAloneIsRefused() throws IOException {
        var file = Files.write(folder.resolve("labels.gz"), Arrays.copyOf(gzip(new byte[0]), 5));

        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageEndingWith("byte 0: cannot be decompressed (it ends too early); fetch the file again");
    }

    @Test
    void aMissingFileIsNoFormatError() {
        assertThatThrownBy(() -> IdxReader.read(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void equalArraysAreWrittenAsEqualBytes() throws IOException {
        var array = new IdxArray(IdxType.SHORT, List.of(2), bytes("00010002"));

        IdxWriter.write(folder.resolve("first.gz"), array);
        IdxWriter.write(folder.resolve("second.gz"), array);
        IdxWriter.write(folder.resolve("plain"), array);

        assertThat(folder.resolve("first.gz")).hasSameBinaryContentAs(folder.resolve("second.gz"));
        assertThat(folder.resolve("plain")).hasBinaryContent(bytes("0000 0b01 00000002 0001 0002"));
    }

    @Test
    void anArrayWhosePartsDisagreeCannotBeMade() {
        assertThatThrownBy(() -> new IdxArray(IdxType.INT, List.of(3), new byte[11]))
                .hasMessage("11 bytes are not 3 ints");
        assertThatThrownBy(() -> new IdxArray(IdxType.INT, List.of(), new byte[4]))
                .hasMessage("an IDX array cannot have the dimensions []");
    }
}
