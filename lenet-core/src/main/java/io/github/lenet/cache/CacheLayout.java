package io.github.lenet.cache;

import io.github.lenet.io.Sha256;

/**
 * The folders below {@code cacheDirectory}. Each holds entries of one kind, whose names are SHA-256 digests of what
 * decides them; only in {@link #DATASETS} they are names of the catalogue. Another kind of entry is another constant,
 * and another row of the table in {@code docs/caching.md}.
 */
public enum CacheLayout {

    /**
     * {@code datasets/<name>/}: the files of a data set of the catalogue, with what a broken transfer has brought of
     * them.
     */
    DATASETS("datasets", ""),

    /**
     * {@code datasets/archives/<digest>/}: a data set that was unpacked from an artifact, or from a published archive.
     */
    ARCHIVES("datasets/archives", ""),

    /** {@code datasets/pictures/<digest of pictures and options>/}: the data set that they were converted to. */
    PICTURES("datasets/pictures", ""),

    /** {@code digests/<digest of the path>.json}: the digest of a file of the user's own. */
    DIGESTS("digests", ".json"),

    /** {@code models/<fingerprint>/}: the files of a training that has ended. */
    MODELS("models", ""),

    /** {@code trainings/<fingerprint>/}: the checkpoints of a training that has not. */
    TRAININGS("trainings", ""),

    /** {@code trials/<fingerprint>.json}: what a training of a search gave. */
    TRIALS("trials", ".json");

    private final String path;
    private final String suffix;

    CacheLayout(String path, String suffix) {
        this.path = path;
        this.suffix = suffix;
    }

    /** Where it lies below {@code cacheDirectory}, with slashes. */
    String path() {
        return path;
    }

    /**
     * Tells an entry from what somebody else has put there.
     *
     * @param name the name of a file or folder
     * @return whether it is an entry that has a digest as its name
     */
    public boolean isEntry(String name) {
        return name.endsWith(suffix) && Sha256.isOne(name.substring(0, name.length() - suffix.length()));
    }
}
