package io.github.lenet.store;

/**
 * A package of Debian and its derivatives that contains a data set.
 *
 * @param packageName name of the package
 * @param folder folder that it installs the files into, each compressed with gzip
 */
public record DebianPackage(String packageName, String folder) {}
