package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a Debian package, where it is installed. */
final class DebianSource implements Source {

    private final DebianPackage debian;

    /**
     * A package.
     *
     * @param debian which package
     */
    DebianSource(DebianPackage debian) {
        this.debian = debian;
    }

    @Override
    public String name() {
        return "Debian package " + debian.packageName();
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void fetch(List<CatalogFile> files, Path directory, DownloadListener listener) throws IOException {
        var folder = new DatasetFolder(Path.of(debian.folder()));
        if (!Files.isDirectory(folder.directory())) {
            throw new SourceException(
                    "it is not installed; on Debian and Ubuntu: sudo apt-get install " + debian.packageName());
        }
        listener.message(format("Copying %s from %s", name(), folder.directory()));
        for (var file : files) {
            var path = folder.find(file.name());
            if (path.isEmpty()) {
                throw new SourceException(folder.directory() + " holds no " + file.name());
            }
            try (var in = SourceStream.open(path.get())) {
                VerifiedFile.write(directory, file, in);
            }
        }
    }
}
