package io.github.lenet.store;

import io.github.lenet.dataset.ContentStream;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A catalogue with one data set of thirty drawn digits, called {@code small}. */
final class SmallCatalog {

    private SmallCatalog() {}

    /** Draws the data set into a folder, and describes it. */
    static CatalogEntry draw(Path directory, List<URI> mirrors, NpmPackage npm) throws IOException {
        SyntheticDigits.write(directory, 20, 10, 1);
        var files = new ArrayList<CatalogFile>();
        for (var name : Split.fileNames()) {
            var file = directory.resolve(name);
            files.add(new CatalogFile(name, ContentStream.sha256(file), Files.size(file), null));
        }
        return new CatalogEntry(
                "small",
                "Small digits",
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                "MIT",
                "none",
                "of the files",
                files,
                mirrors,
                npm,
                null,
                null);
    }
}
