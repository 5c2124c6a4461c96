package io.github.lenet.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Somewhere that the files of a known data set may come from. */
interface Source {

    /** What it is called in messages. */
    String name();

    /** Whether it needs no network. */
    default boolean isLocal() {
        return false;
    }

    /**
     * Announces itself in one line, and brings files into a folder, each only if its content is the expected one. Files
     * that came before a failure stay.
     *
     * @param files which files are wanted
     * @param directory where they are to lie, under their published names
     * @param listener hears the announcement and the progress
     * @throws SourceException if a file is not to be had here; the message is a clause that gives the reason
     * @throws IOException if the folder cannot be written, or the build is interrupted
     */
    void fetch(List<CatalogFile> files, Path directory, DownloadListener listener) throws IOException;
}
