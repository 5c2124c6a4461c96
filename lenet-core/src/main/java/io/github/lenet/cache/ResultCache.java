package io.github.lenet.cache;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the trainings of searches gave, {@code trials/<fingerprint>.json} in the cache, so that no search asks twice for
 * the same training: neither one that was killed, nor one with more trials, nor another one. What no search has used in
 * 30 days is forgotten.
 *
 * <p>A wrong hit would be worse than a miss: what is damaged, or moved here from elsewhere, counts as missing; and so
 * does, unless the cache is trusted, what somebody else can have put in. Any number of threads may use an instance.
 */
public final class ResultCache {

    private final CacheFolder folder;

    /**
     * Finds the place; nothing is read or written yet.
     *
     * @param cacheDirectory the cache of this machine
     */
    public ResultCache(CacheDirectory cacheDirectory) {
        this.folder = cacheDirectory.folder(CacheLayout.TRIALS);
    }

    /**
     * A result in its file.
     *
     * @param sha256 digest of the fingerprint and of the result
     * @param result the result, as JSON on one line
     */
    private record Entry(String sha256, String result) {

        static Entry of(String fingerprint, String result) {
            return new Entry(Sha256.hex((fingerprint + result).getBytes(StandardCharsets.UTF_8)), result);
        }
    }

    /**
     * Warns of a cache that nothing is taken from.
     *
     * @param warnings hears why, in a line
     */
    public void warnOfDoubt(Consumer<String> warnings) {
        try {
            folder.doubt(List.of())
                    .ifPresent(reason -> warnings.accept(
                            "what the trials give is not kept, and a search that ends early begins anew: " + reason));
        } catch (IOException e) {
            // To keep a result will be an error, which says so.
        }
    }

    /**
     * Finds a result.
     *
     * @param fingerprint of the inputs of its training
     * @param type the record that it is
     * @param <T> the type of the result
     * @return what was kept; empty if nothing was, or nothing that is believed
     */
    public <T> Optional<T> find(String fingerprint, Class<T> type) {
        var name = name(fingerprint);
        try {
            if (!folder.holds(name) || folder.doubt(List.of(name)).isPresent()) {
                return Optional.empty();
            }
            var file = folder.file(name);
            var entry = Json.read(file, Entry.class);
            if (!entry.equals(Entry.of(fingerprint, entry.result()))) {
                return Optional.empty();
            }
            folder.touch(name);
            return Optional.of(Json.parse(entry.result(), type, file.toString()));
        } catch (IOException e) {
            // Whatever is wrong with it, the training will be repeated.
            return Optional.empty();
        }
    }

    /**
     * Keeps a result, and waits until it is on the disk.
     *
     * @param fingerprint of the inputs of its training
     * @param result a record
     * @throws IOException if it cannot be kept, for example because the disk is full
     */
    public void put(String fingerprint, Object result) throws IOException {
        folder.create();
        Json.write(folder.file(name(fingerprint)), Entry.of(fingerprint, Json.line(result)));
        Cleaning.deleteUnused(folder, CacheLayout.TRIALS::isEntry);
    }

    private static String name(String fingerprint) {
        return fingerprint + ".json";
    }
}
