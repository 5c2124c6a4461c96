package io.github.lenet.cache;

import java.nio.file.Path;

/**
 * The folder that keeps data sets and models for all builds of a machine, and who may be believed about what lies in
 * it.
 *
 * <p>Nothing inside it can prove where it comes from: digests lie beside the files, and find damage, not forgery. So
 * whoever can write it decides what builds find there.
 *
 * @param path the folder, which the user names, and which may be a link
 * @param trusted whether everybody who can write it is trusted; else only what nobody but the builder and root can
 *     write
 */
public record CacheDirectory(Path path, boolean trusted) {

    /**
     * A folder below this one.
     *
     * @param layout which one
     * @return the folder, which may not exist
     */
    public CacheFolder folder(CacheLayout layout) {
        var folder = new CacheFolder(this, path);
        for (var name : Path.of(layout.path())) {
            folder = folder.folder(name.toString());
        }
        return folder;
    }
}
