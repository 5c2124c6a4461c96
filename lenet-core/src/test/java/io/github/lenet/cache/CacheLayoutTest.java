package io.github.lenet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CacheLayoutTest {

    private static final Path PAGE = Path.of("..", "docs", "caching.md");

    /** A row of the table of folders: {@code | `models/<fingerprint>/` | ...}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`<]+)/<[^`]+` \\|");

    @Test
    void thePageHasARowForEachFolder() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(Arrays.stream(CacheLayout.values())
                        .map(CacheLayout::path)
                        .toList());
    }

    @Test
    void tellsEntriesFromWhatElseLiesThere() {
        var digest = "0f".repeat(32);

        assertThat(CacheLayout.MODELS.isEntry(digest)).isTrue();
        assertThat(CacheLayout.DIGESTS.isEntry(digest + ".json")).isTrue();
        for (var foreign : new String[] {"bert", digest + ".json", "0F".repeat(32), "." + digest, ""}) {
            assertThat(CacheLayout.MODELS.isEntry(foreign)).as(foreign).isFalse();
        }
        for (var foreign : new String[] {digest, "catalogue.json", ".json"}) {
            assertThat(CacheLayout.DIGESTS.isEntry(foreign)).as(foreign).isFalse();
        }
    }
}
