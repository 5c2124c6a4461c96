package io.github.lenet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ResultCacheTest {

    private static final String FINGERPRINT = "0f".repeat(32);

    private static final String OTHER = "f0".repeat(32);

    private record Loss(double value) {}

    @TempDir
    private Path folder;

    private ResultCache cache() {
        return new ResultCache(new CacheDirectory(folder, false));
    }

    private Path file(String fingerprint) {
        return folder.resolve("trials").resolve(fingerprint + ".json");
    }

    @Test
    void findsWhatWasPutThere() throws IOException {
        assertThat(cache().find(FINGERPRINT, Loss.class)).isEmpty();

        cache().put(FINGERPRINT, new Loss(0.1));

        assertThat(cache().find(FINGERPRINT, Loss.class)).contains(new Loss(0.1));
        assertThat(cache().find(OTHER, Loss.class)).isEmpty();
    }

    @Test
    void whatIsDamagedOrMovedIsMissing() throws IOException {
        cache().put(FINGERPRINT, new Loss(0.1));
        Files.copy(file(FINGERPRINT), file(OTHER));
        assertThat(cache().find(OTHER, Loss.class)).isEmpty();

        Files.writeString(file(FINGERPRINT), Files.readString(file(FINGERPRINT)).replace("0.1", "0.2"));
        assertThat(cache().find(FINGERPRINT, Loss.class)).isEmpty();

        Files.writeString(file(FINGERPRINT), "{");
        assertThat(cache().find(FINGERPRINT, Loss.class)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatOthersCanHaveWrittenIsNotBelieved() throws IOException {
        cache().put(FINGERPRINT, new Loss(0.1));
        Files.setPosixFilePermissions(folder.resolve("trials"), PosixFilePermissions.fromString("rwxrwxrwx"));
        var warnings = new ArrayList<String>();

        cache().warnOfDoubt(warnings::add);

        assertThat(cache().find(FINGERPRINT, Loss.class)).isEmpty();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("what the trials give is not kept, and a search that ends early begins anew: ")
                .contains("can be written by everybody");
        assertThat(new ResultCache(new CacheDirectory(folder, true)).find(FINGERPRINT, Loss.class))
                .isPresent();
    }

    @Test
    void whatNoSearchUsesIsForgotten() throws IOException {
        var old = FileTime.from(Instant.now().minus(Cleaning.UNUSED).minusSeconds(60));
        cache().put(FINGERPRINT, new Loss(0.1));
        cache().put(OTHER, new Loss(0.2));
        Files.setLastModifiedTime(file(FINGERPRINT), old);
        Files.setLastModifiedTime(file(OTHER), old);
        cache().find(OTHER, Loss.class);

        cache().put("00".repeat(32), new Loss(0.3));

        assertThat(file(FINGERPRINT)).doesNotExist();
        assertThat(file(OTHER)).exists();
    }
}
