package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A folder on a web server that holds the files, compressed with gzip as MNIST is published, or plain. */
final class HttpSource implements Source {

    /** How long a server may be silent. */
    static final Duration STALL = Duration.ofSeconds(30);

    /** Room for a gzip header and for content that cannot be compressed. */
    private static final long OVERHEAD_BYTES = 1 << 20;

    private final URI folder;
    private final MirrorClient client;
    private final Duration timeout;
    private final Duration stall;

    /**
     * A mirror.
     *
     * @param folder address of the folder; a missing slash at its end is added
     * @param client asks its server
     * @param timeout the time that all files together may take, with every attempt and every wait
     * @param stall how long nothing may come
     */
    HttpSource(URI folder, MirrorClient client, Duration timeout, Duration stall) {
        this.folder = folder.toString().endsWith("/") ? folder : URI.create(folder + "/");
        this.client = client;
        this.timeout = timeout;
        this.stall = stall;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void fetch(List<CatalogFile> files, Path directory, DownloadListener listener) throws IOException {
        var deadline = Deadline.after(timeout);
        listener.message(format(
                "Downloading %.1f MB, compressed where the server can, from %s (at most %s)",
                files.stream().mapToLong(CatalogFile::bytes).sum() / 1e6, name(), deadline.text()));
        client.signIn();
        var retries = new Retries(deadline);
        for (var file : files) {
            fetch(file, directory, deadline, retries, listener);
        }
    }

    /** Goes on after a connection that was lost, as long as each new one brings something. */
    private void fetch(CatalogFile file, Path directory, Deadline deadline, Retries retries, DownloadListener listener)
            throws IOException {
        var fetchedAnew = false;
        while (true) {
            var before = partialBytes(file, directory);
            if (deadline.isPast()) {
                throw new SourceException(
                        format("gave up after %s with %d bytes of %s received", deadline.text(), before, file.name()));
            }
            if (before > 0) {
                listener.message(format("Resuming the download of %s at %.1f MB", file.name(), before / 1e6));
            }
            try {
                var transfer = new WatchedTransfer(file.name());
                transfer.run(() -> transfer(file, directory, transfer), deadline, stall, listener);
                return;
            } catch (BusyServerException e) {
                var wait = retries.waitFor(e);
                listener.message(format("%s: %s; asking again in %d s", file.name(), e.getMessage(), wait.toSeconds()));
                pause(wait);
            } catch (BrokenTransferException e) {
                if (partialBytes(file, directory) <= before) {
                    throw e;
                }
                retries.resume(e);
            } catch (SourceException e) {
                // A part that went wrong is gone now, and nothing else is.
                if (fetchedAnew || before == 0 || partialBytes(file, directory) > 0) {
                    throw e;
                }
                fetchedAnew = true;
                listener.message(format("%s; fetching it anew", e.getMessage()));
            }
        }
    }

    private static void pause(Duration wait) throws InterruptedIOException {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the build was interrupted");
        }
    }

    private long partialBytes(CatalogFile file, Path directory) throws IOException {
        var most = 0L;
        for (var name : file.publishedNames()) {
            most = Math.max(most, PartialDownload.of(directory, folder, name).bytes());
        }
        return most;
    }

    private void transfer(CatalogFile file, Path directory, WatchedTransfer transfer)
            throws IOException, InterruptedException {
        var refusals = new ArrayList<String>();
        for (var name : file.publishedNames()) {
            var part = PartialDownload.of(directory, folder, name);
            var response = request(part);
            if (response.statusCode() == 206 && !goesOn(response, part)) {
                MirrorClient.close(response);
                part.delete();
                response = request(part);
            }
            if (receive(response, part, file, transfer)) {
                accept(part, file, directory);
                return;
            }
            MirrorClient.close(response);
            if (MirrorClient.wantsPassword(response)) {
                // Under whatever name the file is asked for.
                throw new SourceException(client.status(response));
            }
            refusals.add(name + ": " + client.status(response));
        }
        throw new SourceException(String.join(", ", refusals));
    }

    private HttpResponse<InputStream> request(PartialDownload part) throws IOException, InterruptedException {
        var headers = new LinkedHashMap<String, String>();
        if (part.bytes() > 0) {
            headers.put("Range", "bytes=" + part.bytes() + "-");
            if (!part.version().isEmpty()) {
                // The server sends the whole file if it has another version by now.
                headers.put("If-Range", part.version());
            }
        }
        return client.get(part.address(), headers);
    }

    /** Takes the answer into the partial download, and tells whether it was one with content. */
    private static boolean receive(
            HttpResponse<InputStream> response, PartialDownload part, CatalogFile file, WatchedTransfer transfer)
            throws IOException {
        var present = part.bytes();
        if (response.statusCode() == 416 && present > 0) {
            // There is nothing after what is there, so it is whole, or wrong, which the digest tells.
            MirrorClient.close(response);
            return true;
        }
        var goesOn = goesOn(response, part);
        if (!goesOn && response.statusCode() != 200) {
            return false;
        }
        transfer.reads(response.body());
        transfer.resumesAt(goesOn ? present : 0);
        var length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        transfer.expect(length < 0 ? -1 : length + (goesOn ? present : 0));
        try (var in = new MeteredStream(response.body(), transfer.received(), file.bytes() + OVERHEAD_BYTES);
                var out = goesOn ? part.append() : part.begin(version(response))) {
            in.transferTo(out);
        } catch (BrokenTransferException e) {
            throw e;
        } catch (IOException e) {
            part.delete();
            throw e;
        }
        return true;
    }

    /** Whether the content begins where the partial download ends. */
    private static boolean goesOn(HttpResponse<?> response, PartialDownload part) throws IOException {
        var range = response.headers().firstValue("Content-Range").orElse("");
        return response.statusCode() == 206 && part.bytes() > 0 && range.startsWith("bytes " + part.bytes() + "-");
    }

    /** What the server will know this content by: an entity tag that stands for the same bytes, or else a date. */
    private static String version(HttpResponse<?> response) {
        return response.headers()
                .firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> response.headers().firstValue("Last-Modified"))
                .orElse("");
    }

    private static void accept(PartialDownload part, CatalogFile file, Path directory) throws IOException {
        try (var in = part.open()) {
            VerifiedFile.write(directory, file, in);
        } finally {
            part.delete();
        }
    }
}
