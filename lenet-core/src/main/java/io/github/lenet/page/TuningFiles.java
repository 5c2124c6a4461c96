package io.github.lenet.page;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.json.Json;
import io.github.lenet.search.Tuning;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files that show what a search gave.
 *
 * @param directory the folder that they lie in
 */
public record TuningFiles(Path directory) {

    /**
     * The result for programs.
     *
     * @return {@code tuning.json}
     */
    public Path numbersFile() {
        return directory.resolve("tuning.json");
    }

    /**
     * The page for people.
     *
     * @return {@code index.html}
     */
    public Path pageFile() {
        return directory.resolve("index.html");
    }

    /**
     * The trials for spreadsheets.
     *
     * @return {@code trials.csv}, with a column for each hyperparameter
     */
    public Path tableFile() {
        return directory.resolve("trials.csv");
    }

    /**
     * The best values as properties of Java, under the names that they have on the command line.
     *
     * @return {@code best.properties}
     */
    public Path bestFile() {
        return directory.resolve("best.properties");
    }

    /**
     * Writes the files.
     *
     * @param name name of the model
     * @param dataset name of the data set
     * @param tuning what the search gave
     * @throws IOException if a file cannot be written
     */
    public void write(String name, String dataset, Tuning tuning) throws IOException {
        Json.write(numbersFile(), tuning);
        AtomicFile.writeText(tableFile(), TuningTable.csv(tuning));
        AtomicFile.writeText(bestFile(), TuningTable.properties(tuning));
        AtomicFile.writeText(pageFile(), HtmlReport.page(name, dataset, tuning));
    }
}
