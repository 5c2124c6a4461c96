package io.github.lenet.archive;

import io.github.lenet.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes model archives whose bytes depend on nothing but their content: no clock, no time zone, no compressor. */
final class ArchiveWriter {

    static final String CONFIGURATION = "configuration.json";
    static final String COEFFICIENTS = "coefficients.bin";
    static final String UPDATER_STATE = "updaterState.bin";
    static final String DESCRIPTION = "lenet.json";

    /**
     * The time of every entry. Noon, because for midnight of this day, the first moment that a zip can name,
     * ZipOutputStream adds a field that depends on the time zone of the machine.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private ArchiveWriter() {}

    /**
     * Encodes an archive.
     *
     * @param archive the model
     * @return the bytes of the file
     * @throws IOException never in practice: nothing leaves the memory
     */
    static byte[] bytes(ModelArchive archive) throws IOException {
        var layout = new ArrayLayout(archive.description().adaptedArchitecture().network());
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, CONFIGURATION, archive.configuration().getBytes(StandardCharsets.UTF_8));
            put(zip, COEFFICIENTS, NdArrayFormat.encode(layout.coefficients(archive.state())));
            var updaterState = archive.state().updaterState();
            if (updaterState != null) {
                put(zip, UPDATER_STATE, NdArrayFormat.encode(layout.moments(updaterState)));
            }
            put(zip, DESCRIPTION, Json.bytes(archive.description()));
        }
        return bytes.toByteArray();
    }

    /** Stored rather than compressed: trained floats hardly shrink, and compressors differ between zlib versions. */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
