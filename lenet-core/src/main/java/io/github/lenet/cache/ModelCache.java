package io.github.lenet.cache;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.AtomicFiles;
import io.github.lenet.io.AtomicFolder;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The models of this machine, {@code models/<fingerprint>} in the cache: each with the files that belong to it and
 * their digests. The least recently used ones make room for new ones.
 *
 * <p>A wrong hit would be worse than a miss: what is not exactly what was put in is deleted, and counts as missing; and
 * so does, unless the cache is trusted, what somebody else can have put in. No trouble with the cache ends a build; it
 * is reported, and the build goes on without it.
 */
public final class ModelCache {

    private static final String DIGESTS = "sha256.json";

    /** The files of an entry. */
    private static final List<String> NAMES =
            Stream.concat(TrainedFiles.NAMES.stream(), Stream.of(DIGESTS)).toList();

    /** More than any model has, or the JSON of the longest history. */
    private static final int MOST_BYTES = 1 << 27;

    private final CacheFolder folder;
    private final int most;
    private final Consumer<String> warnings;

    /**
     * Finds the place; nothing is read or written yet.
     *
     * @param cacheDirectory the cache of this machine
     * @param most how many models are kept; with 0 none is put in or found
     * @param warnings hears a line about each trouble
     */
    public ModelCache(CacheDirectory cacheDirectory, int most, Consumer<String> warnings) {
        this.folder = cacheDirectory.folder(CacheLayout.MODELS);
        this.most = most;
        this.warnings = warnings;
    }

    /**
     * Copies a model out of the cache, with what belongs to it.
     *
     * @param fingerprint of the inputs of its training
     * @param files where the model and the files that belong to it go
     * @return whether it was there and whole; else no file was changed
     * @throws IOException if a file cannot be written
     */
    public boolean restore(String fingerprint, TrainedFiles files) throws IOException {
        var entry = folder.folder(fingerprint);
        if (most == 0) {
            return false;
        }
        Map<String, byte[]> contents;
        try {
            if (!entry.exists()) {
                return false;
            }
            var doubt = entry.doubt(NAMES);
            if (doubt.isPresent()) {
                warnings.accept("the cache has this model, but it is not used: " + doubt.get());
                return false;
            }
            contents = read(entry, fingerprint);
        } catch (IOException e) {
            // Unless another build has removed it meanwhile, to make room.
            if (Files.isDirectory(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
                warnings.accept("a model of the cache is damaged and was deleted: " + FileProblem.describe(e));
                delete(entry.path());
            }
            return false;
        }
        try (var restored = new AtomicFiles(files.all())) {
            for (var content : contents.entrySet()) {
                var file = restored.unfinished(files.file(content.getKey()));
                AtomicFile.write(file, out -> out.write(content.getValue()));
            }
            restored.publish();
        }
        entry.touch();
        return true;
    }

    /**
     * Tells whether {@link #restore} would use what is there.
     *
     * @param fingerprint of the inputs of its training
     * @return false if somebody else can have put it there, of which {@link #restore} would warn
     */
    public boolean believes(String fingerprint) {
        try {
            return folder.folder(fingerprint).doubt(NAMES).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, byte[]> read(CacheFolder entry, String fingerprint) throws IOException {
        var digests = Json.read(entry.file(DIGESTS), Map.class);
        var contents = new LinkedHashMap<String, byte[]>();
        for (var name : TrainedFiles.NAMES) {
            if (TrainedFiles.isOptional(name) && !digests.containsKey(name) && !entry.holds(name)) {
                continue;
            }
            var file = entry.file(name);
            var content = content(file);
            if (!Sha256.hex(content).equals(digests.get(name))) {
                throw new IOException(file + " is not the file that was put there");
            }
            contents.put(name, content);
        }
        // A whole entry may have been moved here from elsewhere.
        var actual =
                ModelArchive.read(entry.file(TrainedFiles.MODEL)).description().fingerprint();
        if (!actual.equals(fingerprint)) {
            throw new IOException(entry.path() + " holds a model with the fingerprint " + actual);
        }
        return contents;
    }

    /** A damaged file may have any length. */
    private static byte[] content(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(format("%s has more than %,d bytes", file, MOST_BYTES));
        }
        return Files.readAllBytes(file);
    }

    /**
     * Keeps a copy of a model with what belongs to it.
     *
     * @param fingerprint of the inputs of its training
     * @param files the finished files
     */
    public void put(String fingerprint, TrainedFiles files) {
        if (most == 0) {
            return;
        }
        var entry = folder.folder(fingerprint);
        try {
            folder.create();
            var doubt = folder.doubt(List.of());
            if (doubt.isPresent()) {
                // No build would use it. One that is there is mentioned when it should have been restored.
                if (!entry.exists()) {
                    warnings.accept("the model is not kept in the cache: " + doubt.get());
                }
                return;
            }
            if (holds(entry, fingerprint, files.model())) {
                entry.touch();
                return;
            }
            AtomicFolder.write(entry.path(), next -> copy(files, next));
            Cleaning.keepLatest(folder, CacheLayout.MODELS::isEntry, most);
        } catch (IOException e) {
            warnings.accept("the model is not kept in the cache: " + FileProblem.describe(e));
        }
    }

    private static void copy(TrainedFiles files, Path entry) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        for (var name : TrainedFiles.NAMES) {
            if (TrainedFiles.isOptional(name) && Files.notExists(files.file(name))) {
                continue;
            }
            var content = content(files.file(name));
            digests.put(name, Sha256.hex(content));
            AtomicFile.write(entry.resolve(name), out -> out.write(content));
        }
        Json.write(entry.resolve(DIGESTS), digests);
    }

    /** Whether the model is there already: then another build may be reading it. */
    private static boolean holds(CacheFolder entry, String fingerprint, Path model) {
        try {
            return entry.exists()
                    && entry.doubt(NAMES).isEmpty()
                    && Arrays.equals(read(entry, fingerprint).get(TrainedFiles.MODEL), content(model));
        } catch (IOException e) {
            return false;
        }
    }

    private void delete(Path entry) {
        try {
            AtomicFolder.delete(entry);
        } catch (IOException e) {
            warnings.accept("the cache keeps what it should not: " + FileProblem.describe(e));
        }
    }
}
