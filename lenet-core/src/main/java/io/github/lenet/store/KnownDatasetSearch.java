package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One search for a data set of the catalogue, in the cache and the sources; it keeps what was tried, for the message if
 * nothing helps.
 */
final class KnownDatasetSearch {

    private final Catalog catalog;
    private final CatalogEntry entry;
    private final DatasetRequest request;
    private final List<Source> sources;
    private final DownloadListener listener;
    private final DatasetCache cache;
    private final List<String> attempts = new ArrayList<>();

    KnownDatasetSearch(
            Catalog catalog,
            CatalogEntry entry,
            DatasetRequest request,
            List<Source> sources,
            DownloadListener listener) {
        this.catalog = catalog;
        this.entry = entry;
        this.request = request;
        this.sources = sources;
        this.listener = listener;
        cache = DatasetCache.of(entry, request);
    }

    @SuppressWarnings("try") // The lock is held, not read.
    LocatedDataset run() throws IOException {
        var problems = cache.problems();
        if (problems.isEmpty()) {
            return located("cache");
        }
        var usable = sources.stream()
                .filter(source -> source.isLocal() || !request.offline())
                .toList();
        if (usable.isEmpty()) {
            attempts.add("cache " + cache.directory() + ": " + reasons(problems));
            throw unavailable();
        }
        cache.create();
        // Each source may use up its time in the build that holds the lock.
        var longestWait = request.timeout().multipliedBy(usable.size());
        try (var lock = CacheLock.acquire(cache.folder(), longestWait, listener)) {
            return fill(usable);
        } catch (InterruptedIOException | DatasetUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw cache.notWritable(e);
        }
    }

    private LocatedDataset fill(List<Source> usable) throws IOException {
        cache.removeLeftovers();
        catalog.datasets().forEach(other -> DatasetCache.of(other, request).removeUnusedPartialDownloads());
        var problems = cache.problems();
        attempts.add("cache " + cache.directory() + ": " + reasons(problems));
        if (problems.containsValue(DatasetCache.DAMAGED)) {
            listener.message(
                    format("The cache %s is damaged (%s); fetching again", cache.directory(), reasons(problems)));
        }
        var origins = new ArrayList<String>();
        for (var source : usable) {
            if (problems.isEmpty()) {
                break;
            }
            cache.requireSpace(List.copyOf(problems.keySet()));
            try {
                source.fetch(List.copyOf(problems.keySet()), cache.directory(), listener);
                origins.add(source.name());
            } catch (SourceException e) {
                listener.message(format("Nothing more from %s: %s", source.name(), e.getMessage()));
                attempts.add(source.name() + ": " + e.getMessage());
            }
            problems = cache.problems();
        }
        if (!problems.isEmpty()) {
            throw unavailable();
        }
        cache.removePartialDownloads();
        return located(origins.isEmpty() ? "cache" : String.join(", ", origins));
    }

    private LocatedDataset located(String origin) throws IOException {
        var records = entry.records();
        if (records == null) {
            return cache.located(origin);
        }
        var archive = cache.directory().resolve(entry.files().get(0).storedName());
        return new RecordConversion(entry, records, archive, request.cacheDirectory(), listener).run(origin);
    }

    private static String reasons(Map<CatalogFile, String> problems) {
        return problems.entrySet().stream()
                .map(problem -> problem.getKey().name() + " is " + problem.getValue())
                .collect(Collectors.joining(", "));
    }

    private DatasetUnavailableException unavailable() {
        if (request.offline()) {
            sources.stream()
                    .filter(source -> !source.isLocal())
                    .forEach(source -> attempts.add(source.name() + ": not asked, since the build is offline"));
        }
        Sources.without(entry, request.sources())
                .forEach(word -> attempts.add(word + ": none is known for " + entry.name()));
        var online = request.offline() ? "run the same command once without -o, which fills the cache; or " : "";
        return new DatasetUnavailableException(format(
                """
        %s cannot be obtained. Tried, in this order:
        %s
          What to do: %sput %s%s into a folder and name it with -Dlenet.dataDirectory=...; \
        or name a mirror that this machine reaches with -Dlenet.sources=https://...""",
                entry.title(),
                String.join(
                        "\n", attempts.stream().map(attempt -> "  - " + attempt).toList()),
                online,
                String.join(
                        ", ",
                        entry.files().stream().map(CatalogFile::storedName).toList()),
                entry.files().stream().anyMatch(CatalogFile::isKeptCompressed) ? "" : " (plain or .gz)"));
    }
}
