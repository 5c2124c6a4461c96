package io.github.lenet.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A folder on a web server that holds the files, compressed with gzip as MNIST is published, or plain. */
final class HttpSource implements Source {

  /** How long a connection may take. */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** How long a server may be silent. */
  static final Duration STALL = Duration.ofSeconds(30);

  /** Room for a gzip header and for content that cannot be compressed. */
  private static final long OVERHEAD_BYTES = 1 << 20;

  private final URI folder;
  private final Supplier<HttpClient> client;
  private final Duration timeout;
  private final Duration stall;

  /**
   * A mirror.
   *
   * @param folder address of the folder; a missing slash at its end is added
   * @param client gives what connects to it, when it is needed
   * @param timeout the time that all files together may take
   * @param stall how long nothing may come
   */
  HttpSource(URI folder, Supplier<HttpClient> client, Duration timeout, Duration stall) {
    this.folder = folder.toString().endsWith("/") ? folder : URI.create(folder + "/");
    this.client = client;
    this.timeout = timeout;
    this.stall = stall;
  }

  static HttpClient client(DatasetRequest request) {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL);
    if (request.proxies() != null) {
      builder.proxy(request.proxies());
    }
    if (request.authenticator() != null) {
      builder.authenticator(request.authenticator());
    }
    return builder.build();
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public void fetch(List<CatalogFile> files, Path directory, DownloadListener listener) throws IOException {
    var deadline = Deadline.after(timeout);
    listener.message(
        String.format(
            Locale.ROOT,
            "Downloading %.1f MB, compressed where the server can, from %s (at most %s)",
            files.stream().mapToLong(CatalogFile::bytes).sum() / 1e6,
            name(),
            deadline.text()));
    for (var file : files) {
      var transfer = new WatchedTransfer(file.name());
      transfer.run(() -> transfer(file, directory, transfer), deadline, stall, listener);
    }
  }

  private void transfer(CatalogFile file, Path directory, WatchedTransfer transfer)
      throws IOException, InterruptedException {
    var refusals = new ArrayList<String>();
    for (var name : file.publishedNames()) {
      var response = request(name);
      if (response.statusCode() == 200) {
        receive(response, file, directory, transfer);
        return;
      }
      response.body().close();
      refusals.add(name + ": " + status(response));
    }
    throw new IOException(String.join(", ", refusals));
  }

  private HttpResponse<InputStream> request(String fileName) throws IOException, InterruptedException {
    try {
      var request = HttpRequest.newBuilder(folder.resolve(fileName)).build();
      return client.get().send(request, BodyHandlers.ofInputStream());
    } catch (HttpConnectTimeoutException e) {
      throw new IOException("no connection within " + Deadline.text(CONNECT), e);
    } catch (ConnectException e) {
      var unknown = e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException;
      throw new IOException(unknown ? "the host is unknown here" : "cannot connect", e);
    }
  }

  private void receive(HttpResponse<InputStream> response, CatalogFile file, Path directory, WatchedTransfer transfer)
      throws IOException {
    transfer.reads(response.body());
    transfer.expect(response.headers().firstValueAsLong("Content-Length").orElse(-1));
    try (var in = new MeteredStream(response.body(), transfer.received(), file.bytes() + OVERHEAD_BYTES)) {
      VerifiedFile.write(directory, file, in);
    }
  }

  private static String status(HttpResponse<?> response) {
    var status = "HTTP status " + response.statusCode();
    return response.statusCode() == 407
        ? status + " (the proxy wants the username and password of <proxy> in settings.xml; for an https address Java"
            + " sends them only with MAVEN_OPTS=-Djdk.http.auth.tunneling.disabledSchemes=)"
        : status;
  }
}
