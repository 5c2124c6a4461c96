package io.github.lenet.store;

/**
 * One file of a known data set.
 *
 * @param name its name as published, without {@code .gz}
 * @param sha256 SHA-256 of its decompressed content, 64 lower-case hexadecimal digits
 * @param bytes length of its decompressed content
 */
public record CatalogFile(String name, String sha256, long bytes) {}
