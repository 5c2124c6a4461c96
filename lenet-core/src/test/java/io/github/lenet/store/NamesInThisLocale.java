package io.github.lenet.store;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.FileNames;
import io.github.lenet.io.FileProblem;
import io.github.lenet.prediction.ImageFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The main class of a JVM in some locale: looks for pictures as the goals do, and prints what they would say. */
final class NamesInThisLocale {

    /** What a user writes; an argument of a process in another locale would no longer be that. */
    private static final String NAME = "a\u00FC.png";

    private NamesInThisLocale() {}

    public static void main(String... folders) {
        var pictures = Path.of(folders[0]);
        var request = new DatasetRequest(
                "signs",
                pictures,
                Set.of(Split.values()),
                PictureOptions.DEFAULT,
                new CacheDirectory(pictures.resolveSibling("cache"), false),
                List.of(),
                null,
                true,
                null,
                null,
                Duration.ofMinutes(1));
        try {
            System.out.println(
                    new DatasetStore().obtain(request, new RecordedMessages()).classNames());
        } catch (IOException e) {
            System.out.println(FileProblem.describe(e));
        }
        ImageFiles.find(List.of(folders[0], NAME), pictures).problems().forEach(System.out::println);
        try {
            System.out.println(Path.of(NAME).getNameCount());
        } catch (InvalidPathException e) {
            System.out.println(FileNames.describe(e));
        }
    }
}
