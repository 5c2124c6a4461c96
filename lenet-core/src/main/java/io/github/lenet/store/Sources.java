package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.net.Authenticator;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the words of a request into sources. */
final class Sources {

    private final CatalogEntry entry;
    private final DatasetRequest request;
    private final String searchPath;
    private final List<URI> addresses = new ArrayList<>();
    private @Nullable HttpClient client;

    private Sources(CatalogEntry entry, DatasetRequest request, String searchPath) {
        this.entry = entry;
        this.request = request;
        this.searchPath = searchPath;
    }

    /**
     * The sources of a request, in its order.
     *
     * @param entry the data set
     * @param request names the sources
     * @param searchPath folders in which to look for npm
     * @return every source; a data set without such a package has none for that word
     * @throws DatasetUnavailableException if a word is no source, or a password would go where it should not
     */
    static List<Source> of(CatalogEntry entry, DatasetRequest request, String searchPath)
            throws DatasetUnavailableException {
        var factory = new Sources(entry, request, searchPath);
        factory.requireNoPassword();
        var sources = new ArrayList<Source>();
        for (var word : request.sources()) {
            sources.addAll(factory.named(word));
        }
        factory.requireSafe();
        return sources;
    }

    /**
     * The words that name nothing for a data set, such as a Debian package that nobody has made.
     *
     * @param entry the data set
     * @param words names of sources
     * @return those of them that add no source
     */
    static List<String> without(CatalogEntry entry, List<String> words) {
        return words.stream()
                .filter(word -> (word.equals(DatasetRequest.DEBIAN) && entry.debian() == null)
                        || (word.equals(DatasetRequest.NPM) && entry.npm() == null)
                        || (word.equals(DatasetRequest.MIRRORS)
                                && entry.mirrors().isEmpty()))
                .toList();
    }

    private List<Source> named(String word) throws DatasetUnavailableException {
        if (word.equals(DatasetRequest.DEBIAN)) {
            return Stream.ofNullable(entry.debian())
                    .<Source>map(DebianSource::new)
                    .toList();
        }
        if (word.equals(DatasetRequest.MIRRORS)) {
            return entry.mirrors().stream()
                    .map(mirror -> mirror(mirror, () -> null))
                    .toList();
        }
        if (word.equals(DatasetRequest.NPM)) {
            return entry.npm() == null ? List.of() : List.of(new NpmSource(entry.npm(), searchPath, request.timeout()));
        }
        var address = address(word);
        addresses.add(address);
        return List.of(mirror(address, credentials()));
    }

    private Supplier<@Nullable SourceCredentials> credentials() {
        return request.credentials() == null ? () -> null : request.credentials();
    }

    private Source mirror(URI folder, Supplier<@Nullable SourceCredentials> credentials) {
        return new HttpSource(folder, new MirrorClient(this::client, credentials), request.timeout(), HttpSource.STALL);
    }

    /**
     * Made when the first mirror is asked: a complete cache needs none, and half a second is a third of a verification.
     */
    private HttpClient client() {
        if (client == null) {
            client = MirrorClient.client(request, authenticator());
        }
        return client;
    }

    private @Nullable Authenticator authenticator() {
        return request.authenticator() == null || request.credentials() == null
                ? request.authenticator()
                : new MirrorAuthenticator(request.authenticator(), addresses.get(0), request.credentials());
    }

    /** Shows no word at all: a password with a comma in it is two of them, of which one has the sign. */
    private void requireNoPassword() throws DatasetUnavailableException {
        if (request.sources().stream().anyMatch(word -> word.contains("@"))) {
            throw new DatasetUnavailableException(
                    "<sources> has an address with a username or password in it, which would stand in the log of every build. Take it"
                            + " out, and change the password. Put it into settings.xml as <server><id>mirror</id>"
                            + "<username>...</username><password>...</password></server>, and name that with"
                            + " <sourceServer>mirror</sourceServer> or -Dlenet.sourceServer=mirror");
        }
    }

    private static URI address(String word) throws DatasetUnavailableException {
        try {
            var address = new URI(word);
            var scheme = String.valueOf(address.getScheme());
            if ((scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https")) && address.getHost() != null) {
                requireFolder(address);
                return address;
            }
        } catch (URISyntaxException e) {
            // Not an address at all: the same answer.
        }
        throw new DatasetUnavailableException(format(
                "<sources> has '%s', which is none of %s, %s, %s or the http(s) address of a folder",
                withoutQuery(word), DatasetRequest.DEBIAN, DatasetRequest.MIRRORS, DatasetRequest.NPM));
    }

    /**
     * The names of the files are added to it, so that nothing may follow the path; and what follows may be a secret.
     */
    private static void requireFolder(URI address) throws DatasetUnavailableException {
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new DatasetUnavailableException(format(
                    "<sources> has %s and something more after a ? or #, which the address of a folder has not",
                    withoutQuery(address.toString())));
        }
    }

    private static String withoutQuery(String address) {
        return address.replaceFirst("[?#].*", "");
    }

    /** Makes sure that a password goes to one server, and that nobody on the way can read it. */
    private void requireSafe() throws DatasetUnavailableException {
        if (!request.isKnownToServer()) {
            return;
        }
        var servers = addresses.stream().map(URI::getRawAuthority).distinct().toList();
        if (servers.size() != 1) {
            throw new DatasetUnavailableException(
                    servers.isEmpty()
                            ? "<sourceServer> is of no use, because <sources> names no address; remove it, or name one"
                            : format(
                                    "<sourceServer> has the password of one server, but <sources> names %s; leave all but one out",
                                    String.join(" and ", servers)));
        }
        for (var address : addresses) {
            if (!address.getScheme().equalsIgnoreCase("https") && !isThisMachine(address.getHost())) {
                throw new DatasetUnavailableException(format(
                        "<sourceServer> sends a password, for which %s is not safe; use an https address", address));
            }
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }
}
